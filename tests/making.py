"""Things that tests are made of; importable by the processes that tests start."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from annotator import words
from annotator.errors import AnnotatorError
from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.event import Event
from annotator.model.ids import clause_id, document_id, sha256
from annotator.model.mapping import Clean
from annotator.model.source import Source
from annotator.store import arrivals, events
from annotator.store.project import Project
from annotator.store.verify import verify

START = 1_700_000_000_000


class Clock:
    """UTC milliseconds that go on by `step` with every look; `now` may be set, also back."""

    def __init__(self, now: int = START, step: int = 1000) -> None:
        self.now, self.step = now, step

    def __call__(self) -> int:
        self.now += self.step
        return self.now


def store_document(project: Project, reviewer: str, **known: Any) -> bool:
    """Store a document, given as `arrival` takes it; False where it is there already."""
    return arrivals.put(project, reviewer, arrivals.arrival(**known))


def add_document(
    project: Project, lines: Sequence[str], *, name: str = "甲.txt", reviewer: str = "li"
) -> list[str]:
    """Add a document of clauses, one a line, without a heading; returns their ids."""
    text = "".join(line + "\n" for line in lines)
    segments, at = [], 0
    for line in lines:
        end = at + len(line)
        segments.append(Segment("clause", 1, "", (), at, end + 1, line, at, end))
        at = end + 1
    store_segments(project, text, segments, name=name, reviewer=reviewer)
    return [clause_id(sha256(text), segment.start, segment.end) for segment in segments]


def store_segments(
    project: Project, text: str, segments: Sequence[Segment], *, name: str = "甲.txt", reviewer: str = "li"
) -> bool:
    """Add a document of `text`, the bytes of whose file are the text in UTF-8 behind its name."""
    data = (name + text).encode()
    return store_document(
        project,
        reviewer,
        doc_id=document_id(data),
        file_sha256=sha256(data),
        file_name=name,
        source=Source(text, "test/1"),
        cutter="test/1",
        segments=segments,
        metadata={"title": name.removesuffix(".txt")},
    )


REPAIRED = [
    # kind, level, marker, text, tail; the rest of the line belongs to neither
    ("title", 0, "", "𠀀办法", ""),
    ("heading", 1, "一、", "总　则", ""),
    ("clause", 2, "１.", "建设建设算力。", "(市数据局)"),
    ("clause", 2, "", "尾", ""),
]
REPAIRS = [
    # what is found, what of it goes, what comes, state
    ("　", "　", "", "applied"),
    ("建设建设", "建设", "", "applied"),
    ("。(", "", "平台", "applied"),
    ("尾", "尾", "末", "proposed"),
]


def add_repaired(project: Project) -> list[str]:
    """Add a document with all that moves offsets; returns the ids of its two clauses."""
    text = "".join(f"{marker}{body}{tail}\n" for _, _, marker, body, tail in REPAIRED)
    edits = []
    for found, before, after, state in REPAIRS:
        at = text.index(found)
        edits.append(Edit(at, at + len(before), "test", before, after, 0.9, state))
    segments, at = [], 0
    for kind, level, marker, body, tail in REPAIRED:
        start, text_start = at, at + len(marker)
        text_end = text_start + len(body)
        tail_end = text_end + len(tail)
        at = tail_end + 1
        inside = tuple(edit for edit in edits if start <= edit.start < at)
        cleaned = Clean(text, text_start, text_end, inside).text, Clean(text, text_end, tail_end, inside).text
        segments.append(
            Segment(
                kind, level, marker, (), start, at, cleaned[0], text_start, text_end,
                cleaned[1], text_end, tail_end, edits=inside,
            )
        )  # fmt: skip
    store_segments(project, text, segments, name="乙.txt")
    return [clause_id(sha256(text), s.start, s.end) for s in segments if s.kind == "clause"]


def event(**parts: object) -> Event:
    """An event like any other, but for the parts that are given."""
    return _EVENT._replace(**parts)


_EVENT = Event(
    kind="label", subject="cl-1", field="category", layer="review", pass_no=1, value=["data"],
    act="run-1:1", undoes="", origin="key", suggested=False, seen="", seconds=0.0, codebook="",
    reviewer="li", os_user="", at=START, run="run-1", seq=1, prev="",
)  # fmt: skip


def write(project: Project, *written: Event) -> None:
    """Put events into the log as they are, as a merge does."""
    with project.transaction() as db:
        for one in written:
            events.write(db, one)


class TakenBack(Exception):
    """Ends a transaction without a trace."""


@contextmanager
def taken_back(project: Project) -> Iterator[sqlite3.Connection]:
    """A transaction that is rolled back when the block ends."""
    with suppress(TakenBack), project.transaction() as db:
        yield db
        raise TakenBack


def faults(path: Path) -> list[str]:
    """What `verify` finds in a file, by name."""
    with Project.open(path) as project:
        return [fault.key.removeprefix("verify.") for fault in verify(project)]


def assert_sentence(error: AnnotatorError, key: str, path: Path) -> None:
    """An error is one sentence of that name in both languages, and names the file."""
    assert error.key == key
    said = set()
    for language in words.LANGUAGES:
        words.choose(language)
        said.add(str(error))
    words.choose(None)
    assert len(said) == 2
    assert all(str(path) in one and "\n" not in one for one in said)
