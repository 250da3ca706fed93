"""What the key bar tells of the keys before they are pressed, and beside them of what they have done."""

from typing import Any

import pytest

from annotator.model.review import Suggestion
from annotator.store import documents, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import shown
from tests.tui.test_review_keys import said


def bar(pilot: Any) -> str:
    """The last line of the screen."""
    return shown(pilot).split("\n")[-1]


async def test_the_key_bar_says_what_space_would_do_now(screens: Any) -> None:
    async with screens() as pilot:
        assert "空格 全部采纳" in bar(pilot)
        await pilot.press("2", "i")
        assert "空格 采纳并完成" in bar(pilot)
        await pilot.press("2", "i", "1", "t", "4", "z")
        assert "空格 采纳建议" in bar(pilot)
        await pilot.press("3", "a")
        assert "空格" not in bar(pilot)


@pytest.mark.parametrize("field", "12345")
async def test_eighty_columns_tell_how_to_go_on_and_how_to_go_to_another_field(
    field: str, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", field)
        assert {"回车", "空格", "Tab"} <= set(bar(pilot).split())
        assert "PgUp/Dn 上下条" in bar(pilot)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"previous": "ctrl+b", "next": "ctrl+n"}, "Ctrl+B/N 上下条"),
        ({"previous": "k", "next": "j"}, "k/j 上下条"),
        ({"previous": "", "next": "pagedown"}, "PgDn 上下条"),
    ],
)
async def test_keys_of_the_users_own_stand_in_the_bar(
    own: dict[str, str], told: str, project: Project
) -> None:
    app = AnnotatorApp(project, codebook_of(project), "王芳", own_keys=own)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told in bar(pilot)


async def test_space_that_finishes_says_so_beside_the_keys_until_the_next_key(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "space")
        assert said(project).state == "submitted"
        assert "第 2/3 条" in shown(pilot)
        assert "第 1 条已采纳并完成 Ctrl+Z 撤销" in bar(pilot)
        assert "回车 完成并下一条" in bar(pilot)
        await pilot.press("tab")
        assert "已采纳" not in bar(pilot)


async def test_space_that_leaves_a_decision_says_no_such_thing(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("space")
        assert said(project).state == "draft"
        assert "已采纳并完成" not in shown(pilot)


async def test_undo_of_an_act_that_accepted_and_finished_counts_the_labels(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "space", "ctrl+z")
        assert said(project).values == {"category": ["infra"]}
        assert "已撤销：已完成，连同 3 项标签（第 1 条）" in bar(pilot)
        await pilot.press("ctrl+y")
        assert "已重做：已完成，连同 3 项标签（第 1 条）" in bar(pilot)


async def test_a_correction_that_leaves_a_clause_complete_leaves_it_finished(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "space", "pageup", "2", "d", "g", "1", "p")
        review = said(project)
        assert review.values["category"] == ["infra", "data", "govserv"]
        assert review.values["clause_type"] == ["project"]
        assert review.state == "submitted"
        assert "草稿" not in bar(pilot)


async def test_a_correction_that_leaves_a_finished_clause_open_makes_a_draft_until_it_is_answered(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "space", "pageup", "2", "i")
        assert said(project).state == "draft"
        assert "本条改回草稿，补上这一项就恢复完成" in bar(pilot)
        await pilot.press("d")
        assert (said(project).values["category"], said(project).state) == (["data"], "submitted")
        assert "已改好，本条仍是已完成" in bar(pilot)
        await pilot.press("ctrl+z")
        assert ("category" in said(project).values, said(project).state) == (False, "draft")
        await pilot.press("ctrl+z")
        assert (said(project).values["category"], said(project).state) == (["infra"], "submitted")


async def test_a_clause_whose_finishing_was_undone_is_not_finished_by_an_answer(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "space", "ctrl+z")
        assert said(project).state == "draft"
        await pilot.press("1", "t", "2", "d", "3", "minus", "4", "w")
        assert said(project).state == "draft"


async def test_a_clause_that_was_skipped_and_taken_up_is_finished_by_its_reviewer_alone(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "space", "pageup", "comma", "pageup", "comma")
        assert said(project).state == "draft"
        await pilot.press("2", "d")
        assert said(project).state == "draft"


async def test_a_type_that_asks_for_more_makes_a_draft_again(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("a", "o", "3", "minus", "enter")
        assert said(project).state == "submitted"
        await pilot.press("pageup", "1", "t")
        assert said(project).state == "draft"
        assert "改回草稿" in bar(pilot)


async def test_units_dropped_in_the_picker_until_none_is_left_make_a_draft_again(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("2", "i", "space", "pageup", "slash")
        await pilot.pause()
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "responsible_unit" not in said(project).values
        assert said(project).state == "draft"
        assert "改回草稿" in bar(pilot)


async def test_suggested_units_left_by_one_entered_are_told_with_the_keys_that_take_them(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press(*"ghzy")
        await pilot.pause()
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "另有 1 个建议的单位未采纳，按 a 采纳" in bar(pilot)
        await pilot.press("a")
        names = [unit["name"] for unit in said(project).values["responsible_unit"]]
        assert sorted(names) == ["上海市数据局", "上海市规划和自然资源局"]


async def test_a_look_into_the_picker_tells_nothing(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("slash")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "建议的单位" not in bar(pilot)


async def test_a_suggestion_passed_over_has_another_sign_and_is_explained(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        assert "»任务举措" in shown(pilot)
        await pilot.press("p", "1")
        assert "›任务举措" in shown(pilot)
        assert "✓工程行动" in shown(pilot)
        assert "› 是没有采纳的建议" in shown(pilot)
        await pilot.press("t", "1")
        assert "✓任务举措" in shown(pilot)
        assert "建议来自导入规则" in shown(pilot)


async def test_a_second_enter_is_asked_for_and_space_named_only_where_it_accepts(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("enter")
        assert "没填：条款类型、主题类别、责任单位、优先级；" in bar(pilot)
        assert bar(pilot).endswith("再按回车记为“文中未写明”，空格采纳")
        await pilot.press("pagedown", "enter")
        assert "再按回车" in bar(pilot)
        assert "空格" not in bar(pilot)


async def test_space_that_finishes_names_what_it_leaves_for_none(project: Project, screens: Any) -> None:
    clause = documents.clause(project, documents.listing(project)[0], 1)
    assert clause is not None
    suggestions.add(project, [Suggestion(clause.clause_id, "category", "bert", "1", ("data",), 0.9)])
    async with screens() as pilot:
        await pilot.press("pagedown", "t", "z", "space")
        assert said(project, 1).values["responsible_unit"] == []
        assert "第 2 条已完成，责任单位记为未写明 Ctrl+Z 撤销" in bar(pilot)
