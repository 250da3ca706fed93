"""Commands as a user types them: output, exit codes, and never a traceback."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import COMMANDS, annotator

PLAN = (
    "上海市算力建设实施方案\n\n为深入贯彻国家部署，制定本方案。\n一、主要任务\n"
    "1.建设调度平台。建设全市算力调度平台。（责任单位：市数据局、市经济信息化委）\n"
    "2.培育人才。加快引进高端人才。（责任单位：市教委）\n"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "王芳")
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    monkeypatch.delenv("ANNOTATOR_PROJECT", raising=False)
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")

    def call(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(annotator, arguments)
        assert result.exit_code == code, (result.output, result.exception)
        assert "Traceback" not in result.output
        return result

    return call


def test_import_status_label_agreement_export_verify(run: Any, tmp_path: Path) -> None:
    report = run("import", "plan.txt")
    assert "3 条" in report.stderr
    status = json.loads(run("status", "--json").stdout)
    (document,) = status["documents"]
    assert document["clauses"] == 3
    assert document["submitted"] == {}
    lines = [
        {
            "doc": document["doc_id"],
            "seq": 1,
            "reviewer": "甲",
            "field": "category",
            "value": ["infra", "数据要素"],
        },
        {"doc": "plan.txt", "seq": 1, "reviewer": "乙", "field": "category", "value": ["infra"]},
        {"doc": "plan.txt", "seq": 1, "reviewer": "甲", "field": "responsible_unit", "value": ["市数据局"]},
        {"doc": "plan.txt", "seq": 2, "reviewer": "甲", "field": "priority", "value": 2},
        {"doc": "plan.txt", "seq": 2, "reviewer": "乙", "field": "priority", "value": "常规推进"},
        {"doc": "plan.txt", "seq": 1, "reviewer": "甲", "state": "submitted"},
    ]
    (tmp_path / "labels.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert "写入 8 项" in run("label", "labels.jsonl").stdout
    assert json.loads(run("label", "labels.jsonl", "--json").stdout) == {"lines": 6, "stored": 0}
    assert json.loads(run("status", "--json").stdout)["documents"][0]["submitted"] == {"甲": 1, "乙": 0}
    audit = {f["field"] + f["part"]: f for f in json.loads(run("agreement", "--json").stdout)["fields"]}
    assert audit["categoryprimary"]["coefficients"]["percent_agreement_items"] == 1.0
    assert audit["category"]["coefficients"]["percent_agreement_items"] == 0.0
    assert audit["priority"]["coefficients"]["alpha_ordinal"] is not None
    assert "无法计算" in run("agreement").stdout
    run("export", "out")
    records = [
        json.loads(line)
        for line in (tmp_path / "out/data/canonical/all.jsonl").read_text("utf-8").splitlines()
    ]
    (unit,) = records[1]["labels"]["responsible_unit"]
    assert (unit["name"], unit["where"], unit["surface"]) == ("上海市数据局", "tail", "市数据局")
    assert "核对一致" in run("verify").stdout
    assert "6" not in run("search", "高端人才").stdout.split("\n")[0][:2]


def test_importing_twice_changes_nothing_and_says_so(run: Any) -> None:
    run("import", "plan.txt")
    before = run("log", "--json").stdout
    assert "已在项目中" in run("import", "plan.txt").stderr
    assert run("log", "--json").stdout == before


def test_a_document_can_be_retired_and_brought_back_with_its_labels(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    line = {"doc": "plan.txt", "seq": 1, "reviewer": "甲", "field": "category", "value": ["infra"]}
    (tmp_path / "labels.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run("label", "labels.jsonl")
    assert "已停用" in run("retire", "plan.txt").stdout
    assert "没有改动" in run("retire", "plan.txt").stdout
    assert json.loads(run("status", "--json").stdout)["documents"] == []
    assert "已停用" in run("import", "plan.txt").stderr
    run("retire", "--back", "plan.txt")
    assert json.loads(run("status", "--json").stdout)["documents"][0]["draft"] == {"甲": 1}
    assert "没有文件" in run("retire", "other.txt", code=2).stderr


def test_a_bad_file_gets_a_sentence_and_the_rest_is_imported(run: Any, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    (tmp_path / "empty.txt").write_bytes(b"")
    report = run("import", ".", code=1).stderr
    assert "plan.txt：3 条" in report
    assert "scan.pdf：未导入" in report
    assert "empty.txt：未导入" in report
    assert len(json.loads(run("status", "--json").stdout)["documents"]) == 1


def test_segment_prints_the_fields_of_the_contract(run: Any) -> None:
    rows = [json.loads(line) for line in run("segment", "plan.txt", "--json").stdout.splitlines()]
    assert {tuple(row) for row in rows} == {
        ("kind", "level", "marker", "path", "text", "tail", "units", "start", "end", "edits")
    }
    assert [row["kind"] for row in rows] == ["title", "clause", "heading", "clause", "clause"]
    assert [unit["name"] for unit in rows[3]["units"]] == ["上海市数据局", "上海市经济和信息化委员会"]
    assert rows[3]["path"] == ["主要任务"]
    assert rows[-1]["end"] == len(PLAN)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("status",), "找不到项目文件"),
        (("import", "nothing.txt"), "nothing.txt"),
        (("import",), ""),
        (("label", "nothing.jsonl"), "找不到项目文件"),
        (("export", "out"), "找不到项目文件"),
        (("--project", "plan.txt", "status"), "不是 annotator 的项目文件"),
        (("--project", ".", "status"), "文件夹"),
        (("codebook", "show", "none"), "没有名为"),
        (("status", "--reviewer", "x"), ""),
        (("nonsense",), ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_ends_in_one_sentence_and_code_2(run: Any, arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments, code=2)
    assert words in result.stderr
    assert not result.stdout


def test_nothing_is_made_unasked(run: Any, tmp_path: Path) -> None:
    run(code=2)
    run("status", code=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.txt"]


def test_a_newer_project_is_refused_and_left_alone(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    db = sqlite3.connect(tmp_path / "annotator.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = (tmp_path / "annotator.db").read_bytes()
    assert "请先升级 annotator" in run("status", code=2).stderr
    assert (tmp_path / "annotator.db").read_bytes() == before


def test_verify_names_a_fault_and_exits_with_1(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    db = sqlite3.connect(tmp_path / "annotator.db")
    db.execute("DROP TRIGGER event_no_update")
    db.execute("UPDATE event SET value = '\"别的题目\"' WHERE field = 'title'")
    db.commit()
    db.close()
    assert "已被改动" in run("verify", code=1).stdout


def test_backup_and_restore(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    run("backup", "copy.db")
    assert "已经存在" in run("backup", "copy.db", code=2).stderr
    (tmp_path / "annotator.db").write_bytes(b"damaged")
    run("restore", "copy.db")
    assert "1 份文件" in run("status").stdout


def test_a_codebook_is_checked_with_line_numbers(run: Any, tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(run("codebook", "show", "default", "--toml").stdout, encoding="utf-8")
    assert "没有错误" in run("codebook", "check", "good.toml").stdout
    text = (tmp_path / "good.toml").read_text(encoding="utf-8").replace('kind = "ordinal"', 'kind = "ordnal"')
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    line = 1 + text[: text.index('"ordnal"')].count("\n")
    assert f"bad.toml:{line}:" in run("codebook", "check", "bad.toml", code=1).stdout
    run("import", "plan.txt")
    run("codebook", "use", "bad.toml", code=2)
    run("codebook", "use", "instruments")
    assert "政策工具" in run("codebook", "show").stdout


def test_control_characters_of_a_document_never_reach_the_terminal(run: Any, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(
        "关于加强工作的通知\n一、要求\n1.加强\x1b]0;owned\x07管理\x1b[31m。\n", encoding="utf-8"
    )
    run("import", "evil.txt")
    for arguments in (("status",), ("search", "管理"), ("log",), ("segment", "evil.txt"), ("units",)):
        result = run(*arguments)
        assert "\x1b" not in result.stdout + result.stderr
        assert "\x07" not in result.stdout + result.stderr


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_explains_itself(run: Any, command: str, language: str) -> None:
    assert "Usage" in run(command, "--help").stdout
