"""Keys of the review screen, read back from the store."""

from typing import Any

import pytest
from textual.events import Key

from annotator.flows.opening import create
from annotator.model.review import Review
from annotator.store import documents, events, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.desk import LONGEST_PAUSE
from tests.tui.conftest import add, shown


def said(project: Project, ord_no: int = 0, document: int = 0, reviewer: str = "王芳") -> Review:
    place = documents.listing(project)[document]
    clause = documents.clause(project, place, ord_no)
    assert clause is not None
    return reviews.review(project, clause.clause_id, reviewer)


async def test_a_letter_picks_a_code_and_the_screen_shows_it(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t")
        assert said(project).values == {"clause_type": ["task"]}
        assert "任务举措" in shown(pilot)
        assert "草稿" in shown(pilot)


async def test_a_single_choice_moves_on_to_the_next_field(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "i", "d")
        assert said(project).values["category"] == ["infra", "data"]


async def test_a_letter_of_a_later_field_alone_needs_no_key_to_go_there(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "t", "d")
        assert "a 探索储备" in shown(pilot)
        await pilot.press("z", "enter")
        review = said(project, 1)
        assert review.values["priority"] == ["expedited"]
        assert review.state == "submitted"


async def test_a_letter_that_no_open_field_knows_changes_nothing(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "a", "z")
        assert said(project, 1).values == {"clause_type": ["status"]}


async def test_the_same_letter_again_takes_the_code_back(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "d", "i")
        assert said(project).values["category"] == ["data"]
        await pilot.press("d")
        assert "category" not in said(project).values


async def test_a_fourth_category_is_refused_with_a_sentence(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "d", "m", "s")
        assert said(project).values["category"] == ["infra", "data", "model"]
        assert "最多选 3 项" in shown(pilot)


async def test_arrows_and_enter_alone_choose(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("down", "down", "enter")
        assert said(project).values == {"clause_type": ["status"]}


async def test_full_width_keys_of_an_input_method_are_understood(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        for character in "４ｚ＝":
            pilot.app.screen.post_message(Key("full_width", character))
            await pilot.pause()
        await pilot.pause()
        review = said(project)
        assert review.values == {"priority": ["expedited"]}
        assert review.flagged


async def test_a_hanzi_says_that_the_input_method_is_on(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("啊")
        assert "请关闭中文输入法" in shown(pilot)
        assert not said(project).touched


async def test_enter_finishes_and_goes_to_the_next_clause(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "i", "3", "a", "4", "z", "enter")
        assert said(project).state == "submitted"
        assert "第 2/3 条  完成 1" in shown(pilot)
        assert "✓ 加快建设" in shown(pilot)


async def test_enter_names_the_decisions_left_before_it_takes_them_for_none(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("4", "z", "enter")
        assert "没填：条款类型、主题类别、责任单位" in shown(pilot)
        assert said(project).state == "draft"
        await pilot.press("enter")
        review = said(project)
        assert review.state == "submitted"
        assert review.values == {
            "clause_type": [], "category": [], "responsible_unit": [], "priority": ["expedited"],
        }  # fmt: skip


async def test_taking_an_answer_back_reopens_a_finished_clause(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "i", "3", "a", "4", "z", "enter", "pageup", "4", "backspace")
        assert said(project).state == "draft"
        assert "完成 0" in shown(pilot)
        await pilot.press("ctrl+z")
        assert said(project).state == "submitted"


async def test_an_empty_clause_is_finished_only_by_a_second_enter(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("enter")
        assert not said(project).touched
        assert "没填" in shown(pilot)
        await pilot.press("enter")
        assert said(project).state == "submitted"


async def test_space_accepts_what_is_suggested_and_stops_at_what_is_missing(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("space")
        review = said(project)
        assert review.values["clause_type"] == ["task"]
        assert review.values["priority"] == ["expedited"]
        assert review.values["responsible_unit"][0]["org_id"] == "org-sh-sjj"
        assert review.state == "draft"
        await pilot.press("i", "enter")
        assert said(project).state == "submitted"
    taken = [e for e in events.read(project) if e.origin == "suggestion"]
    assert {e.field for e in taken} == {"clause_type", "priority", "responsible_unit"}
    assert all(e.suggested for e in taken)


async def test_the_suggestion_of_the_field_in_focus_is_taken_alone(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("3")
        assert "& 只采纳本项" in shown(pilot)
        await pilot.press("ampersand")
        review = said(project)
        assert list(review.values) == ["responsible_unit"]
        assert review.values["responsible_unit"][0]["org_id"] == "org-sh-sjj"
        assert "只采纳本项" not in shown(pilot)
        await pilot.press("ampersand")
        assert "或已经填了" in shown(pilot)
        await pilot.press("ctrl+z")
        assert not said(project).touched


async def test_no_suggestion_is_offered_or_taken_where_the_field_does_not_apply(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("a", "4")
        assert "只采纳本项" not in shown(pilot)
        await pilot.press("ampersand")
        assert "对这一条不适用" in shown(pilot)
        assert list(said(project).values) == ["clause_type"]


async def test_a_suggestion_is_not_a_label(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        assert "建议：任务举措" in shown(pilot)
        assert not said(project).touched


async def test_minus_says_that_the_text_states_nothing(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("3", "minus")
        assert said(project).values == {"responsible_unit": []}
        assert "文中未写明" in shown(pilot)
        await pilot.press("3", "backspace")
        assert not said(project).touched


async def test_a_field_that_does_not_apply_says_so(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("a")
        assert "不适用" in shown(pilot)


async def test_skip_flag_question_and_note_are_stored(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("=", "'")
        await pilot.press(*"谁牵头")
        await pilot.press("escape", "semicolon", *"看附件", "enter", *"二", "escape")
        await pilot.pause()
        review = said(project)
        assert (review.flagged, review.question, review.note) == (True, "谁牵头", "看附件\n二")
        assert "存疑 · 有提问 · 有备注" in shown(pilot)
        await pilot.press("comma")
        assert said(project).state == "skipped"
        assert "第 2/3 条" in shown(pilot)


async def test_undo_and_redo_go_back_to_the_clause_across_restarts(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "i", "3", "-", "4", "z", "enter", "a")
    async with screens() as pilot:
        assert "第 2/3 条" in shown(pilot)
        await pilot.press("ctrl+z")
        assert not said(project, 1).touched
        await pilot.press("ctrl+z")
        assert said(project).state == "draft"
        assert "第 1/3 条" in shown(pilot)
        await pilot.press(*["ctrl+z"] * 4)
        assert not said(project).touched
        await pilot.press("ctrl+z")
        assert "没有可撤销的操作" in shown(pilot)
        await pilot.press(*["ctrl+y"] * 6)
        assert said(project).state == "submitted"
        assert said(project, 1).values == {"clause_type": ["status"]}


async def test_space_goes_on_when_nothing_is_left_and_names_what_is(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("space", "space")
        assert "还缺：主题类别" in shown(pilot)
        await pilot.press("i", "space")
        assert said(project).state == "submitted"
        assert "第 2/3 条" in shown(pilot)


async def test_a_unit_that_no_list_knows_becomes_one_of_the_project(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"某某局")
        await pilot.pause()
        assert "新增，待确认" in shown(pilot)
        await pilot.press("enter", "escape")
        await pilot.pause()
        (unit,) = said(project).values["responsible_unit"]
        assert (unit["org_id"][:6], unit["name"]) == ("org-x-", "某某局")


async def test_a_long_clause_says_that_there_is_more_and_scrolls(tmp_path: Any) -> None:
    with create(tmp_path / "long.db", "王芳") as long:
        add(long, "长文", ["推进平台建设。" * 80 + "最后一句。"])
        app = AnnotatorApp(long, codebook_of(long), "王芳")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "还有" in shown(pilot)
            await pilot.press(*["ctrl+down"] * 12)
            await pilot.pause()
            assert "最后" in shown(pilot)
            assert "还有" not in shown(pilot)


async def test_the_next_unfinished_clause_may_be_in_another_document(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("comma", "comma", "comma")
        assert "养老意见" in shown(pilot)
        await pilot.press("pageup", "pageup", "full_stop")
        assert "推进智慧养老院建设" in shown(pilot)


async def test_two_reviewers_do_not_see_or_touch_each_others_labels(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t")
    async with screens(reviewer="李强") as pilot:
        assert "建议：任务举措" in shown(pilot)
        assert "未开始" in shown(pilot)
        await pilot.press("a")
    assert said(project).values == {"clause_type": ["task"]}
    assert said(project, reviewer="李强").values == {"clause_type": ["status"]}


async def test_a_click_on_a_code_picks_it(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.click("LabelPanel", offset=(4, 6))
        assert said(project).values == {"clause_type": ["background"]}


async def test_the_definition_of_the_code_under_the_cursor_is_shown(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("down")
        assert "依据背景：" in shown(pilot)


async def test_a_unit_is_found_by_initials_and_stored_at_once(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"ghzy")
        await pilot.pause()
        await pilot.press("enter", "escape")
        await pilot.pause()
        (unit,) = said(project).values["responsible_unit"]
        assert unit["name"] == "上海市规划和自然资源局"
        assert unit["stated"] is False
        assert "上海市规划和自然资源局（责任）" in shown(pilot)


async def test_what_an_act_saw_and_how_long_it_took_is_in_the_log(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        pilot.app.screen.desk._since -= 5  # so long ago
        await pilot.press("t")
    (event,) = [e for e in events.read(project) if e.kind == "label"]
    assert event.suggested
    assert len(event.seen) == 16
    assert 5 <= event.seconds < LONGEST_PAUSE


@pytest.mark.parametrize("between", [["ctrl+d"], ["ctrl+d", "question_mark", "escape"], ["ctrl+r", "escape"]])
async def test_a_warning_that_is_gone_is_given_again(
    project: Project, screens: Any, between: list[str]
) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "enter")
        assert "再按" in shown(pilot)
        for key in between:
            await pilot.press(key)
            await pilot.pause()
        assert "再按" not in shown(pilot)
        await pilot.press("enter")
        assert said(project, 1) == Review()
        assert "再按" in shown(pilot)
        await pilot.press("enter")
        assert said(project, 1).state == "submitted"
