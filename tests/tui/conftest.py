"""Two small documents, a project of them, and the app on it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from annotator.flows.opening import codebook_of, create
from annotator.model.cutting import Segment
from annotator.model.ids import clause_id, document_id, sha256
from annotator.model.review import Suggestion
from annotator.model.source import Source
from annotator.store import cuttings
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp

FIRST = ["加快建设算力调度系统。(责任单位:市数据局)", "探索建立数据流通机制。", "加强组织领导。"]
SECOND = ["推进智慧养老院建设。", "完善标准体系。"]


def add(project: Project, name: str, lines: list[str], *, suggest: bool = True) -> str:
    """A document with one clause a line; the first has a unit in its tail, a type and a priority."""
    text = "".join(line + "\n" for line in lines)
    segments, suggested, at = [], [], 0
    for line in lines:
        cut = line.find("(责任单位")
        end = at + (cut if cut >= 0 else len(line))
        tail = line[cut:] if cut >= 0 else ""
        segments.append(
            Segment(
                "clause", 1, "", (), at, at + len(line) + 1, text[at:end], at, end,
                tail, end, end + len(tail), lead=0,
            )
        )  # fmt: skip
        if suggest and tail:
            subject = clause_id(sha256(text), at, at + len(line) + 1)
            start = end + tail.index("市数据局")
            unit = {
                "org_id": "org-sh-sjj", "name": "上海市数据局", "role": "responsible", "stated": True,
                "surface": "市数据局", "start": start, "end": start + 4,
            }  # fmt: skip
            suggested += [
                Suggestion(subject, "responsible_unit", "import", "rules/1", (unit,), 0.9),
                Suggestion(subject, "clause_type", "import", "rules/1", ("task",), 0.8),
                Suggestion(subject, "priority", "import", "rules/1", ("expedited",), 0.8),
            ]
        at += len(line) + 1
    cuttings.add_document(
        project, "王芳", doc_id=document_id(text.encode()), file_sha256=sha256(text), file_name=name,
        source=Source(text, "txt/1"), cutter="test", segments=segments, metadata={"title": name},
        suggested=suggested,
    )  # fmt: skip
    return document_id(text.encode())


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create(tmp_path / "annotator.db", "王芳") as made:
        add(made, "算力方案", FIRST)
        add(made, "养老意见", SECOND)
        yield made


@pytest.fixture
def screens(project: Project) -> Callable[..., Any]:
    """`async with screens() as pilot`: the app on the project, 80 by 24 unless said otherwise."""

    @asynccontextmanager
    async def running(reviewer: str = "王芳", size: tuple[int, int] = (80, 24)):  # type: ignore[no-untyped-def]
        app = AnnotatorApp(project, codebook_of(project), reviewer)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            yield pilot
            await asyncio.sleep(0)

    return running


def shown(pilot: Any) -> str:
    """The text of the screen. Textual has no public way to it."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in strips)
