"""`annotator repair` as a user types it: what is told, the exit codes, what is written."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import annotator

PLAN = """上海市算力建设方案
一、任务
1.建设(shè)平台。建立上?！翱罩?、地表、地下”全覆盖。
2.加强领导。
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "王芳")
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")

    def running(*words: str, code: int = 0) -> Result:
        result = CliRunner().invoke(annotator, words)
        assert result.exit_code == code, result.output
        return result

    running("import", "plan.txt")
    return running


def waiting(run: Any) -> Any:
    return json.loads(run("repair", "--json").stdout)


def test_what_waits_is_listed_with_the_clause_and_the_number_to_name_it_by(run: Any) -> None:
    (one,) = waiting(run)
    assert (one["number"], one["rule"], one["state"], one["after"]) == (2, "mojibake", "proposed", "海“空中")
    told = run("repair").stdout
    assert told.split()[:3] == [one["clause"], "2", "待定"]


def test_the_repairs_of_a_clause_stand_below_what_came(run: Any) -> None:
    (one,) = waiting(run)
    told = run("repair", one["clause"]).stdout.splitlines()
    assert told[0].startswith("原文：1.建设(shè)平台。")
    assert [line.split()[:2] for line in told[1:]] == [["1", "已改"], ["2", "待定"]]
    assert len(json.loads(run("repair", "plan.txt", "--json").stdout)) == 2


def test_a_dry_run_tells_what_the_clause_would_be_and_stores_nothing(run: Any) -> None:
    (one,) = waiting(run)
    assert (
        "将读作：1.建设平台。建立上海“空中、地表"
        in run("repair", one["clause"], "--accept", "2", "--dry-run").stdout
    )
    assert waiting(run) == [one]


def test_one_is_accepted_one_taken_back_one_written(run: Any) -> None:
    (one,) = waiting(run)
    assert "上海“空中、地表" in run("repair", one["clause"], "--accept", "2").stdout
    assert waiting(run) == []
    assert "没有待定的修复" in run("repair").stdout
    assert "建设(shè)平台" in run("repair", one["clause"], "--as-it-came", "1").stdout
    read = json.loads(run("repair", one["clause"], "--read", "全覆盖", "全贯通", "--json").stdout)
    assert read["text"] == "建设(shè)平台。建立上海“空中、地表、地下”全贯通。"
    assert "命令" in run("log").stdout
    run("verify")


@pytest.mark.parametrize(
    "words",
    [
        ["--accept", "1"],
        ["CLAUSE", "--accept", "9"],
        ["CLAUSE", "--accept", "0"],
        ["CLAUSE", "--accept", "1"],
        ["CLAUSE", "--accept", "2", "--as-it-came", "1"],
        ["CLAUSE", "--read", "没有的字", "别的"],
        ["CLAUSE", "--read", "平台", "平\x1b台"],
        ["CLAUSE", "--accept", "2", "--reviewer", "李"],
        ["plan.txt", "--accept", "1"],
        ["nowhere"],
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(words: list[str], run: Any) -> None:
    (one,) = waiting(run)
    result = run("repair", *[one["clause"] if word == "CLAUSE" else word for word in words], code=2)
    assert result.stderr.startswith("错误：")
    assert waiting(run) == [one]


def test_a_damaged_place_that_nobody_can_read_is_not_accepted(run: Any, tmp_path: Path) -> None:
    (tmp_path / "lost.txt").write_text("某市方案\n一、任务\n1.加强\ufffd建设。\n", encoding="utf-8")
    run("import", "lost.txt")
    (one,) = json.loads(run("repair", "lost.txt", "--json").stdout)
    told = run("repair", one["clause"], "--accept", "1", code=2).stderr
    assert "--read" in told
    run("repair", one["clause"], "--read", "\ufffd", "机房")
    assert json.loads(run("search", "修复:有", "文件:lost", "--json").stdout)["clause"] == one["clause"]
