"""The codebook on the screen: read, changed and put in force by people who write no TOML."""

from typing import Any

from annotator.store import codebooks, documents, events
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.tui.conftest import shown, until
from tests.tui.test_review_keys import said


async def begin(pilot: Any) -> None:
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*"码表")
    await pilot.press("enter")
    await pilot.pause()


async def test_the_codebook_is_listed_with_its_fields_and_codes(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        words = shown(pilot)
        assert "码表：政策条款标注码表，第 2 版" in words
        assert "条款类型  单选" in words
        assert "t 任务举措" in words


async def test_a_changed_definition_becomes_a_version_and_touched_clauses_go_back(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("t")
        assert said(project).values["clause_type"] == ["task"]
        await begin(pilot)
        await pilot.press(*["down"] * 7, "enter")
        await pilot.pause()
        assert "改“任务举措”" in shown(pilot)
        await pilot.press("tab", "tab", "tab", *"甲乙", "ctrl+s")
        await until(pilot, "退回复查")
        assert "涉及已标的 1 条" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, "第 3 版已启用")
        book = codebook_of(project)
        assert book.version == "3"
        field = book.field("clause_type")
        code = field.code("task") if field else None
        assert code
        assert code.definition.startswith("甲乙")
        (returned,) = events.read(project, "kind = 'return'")
        assert returned.field == "王芳"
        await pilot.press("escape", "1", "g")  # the work goes on under the new version
        assert said(project).values["clause_type"] == ["goal"]


async def test_a_new_code_can_be_used_at_once(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await pilot.press("a")
        await pilot.pause()
        for text in ("draft", "草案", "Draft", "d"):
            await pilot.press(*text, "tab")
        await pilot.press("ctrl+s")
        await until(pilot, "新增 条款类型·草案")
        assert "不用复查" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, "已启用")
        await pilot.press("escape", "d")
        assert said(project).values["clause_type"] == ["draft"]


async def test_a_fault_is_told_and_nothing_is_lost(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"Bad", "ctrl+s")
        await pilot.pause()
        assert "Bad" in shown(pilot)
        assert "id" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "还没有存" in shown(pilot)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert codebook_of(project).version == "2"


async def test_a_version_can_be_left_and_nothing_changes(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        before = codebooks.in_force(project)
        await pilot.press("enter")
        await pilot.pause()
        assert "改“条款类型”" in shown(pilot)
        await pilot.press("tab", "tab", *"看", "ctrl+s")
        await until(pilot, "文字有变 条款类型")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert codebooks.in_force(project) == before


async def test_a_field_of_units_takes_no_codes(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        rows = [field.kind for field in codebook_of(project).fields for _ in (None, *field.codes)]
        await pilot.press(*["down"] * rows.index("entity"), "a")
        await pilot.pause()
        assert "没有代码可加" in shown(pilot)


async def test_a_boundary_is_written_at_the_clause_that_shows_it(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "d", "ctrl+p")
        await pilot.pause()
        await pilot.press(*"写界线", "enter")
        await pilot.pause()
        assert "归哪一类" in shown(pilot)
        await pilot.press("down", "enter")  # what the clause was given stands first
        await pilot.pause()
        await pilot.press(*"模型", "enter")
        await pilot.pause()
        assert "归“数据要素”，不归“模型与智能体”" in shown(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "还没写规则" in shown(pilot)
        await pilot.press(*"以数据为成果的归此", "ctrl+s")
        await until(pilot, "意义有变 主题类别·数据要素")
        await pilot.press("enter")
        await until(pilot, "第 3 版已启用")
        field = codebook_of(project).field("category")
        kept, not_there = (field.code(one) if field else None for one in ("data", "model"))
        assert kept
        assert not_there
        assert "以数据为成果的归此" in kept.include
        assert "以数据为成果的归此" in not_there.exclude
        clause = documents.clause(project, documents.listing(project)[0], 0)
        assert clause
        assert kept.examples[-1] == clause.text
        assert clause.text not in not_there.examples
        (returned,) = events.read(project, "kind = 'return'")
        assert returned.field == "王芳"


async def test_who_may_not_change_the_codebook_is_told_who_may(project: Project, screens: Any) -> None:
    async with screens("小李") as pilot:
        await begin(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "王芳" in shown(pilot)
        assert "改“" not in shown(pilot)
        await pilot.press("escape", "t", "d", "ctrl+p")
        await pilot.pause()
        await pilot.press(*"写界线", "enter")
        await pilot.pause()
        assert "归哪一类" not in shown(pilot)
