"""Marking words of a clause by keyboard and by mouse, as it is stored."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from annotator.flows.opening import create
from annotator.store import documents, reviews
from annotator.store.project import Project
from tests.tui.conftest import add, shown

GOAL = "到2027年，建成智能体20个以上，算力规模达到40万吨。"
PLAIN = "支持市数据局建设平台，探索机制。(责任单位:市数据局)"
BARE = "2027年起具备“一张图”和100+公共空间质量指数、200+安全指数。"
MIXED = "具备100+指数，建成智能体20个以上。"
TARGET, UNIT = "5", "3"


@pytest.fixture
def project(tmp_path: Path) -> Any:
    with create(tmp_path / "annotator.db", "王芳") as made:
        add(made, "目标方案", [GOAL, PLAIN, BARE, MIXED])
        yield made


def said(project: Project, number: int = 0) -> Any:
    clause = documents.clause(project, documents.listing(project)[0], number)
    assert clause
    return reviews.review(project, clause.clause_id, "王芳")


def surfaces(items: Any) -> list[str]:
    return [item["surface"] for item in items or ()]


async def press(pilot: Any, *keys: str) -> None:
    """One key after the other, each drawn; the words of the dictionary are there."""
    for key in keys:
        if key.isascii():
            await pilot.press(key)
        else:  # what an input method sends; the pilot knows no name of it
            pilot.app.post_message(Key("other", key))
            await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def test_the_next_target_found_is_selected_and_enter_takes_it(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, TARGET, "left_square_bracket")
        assert "标目标指标：“20个以上”" in shown(pilot)
        await press(pilot, "enter")
        (span,) = said(project).values["target"]
    assert span["surface"] == "20个以上"
    assert (span["value"], span["unit"], span["comparator"]) == (20, "个", "at_least")
    assert span["deadline"] == "2027"


async def test_the_form_shows_what_was_read_and_enter_goes_to_the_next_target(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, TARGET, "【", "enter")
        assert "[l 不少于]" in shown(pilot)
        assert re.search("目标值 +20 ", shown(pilot))
        assert "2027" in shown(pilot)
        await press(pilot, "enter")
        assert "“40万吨”" in shown(pilot)
        await press(pilot, "enter", "escape", "escape")
        assert "20个以上（智能体，2027）、40万吨" in shown(pilot)
    assert surfaces(said(project).values["target"]) == ["20个以上", "40万吨"]


async def test_a_number_may_be_written_in_hanzi_and_what_is_none_is_told(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, TARGET, "【", "enter", "down", "down")
        pilot.app.screen.focused.value = "很多"
        await press(pilot, "enter")
        assert "目标值要写数字，如 50；现在是“很多”。" in shown(pilot)
        pilot.app.screen.focused.value = "五十亿"
        await press(pilot, "enter")
    assert said(project).values["target"][0]["value"] == 5_000_000_000


async def test_the_first_figure_is_selected_though_nothing_may_be_a_target(screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, *["pagedown"] * 2, TARGET, "left_square_bracket")
        assert "标目标指标：“100+”" in shown(pilot)
        assert "n p 下一个数" in shown(pilot)
        await press(pilot, "n")
        assert "标目标指标：“200+”" in shown(pilot)
        await press(pilot, "p")
        assert "标目标指标：“100+”" in shown(pilot)


async def test_what_may_be_a_target_comes_first_and_every_other_number_is_gone_to(screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, *["pagedown"] * 3, TARGET, "left_square_bracket")
        assert "标目标指标：“20个以上”" in shown(pilot)
        await press(pilot, "p")
        assert "标目标指标：“100+”" in shown(pilot)


async def test_what_was_marked_is_said_beside_the_keys_with_the_way_out(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, *["pagedown"] * 2, TARGET, "left_square_bracket", "enter")
        assert "[l 不少于]" in shown(pilot)
        assert "公共空间质量指数" in shown(pilot)
        await press(pilot, "enter")
        assert "已标“100+”；Esc 返回标注" in shown(pilot)
        assert "标目标指标：“200+”" in shown(pilot)
        await press(pilot, "right")
        assert "Esc 返回标注" not in shown(pilot)
        await press(pilot, "escape")
        assert "目标指标  100+（公共空间质量指数）" in shown(pilot)
    (span,) = said(project, 2).values["target"]
    assert (span["comparator"], span["value"], span["indicator"]) == ("at_least", 100, "公共空间质量指数")


async def test_a_mark_taken_away_in_the_form_is_not_said_to_be_there(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, TARGET, "left_square_bracket", "enter", "f8")
        assert "Esc 返回标注" not in shown(pilot)
    assert "target" not in said(project).values


async def test_attributes_are_changed_in_the_form(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, TARGET, "left_square_bracket", "enter")
        await press(pilot, "down", "m", "down", *"３０", "enter")
        (span,) = said(project).values["target"]
    assert (span["comparator"], span["value"]) == ("at_most", 30)


async def test_a_date_that_is_none_is_refused_with_a_sentence_and_the_mark_stays(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, TARGET, "left_square_bracket", "enter", *["down"] * 5, *"13", "enter")
        assert "13" in shown(pilot)
        assert "“13”不是日期" in shown(pilot)
        await press(pilot, "escape")
    assert said(project).values["target"][0]["deadline"] == "2027"


async def test_words_are_chosen_by_steps_and_become_evidence(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "2", "left_square_bracket")
        await press(pilot, "right", "space", "right", "enter", "escape")
        assert "依据：“市数据局建设”" in shown(pilot)
    assert surfaces(said(project, 1).evidence["category"]) == ["市数据局建设"]


async def test_the_moving_end_goes_by_characters_and_changes_sides(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "2", "left_square_bracket", "right")
        await press(pilot, "。", "full_stop", "comma", "tab", "comma", "enter")
    assert surfaces(said(project, 1).evidence["category"]) == ["持市数据局建"]


async def test_full_width_keys_mean_the_keys(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "2", "【", "，", "enter")
    assert len(surfaces(said(project).evidence["category"])) == 1


async def test_the_tail_can_be_marked(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "1", "left_square_bracket", "end", "enter")
    (place,) = said(project, 1).evidence["clause_type"]
    assert place["surface"] == "市数据局"
    assert place["start"] > len(GOAL) + PLAIN.index("责任")


async def test_a_range_stays_in_its_part(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "1", "left_square_bracket", "space", "end", "enter")
    assert surfaces(said(project, 1).evidence["clause_type"]) == ["支持市数据局建设平台，探索机制。"]


async def test_a_mark_is_removed_and_undo_puts_it_back(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "2", "left_square_bracket", "enter")
        assert said(project).evidence
        await press(pilot, "backspace")
        assert not said(project).evidence
        await press(pilot, "ctrl+z")
        assert said(project).evidence
        await press(pilot, "backspace", "backspace")
        assert "没有“主题类别”的标记" in shown(pilot)


async def test_words_are_marked_for_the_unit_under_the_cursor(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", UNIT, "a", "down", "left_square_bracket", "home", "right")
        assert "依据：“市数据局”" in shown(pilot)
        await press(pilot, "enter")
        (unit,) = said(project, 1).values["responsible_unit"]
    assert unit["start"] == len(GOAL) + 1 + PLAIN.index("市数据局")
    assert unit["stated"]


async def test_a_unit_that_nobody_suggested_is_looked_up(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", UNIT, "left_square_bracket", "p", "enter")
        assert "是哪个单位" in shown(pilot)
        await press(pilot, "enter")
    (unit,) = said(project, 1).values["responsible_unit"]
    assert unit["surface"] == "市数据局"
    assert unit["stated"]


async def test_a_mark_on_a_unit_is_removed_and_the_unit_stays(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", UNIT, "a", "left_square_bracket", "end", "backspace")
    (unit,) = said(project, 1).values["responsible_unit"]
    assert (unit["stated"], unit["start"], unit["org_id"]) == (False, None, "org-sh-sjj")


async def test_the_panel_opens_a_marked_target_by_its_letter(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, TARGET, "left_square_bracket", "enter", "escape", "escape")
        assert "✓20个以上" in shown(pilot)
        await press(pilot, "a")
        assert "指标名称" in shown(pilot)
        await press(pilot, "f8")
    assert said(project).values.get("target") is None


async def test_a_field_that_does_not_apply_says_so(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "1", "a", TARGET, "left_square_bracket")
        assert "不适用；请先改别的项" in shown(pilot)


def cell(pilot: Any, words: str) -> tuple[int, int]:
    """Where words stand on the screen."""
    from rich.cells import cell_len

    lines = shown(pilot).split("\n")
    y = next(n for n, line in enumerate(lines) if words in line)
    return cell_len(lines[y][: lines[y].index(words)]), y


async def test_the_mouse_selects_by_dragging(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "2", "left_square_bracket")
        x, y = cell(pilot, "建成智能体")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 8, y))
        await pilot.mouse_up(offset=(x + 8, y))
        await press(pilot, "enter")
    assert surfaces(said(project).evidence["category"]) == ["建成智能体"]


async def test_a_click_selects_the_mark_there(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, TARGET, "left_square_bracket", "enter", "escape", "home")
        x, y = cell(pilot, "20个以上，")
        await pilot.click(offset=(x + 3, y))
        await pilot.pause()
        assert "已标：20个以上" in shown(pilot)


@pytest.mark.parametrize(
    "text", ["a\x1b[31m\u202e红 <b>[/b] \u200b条款", "，。", "\U0001f600" * 3, "x" * 5000]
)
async def test_hostile_words_can_be_marked(text: str, project: Project, screens: Callable[..., Any]) -> None:
    add(project, "怪", [text])
    (doc,) = [one for one in documents.listing(project) if one.title == "怪"]
    async with screens() as pilot:
        pilot.app.screen.desk.open(doc, 0)
        await press(pilot, "2", "left_square_bracket", "space", "end", "up", "down", "enter")
        assert "\x1b" not in shown(pilot)
        await press(
            pilot,
            "comma",
            "n",
            "p",
            "tab",
            "left",
            "right",
            "home",
            "backspace",
            "escape",
            "5",
            "【",
            "enter",
        )


async def test_marking_turns_from_the_source_to_the_clean_text(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "grave_accent", TARGET, "left_square_bracket")
        assert pilot.app.screen.review.sight.view == "clean"
        await press(pilot, "enter")
    assert surfaces(said(project).values["target"]) == ["20个以上"]
