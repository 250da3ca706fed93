"""The list of documents."""

from typing import Any

import pytest

from annotator.flows.describing import describe
from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import shown, until


async def test_escape_shows_the_documents_with_progress_and_enter_opens_one(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("comma", "escape")
        await pilot.pause()
        assert "2 份文件  5 条" in shown(pilot)
        assert "0/3" in shown(pilot)
        assert "跳过 1" in shown(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "推进智慧养老院建设" in shown(pilot)


async def test_a_document_opens_at_its_first_unfinished_clause(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("comma", "pageup", "escape", "enter")
        await pilot.pause()
        assert "第 2/3 条" in shown(pilot)


async def test_an_empty_project_says_how_to_begin(tmp_path: Any) -> None:
    with create(tmp_path / "empty.db", "王芳") as project:
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "annotator import" in shown(pilot)
            await pilot.press("enter", "down", "end")
            assert documents.listing(project) == []


async def test_a_search_from_the_documents_opens_its_hits_for_review(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert "Ctrl+F 查找" in shown(pilot)
        await pilot.press("ctrl+f")
        await begin_with(pilot, "养老")
        assert "推进智慧养老院建设" in shown(pilot)
        assert "查找：养老" in shown(pilot)


async def begin_with(pilot: Any, words: str) -> None:
    await pilot.pause()
    await pilot.press(*words)
    await until(pilot, "· 共 ")
    await pilot.press("enter")
    await until(pilot, "查找：")


async def test_one_goes_to_a_place_from_the_documents(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("escape", "ctrl+g")
        await pilot.pause()
        await pilot.press("2", "enter")
        await pilot.pause()
        assert "第 2/3 条" in shown(pilot)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [("progress", "进度"), ("export", "导出到"), ("theme", "配色："), ("help", "Esc 关闭")],
)
async def test_the_palette_of_the_documents_has_what_makes_sense_there(
    screens: Any, wanted: str, told: str
) -> None:
    async with screens() as pilot:
        await pilot.press("escape", "ctrl+p")
        await pilot.pause()
        assert "采纳" not in shown(pilot)
        await pilot.press(*wanted)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert told in shown(pilot)
        if wanted != "theme":
            await pilot.press("escape")
            await pilot.pause()
        assert "2 份文件  5 条" in shown(pilot)


async def test_where_there_is_nothing_to_search_that_is_told(tmp_path: Any) -> None:
    with create(tmp_path / "empty.db", "王芳") as project:
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.press("ctrl+f")
            await pilot.pause()
            assert "没有可看的" in shown(pilot)


async def test_what_is_known_of_a_document_is_put_right_in_a_form_and_taken_back(
    project: Project, screens: Any
) -> None:
    first = documents.listing(project)[0].doc_id
    async with screens() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("tab", "tab", "tab", *"2025-13", "ctrl+s")
        await pilot.pause()
        assert "不是日期" in shown(pilot)
        assert "date" not in documents.metadata(project, first)
        await pilot.press("backspace", "2", "ctrl+s")
        await pilot.pause()
        assert documents.metadata(project, first)["date"] == "2025-12"
        assert "2025-12" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "date" not in documents.metadata(project, first)


async def test_what_was_not_written_in_the_form_stays_as_somebody_else_wrote_it(
    project: Project, screens: Any
) -> None:
    """Whatever cannot be shown as it is stays, too."""
    first = documents.listing(project)[0].doc_id
    describe(project, "王芳", first, {"number": "甲\x1b[31m〔2025〕1号"}, origin="command")
    async with screens() as pilot:
        await pilot.press("escape", "i")
        await pilot.pause()
        describe(project, "王芳", first, {"issuer": "江州市人民政府"}, origin="command")
        await pilot.press("tab", "tab", "tab", *"2025-12", "ctrl+s")
        await pilot.pause()
    known = documents.metadata(project, first)
    assert (known["date"], known["issuer"]) == ("2025-12", "江州市人民政府")
    assert known["number"] == "甲\x1b[31m〔2025〕1号"


async def test_the_form_says_how_a_field_came_and_what_it_takes(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("escape", "i")
        await pilot.pause()
        await pilot.press(*["tab"] * 7)
        await pilot.pause()
        assert "状态可填：草案或征求意见／正式" in shown(pilot)


async def test_a_value_that_stands_in_the_form_is_written_over_and_enter_goes_on(
    project: Project, screens: Any
) -> None:
    first = documents.listing(project)[0].doc_id
    describe(project, "王芳", first, {"level": "province"}, origin="command")
    title = documents.metadata(project, first)["title"]
    async with screens() as pilot:
        await pilot.press("escape", "i")
        await pilot.pause()
        await pilot.press("end", "enter", *["enter"] * 4)
        await pilot.pause()
        assert "层级可填：国家／国家部门／省级" in shown(pilot)
        await pilot.press(*"市级", "ctrl+s")
        await pilot.pause()
    known = documents.metadata(project, first)
    assert (known["level"], known["title"]) == ("city", title)


async def test_what_was_put_right_in_the_list_is_taken_back_and_done_again_there(
    project: Project,
) -> None:
    first = documents.listing(project)[0].doc_id
    app = AnnotatorApp(project, codebook_of(project), "王芳")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("x", "escape", "ctrl+z")
        await pilot.pause()
        assert "打开条款后按 Ctrl+Z 撤销" in shown(pilot), (
            "what was done on a clause is not taken back unseen"
        )
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("tab", "tab", "tab", *"2025", "ctrl+s")
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "date" not in documents.metadata(project, first)
        assert "已撤销：成文日期" in shown(pilot)
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert documents.metadata(project, first)["date"] == "2025"
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert "没有可重做的" in shown(pilot)


async def test_the_help_of_the_list_has_the_keys_of_the_list(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("escape", "question_mark")
        await pilot.pause()
        told = shown(pilot)
        assert "文件信息：看标题" in told
        assert "待核对：这份文件" in told
        assert "采纳" not in told


PLAN = "江州市方案\n一、任务\n1.建设平台。（责任单位：市科委）\n2.建设网络，到2027年建成5个。\n4.建设机房。\n附件：1.任务分工表\n2.政策清单\n"


async def test_what_a_document_leaves_open_leads_to_its_clause(tmp_path: Any) -> None:
    (tmp_path / "甲.txt").write_text(PLAN, encoding="utf-8")
    with create(tmp_path / "p.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [tmp_path / "甲.txt"])
        async with AnnotatorApp(project, codebook_of(project), "王芳").run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            await pilot.press("escape", "o")
            await pilot.pause()
            await pilot.pause()
            told = shown(pilot)
            assert "编号从 2 跳到“4.”" in told
            assert "附件“政策清单”只列了名称" in told
            assert told.count("编号从 2 跳到“4.”") == 1, "what the list shows whole is not told twice"
            assert "附件“政策清单”只列了名称，正文里没有（到相邻的第 3 条）" in told
            await pilot.press(*"政策", "enter")
            await pilot.pause()
            assert pilot.app.screen.desk.clause.ord == 2
            assert pilot.app.screen.desk.queue is None
            await pilot.press("home", "escape", "o")
            await pilot.pause()
            await pilot.pause()
            await pilot.press(*"编号", "enter")
            await pilot.pause()
            assert pilot.app.screen.desk.clause.ord == 2
            await pilot.press("home", "ctrl+p", *"待核对", "enter")
            await pilot.pause()
            await pilot.pause()
            await pilot.press(*"编号", "enter")
            await pilot.pause()
            assert pilot.app.screen.desk.clause.ord == 2


async def test_several_clauses_of_a_finding_are_looked_at_one_after_the_other(tmp_path: Any) -> None:
    (tmp_path / "甲.txt").write_text(PLAN, encoding="utf-8")
    with create(tmp_path / "p.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [tmp_path / "甲.txt"])
        async with AnnotatorApp(project, codebook_of(project), "王芳").run_test(size=(60, 30)) as pilot:
            await pilot.pause()
            await pilot.press("escape", "o")
            await pilot.pause()
            await pilot.pause()
            await pilot.press(*"没有写时限", "enter")
            await pilot.pause()
            desk = pilot.app.screen.desk
            assert desk.clause.ord == 0
            assert "待核对 1/2" in shown(pilot)
            await pilot.press("pagedown")
            assert desk.clause.ord == 2
            await pilot.press("pagedown")
            await pilot.pause()
            assert "待核对的最后一条" in shown(pilot)
            await pilot.press("escape")
            assert desk.queue is None


async def test_a_title_put_right_on_the_review_screen_stands_there_at_once(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+p", *"文件信息", "enter")
        await pilot.pause()
        await pilot.press("end", *"新", "ctrl+s")
        await pilot.pause()
        assert "已改：标题" in shown(pilot)
        assert pilot.app.screen.desk.document.title.endswith("新")


async def test_documents_of_one_title_show_their_files_and_so_does_what_is_known_of_each(
    tmp_path: Any,
) -> None:
    for name in ("象州", "武宣"):
        text = f"工作方案\n一、任务\n1.完善全民健身公共服务体系。\n2.{name}另行安排。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with create(tmp_path / "a.db", "王芳") as project:
        codebook = codebook_of(project)
        import_files(project, "王芳", codebook, [tmp_path / "象州.txt", tmp_path / "武宣.txt"])
        async with AnnotatorApp(project, codebook, "王芳").run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            assert "另见《工作方案（武宣.txt）》第 1 条" in shown(pilot)
            await pilot.press("escape")
            await pilot.pause()
            assert "工作方案（象州.txt）" in shown(pilot)
            assert "工作方案（武宣.txt）" in shown(pilot)
            await pilot.press("i")
            await pilot.pause()
            assert "文件信息  象州.txt" in shown(pilot)
