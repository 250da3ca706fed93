"""What a reviewer sees beside the clause and its labels: meanings, history, pace, notices."""

from typing import Any

import pytest

from annotator.flows.opening import create
from annotator.model.event import Change
from annotator.store import events
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui import pointer
from annotator.tui.app import AnnotatorApp
from annotator.tui.pace import Pace, pace_of, pace_words, time_words
from annotator.tui.page import Page
from annotator.tui.screens import review
from annotator.tui.sight import Sight
from annotator.tui.widgets.paragraphs import Paragraphs
from annotator.words import choose
from tests.tui.conftest import add, shown
from tests.tui.test_review_keys import said

# ---------------------------------------------------------------- what a code means


@pytest.mark.parametrize("size", [(80, 24), (110, 32), (140, 45)])
async def test_the_meaning_of_a_code_unfolds_beside_the_clause_and_the_choices(
    screens: Any, size: tuple[int, int]
) -> None:
    async with screens(size=size) as pilot:
        await pilot.press("ctrl+d", "down")
        await pilot.pause()
        for words in (
            "依据背景  b",
            "条款类型 1/9",
            "包括：",
            "不含：",
            "例：",
            "取舍：",
            "加快建设算力",
            "保障措施",
        ):
            assert words in shown(pilot)
        await pilot.press("down")
        await pilot.pause()
        assert "现状成效  a" in shown(pilot)


