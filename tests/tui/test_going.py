"""Going to a place: numbers, paths, kinds, the outline, the way back."""

import re
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.widgets import Input

from annotator.flows.opening import create
from annotator.model.cutting import Segment
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from tests.making import store_segments
from tests.tui.conftest import shown, until


class Going:
    """The app on a project, driven."""

    def __init__(self, pilot: Any) -> None:
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return shown(self.pilot)

    async def to(self, typed: str) -> str:
        await self.press("ctrl+g")
        await self.press(*typed)
        await self.press("enter")
        return self.place

    @property
    def place(self) -> str:
        """The text of the clause on the desk, as far as its first sentence."""
        return str(self.pilot.app.screen.desk.clause.text.partition("。")[0])


@pytest.fixture
def run(plan: Project) -> Any:
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def running(size: tuple[int, int] = (80, 24)):  # type: ignore[no-untyped-def]
        app = AnnotatorApp(plan, codebook_of(plan), "王芳")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Going(pilot)

    return running


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("3", "归集公共数据"),
        ("３", "归集公共数据"),
        ("二/二/3", "布局充电设施"),
        ("二/2/三", "布局充电设施"),
        ("2／（二）／2", "推广自动驾驶"),
        ("任务/拓展", "发展智慧养老"),
        ("场景", "发展智慧养老"),
        ("場景", "发展智慧养老"),
        ("三/2", "加大投入"),
        ("二/4", "推广自动驾驶"),
        ("数据工作", "建設平臺"),
    ],
)
async def test_a_number_a_path_or_a_title_leads_to_its_clause(run: Any, typed: str, place: str) -> None:
    async with run() as app:
        await app.press("ctrl+g")
        await until(app.pilot, "未完成" + " " * 17 + "10")
        for character in typed:  # as an input method sends them
            app.pilot.app.screen.query_one(Input).post_message(Key("typed", character))
        await app.press("enter")
        assert app.place == place


async def test_what_leads_nowhere_is_told(run: Any) -> None:
    async with run() as app:
        await app.press("ctrl+g")
        assert "没有这样的条号" in await app.press(*"99")
        await app.press("enter", "escape")
        assert app.place.startswith("以发展为主题")


async def test_kinds_are_counted_and_gone_through_with_a_key(plan: Project, run: Any) -> None:
    async with run() as app:
        for number in (2, 4, 7):
            await app.to(str(number))
            await app.press("=" if number != 4 else "t")
        await app.to("1")
        await app.press("ctrl+g")
        await until(app.pilot, "未完成" + " " * 17 + "10")
        screen = await app.press()
        assert "存疑" + " " * 19 + "2" in screen
        assert "草稿" + " " * 19 + "1" in screen
        screen = await app.press("down", "enter")
        assert (app.place, "第 2/8 条" in screen) == ("建设算力平台", True)
        screen = await app.press("greater_than_sign")
        assert "第 7/8 条" in screen
        assert "存疑。> 再下一条" in screen
        assert "第 2/8 条" in await app.press("greater_than_sign")


async def test_at_first_the_key_goes_to_what_is_flagged_or_asked_in_any_document(run: Any) -> None:
    async with run() as app:
        assert "没有这样的条款：存疑或有提问" in await app.press("greater_than_sign")
        await app.press("equals_sign", "end", "pagedown", "pagedown", "apostrophe")
        await app.press(*"谁负责", "escape")
        assert "第 1/8 条" in await app.press("greater_than_sign")
        await app.press("greater_than_sign")
        assert app.place == "完善制度"
        await app.press("greater_than_sign", "equals_sign", "greater_than_sign")
        assert "别处没有" in await app.press("greater_than_sign")


