"""The repairs of a clause on the screen and in lines: looked at, decided, written, taken back, asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste

from annotator.flows.cutting import Cutting
from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.model.edit import Edit
from annotator.model.review import Person
from annotator.store import documents, events, people, pieces, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.repairing import RepairsScreen
from annotator.tui.screens.rereading import Rereading
from annotator.tui.screens.review import ReviewScreen
from annotator.tui.widgets.clause_view import ClauseView
from tests.tui.conftest import shown
from tests.tui.test_linear_editing import saying
from tests.tui.test_marking_words import press

PLAN = """某市算力方案
一、總體任務
1.構(gòu)建平臺。研(yán)發技(jì)術,建立上?!翱罩?、地表、地下”體系。(責任單位:市規劃資源局)
2.加強規劃,組織實施。
3.建立上?!翱罩?、地上”體系,加快落實。
"""
READS = "構建平臺。研發技術,建立上?!翱罩?、地表、地下”體系。"
MENDED = READS.replace("?!翱罩?", "海“空中")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    (tmp_path / "方案.txt").write_text(PLAN, encoding="utf-8")
    with create(tmp_path / "annotator.db", "王芳") as made:
        people.store(made, "王芳", Person("王芳", "王芳", roles=("owner", "annotator")))
        import_files(made, "王芳", codebook_of(made), [tmp_path / "方案.txt"])
        yield made


def reads(project: Project, number: int = 0) -> str:
    assert list(verify(project)) == []
    clause = documents.clause(project, documents.listing(project)[0], number)
    assert clause
    return clause.text


def edits(project: Project) -> list[Edit]:
    document = documents.listing(project)[0]
    clause = documents.clause(project, document, 0)
    assert clause
    return pieces.edits(project, document.cutting, clause.seq, clause.seq)


def preview(pilot: Any) -> str:
    view = pilot.app.screen.query(ClauseView).last()
    return "\n".join(passage.text for passage in view.passages)


async def test_the_header_counts_what_waits_and_a_key_shows_what_came(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        assert "~ 全文待定修复 2 条" in shown(pilot)
        await press(pilot, "～")
        assert isinstance(pilot.app.screen, RepairsScreen)
        told = shown(pilot)
        assert "構[-(gòu)-]建平臺" in told
        assert "[~?!翱罩?~]{~海“空中~}" in told
        assert "? 待定  〔?!翱罩?〕→〔海“空中〕" in told
        assert "去掉拼音残留" in told
        assert MENDED in preview(pilot), "the one that waits is under the cursor"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert reads(project) == READS


async def test_enter_accepts_what_was_proposed_and_one_undo_takes_it_back(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, "tilde", "enter")
        assert reads(project) == MENDED
        assert "已采用" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert reads(project) == READS
        assert "（第 1 条）" in shown(pilot)
        await press(pilot, "ctrl+y", "escape")
        assert reads(project) == MENDED
        assert MENDED[:8] in shown(pilot)
        assert "全文待定修复 1 条" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert reads(project) == READS


async def test_a_repair_that_was_made_is_taken_back_and_accepted_again(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, "tilde", "up", "up", "up")
        assert "现在读作" in shown(pilot)
        assert READS in preview(pilot), "what stands, and not what was given up"
        await press(pilot, "enter")
        assert reads(project) == READS, "it is in force already"
        assert "已经在用" in shown(pilot)
        await press(pilot, "backspace")
        assert reads(project).startswith("構(gòu)建平臺")
        assert "– 照原文" in shown(pilot)
        await press(pilot, "a")
        assert reads(project) == READS


async def test_another_reading_is_written_with_what_the_clause_would_be_below(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, "tilde", "e")
        assert isinstance(pilot.app.screen, Rereading)
        assert MENDED in preview(pilot)
        pilot.app.screen.focused.post_message(Paste("海的\n“空间"))
        await press(pilot, "left", "right")
        assert "建立上海的 “空间、地表" in preview(pilot)
        assert reads(project) == READS, "nothing is stored before Enter"
        await press(pilot, "enter")
        assert "建立上海的 “空间、地表" in reads(project)
        assert "person" in [one.rule for one in edits(project)]
        await press(pilot, "ctrl+z")
        assert reads(project) == READS


async def test_after_a_decision_what_stands_is_shown_as_what_stands(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "tilde")
        assert "若采用，将读作" in shown(pilot)
        await press(pilot, "enter")
        assert "现在读作" in shown(pilot)
        assert MENDED in preview(pilot)


async def test_a_damaged_place_that_nobody_can_read_is_written_instead_of_accepted(
    tmp_path: Path, screens: Any
) -> None:
    (tmp_path / "残.txt").write_text("某市算力方案\n一、任务\n1.加强\ufffd\ufffd建设。\n", encoding="utf-8")
    with create(tmp_path / "lost.db", "王芳") as lost:
        people.store(lost, "王芳", Person("王芳", "王芳", roles=("owner", "annotator")))
        import_files(lost, "王芳", codebook_of(lost), [tmp_path / "残.txt"])
        async with AnnotatorApp(lost, codebook_of(lost), "王芳").run_test(size=(80, 24)) as pilot:
            await press(pilot, "tilde")
            assert "没有可采用的" in shown(pilot)
            await press(pilot, "a")
            assert isinstance(pilot.app.screen, Rereading)
            pilot.app.screen.focused.post_message(Paste("机房"))
            await press(pilot, "left", "enter")
            assert reads(lost) == "加强机房建设。"
            assert "现在读作" in shown(pilot)


async def test_a_reading_that_was_begun_is_left_without_a_trace(project: Project, screens: Any) -> None:
    count = events.count(project)
    async with screens() as pilot:
        await press(pilot, "tilde", "e", "x", "escape", "escape")
        assert isinstance(pilot.app.screen, ReviewScreen)
    assert events.count(project) == count


async def test_words_that_no_rule_saw_are_written_otherwise(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "tilde", "plus")
        for words, told in (("没有的", "没有“没有的”"), ("地", "有 2 处"), ("平臺。研發", "")):
            line = pilot.app.screen.query("Words").first()
            line.value = words
            await press(pilot, "tab")
            assert told in shown(pilot)
            await press(pilot, "shift+tab")
        await press(pilot, "tab")
        pilot.app.screen.query("ReadsAs").first().value = "平臺,研發"
        await press(pilot, "enter")
        assert reads(project).startswith("構建平臺,研發技術")


async def test_who_may_not_repair_asks_for_it(project: Project, screens: Any) -> None:
    async with screens("李") as pilot:
        await press(pilot, "tilde")
        assert "只有负责人（王芳）能改" in shown(pilot)
        await press(pilot, "enter")
        assert "已写进给负责人的提问" in shown(pilot)
        clause = documents.clause(project, documents.listing(project)[0], 0)
        assert clause
        asked = reviews.review(project, clause.clause_id, "李").question
        assert asked == "请修复：采用：〔?!翱罩?〕→〔海“空中〕（乱码）"
        assert reads(project) == READS


async def test_the_next_that_waits_is_a_key_away(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "tilde", "full_stop")
        assert pilot.app.screen.desk.clause.ord == 2
        assert "第 3 条的修复" in shown(pilot)
        await press(pilot, "enter", "full_stop", "enter", "full_stop")
        assert "上海“空中" in reads(project, 0)
        assert "上海“空中" in reads(project, 2)
        assert "没有这样的条款" in shown(pilot)


async def test_a_screen_that_is_stale_stores_nothing_and_says_why(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "tilde")
        with Project.open(project.path) as other:
            document = documents.listing(other)[0]
            clause = documents.clause(other, document, 0)
            assert clause
            Cutting(other, codebook_of(other), "王芳").split(document, clause, clause.text.index("建立"))
        count = events.count(project)
        await press(pilot, "enter")
        assert events.count(project) == count
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "没有保存" in shown(pilot)


async def test_a_clause_without_repairs_says_so_and_takes_a_reading(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "tilde")
        assert "这一条没有修复" in shown(pilot)
        await press(pilot, "enter", "backspace", "e", "up", "down")
        assert isinstance(pilot.app.screen, RepairsScreen)
        await press(pilot, "plus")
        assert isinstance(pilot.app.screen, Rereading)


def test_lines_tell_what_came_and_a_number_decides(project: Project) -> None:
    say = saying(project)
    told = say("修复")
    assert told.startswith("原文：1.構[-(gòu)-]建平臺")
    assert "4 采用：〔?!翱罩?〕→〔海“空中〕（乱码，现在待定）" in told
    assert MENDED in say("4")
    assert reads(project) == MENDED
    say("撤销")
    assert reads(project) == READS


def test_a_line_writes_another_reading_when_it_is_said_again(project: Project) -> None:
    say = saying(project)
    assert "改读 原文的字=改成的字" in say("改读 平臺")
    assert "将读作：1.構建平台" in say("改读 平臺＝平台")
    assert reads(project) == READS
    say("改读 平臺＝平台")
    assert reads(project).startswith("構建平台。")
