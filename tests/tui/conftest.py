"""Two small documents, a project of them, and the app on it."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.cutting import Segment
from annotator.model.ids import clause_id, document_id, sha256
from annotator.model.review import Suggestion
from annotator.model.source import Source
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.linear.talk import Talk
from annotator.tui.resuming import resume
from tests.making import store_document

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
    store_document(
        project, "王芳", doc_id=document_id(text.encode()), file_sha256=sha256(text), file_name=name,
        source=Source(text, "txt/1"), cutter="test", segments=segments, metadata={"title": name},
        suggested=suggested,
    )  # fmt: skip
    return document_id(text.encode())


def parsed_once(parse: Callable[..., list[RuleSet]]) -> Callable[..., list[RuleSet]]:
    """Style sheets are the same for every application of a run; Textual keeps what it parsed for one alone."""
    known: dict[object, list[RuleSet]] = {}

    def parsing(sheet: Stylesheet, *parts: object, **named: object) -> list[RuleSet]:
        key = parts, frozenset(named.items()), frozenset(sheet._variables.items())
        if key not in known:
            known[key] = parse(sheet, *parts, **named)
        return known[key]

    return parsing


@pytest.fixture(scope="session", autouse=True)
def _styles() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed_once(Stylesheet._parse_rules))
        yield


@pytest.fixture(scope="session")
def two_documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `project` copies."""
    path = tmp_path_factory.mktemp("two") / "annotator.db"
    with create(path, "王芳") as project:
        add(project, "算力方案", FIRST)
        add(project, "养老意见", SECOND)
    return path


@pytest.fixture
def project(tmp_path: Path, two_documents: Path) -> Iterator[Project]:
    with Project.open(Path(shutil.copy(two_documents, tmp_path))) as project:
        yield project


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


PLAN = """某市人工智能行动方案

一、总体要求

以发展为主题，推动产业升级，到2027年建成先行区。

二、重点任务

（一）夯实底座。

1.建设算力平台。建设统一的算力平台，提供服务。

2.归集公共数据。归集各类公共数据，开放共享。

（二）拓展场景。

1.发展智慧养老。建设智慧养老院，完善标准。

2.推广自动驾驶。开放测试道路，加快示范。

3.布局充电设施。加快建设充电桩，完善网络。

三、保障措施

（一）加强领导。建立联席会议制度，压实责任。

（二）加大投入。统筹财政资金，支持项目建设。
"""
NOTICE = "某区數據工作要點\n\n一、數據歸集\n\n1.建設平臺。建設數據平臺，歸集數據。\n\n2.完善制度。完善管理制度，明確責任。\n"


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Project]:
    """Two documents with headings, as they are imported."""
    (tmp_path / "行动方案.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "工作要点.txt").write_text(NOTICE, encoding="utf-8")
    with create(tmp_path / "plan.db", "王芳") as project:
        files = [tmp_path / "行动方案.txt", tmp_path / "工作要点.txt"]
        import_files(project, "王芳", codebook_of(project), files)
        yield project


Say = Callable[..., str]


@pytest.fixture
def talk(project: Project) -> Talk:
    """A reviewer who talks line by line."""
    desk = resume(Reviewing(project, codebook_of(project), "王芳"))
    assert desk is not None
    return Talk(desk)


@pytest.fixture
def say(talk: Talk) -> Say:
    """`say(line, …)`: says lines one after the other; gives what is read after the last."""

    def saying(*lines: str) -> str:
        read: list[str] = []
        for line in lines:
            read = list(talk.answer(line))
        return "\n".join(read)

    return saying


async def until(pilot: Any, words: str) -> None:
    """Wait until the screen shows what a thread finds."""
    for _ in range(400):
        await pilot.pause(0.05)  # the thread wants its turn, too
        if words in shown(pilot):
            return
    raise AssertionError(f"“{words}” did not come:\n{shown(pilot)}")