async def test_the_way_back_goes_over_jumps_and_not_over_steps(run: Any) -> None:
    async with run() as app:
        assert "没有跳转过" in await app.press("less_than_sign")
        await app.press("pagedown", "pagedown")
        assert "没有跳转过" in await app.press("less_than_sign")
        await app.press("end", "home")
        await app.to("数据工作")
        assert app.place == "建設平臺"
        for place in ("以发展为主题，推动产业升级，到2027年建成先行区", "加大投入", "归集公共数据"):
            await app.press("less_than_sign")
            assert app.place == place
        assert "没有跳转过" in await app.press("less_than_sign")


async def test_input_methods_send_these_keys_as_book_title_marks(run: Any) -> None:
    async with run() as app:
        await app.press("equals_sign", "end")
        for character, place in (
            ("》", "第 1/8 条"),
            ("《", "第 8/8 条"),
            ("＞", "第 1/8 条"),
            ("＜", "第 8/8 条"),
        ):
            app.pilot.app.screen.post_message(Key("wide", character))
            await app.pilot.pause()
            assert place in await app.press()


async def test_the_outline_shows_progress_and_leads_to_the_first_unfinished_clause(run: Any) -> None:
    async with run() as app:
        await app.to("2")
        await app.press("comma", "t", "i", "3", "-", "4", "w", "enter")
        screen = await app.press("ctrl+o")
        lines = [line for line in screen.split("\n") if " [█" in line or " [ " in line]
        assert len(lines) == 6
        assert "1/8" in lines[0]
        assert "█" not in lines[1]
        assert "1/5" in lines[2]
        assert "█ " in lines[3]
        assert "1/2" in lines[3]
        assert "（一）夯实底座" in lines[3]
        assert " > " in lines[4]
        await app.press("up", "enter")
        assert app.place == "建设算力平台"
        await app.press("ctrl+o")
        assert "‹ 二、重点任务" in await app.press(*"场景")
        await app.press("enter")
        assert app.place == "发展智慧养老"


async def test_a_section_that_is_finished_opens_at_its_first_clause(run: Any) -> None:
    async with run() as app:
        await app.to("2")
        await app.press("comma", "comma", "home", "ctrl+o")
        await app.press(*"底座", "enter")
        assert app.place == "建设算力平台"


async def test_titles_are_sections_where_a_file_holds_several_texts(tmp_path: Path) -> None:
    text, segments = "", []
    for kind, level, words in [
        ("title", 0, "通知"), ("clause", 1, "请遵照执行。"), ("title", 0, "方案"), ("heading", 1, "一、任务"),
        ("clause", 2, "建设平台。"), ("clause", 2, "完善制度。"),
    ]:  # fmt: skip
        at, end = len(text), len(text) + len(words)
        segments.append(Segment(kind, level, "", (), at, end + 1, words, at, end))
        text += words + "\n"
    with create(tmp_path / "two.db", "王芳") as project:
        store_segments(project, text, segments, name="汇编.txt")
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("ctrl+o")
            await pilot.pause()
            counts = re.findall(r"\[ +\] (\S+)", shown(pilot))
            assert counts == ["0/3", "0/1", "0/2", "0/2"]


async def test_an_outline_without_headings_is_the_document(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "0/3 > 算力方案" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "第 1/3 条" in shown(pilot)


async def test_a_document_is_chosen_from_the_list_below_the_kinds(plan: Project, run: Any) -> None:
    async with run() as app:
        screen = await app.press("ctrl+g")
        assert "0/8    某市人工智能行动方案" in screen
        await app.press(*["down"] * 10, "enter")
        assert app.place == "建設平臺"


async def test_a_document_without_clauses_is_not_offered(plan: Project, run: Any) -> None:
    title = "关于印发若干措施的通知"
    store_segments(
        plan, title, [Segment("title", 0, "", (), 0, len(title), title, 0, len(title))], name="kong"
    )
    async with run() as app:
        await app.press("ctrl+g")
        await until(app.pilot, "未完成" + " " * 17 + "10")
        assert "工作要點" in shown(app.pilot)
        assert "kong" not in shown(app.pilot)
        assert "没有这样的条号" in await app.press(*"kong")
