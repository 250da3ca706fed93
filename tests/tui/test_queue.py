"""Searching on the screen, and the queue that is made of it."""

from pathlib import Path
from typing import Any

import pytest

from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.store import cuttings, documents, owed, queries
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.query import parse
from annotator.tui import going
from annotator.tui.app import AnnotatorApp
from annotator.tui.desk import Desk
from annotator.tui.queue import Queue, packed
from annotator.tui.screens.search import Search
from annotator.tui.widgets.row_list import RowList
from tests.tui.conftest import add, shown, until
from tests.tui.test_review_keys import said


async def search(pilot: Any, text: str, found: str = "") -> None:
    await pilot.press("ctrl+f")
    await pilot.pause()
    await pilot.press(*text)
    await until(pilot, found or "· 共 ")


async def begin(pilot: Any, text: str) -> None:
    await search(pilot, text)
    await pilot.press("enter")
    await until(pilot, "查找：")


async def test_hits_are_counted_and_shown_while_it_is_typed(screens: Any) -> None:
    async with screens() as pilot:
        await search(pilot, "建设", "共 2 条")
        assert "加快建设算力" in shown(pilot)
        assert "推进智慧养老院建设" in shown(pilot)
        await pilot.press(*"养老")
        await until(pilot, "没有符合的条款")
        await pilot.press(*["backspace"] * 2)
        await until(pilot, "共 2 条")


async def test_what_has_to_be_made_before_it_is_found_is_told(
    project: Project, screens: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with project.transaction() as db:
        db.execute("DELETE FROM suggested")
    titles = list[str]()

    def learn(self: Search, told: Any, learn: Any = Search._learn) -> None:
        learn(self, told)
        titles.append(shown(screen))

    monkeypatch.setattr(Search, "_learn", learn)
    async with screens() as screen:
        await search(screen, "建议:category")
    assert any("先算建议，已算 0/5 条" in title for title in titles)
    assert owed.listing(project) == []


async def test_one_character_and_the_other_script_are_found(screens: Any) -> None:
    async with screens() as pilot:
        await search(pilot, "據", "共 2 条")
        assert "数据流通机制" in shown(pilot)


async def test_a_mistake_in_a_query_is_told_under_the_line(screens: Any) -> None:
    async with screens() as pilot:
        await search(pilot, "状态:完蛋", "没有“完蛋”这个值")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Search)


async def test_the_result_is_a_queue_through_all_documents(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "建设")
        assert "查找：建设 1/2  算力方案" in shown(pilot)
        assert "算力方…｜" in shown(pilot)
        await pilot.press("pagedown")
        assert "查找：建设 2/2  养老意见" in shown(pilot)
        assert "推进智慧养老院" in shown(pilot)
        await pilot.press("pagedown")
        assert "最后一条" in shown(pilot)
        await pilot.press("pageup", "t")
        assert said(project).values == {"clause_type": ["task"]}
        await pilot.press("end")
        assert "2/2" in shown(pilot)
        await pilot.press("home")
        assert "1/2" in shown(pilot)


async def test_the_hit_under_the_cursor_is_where_the_queue_begins(screens: Any) -> None:
    async with screens() as pilot:
        await search(pilot, "建设", "共 2 条")
        await pilot.press("down", "enter")
        await until(pilot, "查找：建设 2/2")


async def test_escape_leaves_the_queue_at_the_clause_and_then_goes_to_the_documents(screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "建设")
        await pilot.press("pagedown", "escape")
        assert "查找：" not in shown(pilot)
        assert "推进智慧养老院" in shown(pilot)
        await pilot.press("pagedown")
        assert "完善标准体系" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "2 份文件" in shown(pilot)


async def test_labelling_takes_nothing_out_of_the_queue(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "状态:未完成")
        assert "1/5" in shown(pilot)
        await pilot.press("comma")
        assert "2/5" in shown(pilot)
        await pilot.press("pageup")
        assert "1/5" in shown(pilot)
        assert "已跳过" in shown(pilot)
        await pilot.press("full_stop")
        assert "2/5" in shown(pilot)
        await pilot.press("ctrl+f")
        await until(pilot, "共 4 条")


async def test_unfinished_stays_in_the_queue_and_begins_again_at_its_top(screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "建设")
        await pilot.press("end", "full_stop")
        assert "1/2" in shown(pilot)
        await pilot.press("comma", "comma")
        assert "最后一条" in shown(pilot)
        await pilot.press("full_stop")
        assert "都已完成" in shown(pilot)


async def test_a_clause_outside_leaves_the_queue_and_the_way_back_brings_it_again(screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "建设")
        await pilot.press("ctrl+g")
        await pilot.pause()
        await pilot.press(*"2", "enter")
        await pilot.pause()
        assert "第 2/3 条" in shown(pilot)
        assert "查找：" not in shown(pilot)
        await pilot.press("less_than_sign")
        assert "查找：建设 1/2" in shown(pilot)


async def test_hits_are_marked_in_the_clause(screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "算力")
        strips = pilot.app.screen._compositor.render_strips()
        reversed_ones = [segment.text for line in strips for segment in line if segment.style.reverse]
        assert reversed_ones == ["算力"]


async def test_a_click_in_the_list_goes_to_that_hit(screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "建设")
        await pilot.click("#clauses", offset=(6, 1))
        assert "2/2" in shown(pilot)


