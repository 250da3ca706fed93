"""The unit picker, by its keys; the store is read back after each."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from annotator.flows import naming
from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.model.event import Change
from annotator.model.hold import Hold
from annotator.store import additions, documents, events, holding, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import shown

CITY = """上海市数据工作行动方案
一、重点任务
1.建设平台。推进数据平台建设，发挥市教委、市科委作用。（责任单位：市数据局、市经济信息化委）
2.制定标准。由市教委牵头，市财政局配合，编制标准。
3.加强保障。落实市发展改革委要求。（责任单位：各区政府、各有关部门）
4.支持企业。支持量子城市公司发展，推进智慧养老。
5.深化改革。完善机制。
"""
TRADITIONAL = """上海市數據工作行動方案
一、重點任務
1.建設平臺。推進數據平臺建設，發揮市教委、市科委作用，優化營商環境，強化監督管理。
2.完善標準。推進標準體系建設，規劃資源和經濟發展協調推進。（責任單位:市數據局）
"""
REPAIRED = """上海市数据工作行动方案
一、重点任务
1.建设平台。推进数据平台建设，发挥市教[bookmark: _Toc1]委作用。
2.完善标准。推进标准体系建设。
"""

ALL = "个建议"
"""Stands in the row for all that are suggested."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Callable[..., Project]]:
    """Makes a project of documents given as text, owned by 王芳."""
    opened: list[Project] = []

    def made(*texts: str) -> Project:
        project = create(tmp_path / "annotator.db", "王芳")
        opened.append(project)
        for n, text in enumerate(texts):
            (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
            import_files(project, "王芳", codebook_of(project), [tmp_path / f"{n}.txt"])
        return project

    yield made
    for project in opened:
        project.close()


async def press(pilot: Any, *keys: str) -> None:
    """Press keys, and let what they set off come to an end."""
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


@asynccontextmanager
async def picking(
    project: Project,
    clause: int = 1,
    document: int = 0,
    reviewer: str = "王芳",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Any]:
    """The picker on a clause, counted from 1 as on the screen."""
    app = AnnotatorApp(project, codebook_of(project), reviewer)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.screen.desk.open(documents.listing(project)[document], clause - 1)  # type: ignore[attr-defined]
        await opened(pilot)
        yield pilot


async def opened(pilot: Any) -> None:
    """The picker, the cursor on its first unit."""
    await press(pilot, "slash")
    if ALL in shown(pilot):
        await press(pilot, "down")


def units(
    project: Project, clause: int = 1, document: int = 0, reviewer: str = "王芳"
) -> list[tuple[str, str, str]]:
    """What is stored: name, role, and the words of the clause or nothing."""
    return [
        (u["name"], u["role"], u["surface"] if u["stated"] else "")
        for u in stored(project, clause, document, reviewer)
    ]


def stored(project: Project, clause: int = 1, document: int = 0, reviewer: str = "王芳") -> list[Any]:
    here = documents.listing(project)[document]
    found = documents.clause(project, here, clause - 1)
    assert found is not None
    return list(reviews.review(project, found.clause_id, reviewer).values.get("responsible_unit") or ())


def dropped(project: Project) -> None:
    """As if the import had found no unit."""
    project.db.execute("DELETE FROM suggestion WHERE field = 'responsible_unit'")


def source(project: Project, document: int = 0) -> str:
    return documents.source_text(project, documents.listing(project)[document].source_sha256)


# ---------------------------------------------------------------- what stands in the clause


async def test_units_of_the_clause_stand_first_and_enter_takes_them_as_stated(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        lines = [line for line in shown(pilot).splitlines() if "文中" in line][:4]
        order = ["上海市数据局", "上海市经济和信息化委员会", "上海市教育委员会", "上海市科学技术委员会"]
        assert [name for name, line in zip(order, lines, strict=True) if name in line] == order
        await press(pilot, "enter", "down", "enter")
    assert units(project) == [
        ("上海市数据局", "responsible", "市数据局"),
        ("上海市经济和信息化委员会", "responsible", "市经济信息化委"),
    ]
    for unit in stored(project):
        assert source(project)[unit["start"] : unit["end"]] == unit["surface"]


async def test_a_unit_that_is_named_but_not_suggested_is_anchored_to_its_words(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, "down", "down", "enter")
    (unit,) = stored(project)
    assert (unit["org_id"], unit["stated"], unit["surface"]) == ("org-sh-jw", True, "市教委")
    assert unit["start"] == source(project).index("市教委")


async def test_those_taken_stand_behind_those_not_taken_when_it_is_opened_again(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, "enter", "escape")
        await opened(pilot)
        await press(pilot, "enter")
    assert [name for name, *_ in units(project)] == ["上海市数据局", "上海市经济和信息化委员会"]


@pytest.mark.parametrize("space", ["space", "ideographic_space"])
async def test_space_takes_the_unit_and_leaves(office: Any, space: str) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        pilot.app.post_message(Key(space, " "))
        await press(pilot)
        await press(pilot, "slash")
        assert units(project) == [("上海市数据局", "responsible", "市数据局")]
        await press(pilot, *"市数据局", "space", "t")
    assert len(units(project)) == 1, "what was taken is not dropped by it"


async def test_space_asks_before_a_new_name_that_is_close_to_a_known_one(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=5) as pilot:
        await press(pilot, *"市数据管理局", "space")
        assert "再按一次仍要新增" in shown(pilot)
        await press(pilot, "space")
        assert "第 5/5 条" in shown(pilot)
        assert "相近" not in shown(pilot)
    assert units(project, 5) == [("上海市数据管理局", "responsible", "")]


async def test_enter_on_the_same_row_drops_it_again(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, "enter", "enter")
        assert units(project) == []
        await press(pilot, "enter")
    assert len(units(project)) == 1


async def test_a_typed_unit_that_the_clause_names_is_stated_and_another_is_assigned(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, *"jiaowei", "enter", *["backspace"] * 7, *"czj", "enter")
    assert units(project) == [
        ("上海市教育委员会", "responsible", "市教委"),
        ("上海市财政局", "responsible", ""),
    ]


async def test_of_a_unit_that_stands_in_text_and_tail_the_tail_is_the_evidence(office: Any) -> None:
    project = office("上海市方案\n一、任务\n1.市教委推进工作。完善机制。（责任单位：市教委）\n")
    dropped(project)
    async with picking(project) as pilot:
        await press(pilot, *"jiaowei", "enter")
    (unit,) = stored(project)
    assert unit["start"] == source(project).rindex("市教委")


async def test_words_in_traditional_characters_and_repaired_ones_are_found(office: Any) -> None:
    project = office(TRADITIONAL, REPAIRED)
    async with picking(project) as pilot:
        await press(pilot, *"市教委", "enter")
    (unit,) = stored(project)
    assert (unit["stated"], unit["surface"]) == (True, "市教委")
    async with picking(project, clause=2) as pilot:
        await press(pilot, *"市數據", "enter")
    (unit,) = stored(project, clause=2)
    assert (unit["name"], unit["surface"]) == ("上海市数据局", "市數據局")
    assert source(project)[unit["start"] : unit["end"]] == "市數據局"
    async with picking(project, document=1) as pilot:
        await press(pilot, *"jiaowei", "enter")
    (unit,) = stored(project, document=1)
    assert (unit["stated"], unit["surface"]) == (True, "市教委")
    assert source(project, 1)[unit["start"] : unit["end"]] == "市教[bookmark: _Toc1]委"
    assert not list(verify(project))


# ---------------------------------------------------------------- roles, stated or assigned


async def test_the_role_is_that_of_the_text_where_it_says_one(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=2) as pilot:
        await press(pilot, "enter", "down", "enter")
    assert units(project, 2) == [
        ("上海市教育委员会", "lead", "市教委"),
        ("上海市财政局", "participant", "市财政局"),
    ]


async def test_a_digit_gives_the_unit_under_the_cursor_its_role_or_else_the_next_one(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=5) as pilot:
        await press(pilot, "1", *"czj", "enter")
        assert units(project, 5) == [("上海市财政局", "lead", "")]
        await press(pilot, "4")
        assert units(project, 5) == [("上海市财政局", "supervisor", "")]
        await press(pilot, *["backspace"] * 3, *"jw", "enter")
        assert units(project, 5)[1] == ("上海市教育委员会", "supervisor", ""), "the role used last"
        await press(pilot, "tab")
        assert units(project, 5)[1][1] == "unspecified"
        await press(pilot, "tab")
        assert units(project, 5)[1][1] == "lead"


async def test_a_role_chosen_for_the_next_unit_is_seen_on_the_row_under_the_cursor_alone(office: Any) -> None:
    def roles() -> list[str]:
        lines = [line.replace("✓", "") for line in shown(pilot).splitlines() if "写作" in line]
        return [line.split()[1] for line in lines]

    project = office(CITY)
    async with picking(project) as pilot:
        assert roles() == ["责任"] * 4
        await press(pilot, "1")
        assert roles() == ["牵头", "责任", "责任", "责任"]
        assert "全部 2 个建议  责任：市数据局、市经济信息化委" in shown(pilot)
        await press(pilot, "down")
        assert roles() == ["责任", "牵头", "责任", "责任"]
        await press(pilot, "up", "up")
        assert roles() == ["责任"] * 4
        assert "全部 2 个建议  牵头：市数据局、市经济信息化委" in shown(pilot)
        await press(pilot, "down", "down", "enter")
        assert roles() == ["责任", "牵头", "牵头", "牵头"], "where the text says none, the role used last"
    assert units(project) == [("上海市经济和信息化委员会", "lead", "市经济信息化委")]


async def test_digits_and_signs_of_an_input_method_are_keys_too(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        for key in (Key("２", "２"), Key("enter", "\r"), Key("fullwidth_hyphen_minus", "－")):
            pilot.app.post_message(key)
            await pilot.pause()
            await pilot.pause()
        assert pilot.app.screen.query_one("Input").value == ""
    assert units(project) == [("上海市数据局", "participant", "")]


async def test_a_key_waits_for_what_was_typed_before_it(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, "enter")
        for key in "czj":  # all at once: the role is not for the row that was under the cursor
            pilot.app.post_message(Key(key, key))
        pilot.app.post_message(Key("tab", "\t"))
        pilot.app.post_message(Key("1", "1"))
        pilot.app.post_message(Key("enter", "\r"))
        await press(pilot, "up")
    assert units(project) == [("上海市数据局", "responsible", "市数据局"), ("上海市财政局", "lead", "")]


async def test_digits_and_signs_are_text_once_something_is_typed(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=5) as pilot:
        await press(pilot, *"第12医院")
        assert "数字、符号照打，按 ↑↓ 后是按键" in shown(pilot)
        await press(pilot, "enter", "ctrl+u", *"热线办", "home", *"12345", "end", "minus", "=", "comma")
        pilot.app.post_message(Key("fullwidth_digit_one", "１"))
        await press(pilot)
        assert pilot.app.screen.query_one("Input").value == "12345热线办-=,１"
        await press(pilot, *["backspace"] * 4, "enter")
    assert [name for name, *_ in units(project, 5)] == ["第12医院", "12345热线办"]


async def test_after_a_key_of_the_list_digits_and_signs_are_keys_until_more_is_typed(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=5) as pilot:
        await press(pilot, *"czj", "down", "up")
        assert "- 文中/指派" in shown(pilot)
        await press(pilot, "2", "comma")
        assert pilot.app.screen.query_one("Input").value == "czj"
        assert units(project, 5) == [("上海市财政局", "participant", "")]
        await press(pilot, "backspace", "1")
        assert pilot.app.screen.query_one("Input").value == "cz1"


async def test_a_name_that_is_too_long_is_told_so(office: Any) -> None:
    async with picking(office(CITY), clause=5) as pilot:
        pilot.app.screen.query_one("Input").put("长" * 400)
        await press(pilot)
        assert "超过 60 个字，不能新增" in shown(pilot)


async def test_a_key_turns_stated_into_assigned_and_back(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, "enter", "minus")
        assert units(project) == [("上海市数据局", "responsible", "")]
        await press(pilot, "minus")
        assert units(project) == [("上海市数据局", "responsible", "市数据局")]
        await press(pilot, "down", "minus", "enter")
        assert units(project)[1] == ("上海市经济和信息化委员会", "responsible", "")
        await press(pilot, *"czj", "enter", "minus")
        assert "本条没有写到" in shown(pilot)
    assert len(units(project)) == 3


async def test_one_body_in_two_roles_is_taken_twice(office: Any) -> None:
    project = office("上海市方案\n一、任务\n1.由市教委牵头推进平台建设；市财政局会同市教委负责资金。\n")
    async with picking(project) as pilot:
        roles = [line for line in shown(pilot).splitlines() if "上海市教育委员会" in line]
        assert len(roles) == 2
        await press(pilot, "enter", "down", "enter", "down", "enter", "escape")
        assert [(name, role) for name, role, _ in units(project)].count(("上海市教育委员会", "lead")) == 1
        assert [name for name, *_ in units(project)].count("上海市教育委员会") == 2
        await press(pilot, "a")
    assert [name for name, *_ in units(project)].count("上海市教育委员会") == 1


async def test_a_unit_given_another_role_is_no_second_choice_in_the_panel(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, "enter", "1", "escape")
        assert "✓市数据局（牵头）" in shown(pilot)
        assert "市数据局（责任）" not in shown(pilot).partition("责任单位：")[2].replace("按字母", "")
        await press(pilot, "b", "a")
    assert units(project) == [("上海市经济和信息化委员会", "responsible", "市经济信息化委")]


TWO_ROLES = """上海市数据工作行动方案
一、重点任务
1.建设平台。由市教委组织成立机构；市财政局会同市科委牵头筹资，市科委支持项目。（责任单位：市教委、市科委）
"""


async def test_a_body_named_in_two_roles_has_a_row_for_each_anchored_to_its_own_words(office: Any) -> None:
    project = office(TWO_ROLES)
    dropped(project)
    async with picking(project) as pilot:
        lines = [line for line in shown(pilot).splitlines() if "写作" in line]
        assert [line.split()[1] for line in lines] == ["责任", "牵头", "责任", "未注明", "配合", "指导"]
        await press(pilot, *["comma"] * 6)
    text = source(project)
    assert [(u["name"], u["role"], u["start"]) for u in stored(project)] == [
        ("上海市教育委员会", "unspecified", text.index("市教委")),
        ("上海市财政局", "lead", text.index("市财政局")),
        ("上海市科学技术委员会", "participant", text.index("市科委")),
        ("上海市科学技术委员会", "supervisor", text.index("市科委支持")),
        ("上海市教育委员会", "responsible", text.rindex("市教委")),
        ("上海市科学技术委员会", "responsible", text.rindex("市科委")),
    ]
    assert not list(verify(project))


async def test_a_search_shows_the_roles_of_a_body_beside_each_other(office: Any) -> None:
    project = office(TWO_ROLES)
    dropped(project)
    async with picking(project) as pilot:
        await press(pilot, *"jiaow")
        lines = [line for line in shown(pilot).splitlines() if "写作" in line]
        assert ["上海市教育委员会" in line for line in lines] == [True, True]
        await press(pilot, "down", "4", "space")
    assert units(project) == [("上海市教育委员会", "supervisor", "市教委")]
    assert stored(project)[0]["start"] == source(project).index("市教委")


async def test_taking_other_words_in_the_same_role_moves_the_place_and_drops_nothing(office: Any) -> None:
    project = office(TWO_ROLES)
    dropped(project)
    async with picking(project) as pilot:
        await press(pilot, *"jiaow", "enter", "down", "3", "enter")
    (unit,) = stored(project)
    assert (unit["role"], unit["start"]) == ("responsible", source(project).index("市教委"))


async def test_a_body_assigned_before_can_still_be_taken_at_both_of_its_places(office: Any) -> None:
    project = office(TWO_ROLES)
    dropped(project)
    async with picking(project) as pilot:
        await press(pilot, *"jiaow", "down", "up", "minus", "4", "enter", "escape", "slash", *"jiaow")
        assert units(project) == [("上海市教育委员会", "supervisor", "")]
        await press(pilot, "space")
    assert sorted(role for _, role, _ in units(project)) == ["supervisor", "unspecified"]


async def test_what_is_suggested_is_no_second_row_and_another_role_of_it_is(office: Any) -> None:
    project = office("上海市方案\n一、任务\n1.建设平台。落实市教委、市科委要求。（责任单位：市教委）\n")
    async with picking(project) as pilot:
        lines = [line for line in shown(pilot).splitlines() if "上海市教育委员会" in line and "写作" in line]
        assert [line.split()[1] for line in lines] == ["责任", "未注明"]


# ---------------------------------------------------------------- one after the other, and all at once


@pytest.mark.parametrize("comma", [Key("comma", ","), Key("fullwidth_comma", "，")])
async def test_a_comma_takes_a_unit_and_goes_on(office: Any, comma: Key) -> None:
    project = office(CITY)
    dropped(project)
    async with picking(project) as pilot:
        await press(pilot, "enter")
        for _ in range(2):  # the first one is taken already, and stays so
            pilot.app.post_message(Key(comma.key, comma.character))
        await press(pilot, "space")
        assert "汉字、拼音" not in shown(pilot)
    assert [surface for *_, surface in units(project)] == ["市教委", "市科委", "市数据局"]


async def test_a_comma_waits_before_a_new_name_that_is_close_to_a_known_one(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=5) as pilot:
        await press(pilot, *"市数据管理局", "down", "comma")
        assert "再按一次" in shown(pilot)
        assert units(project, 5) == []
        await press(pilot, "comma")
    assert [name for name, *_ in units(project, 5)] == ["上海市数据管理局"]


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_the_first_row_takes_all_that_are_suggested_as_one_act_and_leaves(
    office: Any, key: str
) -> None:
    project = office(CITY)
    async with picking(project, clause=2) as pilot:
        await press(pilot, "up")
        assert "全部 2 个建议  牵头：市教委；配合：市财政局" in shown(pilot)
        before = events.count(project)
        await press(pilot, key)
        assert "汉字、拼音" not in shown(pilot)
        assert units(project, 2) == [
            ("上海市教育委员会", "lead", "市教委"),
            ("上海市财政局", "participant", "市财政局"),
        ]
        (event,) = list(events.read(project))[before:]
        assert (event.origin, event.suggested) == ("key", True)
        await press(pilot, "ctrl+z")
    assert units(project, 2) == []


async def test_a_comma_takes_all_that_are_suggested_and_stays(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=2) as pilot:
        await press(pilot, "up", "comma", *"sjj", "space")
    assert [name for name, *_ in units(project, 2)] == [
        "上海市教育委员会", "上海市财政局", "上海市数据局",
    ]  # fmt: skip


async def test_a_role_given_on_the_first_row_is_that_of_all(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=2) as pilot:
        await press(pilot, "up", "4")
        assert "[4 指导]" in shown(pilot)
        await press(pilot, "enter")
    assert [role for _, role, _ in units(project, 2)] == ["supervisor", "supervisor"]


async def test_all_are_offered_until_all_are_taken_and_not_while_one_searches(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        assert ALL in shown(pilot)
        await press(pilot, *"sjj")
        assert ALL not in shown(pilot)
        await press(pilot, *["backspace"] * 3, "down", "comma", "space")
        await press(pilot, "slash")
        assert ALL not in shown(pilot)
    assert len(units(project)) == 2


@pytest.mark.parametrize("how", ["one suggested", "none suggested", "held back"])
async def test_all_are_not_offered(office: Any, how: str) -> None:
    text = "上海市方案\n一、任务\n1.建设平台。推进建设。（责任单位：市教委、市科委）\n"
    project = office(text.replace("、市科委", "") if how == "one suggested" else text)
    if how == "none suggested":
        dropped(project)
    elif how == "held back":
        holding.hold(project, "王芳", Hold(1.0, 7))
    async with picking(project) as pilot:
        assert ALL not in shown(pilot)
        assert "上海市教育委员会" in shown(pilot)
        await press(pilot, "enter")
    assert units(project) == [("上海市教育委员会", "responsible", "市教委")]


# ---------------------------------------------------------------- undo


async def test_undo_works_inside_and_leads_back_to_the_field(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, "enter", "1", "ctrl+z")
        assert units(project) == [("上海市数据局", "responsible", "市数据局")]
        await press(pilot, "ctrl+z")
        assert units(project) == []
        await press(pilot, "ctrl+y")
        assert len(units(project)) == 1
        await press(pilot, "down", "enter")
    assert [name for name, *_ in units(project)] == ["上海市数据局", "上海市经济和信息化委员会"]


async def test_undo_of_what_was_done_on_another_clause_goes_there(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        await press(pilot, "enter", "escape", "pagedown", "slash")
        await press(pilot, "ctrl+z")
        assert "第 1/5 条" in shown(pilot)
        assert "原文" not in shown(pilot)
    assert units(project) == []


# ---------------------------------------------------------------- collectives


async def test_a_collective_is_one_unit_until_it_is_expanded_on_command(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=3) as pilot:
        await press(pilot, *"各区", "enter")
        assert units(project, 3) == [("上海市各区人民政府", "responsible", "各区政府")]
        await press(pilot, "equals_sign")
        assert "“各区政府”展开为 16 个单位" in shown(pilot)
        assert "上海市徐汇区人民政府" in shown(pilot)
        await press(pilot, "escape")
        assert len(units(project, 3)) == 1
        await press(pilot, "equals_sign", "enter")
    found = stored(project, 3)
    assert len(found) == 16
    assert {unit["role"] for unit in found} == {"responsible"}
    place = source(project).index("各区政府")
    assert {(u["stated"], u["surface"], u["start"]) for u in found} == {(False, "各区政府", place)}
    acts = {event.act for event in events.read(project, "kind = 'label'")}
    assert len(acts) == 2


async def test_one_undo_puts_the_collective_back(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=3) as pilot:
        await press(pilot, *"各区", "enter", "equals_sign", "enter")
        await press(pilot, "ctrl+z")
    assert units(project, 3) == [("上海市各区人民政府", "responsible", "各区政府")]


async def test_a_collective_of_which_nobody_knows_the_members_says_so(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=3) as pilot:
        await press(pilot, *"有关部门", "enter", "equals_sign")
        assert "名录不知道“各有关部门”包括哪些单位" in shown(pilot)
    assert len(units(project, 3)) == 1


async def test_members_are_shown_by_their_names_in_the_panel(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=3) as pilot:
        await press(pilot, *"各区", "enter", "equals_sign", "enter")
        await press(pilot, "escape")
        assert "上海市黄浦区人民政府（责任）" in shown(pilot)


# ---------------------------------------------------------------- units that nobody knows


async def test_a_name_that_no_table_has_becomes_a_unit_of_the_project(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=4) as pilot:
        await press(pilot, *"量子城市公司")
        assert "新增，待确认" in shown(pilot)
        assert "回车新增“量子城市公司”" in shown(pilot)
        await press(pilot, "enter")
        assert "待确认" in shown(pilot)
    (unit,) = stored(project, 4)
    assert unit["org_id"].startswith("org-x-")
    assert (unit["stated"], unit["surface"]) == (True, "量子城市公司")
    (addition,) = additions.additions(project).values()
    assert (addition.name, addition.place, addition.state) == ("量子城市公司", "上海市", "proposed")
    assert not list(verify(project))


async def test_it_is_found_afterwards_in_all_documents_by_all_and_marked(office: Any) -> None:
    project = office(CITY, TRADITIONAL)
    naming.propose(project, "李强", "市量子城市管理处", ("上海市",))
    async with picking(project, document=1) as pilot:
        await press(pilot, *"lzcs")
        assert "上海市量子城市管理处" in shown(pilot)
        assert "待确认" in shown(pilot)
        await press(pilot, "enter")
    assert units(project, document=1) == [("上海市量子城市管理处", "responsible", "")]
    naming.confirm(project, "王芳", "市量子城市管理处")
    async with picking(project, clause=5) as pilot:
        await press(pilot, *"市量子城市")
        assert "上海市量子城市管理处" in shown(pilot)
        assert "上海市量子城市管理处 待确认" not in shown(pilot).replace("  ", "")


async def test_undo_takes_the_label_back_and_the_proposal_stays(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=4) as pilot:
        await press(pilot, *"量子城市公司", "enter", "ctrl+z")
    assert units(project, 4) == []
    assert [one.name for one in additions.additions(project).values()] == ["量子城市公司"]


async def test_a_name_close_to_a_known_one_asks_for_a_second_press(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=5) as pilot:
        await press(pilot, *"市数据管理局")
        assert "相近" in shown(pilot)
        await press(pilot, "enter")
        assert "再按一次仍要新增" in shown(pilot)
        assert units(project, 5) == []
        await press(pilot, "up", "down", "enter")
        assert units(project, 5) == [], "moving about asks again"
        await press(pilot, "enter")
    assert units(project, 5) == [("上海市数据管理局", "responsible", "")]


async def test_the_close_one_is_taken_with_an_arrow(office: Any) -> None:
    project = office(CITY)
    async with picking(project, clause=5) as pilot:
        await press(pilot, *"市教育局", "up", "enter")
    assert units(project, 5) == [("上海市教育委员会", "responsible", "")]
    assert additions.additions(project) == {}


@pytest.mark.parametrize("typed", ["市数据局", "上海市数据局", "sjj", "局", "市", "各有关部门", "数据局"])
async def test_what_is_known_here_cannot_be_entered_again(office: Any, typed: str) -> None:
    project = office(CITY)
    async with picking(project, clause=5) as pilot:
        await press(pilot, *typed)
        assert "新增，待确认" not in shown(pilot)


async def test_a_document_of_another_city_has_units_of_its_own(office: Any) -> None:
    project = office(
        "杭州市人民政府关于印发方案的通知\n一、任务\n1.推进建设。（责任单位：市数据局）\n2.完善机制。\n"
    )
    async with picking(project) as pilot:
        assert "名录中没有" in shown(pilot)
        await press(pilot, *"市数据局")
        assert "回车新增“杭州市数据局”" not in shown(pilot), "the cursor is on what stands in the clause"
        await press(pilot, "up")
        assert "回车新增“杭州市数据局”" in shown(pilot)
        await press(pilot, "enter")
    (unit,) = stored(project)
    assert (unit["name"], unit["surface"], unit["stated"]) == ("杭州市数据局", "市数据局", True)


async def test_a_merged_unit_is_shown_as_the_other_and_the_label_keeps_what_was_said(office: Any) -> None:
    project = office(CITY)
    added = naming.propose(project, "王芳", "市数据管理局", ("上海市",))
    async with picking(project, clause=5) as pilot:
        await press(pilot, *"市数据管理局", "enter", "escape")
    naming.merge(project, "王芳", "市数据管理局", "市数据局")
    async with picking(project, clause=5) as pilot:
        await press(pilot, "escape")
        assert "上海市数据局（责任）" in shown(pilot)
        assert "数据管理局" not in shown(pilot)
    assert [unit["org_id"] for unit in stored(project, 5)] == [added.org_id]


async def test_what_was_rejected_does_not_stand_first_again(office: Any) -> None:
    project = office(CITY)
    here = documents.listing(project)[0]
    clause = documents.clause(project, here, 1)
    assert clause is not None
    dropped(project)
    rejected = Change("reject", clause.clause_id, "responsible_unit:市教委", True)
    events.record(project, "王芳", [rejected], origin="key")
    async with picking(project, clause=2) as pilot:
        await press(pilot, "enter")
    assert units(project, 2) == [("上海市财政局", "participant", "市财政局")]


# ---------------------------------------------------------------- order, and what is stored


async def test_the_documents_units_come_first_then_those_taken_lately(office: Any) -> None:
    project = office(CITY, "上海市养老工作方案\n一、任务\n1.推进养老。\n2.完善机制。\n")
    async with picking(project, document=1) as pilot:
        await press(pilot, *"minzhengju", "enter")
    async with picking(project, clause=2, document=1) as pilot:
        assert "上海市民政局" in next(line for line in shown(pilot).splitlines() if "指派" in line)
        await press(pilot, "enter")
    async with picking(project, clause=5) as pilot:
        rows = [line for line in shown(pilot).splitlines() if "指派" in line]
        assert "民政局" not in rows[0]
        names = ["上海市民政局" in line for line in rows]
        assert names.index(True) > 3, "the units of this document stand before it"


async def test_every_press_is_one_act_on_the_disk(office: Any) -> None:
    project = office(CITY)
    async with picking(project) as pilot:
        for number, key in enumerate(("enter", "1", "minus", "down", "enter"), 1):
            await press(pilot, key)
            await pilot.pause()
            acts = {event.act for event in events.read(project, "kind = 'label'")}
            assert len(acts) == number - (number > 3)


async def test_a_unit_field_that_is_not_the_first_is_the_one_that_is_answered(tmp_path: Path) -> None:
    book = """
name = "two"
version = "1"
zh = "两项"
en = "Two"

[[field]]
id = "lead_unit"
kind = "entity"
zh = "牵头单位"
en = "Lead"

[[field]]
id = "aide_unit"
kind = "entity"
zh = "配合单位"
en = "Aide"
"""
    (tmp_path / "a.txt").write_text(CITY, encoding="utf-8")
    with create(tmp_path / "a.db", "王芳", book) as project:
        import_files(project, "王芳", codebook_of(project), [tmp_path / "a.txt"])
        async with picking(project) as pilot:
            await press(pilot, "escape", "2", "slash")
            await pilot.pause()
            await press(pilot, "enter", "ctrl+z", "ctrl+y")
        (document,) = documents.listing(project)
        clause = documents.clause(project, document, 0)
        assert clause is not None
        assert set(reviews.review(project, clause.clause_id, "王芳").values) == {"aide_unit"}


# ---------------------------------------------------------------- what it looks like


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (40, 12), (20, 6)])
async def test_names_of_any_length_keep_their_columns(office: Any, size: tuple[int, int]) -> None:
    project = office(CITY)
    naming.propose(project, "王芳", "市" + "超长名称" * 14 + "局", ("上海市",))
    async with picking(project, clause=5, size=size) as pilot:
        await press(pilot, *"超长")
        text = shown(pilot)
        if size[0] >= 80:
            row = next(line for line in text.splitlines() if "指派" in line)
            assert "…" in row
            assert "局" in row, "the end of a name tells bodies apart"
            assert "待确认" in row
        await press(pilot, "enter")
    assert len(units(project, 5)) == 1


# ---------------------------------------------------------------- how many keys it takes

CASES = [
    # what there is to do, keys, clause, before, what is stored then
    ("suggested, as it stands", "a", 1, "", [("上海市数据局", "responsible", "市数据局")]),
    ("the first unit of the clause", "/ down space", 2, "", [("上海市教育委员会", "lead", "市教委")]),
    ("the second", "/ down down space", 2, "", [("上海市财政局", "participant", "市财政局")]),
    (
        "both, without suggestions",
        "/ , space",
        2,
        "dropped",
        [("上海市教育委员会", "lead", "市教委"), ("上海市财政局", "participant", "市财政局")],
    ),
    (
        "both, as suggested",
        "/ enter",
        2,
        "",
        [("上海市教育委员会", "lead", "市教委"), ("上海市财政局", "participant", "市财政局")],
    ),
    ("one that the clause does not name", "/ c z j space", 5, "", [("上海市财政局", "responsible", "")]),
    ("the same, as lead", "/ 1 c z j space", 5, "", [("上海市财政局", "lead", "")]),
    ("suggested, in another role", "/ down 1 space", 1, "", [("上海市数据局", "lead", "市数据局")]),
    ("another role for a taken one", "/ 1 escape", 4, "/ c z j space", [("上海市财政局", "lead", "")]),
    ("one of two dropped", "b", 1, "a b", [("上海市数据局", "responsible", "市数据局")]),
    (
        "stated made assigned",
        "/ - escape",
        4,
        "/ 量 子 城 市 公 司 space",
        [("量子城市公司", "responsible", "")],
    ),
    (
        "a unit that nobody knows",
        "/ 量 子 城 市 公 司 space",
        4,
        "",
        [("量子城市公司", "responsible", "量子城市公司")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
async def test_usual_work_takes_few_keys(
    office: Any, case: tuple[str, str, int, str, list[tuple[str, str, str]]]
) -> None:
    project = office(CITY)
    _, keys, clause, before, expected = case
    if before == "dropped":
        dropped(project)
        before = ""
    async with picking(project, clause=clause) as pilot:
        await press(pilot, "escape", "3")
        for key in f"{before} {keys}".split():
            await press(pilot, {"/": "slash", "-": "minus", ",": "comma"}.get(key, key))
        assert "汉字、拼音" not in shown(pilot)
    assert units(project, clause) == expected
