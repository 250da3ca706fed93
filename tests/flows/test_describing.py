"""What is known of a document is put right by those who may, as acts that are undone whole."""

from pathlib import Path

import pytest

from annotator.errors import Refused
from annotator.flows.describing import describe
from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.metadata import counted
from annotator.store import documents, metadata, people
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify

TEXT = (
    "江州市人民政府关于印发江州市绿道行动计划的通知\n江府〔2025〕7号\n各区：\n现将计划印发给你们。\n江州市人民政府\n2025年3月3日\n"
    "江州市绿道行动计划\n一、任务\n1.建设绿道。\n2.培养人才。\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = create(tmp_path / "p.db", "王芳")
    (tmp_path / "计划.txt").write_text(TEXT, encoding="utf-8")
    import_files(project, "王芳", codebook_of(project), [tmp_path / "计划.txt"])
    return project


def only(project: Project) -> str:
    return documents.listing(project)[0].doc_id


def test_a_correction_stands_in_every_list_and_is_taken_back_whole(project: Project) -> None:
    doc = only(project)
    before = metadata.known(project, doc)
    assert before["date"][:2] == ("2025-03-03", "signature")
    said = {
        "title": " 绿道 计划 ",
        "date": "2025年3月",
        "stage": "草案或征求意见",
        "issuer": "江州市人民政府",
        "number": "",
    }
    assert set(describe(project, "王芳", doc, said, origin="key")) == {"title", "date", "stage", "number"}
    now = metadata.known(project, doc)
    kept = {field: value for field, value in counted(before).items() if field != "number"}
    assert counted(now) == {**kept, "title": "绿道 计划", "date": "2025-03", "stage": "draft"}
    assert (now["date"][:2], now["issuer"].how) == (("2025-03", "person"), "signature")
    assert documents.listing(project)[0].title == "绿道 计划"
    Reviewing(project, codebook_of(project), "王芳").undo()
    assert metadata.known(project, doc) == before
    Reviewing(project, codebook_of(project), "王芳").redo()
    assert metadata.known(project, doc) == now
    assert list(verify(project)) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("date", "去年"),
        ("date", "2025-13"),
        ("stage", "也许"),
        ("level", "province.x"),
        ("title", " "),
        ("colour", "x"),
    ],
)
def test_what_a_field_cannot_be_is_refused(project: Project, field: str, text: str) -> None:
    before = metadata.known(project, only(project))
    with pytest.raises(Refused):
        describe(project, "王芳", only(project), {field: text}, origin="command")
    assert metadata.known(project, only(project)) == before


def test_who_only_labels_may_not_describe(project: Project) -> None:
    people.welcome(project, "李四")
    with pytest.raises(Refused, match="王芳"):
        describe(project, "李四", only(project), {"date": "2025"}, origin="key")


def test_what_stands_already_is_no_act(project: Project) -> None:
    assert describe(project, "王芳", only(project), {"date": "2025-03-03"}, origin="key") == ()
    with pytest.raises(Refused):
        Reviewing(project, codebook_of(project), "王芳").undo()
