"""A clause that stands elsewhere too says so in one line, with one's own labels there; nothing is copied."""

from pathlib import Path

import pytest

from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.tui.app import AnnotatorApp
from annotator.tui.desk import Desk
from annotator.tui.linear.telling import clause
from annotator.tui.sight import Sight
from tests.tui.conftest import shown

SAME = "完善全民健身公共服务体系，新建改建社区体育设施，举办群众性赛事活动。"


@pytest.mark.parametrize("changed", [False, True])
async def test_the_review_screen_tells_of_the_same_text_and_of_ones_own_label_there(
    tmp_path: Path, changed: bool
) -> None:
    for name, other in (("甲", SAME), ("乙", SAME.replace("群众性", "全市性") if changed else SAME)):
        body = f"江州市{name}方案\n一、任务\n1.{other}\n2.为{name}项工作另行安排专项经费并加强绩效管理。\n"
        (tmp_path / f"{name}.txt").write_text(body, encoding="utf-8")
    with create(tmp_path / "p.db", "王芳") as project:
        codebook = codebook_of(project)
        import_files(project, "王芳", codebook, [tmp_path / "甲.txt", tmp_path / "乙.txt"])
        first, second = documents.listing(project)
        (there,) = documents.clause_ids(project, first, 0, 1)
        (here,) = documents.clause_ids(project, second, 0, 1)
        reviewing = Reviewing(project, codebook, "王芳")
        field = next(one for one in codebook.clause_fields if one.id == "category")
        reviewing.put(there, {"category": [field.codes[0].id]})
        app = AnnotatorApp(project, codebook, "王芳")
        async with app.run_test(size=(110, 40)) as pilot:
            await pilot.pause()
            assert "另见" in shown(pilot)
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("home", "down", "enter")
            await pilot.pause()
            told = shown(pilot)
            assert "另见《江州市甲方案》第 1 条" in told
            assert ("相近" if changed else "（相同）") in told
            assert "您标了" in told
            assert reviewing.review(here).values == {}
            await pilot.press("pagedown")
            await pilot.pause()
            assert "另见" not in shown(pilot)


def test_the_work_in_lines_tells_of_it_too(tmp_path: Path) -> None:
    for name in "甲乙":
        body = f"江州市{name}方案\n一、任务\n1.{SAME}\n2.为{name}项工作另行安排专项经费并加强绩效管理。\n"
        (tmp_path / f"{name}.txt").write_text(body, encoding="utf-8")
    with create(tmp_path / "p.db", "王芳") as project:
        codebook = codebook_of(project)
        import_files(project, "王芳", codebook, [tmp_path / "甲.txt", tmp_path / "乙.txt"])
        desk = Desk(Reviewing(project, codebook, "王芳"), documents.listing(project)[0], 0)
        assert "另见《江州市乙方案》第 1 条（相同）" in list(clause(desk, Sight()))
