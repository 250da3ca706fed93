"""Commands as a user types them: output, exit codes, and never a traceback."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import annotator
from annotator.flows import naming
from annotator.flows.reviewing import Reviewing
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project

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
    assert json.loads(run("label", "labels.jsonl", "--json").stdout) == {
        "lines": 6,
        "stored": 0,
        "unresolved": [],
    }
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


def test_an_import_by_whom_nobody_named_makes_the_project(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANNOTATOR_REVIEWER")
    run("import", "plan.txt")
    assert "3 条" in run("status").stdout


@pytest.mark.parametrize("command", ["search", "export", "log", "agreement", "status", "report"])
def test_a_command_that_finds_no_project_leaves_no_file(
    command: str, run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANNOTATOR_REVIEWER")
    before = set(tmp_path.iterdir())
    arguments = {"search": ["条"], "export": ["out"], "report": ["out.html"]}.get(command, [])
    assert "annotator.db" in run(command, *arguments, code=2).output
    assert set(tmp_path.iterdir()) == before


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


def test_a_document_goes_and_comes_back_by_whose_role_may_cut(run: Any) -> None:
    run("import", "plan.txt")
    run("reviewers", "add", "李四", "--role", "supervisor")
    before = run("log", "--json").stdout
    for who in ("李四", "没来过的人"):
        for arguments in (["plan.txt"], ["--back", "plan.txt"]):
            told = run("retire", *arguments, "--reviewer", who, code=2).stderr
            assert f"“{who}”不能" in told
            assert "能改的有：王芳" in told
    assert run("log", "--json").stdout == before
    run("reviewers", "role", "李四", "owner")
    assert "已停用" in run("retire", "plan.txt", "--reviewer", "李四").stdout


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
    assert "1. 建设调度平台。" in run("segment", "plan.txt").stdout


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
    told = run("verify", code=1).stdout
    assert "王芳 对文件“plan.txt”（《上海市算力建设实施方案》）的记录" in told
    assert "已被改动" in told


def test_verify_names_the_file_the_clause_and_the_person(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    line = {"doc": "plan.txt", "seq": 1, "reviewer": "甲", "field": "category", "value": ["infra"]}
    (tmp_path / "labels.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run("label", "labels.jsonl")
    db = sqlite3.connect(tmp_path / "annotator.db")
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    db.execute("UPDATE event SET value = '[]' WHERE kind = 'label'")
    db.execute("UPDATE source SET text = text || '尾'")
    db.commit()
    db.close()
    told = run("verify", code=1).stdout
    assert "甲 对文件“plan.txt”（《上海市算力建设实施方案》）第 2 条的记录" in told
    assert "文件“plan.txt”（《上海市算力建设实施方案》）的原文与校验值不符" in told


def test_backup_and_restore(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    run("backup", "copy.db")
    assert "已经存在" in run("backup", "copy.db", code=2).stderr
    (tmp_path / "annotator.db").write_bytes(b"damaged")
    run("restore", "copy.db")
    assert "1 份文件" in run("status").stdout
    assert "找不到备份文件“nosuch.db”" in run("restore", "nosuch.db", code=2).stderr


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
    assert "comparator  限定  [choice]  不少于、不超过" in run("codebook", "show", "default").stdout


def test_preferences_are_set_shown_with_their_origin_and_forgotten(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("TERM", "xterm-256color")
    assert run("preferences", "set", "theme", "Light").stdout == "配色：浅色\n"
    assert "环境变量 ANNOTATOR_REVIEWER 另有设定" in run("preferences", "set", "reviewer", "李强").stdout
    shown = json.loads(run("preferences", "--json").stdout)
    assert shown["file"] == str(tmp_path / "config" / "preferences.toml")
    assert shown["theme"] == {"value": "light", "from": "stored"}
    assert shown["reviewer"] == {"value": "王芳", "from": "environment"}
    assert shown["width"] == {"value": "auto", "from": "system"}
    table = run("preferences").stdout
    assert str(tmp_path / "config") in table
    assert "light" in table
    assert "annotator preferences set theme light" in table
    assert run("preferences", "set", "theme").stdout == "配色：不再另设\n"
    assert run("preferences", "set", "width", "wide").stdout == "“ ” — … 占几格：占两格\n"
    assert run("preferences", "set", "language", "en").stdout.startswith("界面语言：English\n")
    run("preferences", "set", "language")
    assert json.loads(run("preferences", "--json").stdout)["theme"]["from"] == "system"
    assert "dark, light" in run("preferences", "set", "theme", "drak", code=2).stderr
    assert "language, reviewer" in run("preferences", "set", "colour", "red", code=2).stderr


def test_a_mistake_in_the_preferences_is_told_and_stops_nothing(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path))
    (tmp_path / "preferences.toml").write_text('theme = "drak"\n', encoding="utf-8")
    report = run("import", "plan.txt").stderr
    assert "第 1 行：theme 不能设为“drak”" in report
    assert "3 条" in report


def test_control_characters_of_a_document_never_reach_the_terminal(run: Any, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(
        "关于加强工作的通知\n一、要求\n1.加强\x1b]0;owned\x07管理\x1b[31m。\n", encoding="utf-8"
    )
    run("import", "evil.txt")
    for arguments in (("status",), ("search", "管理"), ("log",), ("segment", "evil.txt"), ("units",)):
        result = run(*arguments)
        assert "\x1b" not in result.stdout + result.stderr
        assert "\x07" not in result.stdout + result.stderr


def test_suggestions_are_made_anew_for_another_codebook(run: Any) -> None:
    run("import", "plan.txt")
    assert json.loads(run("suggest", "--codebook", "--json").stdout) == {"suggestions": 2}
    run("codebook", "use", "instruments")
    run("codebook", "use", "default")
    assert "2 条建议" in run("suggest", "--codebook").stdout
    assert "核对一致" in run("verify").stdout


def test_a_share_of_suggestions_is_held_back_and_given_back(run: Any) -> None:
    run("import", "plan.txt")
    assert "约 20%" in run("suggest", "--hold-back", "20%", "--seed", "7").stdout
    assert json.loads(run("suggest", "--hold-back", "0.3", "--json").stdout) == {
        "share": 0.3,
        "seed": 7,
        "changed": True,
    }
    assert "没有改动" in run("suggest", "--hold-back", "30％").stdout
    assert "30%" in run("log", "project").stdout
    assert "不再留出" in run("suggest", "--hold-back", "0").stdout
    seeds = {json.loads(run("suggest", "--hold-back", "50%", "--json").stdout)["seed"]}
    run("suggest", "--hold-back", "0")
    seeds.add(json.loads(run("suggest", "--hold-back", "50%", "--json").stdout)["seed"])
    assert len(seeds) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "请给出一个建议文件"),
        (("--codebook", "--report"), "只用一个选项"),
        (("file.jsonl", "--report"), "只用一个选项"),
        (("--report", "--seed", "7"), "--hold-back"),
        (("--hold-back", "20"), "不是比例"),
        (("--hold-back", "1"), "不是比例"),
        (("--hold-back", "101%"), "不是比例"),
        (("--hold-back", "-1%"), "不是比例"),
        (("--hold-back", "nan"), "不是比例"),
        (("--hold-back", "20%%"), "不是比例"),
        (("--report",), "没有可比较的标注"),
        (("--restore", "某地"), "没有要求过"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_suggest_does_one_thing_and_says_what_it_cannot(
    run: Any, arguments: tuple[str, ...], words: str
) -> None:
    run("import", "plan.txt")
    before = run("log", "--json").stdout
    assert words in run("suggest", *arguments, code=2).stderr
    assert run("log", "--json").stdout == before


def test_rejected_suggestions_are_listed_logged_and_restored(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    assert "没有要求不再建议" in run("suggest", "--rejected").stdout
    with Project.open(tmp_path / "annotator.db") as project:
        book = codebook_of(project)
        unit, category = book.field("responsible_unit"), book.field("category")
        assert unit
        assert category
        work = Reviewing(project, book, "王芳")
        (document,) = documents.listing(project)
        clause = documents.clause(project, document, 1)
        assert clause
        work.reject(clause.clause_id, unit, "市数据局", "document")
        work.reject(clause.clause_id, category, "infra", "project")
        work.reject(clause.clause_id, category, "data")
    lines = run("suggest", "--rejected").stdout.splitlines()
    assert ["市数据局" in lines[0], "上海市算力建设实施方案" in lines[0], "全文件" in lines[0]] == [True] * 3
    assert ["算力网络感知" in lines[1], "全项目" in lines[1]] == [True] * 2
    assert ["数据要素" in lines[2], clause.clause_id in lines[2]] == [True] * 2
    assert run("suggest", "--rejected", "--reviewer", "李").stdout.startswith("没有")
    assert "不再建议 责任单位：市数据局" in run("log", "--reviewer", "王芳").stdout
    listed = json.loads(run("suggest", "--rejected", "--json").stdout)
    assert [one["item"] for one in listed] == ["市数据局", "infra", "data"]
    assert "已恢复 1 项" in run("suggest", "--restore", "算力网络感知").stdout
    assert json.loads(run("suggest", "--restore", "市数据局", "--json").stdout) == {"restored": 1}
    assert len(run("suggest", "--rejected").stdout.splitlines()) == 1
    assert "核对一致" in run("verify").stdout


def test_a_rejected_name_cannot_write_to_the_terminal(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    with Project.open(tmp_path / "annotator.db") as project:
        book = codebook_of(project)
        unit = book.field("responsible_unit")
        assert unit
        Reviewing(project, book, "王芳").reject("cl-0123456789abcdef", unit, "市\x1b]0;甲\x07\n数据局\u202e")
    for arguments in (("suggest", "--rejected"), ("log", "--reviewer", "王芳")):
        printed = run(*arguments).stdout
        assert "数据局" in printed
        assert not {"\x1b", "\x07", "\u202e"} & set(printed)
    assert len(run("suggest", "--rejected").stdout.splitlines()) == 1


def test_the_report_compares_what_was_seen_with_what_was_held_back(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    with Project.open(tmp_path / "annotator.db") as project:
        (document,) = documents.listing(project)
        clauses = list(documents.clauses(project, document))
        work = Reviewing(project, codebook_of(project), "王芳")
        work.put(clauses[1].clause_id, {"clause_type": ["task"]}, suggested=["clause_type"])
    run("suggest", "--hold-back", "100%")
    with Project.open(tmp_path / "annotator.db") as project:
        work = Reviewing(project, codebook_of(project), "王芳")
        work.put(clauses[2].clause_id, {"clause_type": ["goal"]})
    text = run("suggest", "--report").stdout
    assert "1/1（100%）" in text
    assert "0/1（0%）" in text
    assert "+100 个百分点" in text
    both = json.loads(run("suggest", "--report", "--json").stdout)["fields"]
    assert [(one["field"], one["reviewer"], one["difference"]) for one in both] == [
        ("clause_type", None, 1.0), ("clause_type", "王芳", 1.0)
    ]  # fmt: skip
    assert both[0]["shown"] == {"n": 1, "same": 1, "share": 1.0}


def test_units_that_nobody_knew_are_listed_and_settled_by_the_owner(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    with Project.open(tmp_path / "annotator.db") as project:
        for name in ("市数据管理局", "市某某处", "市误加局"):
            naming.propose(project, "李强", name, ("上海市",))
    assert "没有待确认的单位" not in run("units", "--proposed").stdout
    listed = {one["name"]: one for one in json.loads(run("units", "--proposed", "--json").stdout)}
    assert listed["上海市数据管理局"]["close"][0] == "上海市数据局"
    assert listed["上海市某某处"]["labels"] == 0
    refused = run("units", "--confirm", "市某某处", "--reviewer", "李强", code=2)
    assert "只有项目负责人" in refused.stderr
    assert "已确认：上海市某某处" in run("units", "--confirm", "市某某处").stdout
    assert "即 上海市数据局" in run("units", "--merge", "市数据管理局", "市数据局").stdout
    assert "已删除：上海市误加局" in run("units", "--drop", "市误加局").stdout
    assert "没有待确认的单位" in run("units", "--proposed").stdout
    log = run("log").stdout
    assert "并入 上海市数据局" in log
    assert "已确认" in log
    # A document that comes in later knows them.
    (tmp_path / "later.txt").write_text(
        "上海市方案\n一、任务\n1.建设平台。推进建设。（责任单位：市某某处、市数据管理局）\n", encoding="utf-8"
    )
    run("import", "later.txt")
    named = {one["name"]: one["mentions"] for one in json.loads(run("units", "--json").stdout)}
    assert named["上海市某某处"] == 1
    assert named["上海市数据局"] == 2


def test_the_owner_adds_a_unit_with_aliases(run: Any) -> None:
    run("import", "plan.txt")
    order = ("units", "--add", "市审批服务局", "--place", "包头市", "--alias", "市审批局")
    assert "只有项目负责人" in run(*order, "--reviewer", "李强", code=2).stderr
    told = run(*order).stdout
    assert "已确认：包头市审批服务局" in told
    assert "已合并：包头市审批局 即 包头市审批服务局" in told
    assert "--add" in run("units", "--alias", "市审批局", code=2).stderr


def test_a_file_with_a_unit_that_nobody_knows_is_taken_and_says_so(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    names = ["市数据居", "\x1b[31m某公司"]
    line = {"doc": "plan.txt", "seq": 2, "reviewer": "甲", "field": "responsible_unit", "value": names}
    (tmp_path / "labels.jsonl").write_text(json.dumps(line), encoding="utf-8")
    told = run("label", "labels.jsonl")
    assert "最接近的是“上海市数据局”" in told.stderr
    assert "没有“\x1b" not in told.stderr
    assert "写入 1 项" in told.stdout
    (first, second) = json.loads(run("label", "labels.jsonl", "--json").stdout)["unresolved"]
    assert first == {"name": "市数据居", "near": "上海市数据局", "lines": [1]}
    assert (second["near"], second["lines"]) == ("", [1])


def test_one_unit_that_cannot_be_settled_settles_none(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    with Project.open(tmp_path / "annotator.db") as project:
        naming.propose(project, "李强", "市某某处", ("上海市",))
    run("units", "--confirm", "市某某处", "--drop", "没有的局", code=2)
    assert len(json.loads(run("units", "--proposed", "--json").stdout)) == 1


def test_a_held_project_is_told_without_a_key_to_press(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    with closing(sqlite3.connect("annotator.db", isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        told = run("retire", "plan.txt", code=2).stderr
    assert "没有保存；请稍候再试" in told
    assert "按" not in told


def test_garbage_is_collected_once_a_command_has_loaded(tmp_path: Path) -> None:
    code = (
        "import atexit, gc, sys\nsys.argv = ['annotator', 'keys']\n"
        "atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 1000))\n"
        "from annotator.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.endswith("True True\n")


def test_a_document_is_put_right_and_tells_what_it_leaves_open(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    told = run("document", "plan.txt").stdout
    assert "发文机关" in told
    assert "没有写时限" in told
    assert "成文日期" in run("document", "plan.txt", "--set", "date=2025年3月").stdout
    assert "没有改动" in run("document", "plan.txt", "--set", "date=2025-03").stdout
    (known,) = [json.loads(line) for line in run("document", "--json").stdout.splitlines()]
    assert known["metadata"]["date"] == "2025-03"
    assert known["found"]["date"]["how"] == "person"
    assert "no_date_at_all" in [one["kind"] for one in known["findings"]]
    assert json.loads(run("status", "--json").stdout)["documents"][0]["metadata"]["date"] == "2025-03"
    assert "不是日期" in run("document", "plan.txt", "--set", "date=soon", code=2).stderr
    assert "项目=内容" in run("document", "plan.txt", "--set", "date", code=2).stderr


def test_a_field_of_a_document_is_named_in_either_language(run: Any) -> None:
    run("import", "plan.txt")
    for said in ("发文机关=江州市人民政府", "issuer＝江州市发展改革委", "發文機關=江州市财政局"):
        run("document", "plan.txt", "--set", said)
        (known,) = [json.loads(line) for line in run("document", "--json").stdout.splitlines()]
        assert known["metadata"]["issuer"] == said.replace("＝", "=").partition("=")[2]
    assert "成文日期/date" in run("document", "plan.txt", "--set", "颜色=红", code=2).stderr
    assert "成文日期、发布日期" in run("document", "plan.txt", "--set", "日期=2025", code=2).stderr
    assert "发文机关/issuer" in "".join(run("document", "--help").stdout.split())


def test_a_release_is_no_folder_of_documents(run: Any) -> None:
    run("import", "plan.txt")
    run("export", "out")
    assert "annotator export --full" in run("import", "out", code=2).stderr


def test_a_text_that_is_there_already_is_told_at_the_import_and_found(run: Any, tmp_path: Path) -> None:
    run("import", "plan.txt")
    lines = "1.完善全民健身公共服务体系，新建改建社区体育设施，举办群众性赛事活动。\n2.建立城市地下管网周期性体检制度，消除安全隐患。\n"
    (tmp_path / "draft.txt").write_text(f"江州市工作方案（征求意见稿）\n一、任务\n{lines}", encoding="utf-8")
    (tmp_path / "final.txt").write_text(
        f"江州市工作方案\n一、任务\n{lines}3.另行安排绩效评价。\n", encoding="utf-8"
    )
    run("import", "draft.txt")
    told = run("import", "final.txt").stderr
    assert "与《江州市工作方案（征求意见稿）》有 2 条相同或相近（共 3 条）" in told
    assert "转载或前后稿" in told
    found = [json.loads(line) for line in run("search", "重复:是", "--json").stdout.splitlines()]
    assert len(found) == 4
    (known,) = [json.loads(line) for line in run("document", "final.txt", "--json").stdout.splitlines()]
    assert [one["clauses"] for one in known["repeats"]["shared"]] == [2]


def test_of_many_documents_the_import_tells_how_many_clauses_read_like_others(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "many").mkdir()
    for number in range(21):
        lines = f"1.完善全民健身公共服务体系，新建改建社区体育设施。\n2.第{number}处另有安排。\n"
        (tmp_path / "many" / f"{number}.txt").write_text(
            f"江州市{number}号方案\n一、任务\n{lines}", encoding="utf-8"
        )
    assert "整个项目有 21 条与别的条款相同或相近（1 组）" in run("import", "many").stderr
    assert "相同或相近" not in run("import", "many").stderr


def _documents(count: int) -> str:
    texts = (f'方案{n},"一、任务\n1.第{n}处建设平台。（责任单位：市教委）\n"' for n in range(count))
    return "标题,正文\n" + "\n".join(texts)


def test_behind_the_twentieth_document_the_rest_is_summed_on_a_line_of_its_own(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "表.csv").write_text(_documents(24), encoding="utf-8")
    told = run("import", "表.csv").stderr.splitlines()
    assert "表.csv 第21行：1 条，《方案19》" in told
    at = told.index("其余 4 份合计：4 条")
    assert told[at + 1] == "    责任单位 4 处"
    assert sum(one.startswith("表.csv") for one in told) == 20
    (tmp_path / "many").mkdir()
    for number in range(21):
        (tmp_path / "many" / f"{number}.txt").write_text(f"甲{number}方案\n一、任务\n1.建设平台。\n", "utf-8")
    assert "21 份合计：21 条" in run("import", "many").stderr.splitlines()


@pytest.mark.parametrize("count", [1, 25])
def test_a_file_that_is_there_by_another_name_is_told_with_that_name_and_title(
    count: int, run: Any, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    for number in range(count):
        (tmp_path / "new" / f"{number}.txt").write_text(f"甲{number}方案\n一、任务\n1.建设平台。\n", "utf-8")
    text = (tmp_path / "new" / "0.txt").read_text("utf-8")
    (tmp_path / "new" / "副本.txt").write_text(text, "utf-8")
    (tmp_path / "new" / "另存.txt").write_text(text, "gb18030")
    told = run("import", "new").stderr
    assert "副本.txt：与项目中的“0.txt”（《甲0方案》）是同一个文件" in told
    assert "另存.txt：与项目中的“0.txt”（《甲0方案》）文字完全相同" in told
    run("retire", "0.txt")
    assert "retire --back 0.txt" in run("import", "new/副本.txt").stderr


def test_documents_of_one_title_are_told_apart_by_their_files(run: Any, tmp_path: Path) -> None:
    for name in ("象州.txt", "武宣.txt"):
        (tmp_path / name).write_text(f"工作方案\n一、任务\n1.{name}建设数据平台和算力设施。\n", "utf-8")
    run("import", "plan.txt", "象州.txt", "武宣.txt")
    shown = run("status").stdout
    assert "《工作方案（象州.txt）》" in shown
    assert "《工作方案（武宣.txt）》" in shown
    assert "plan.txt" not in shown
    assert "《工作方案（象州.txt）》" in run("document", "象州.txt").stdout
    run("retire", "武宣.txt")
    assert "《工作方案》" in run("status").stdout


def test_a_document_is_found_by_a_part_of_its_title_or_file_where_one_alone_fits(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "表.csv").write_text(_documents(12), encoding="utf-8")
    run("import", "plan.txt", "表.csv")
    assert json.loads(run("document", "第5行", "--json").stdout)["file"] == "表.csv 第5行"
    assert json.loads(run("document", "方案7", "--json").stdout)["file"] == "表.csv 第9行"
    told = run("document", "表.csv", code=2).stderr
    assert "对得上 12 份文件：表.csv 第2行《方案0》、" in told
    assert "《方案9》…；" in told
    assert "没有文件“无此”" in run("document", "无此", code=2).stderr