async def test_a_query_is_saved_chosen_and_dropped(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await search(pilot, "建设", "共 2 条")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press(*"我的", "enter")
        await until(pilot, "已存为“我的”")
        assert queries.listing(project) == [("我的", "建设")]
        await pilot.press("escape", "ctrl+f")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, "共 2 条")
        await pilot.press("enter")
        await until(pilot, "查找：我的 1/2")
        await pilot.press("escape", "ctrl+f")
        await pilot.pause()
        await pilot.press("ctrl+d")
        await until(pilot, "已删去“我的”")
        assert queries.listing(project) == []


async def test_queries_asked_last_are_offered_first_and_after_a_restart(screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "建设")
        await pilot.press("escape")
        await begin(pilot, "数据")
    async with screens() as pilot:
        await pilot.press("ctrl+f")
        await pilot.pause()
        lines = [line for line in shown(pilot).split("\n") if "用过" in line]
        assert ["数据" in lines[0], "建设" in lines[1]] == [True, True]


async def test_examples_of_the_language_are_queries(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+f")
        await pilot.pause()
        offers = pilot.app.screen._offers
        assert len(offers) >= 10
        for offer in offers:
            parse(offer.text, codebook_of(project))
        await pilot.press(*["down"] * 6, "enter")
        await until(pilot, "· 共 5 条")


async def test_where_no_label_is_found_what_is_suggested_is_counted(screens: Any) -> None:
    async with screens() as pilot:
        await search(pilot, "unit:数据局", "另有 1 条的建议符合（建议:数据局）")
        await pilot.press(*"没有")
        await until(pilot, "没有符合的条款")
        await pilot.press(*["backspace"] * len("unit:数据局没有"))
        await pilot.press(*"建议:数据局")
        await until(pilot, "共 1 条")


async def test_another_persons_labels_are_not_searched(project: Project, screens: Any) -> None:
    async with screens(reviewer="李强") as pilot:
        await search(pilot, "标注人:王芳", "王芳")
        assert "共" not in shown(pilot).split("\n")[3]


async def test_what_is_pasted_is_one_line(screens: Any) -> None:
    from textual.events import Paste

    async with screens() as pilot:
        await pilot.press("ctrl+f")
        await pilot.pause()
        pilot.app.screen.query_one("Input").post_message(Paste("建设\n算力"))
        await until(pilot, "共 1 条")


async def test_a_row_that_is_painted_before_the_key_was_heard_is_still_there(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+f")
        await pilot.pause()
        pilot.app.screen.query_one("Input").value = "建设"
        rows = pilot.app.screen.query_one(RowList)
        rows._read.clear()
        assert "充电桩" in "".join(segment.text for segment in rows.render_line(0))


async def test_a_clause_that_is_gone_keeps_its_row_and_is_stepped_over(tmp_path: Path) -> None:
    with create(tmp_path / "gone.db", "王芳") as project:
        names = ["甲", "乙", "丙"]
        ids = [add(project, name, [f"{name}建设。", f"{name}完善。"]) for name in names]
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24)) as pilot:
            await begin(pilot, "建设")
            cuttings.retire(project, "王芳", ids[1])
            await pilot.press("pagedown")
            assert "3/3  丙" in shown(pilot)
            await pilot.resize_terminal(140, 45)
            await pilot.pause()
            assert "（已不在）" in shown(pilot)
            await pilot.press("comma", "home", "full_stop")
            assert "1/3" in shown(pilot)


@pytest.mark.parametrize("width", [80, 140])
async def test_the_state_is_told_by_a_sign_and_where_there_is_room_by_a_word(
    screens: Any, width: int
) -> None:
    async with screens(size=(width, 24)) as pilot:
        await pilot.press("t", "pagedown", "comma")
        first, second, *_ = shown(pilot).split("\n")[1:]
        assert first.startswith("~")
        assert second.startswith(">")
        assert first[:12].startswith("~ 草稿 ") == (width == 140)
        assert ("已跳过" in second[:10]) == (width == 140)


def desk_on(project: Project) -> Desk:
    return Desk(Reviewing(project, codebook_of(project), "王芳"), documents.listing(project)[0])


def queue_of(project: Project, clause_ids: list[str]) -> Queue:
    return Queue("q", "q", parse("q", codebook_of(project)), packed(clause_ids))


def test_a_queue_gives_its_clauses_in_parts(project: Project) -> None:
    first, second = documents.listing(project)
    ids = [*documents.clause_ids(project, second, 0, 2), *documents.clause_ids(project, first, 0, 3)]
    desk, queue = desk_on(project), queue_of(project, ids)
    going.start(desk, queue)
    assert (queue.count, queue.clause_ids(), queue.clause_ids(1, 2)) == (5, ids, ids[1:3])
    assert desk.clause.clause_id == ids[0]
    going.step(desk, 1)
    desk.open_clause(ids[4])
    assert queue.position == 4
    assert desk.queue is queue


async def test_leaving_names_the_key_that_goes_back_and_it_does(project: Project) -> None:
    app = AnnotatorApp(project, codebook_of(project), "王芳", own_keys={"back": "ctrl+b"})
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "养老院")
        await pilot.press("escape")
        assert "养老意见" in shown(pilot)
        assert "仍在本条；按 Ctrl+B 回到原处。" in shown(pilot)
        await pilot.press("ctrl+b")
        assert "算力方案" in shown(pilot)


async def test_leaving_where_one_was_names_no_way_back(screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot, "加快建设")
        await pilot.press("escape")
        assert "已离开查找结果，仍在本条。" in shown(pilot)
