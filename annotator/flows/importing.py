"""From a file to clauses: read, repair, cut, resolve the units, suggest; then into the store.

`segmented` is the whole road for one document's bytes and touches nothing; `import_files` takes it for
many files and what they hold, and stores each document in a transaction of its own, so that a bad one
stops nobody.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from annotator.errors import UnreadableFile
from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.ids import document_id, sha256
from annotator.model.review import Suggestion
from annotator.model.source import Source
from annotator.store import additions, arrivals, bigrams, documents
from annotator.store.project import Project
from annotator.tools import formats, gazetteer, suggest, text
from annotator.tools.wordbreaks import Breaks

FRONT = ("title", "front_matter")
NOTHING: Mapping[str, str] = {}
STATES = ("new", "known", "retired", "twin", "failed")


@dataclass(frozen=True, slots=True)
class Cut:
    """A document made into segments, with the places whose names its short forms mean, and what its page,
    its table or its text say of it.
    """

    source: Source
    segments: tuple[Segment, ...]
    places: tuple[str, ...]
    metadata: Mapping[str, str]

    @property
    def title(self) -> str:
        """The title that the document goes by."""
        return self.metadata["title"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: of the file at `path`, or of what it holds at `place` (`表.xlsx 第3行`).

    `state` is one of STATES (twin: another document reads the same);
    `repairs` counts applied edits by rule, `proposed` those that wait for a person, `unresolved` the
    units no organisation is known for.
    """

    path: Path
    place: str
    state: str
    title: str = ""
    doc_id: str = ""
    clauses: int = 0
    repairs: tuple[tuple[str, int], ...] = ()
    proposed: int = 0
    units: int = 0
    unresolved: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def segmented(
    data: bytes,
    name: str,
    known: gazetteer.Gazetteer | None = None,
    given: Mapping[str, str] = NOTHING,
) -> Cut:
    """Read, repair and cut a file's bytes, and resolve its units by the shipped table or by `known`.
    `given` is what is known of the document beside its text. Raises UnreadableFile.
    """
    source = formats.read_bytes(data, name)
    said = {**source.metadata, **given}
    segments = text.cut(source.text)
    known = known or gazetteer.load()
    beside = [text.simplified(said[what]) for what in ("title", "issuer") if what in said]
    places = known.places("\n".join([*beside, _front(segments)]))
    named = tuple(
        replace(s, mentions=gazetteer.mentions(s, source.text, text.simplified, known, places))
        if s.kind == "clause"
        else s
        for s in segments
    )
    # A page is often named after the notice that sends the document; a table says what it is to be called.
    title = given.get("title") or _title(named) or said.get("title") or Path(name).stem
    return Cut(source, named, places, {**said, "title": title})


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that paths stand for: themselves, and what lies in folders, hidden files left out."""
    for path in paths:
        if path.is_dir():
            inside = (one for one in sorted(path.rglob("*")) if one.is_file())
            yield from (
                one for one in inside if not any(p.startswith(".") for p in one.relative_to(path).parts)
            )
        else:
            yield path


def import_files(
    project: Project,
    reviewer: str,
    codebook: Codebook,
    paths: Sequence[Path],
    progress: Callable[[Outcome], None] = lambda _: None,
) -> list[Outcome]:
    """Import files, and all documents that they hold, one by one; `progress` hears of each as it is done."""
    outcomes = []
    for path in paths:
        for member in formats.members(path):
            try:
                outcome = import_member(project, reviewer, codebook, path, member)
                bigrams.extend(project)
            except UnreadableFile as error:
                outcome = Outcome(path, member.place, "failed", notes=(str(error),))
            outcomes.append(outcome)
            progress(outcome)
    return outcomes


def import_member(
    project: Project, reviewer: str, codebook: Codebook, path: Path, member: formats.Member
) -> Outcome:
    """Import one document of the file at `path`. Raises UnreadableFile; changes nothing where the document
    is known already.
    """
    data, place = member.load(), member.place
    doc_id = document_id(data)
    if documents.known(project, doc_id):
        state = "known" if documents.document(project, doc_id) else "retired"
        return Outcome(path, place, state, doc_id=doc_id)
    known = gazetteer.extended(additions.additions(project).values())
    cut = segmented(data, place, known, member.metadata)
    if twin := documents.with_text(project, cut.source.sha256):
        return Outcome(path, place, "twin", doc_id=twin)
    arrivals.add_document(
        project,
        reviewer,
        doc_id=doc_id,
        file_sha256=sha256(data),
        file_name=os.fsencode(place).decode("utf-8", "backslashreplace"),
        source=cut.source,
        cutter=text.CUTTER,
        segments=cut.segments,
        metadata={**cut.metadata, "places": list(cut.places)},
        suggested=list(suggestions(cut, codebook)),
    )
    return _outcome(path, member, doc_id, cut)


def suggestions(cut: Cut, codebook: Codebook) -> Iterator[Suggestion]:
    """What the import suggests for each clause."""
    suggester = _suggester(codebook)
    digest = cut.source.sha256  # made anew each time it is asked for
    for segment, following in zip(cut.segments, (*cut.segments[1:], None), strict=True):
        yield from suggester.suggest(cut.source.text, digest, segment, following)


@lru_cache(2)
def _suggester(codebook: Codebook) -> suggest.Suggester:
    return suggest.Suggester(codebook, text.simplified, Breaks)


def _front(segments: Sequence[Segment]) -> str:
    """What a document says of itself above its text, in simplified characters."""
    first = next((n for n, s in enumerate(segments) if s.kind in ("clause", "heading")), len(segments))
    front = [s.text for s in segments[:first] if s.kind in FRONT]
    titles = [s.text for s in segments if s.kind == "title"]
    return text.simplified("\n".join([*titles, *front]))


def _title(segments: Sequence[Segment]) -> str:
    """The title above the clauses: of a notice and the plan it sends, the plan's."""
    title = ""
    for segment in segments:
        if segment.kind == "title":
            title = segment.text
        elif segment.kind in ("clause", "heading") and title:
            break
    return title.replace("\n", "")


def _outcome(path: Path, member: formats.Member, doc_id: str, cut: Cut) -> Outcome:
    edits = [edit for segment in cut.segments for edit in segment.edits]
    mentions = [mention for segment in cut.segments for mention in segment.mentions]
    unresolved = dict.fromkeys(m.name for m in mentions if m.org_id is None and not m.collective)
    return Outcome(
        path=path,
        place=member.place,
        state="new",
        title=cut.title,
        doc_id=doc_id,
        clauses=sum(segment.kind == "clause" for segment in cut.segments),
        repairs=tuple(sorted(Counter(e.rule for e in edits if e.state == "applied").items())),
        proposed=sum(e.state == "proposed" for e in edits),
        units=len(mentions),
        unresolved=tuple(unresolved),
        notes=(*cut.source.notes, *member.notes),
    )


def report(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """How many files came to each state."""
    counts = Counter(one.state for one in outcomes)
    return {state: counts[state] for state in STATES}
