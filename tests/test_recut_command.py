"""`annotator recut` as a user types it: what is told, the exit codes, what is written."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import annotator
from annotator.flows.reviewing import Reviewing
from annotator.model.cutting import Segment
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools import text
from annotator.tools.text import cut as newest
from annotator.tools.text.recut import merged

PLAN = (
    "上海市算力建设实施方案\n\n一、主要任务\n"
    "1.建设调度平台。建设全市算力调度平台。（责任单位：市数据局、市经济信息化委）\n"
    "2.培育人才。加快引进高端人才。（责任单位：市教委）\n"
    "二、保障措施\n1.加强领导。\n"
)
OTHER = "某市方案\n一、任务\n1.建设平台。\n"


def older(source: str, unit: str = "clause") -> Sequence[Segment]:
    """The cutter before this one: it makes one clause of all that stand next to each other."""
    found = list[Segment]()
    for one in newest(source):
        if found and one.kind == found[-1].kind == "clause" and one.level == found[-1].level:
            found[-1] = merged(source, [found[-1], one])
        else:
            found.append(one)
    return found


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "王芳")
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")

    def call(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(annotator, arguments)
        assert result.exit_code == code, (result.output, result.exception)
        assert "Traceback" not in result.output
        return result

    with monkeypatch.context() as before:
        before.setattr(text, "CUTTER", "rules/0")
        before.setattr(text, "cut", older)
        call("import", "plan.txt", "other.txt")
    return call


def label(name: str, ord_no: int) -> str:
    with Project.open(Path("annotator.db")) as project:
        document = next(one for one in documents.listing(project) if one.file_name == name)
        clause = documents.clause(project, document, ord_no)
        assert clause
        Reviewing(project, codebook_of(project), "王芳").finish(clause.clause_id, {"category": ["infra"]})
        return clause.clause_id


def counted() -> list[int]:
    with closing(sqlite3.connect("annotator.db")) as db:
        return [db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("event", "cutting")]


def test_a_comparison_tells_and_writes_nothing(run: Any) -> None:
    label("plan.txt", 0)
    label("plan.txt", 1)
    before = counted()
    told = run("recut", code=1).stdout
    for words in (
        "2 条 → 3 条",
        "不变 1",
        "拆开 1",
        "有标签 1",
        "1 份不变，1 份会变，0 份保持原样",
        "--apply",
    ):
        assert words in told
    assert "某市方案" not in told
    assert run("recut", "other.txt").stdout.startswith("比较了 1 份文件")
    found = json.loads(run("recut", "--json", code=1).stdout)
    assert (found["cutter"], found["applied"], found["same"], found["changed"]) == (text.CUTTER, False, 1, 1)
    plan = next(one for one in found["documents"] if one["file"] == "plan.txt")
    assert (plan["state"], plan["same"], plan["split"], plan["before"], plan["after"]) == (
        "changed",
        1,
        1,
        2,
        3,
    )
    (change,) = plan["changes"]
    assert change["before"][0]["holding"] == ["labels", "states"]
    assert len(change["after"]) == 2
    assert counted() == before


def test_applied_it_is_in_force_and_told_in_the_log(run: Any) -> None:
    assert "2 份文件是旧版切分的" in run("status").stderr
    assert [one["outdated"] for one in json.loads(run("status", "--json").stdout)["documents"]] == [True] * 2
    told = run("recut", "--apply")
    assert "1 份已重新切分" in told.stdout
    assert "Ctrl+Z" in told.stderr
    assert "旧版" not in run("status").stderr
    assert not any(one["outdated"] for one in json.loads(run("status", "--json").stdout)["documents"])
    assert "拆分（第 1 条）" in run("log").stdout
    assert "重新切分" in run("log").stdout
    assert run("recut").stdout.startswith("比较了 2 份文件")
    before = counted()
    assert json.loads(run("recut", "--apply", "--json").stdout)["same"] == 2
    assert counted() == before
    run("verify")


def test_labels_are_taken_over_once(run: Any) -> None:
    assert "没有可成批沿用的" in run("recut", "--carry").stdout
    assert json.loads(run("recut", "--carry", "--json").stdout) == {"clauses": 0, "finished": 0}
    assert json.loads(run("recut", "--gold", "--json").stdout) == {"clauses": 0}


@pytest.mark.parametrize(
    "arguments",
    [["--apply", "--carry"], ["--carry", "--gold"], ["--carry", "--discard-hand-cuts"], ["nowhere.txt"]],
)
def test_what_makes_no_sense_is_a_sentence(run: Any, arguments: list[str]) -> None:
    before = counted()
    assert run("recut", *arguments, code=2).stderr.count("\n") == 1
    assert counted() == before


def test_a_document_out_of_use_is_named(run: Any) -> None:
    run("retire", "plan.txt")
    assert "plan.txt" in run("recut", "plan.txt", code=2).stderr
    assert run("recut").stdout.startswith("比较了 1 份文件")


def test_only_the_owner_may(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "张三")
    before = counted()
    for arguments in ([], ["--apply"]):
        assert "王芳" in run("recut", *arguments, code=2).stderr
    assert counted() == before


def test_a_file_of_a_newer_program_is_left_alone(run: Any) -> None:
    with closing(sqlite3.connect("annotator.db")) as db:
        db.execute("PRAGMA user_version = 99")
    before = Path("annotator.db").read_bytes()
    run("recut", "--apply", code=2)
    assert Path("annotator.db").read_bytes() == before


def texts() -> list[str]:
    with Project.open(Path("annotator.db")) as project:
        return [one.text for found in documents.listing(project) for one in documents.clauses(project, found)]


def test_a_new_project_may_label_sentences(run: Any, tmp_path: Path) -> None:
    Path("annotator.db").unlink()
    run("import", "plan.txt", "--unit", "sentence")
    assert texts()[:2] == ["建设调度平台。", "建设全市算力调度平台。"]
    run("import", "other.txt")  # it stays so
    assert run("recut").stdout.count("2 份不变") == 1
    assert json.loads(run("status", "--json").stdout)["unit"] == "sentence"
    assert "按句子标注" in run("status").output
    assert "切分单位" in run("log", "--json").output or "setting" in run("log", "--json").output
    assert "annotator recut --unit clause" in run("import", "plan.txt", "--unit", "clause", code=2).output
    run("verify")


def test_a_project_changes_from_clauses_to_sentences_and_back(run: Any) -> None:
    run("recut", "--apply")
    before, labelled = texts(), label("plan.txt", 0)
    found = counted()
    told = run("recut", "--unit", "sentence", code=1).output
    assert "拆开" in told
    assert "有标签 1" in told
    assert counted() == found
    assert "另按句子导入" in run("import", "other.txt", "--unit", "sentence", code=2).output
    assert counted() == found
    run("recut", "--unit", "sentence", "other.txt", code=2)
    assert "按句子标注" in run("recut", "--unit", "sentence", "--apply").output
    assert len(texts()) > len(before)
    assert "recut" not in run("status").output
    assert run("recut").stdout.count("2 份不变") == 1
    run("recut", "--unit", "clause", "--apply")
    assert texts() == before
    assert not any(one["outdated"] for one in json.loads(run("status", "--json").stdout)["documents"])
    with Project.open(Path("annotator.db")) as project:
        values = Reviewing(project, codebook_of(project), "王芳").review(labelled).values
        assert values["category"] == ["infra"]
    run("verify")


def test_after_an_undo_of_the_cutting_the_status_says_that_documents_are_cut_otherwise(run: Any) -> None:
    run("recut", "--unit", "sentence", "--apply")
    with Project.open(Path("annotator.db")) as project:
        Reviewing(project, codebook_of(project), "王芳").undo()
    assert sum(one["outdated"] for one in json.loads(run("status", "--json").stdout)["documents"]) == 1


def test_who_may_not_cut_does_not_choose_what_is_labelled(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "李四")
    found = counted()
    assert "王芳" in run("recut", "--unit", "sentence", "--apply", code=2).output
    assert counted() == found


def test_copies_that_label_other_units_say_so_when_they_are_merged(run: Any) -> None:
    run("recut", "--apply")
    Path("there.db").write_bytes(Path("annotator.db").read_bytes())
    run("recut", "--unit", "sentence", "--apply", "--project", "there.db")
    assert "“there.db”按句子标注" in run("merge", "there.db").output
    assert json.loads(run("status", "--json").stdout)["unit"] == "sentence"
    assert "按句子标注" not in run("merge", "there.db").output
