"""`annotator export --ledger` and `annotator ledger`, as people type them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from annotator.cli.group import annotator
from tests.ledger.sheets import ME, cell, project_of, row


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    project_of(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_PROJECT", str(tmp_path / "p.db"))
    monkeypatch.setenv("ANNOTATOR_REVIEWER", ME)
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    return lambda *arguments: CliRunner().invoke(annotator, arguments)


def test_a_ledger_goes_out_and_comes_back(run: Any) -> None:
    made = run("export", "--ledger", "台账.xlsx", "--by-unit")
    assert made.exit_code == 0
    assert "台账已写到“台账.xlsx”：1 份文件，4 项任务。" in made.stderr
    assert "未列入 1 条：依据背景" in made.stderr
    book = load_workbook("台账.xlsx")
    cell(book.worksheets[0], "完善标识系统", "progress").value = "已开工"
    cell(book.worksheets[0], "完善标识系统", "lead").value = "绿道专班"
    book.worksheets[0].cell(40, 2).value = "新增任务"
    book.save("台账.xlsx")
    dry = run("ledger", "台账.xlsx", "--dry-run")
    assert "将新增或改动 1 处，责任单位 1 条" in dry.stdout
    assert "没有写入" in dry.stdout
    found = run("ledger", "台账.xlsx")
    assert found.exit_code == 0
    assert "台账内容新增或改动 1 处，责任单位 1 条" in found.stdout
    assert "“任务台账”第 40 行：是新增的行（新增任务）" in found.stdout
    assert "单位“绿道专班”不在单位表中" in found.stderr
    told = json.loads(run("ledger", "台账.xlsx", "--json").stdout)
    assert (told["stored"], told["same"], told["dry_run"]) == ({}, 2, False)
    assert [(one["row"], one["reason"]) for one in told["unplaced"]] == [(40, "added")]


def test_the_clauses_of_a_query_alone_are_exported(run: Any) -> None:
    made = json.loads(run("export", "--ledger", "a.xlsx", "--where", "标识", "--json").stdout)
    assert (made["documents"], made["tasks"]) == (1, 1)
    assert row(load_workbook("a.xlsx").worksheets[0], "完善标识系统")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export"], "请写输出文件夹"),
        (["export", "out", "--ledger", "a.xlsx"], "--ledger 只写台账一个文件"),
        (["export", "out", "--by-unit"], "--by-unit 要和 --ledger 一起写"),
        (["export", "--ledger", "a.csv"], "要以 .xlsx 结尾"),
        (["export", "--ledger", "there.xlsx"], "已经有了，没有改动"),
        (["export", "--ledger", "nowhere/a.xlsx"], "nowhere"),
        (["export", "--ledger", "a.xlsx", "--where", "没有的词"], "没有条款符合"),
        (["ledger", "none.xlsx"], "none.xlsx"),
        (["ledger", "there.xlsx"], "there.xlsx"),
        (["ledger"], "请写文件"),
    ],
)
def test_mistakes_are_sentences(run: Any, arguments: list[str], words: str) -> None:
    Path("there.xlsx").write_text("不是表格", encoding="utf-8")
    found = run(*arguments)
    assert found.exit_code == 2
    assert words in found.output
    assert not Path("a.xlsx").exists()


def test_an_old_ledger_is_replaced_on_request_alone(run: Any) -> None:
    run("export", "--ledger", "a.xlsx")
    before = Path("a.xlsx").read_bytes()
    assert run("export", "--ledger", "a.xlsx").exit_code == 2
    assert Path("a.xlsx").read_bytes() == before
    assert run("export", "--ledger", "a.xlsx", "--by-unit", "--force").exit_code == 0
    assert len(load_workbook("a.xlsx").sheetnames) > 2
    assert sorted(one.name for one in Path().iterdir()) == ["a.xlsx", "p.db", "计划.txt"]