async def test_escape_folds_the_meaning_before_it_leaves_the_clause(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert "取舍：" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "取舍：" not in shown(pilot)
        assert "第 1/3 条" in shown(pilot)
        await pilot.press("ctrl+d", "ctrl+d")
        await pilot.pause()
        assert "取舍：" not in shown(pilot)


async def test_the_meaning_stays_unfolded_while_one_moves_and_is_that_of_the_field_in_focus(
    screens: Any,
) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+d", "pagedown", "2")
        await pilot.pause()
        assert "第 2/3 条" in shown(pilot)
        assert "  主题类别  " in shown(pilot).split("\n")[1]


async def test_the_code_last_chosen_is_explained_with_the_tie_break_of_its_own_field(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+d", "t")
        await pilot.pause()
        assert "任务举措  t" in shown(pilot)
        (told, *_) = [one.passages for one in pilot.app.screen.query(".definition").results(Paragraphs)]
        assert told[-2].text == f"取舍：{codebook_of(pilot.app.project).fields[0].tie_break}"


async def test_a_long_meaning_scrolls_before_the_clause_does(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+d", "2", "down", "down")
        await pilot.pause()
        assert "还有" in shown(pilot)
        before = shown(pilot)
        await pilot.press("ctrl+down")
        await pilot.pause()
        assert shown(pilot) != before
        await pilot.press("ctrl+up")
        await pilot.pause()
        assert shown(pilot) == before


async def test_the_legend_names_what_is_marked_in_the_clause(tmp_path: Any) -> None:
    with create(tmp_path / "a.db", "王芳") as project:
        add(project, "甲", ["到2027年建成20个以上平台。(责任单位:市数据局)"])
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("ctrl+d")
            await pilot.pause()
            assert "标记：责任单位  指标  时限" in shown(pilot)
            marks = {name for one in app.screen.scene.passages if one.here for _, _, name in one.marks}
            assert {"unit", "target", "deadline"} <= marks


# ---------------------------------------------------------------- history


async def test_the_history_of_a_clause_tells_my_acts_and_those_of_the_project(
    project: Project, screens: Any
) -> None:
    async with screens(reviewer="李强") as pilot:
        await pilot.press("a")
    async with screens() as pilot:
        await pilot.press("t", "i", "d", "equals_sign", "ctrl+r")
        await pilot.pause()
        window = shown(pilot)
        assert "第 1 条的记录" in window
        assert "条款类型：任务举措" in window
        assert "主题类别：算力网络感知、数据要素" in window
        assert "存疑：是" in window
        assert "导入：算力方案" in window
        assert "李强" not in window
        assert "现状成效" not in window
        assert "cut-" not in window
        assert window.index("存疑：是") < window.index("条款类型：任务举措") < window.index("导入：")
        await pilot.press("escape")
        await pilot.pause()
        assert "第 1 条的记录" not in shown(pilot)


# ---------------------------------------------------------------- undo and notices


async def test_undo_and_redo_say_what_they_took_back(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "i", "ctrl+z")
        assert "已撤销：主题类别 算力网络感知（第 1 条）" in shown(pilot)
        await pilot.press("ctrl+y")
        assert "已重做：主题类别 算力网络感知（第 1 条）" in shown(pilot)
        await pilot.press("enter", "enter", "ctrl+z")
        assert "已撤销：已完成，连同 2 项标签（第 1 条）" in shown(pilot)
        assert said(project).state == "draft"


async def test_undo_of_an_act_on_many_clauses_counts_them(project: Project, screens: Any) -> None:
    clauses = [row[0] for row in project.db.execute("SELECT clause_id FROM clause_in_force LIMIT 3")]
    async with screens() as pilot:
        changes = [Change("label", clause, "category", ["data"]) for clause in clauses]
        events.record(project, "王芳", changes, origin="bulk")
        await pilot.press("ctrl+z")
        assert "已撤销：主题类别 数据要素（3 条）" in shown(pilot)


async def test_a_notice_goes_with_the_next_key(screens: Any) -> None:
    async with screens() as pilot:
        for key in ("ctrl+up", "pagedown", "t"):
            await pilot.press("啊")
            assert "请关闭中文输入法" in shown(pilot)
            await pilot.press(key)
            await pilot.pause()
            assert "请关闭中文输入法" not in shown(pilot)


async def test_a_notice_goes_by_itself_and_takes_its_question_along(
    project: Project, screens: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "NOTICE", 0.05)
    async with screens() as pilot:
        await pilot.press("enter")
        await pilot.pause(0.5)
        assert "没填" not in shown(pilot)
        await pilot.press("enter")
        assert said(project).state == "untouched"


# ---------------------------------------------------------------- copy and mouse


async def test_what_is_marked_cut_copied_and_drawn_is_laid_out_alike(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        desk = pilot.app.screen.desk
        for number in range(2):
            desk.go_to(number)
            sight = Sight()
            drawn = next(one.text for one in sight.scene(desk).passages if one.here)
            assert Page(desk).text == sight.copied(desk) == drawn
            assert drawn.endswith(desk.clause.tail or desk.clause.text)


async def test_a_clause_is_copied_in_the_view_in_use(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == "加快建设算力调度系统。\n(责任单位:市数据局)"
        assert "已复制 23 字" in shown(pilot)
        await pilot.press(*["grave_accent"] * 3, "ctrl+c")
        assert pilot.app.clipboard == "加快建設算力調度系統。\n(責任單位:市數據局)"


async def test_a_text_that_no_terminal_takes_is_not_copied(
    screens: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pointer, "MOST_COPIED", 10)
    async with screens() as pilot:
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == ""
        assert "没有复制" in shown(pilot)


async def test_the_mouse_is_given_to_the_terminal_and_taken_back(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+t")
        assert "鼠标已交给终端" in shown(pilot)
        await pilot.press("ctrl+t")
        assert "鼠标已收回" in shown(pilot)


# ---------------------------------------------------------------- pace


def test_times_are_told_in_hours_minutes_and_seconds() -> None:
    assert [time_words(seconds) for seconds in (0, 21.4, 59.6, 185, 3600, 7860)] == [
        "0 秒", "21 秒", "1 分 0 秒", "3 分 5 秒", "1 小时 0 分", "2 小时 11 分",
    ]  # fmt: skip
    assert pace_words(Pace()) == []
    assert pace_words(Pace(40, 21.2)) == ["今天 40 条", "每条约 21 秒"]


async def test_the_title_tells_what_is_done_today_where_there_is_room(project: Project, screens: Any) -> None:
    async with screens(size=(120, 30)) as pilot:
        await pilot.press("t", "i", "enter", "enter", "enter", "enter")
        assert "今天 2 条 · 王芳 · 第 3/3 条  完成 2" in shown(pilot)
        await pilot.press("ctrl+z")
        assert "今天 1 条" in shown(pilot)
    assert pace_of(project, "王芳").today == 1
    assert pace_of(project, "李强") == Pace()
    async with screens(size=(40, 24)) as pilot:
        assert "第 2/3 条  完成 1" in shown(pilot)
        assert "今天" not in shown(pilot)


async def test_progress_is_told_by_span_of_time_and_by_document(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "i", "enter", "enter", "equals_sign", "comma", "equals_sign", "apostrophe")
        await pilot.press(*"谁", "escape", "ctrl+p")
        await pilot.press(*"progress", "enter")
        await pilot.pause()
        window = shown(pilot)
        assert "进度：王芳" in window
        assert "今天      完成 1 条" in window
        assert "近 7 天   完成 1 条" in window
        assert "存疑 2 条  待答提问 1 条" in window
        assert "1/3         0         1         1  算力方案" in window
        assert "0/2         0         0         2  养老意见" in window
        await pilot.press("down", "escape")
        await pilot.pause()
        assert "进度：王芳" not in shown(pilot)


# ---------------------------------------------------------------- the panel of labels


@pytest.mark.parametrize(("language", "size"), [("zh", (80, 24)), ("en", (80, 24)), ("en", (140, 45))])
async def test_names_of_codes_stand_whole(screens: Any, language: str, size: tuple[int, int]) -> None:
    choose(language)
    try:
        async with screens(size=size) as pilot:
            for field in ("1", "4"):
                await pilot.press(field)
                await pilot.pause()
                for choice in pilot.app.screen.desk.choices():
                    assert choice.name in shown(pilot)
            if size[0] > 80:  # eighteen long names beside five fields have no room in 24 lines
                await pilot.press("2")
                assert all(choice.name in shown(pilot) for choice in pilot.app.screen.desk.choices())
    finally:
        choose(None)


async def test_suggested_and_chosen_are_told_by_signs_and_the_source_is_named(screens: Any) -> None:
    async with screens() as pilot:
        assert "t »任务举措" in shown(pilot)
        assert "» 建议来自导入规则，把握 80%" in shown(pilot)
        await pilot.press("t")
        assert "»" not in shown(pilot)
        await pilot.press("i")
        assert "✓算力网络感知" in shown(pilot)
        await pilot.press("d")
        assert "1算力网络感知" in shown(pilot)
        assert "2数据要素" in shown(pilot)
        assert "算力网络感知（主）、数据要素" in shown(pilot)


async def test_the_innermost_heading_stays_where_the_path_has_no_room(tmp_path: Any) -> None:
    from annotator.flows.importing import import_files

    text = "某市方案\n一、" + "推进智能应用" * 8 + "\n(一)夯实底座\n1.建设平台。建设算力平台。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with create(tmp_path / "a.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [tmp_path / "a.txt"])
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            path = shown(pilot).split("\n")[1]
            assert "…" in path
            assert "› 夯实底座" in path
