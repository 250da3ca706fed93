"""`annotator report`: a page that says what the audit says, the figures, the cross-tables; whole or not at all."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import annotator
from annotator.flows.reviewing import Reviewing
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.blinding import LEAD, ME, blind_project
from tests.making import add_document

HOSTILE = "<b>\x1b[31m恶意</b>"


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "li")

    def asking(*words: str, language: str = "zh") -> Result:
        monkeypatch.setenv("ANNOTATOR_LANG", language)
        return CliRunner().invoke(annotator, ["report", *words])

    return asking


@pytest.fixture
def labelled(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents; three reviewers who agree on all but one of four clauses."""
    monkeypatch.setenv("ANNOTATOR_PROJECT", str(path))
    with Project.open(path) as project:
        for name, lines in {"甲.txt": ["一。", "二。", "三。"], f"{HOSTILE}.txt": ["四。"]}.items():
            add_document(project, lines, name=name)
        clauses = [c.clause_id for one in documents.listing(project) for c in documents.clauses(project, one)]
        codebook = codebook_of(project)
        for who in ("li", "wang", HOSTILE.replace("\x1b", "")):
            work = Reviewing(project, codebook, who)
            for at, clause in enumerate(clauses):
                odd = at == 3 and who == "wang"
                work.finish(clause, {"clause_type": ["goal" if odd else "task" if at else "status"],
                                     "category": ["data"]}, seconds=10)  # fmt: skip
    return path


@pytest.mark.usefixtures("labelled")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_says_what_the_figures_say(
    ask: Callable[..., Result], tmp_path: Path, language: str
) -> None:
    result = ask("out", language=language)
    assert result.exit_code == 0, result.output
    figures = json.loads((tmp_path / "out/figures.json").read_text(encoding="utf-8"))
    told = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    (kind,) = [one for one in figures if one["field"] == "clause_type"]
    low, high = kind["intervals"]["alpha_nominal"]
    assert f"{kind['coefficients']['alpha_nominal']:.3f} [{low:.2f}, {high:.2f}]" in told
    assert f'lang="{language}"' in told
    assert not re.search(r"(src|href)\s*=|url\(|@import|https?://", told)
    words = "“条款类型”的一致性" if language == "zh" else "agreement on Clause type"
    assert words in told
    assert ("无法计算" if language == "zh" else "undefined") in told  # everyone chose the same category


@pytest.mark.usefixtures("labelled")
def test_names_and_titles_are_harmless_and_shown(ask: Callable[..., Result], tmp_path: Path) -> None:
    ask("out")
    told = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert "<b>" not in told
    assert "\x1b" not in told
    assert "恶意" in told


@pytest.mark.usefixtures("labelled")
def test_the_cross_tables_count_what_all_agree_on(ask: Callable[..., Result], tmp_path: Path) -> None:
    ask("out")
    with (tmp_path / "out/cross-tables.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:4] == ["标注项", "代码", "名称", "状态"]
    counted = {(row["代码"] or row["状态"], row["条数"]) for row in rows if row["标注项"] == "条款类型"}
    assert counted == {("task", "2"), ("status", "1"), ("conflict", "1")}
    assert (tmp_path / "out/cross-tables.xlsx").read_bytes().startswith(b"PK")
    assert ask("some", "--where", "类型:现状成效").exit_code == 0
    with (tmp_path / "some/cross-tables.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["文件条数"] for row in csv.DictReader(file)} == {"1"}


@pytest.mark.usefixtures("labelled")
def test_nothing_is_replaced_and_nothing_half_is_left(ask: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("我的", encoding="utf-8")
    result = ask("out")
    assert result.exit_code == 2
    assert "out" in result.output
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["mine.txt"]
    assert ask("missing/out").exit_code != 0
    assert not [one for one in tmp_path.iterdir() if one.name.endswith(".partial")]


def test_without_labels_there_is_a_sentence(ask: Callable[..., Result], path: Path) -> None:
    result = ask("out", "--project", str(path))
    assert "还没有人标注" in result.output
    assert not Path("out").exists()


def test_in_an_open_round_only_who_leads_it_gets_a_report(
    ask: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blind_project(tmp_path / "轮.db")
    monkeypatch.setenv("ANNOTATOR_PROJECT", str(tmp_path / "轮.db"))
    monkeypatch.setenv("ANNOTATOR_REVIEWER", ME)
    assert "第一轮" in ask("out").output
    assert not Path("out").exists()
    monkeypatch.setenv("ANNOTATOR_REVIEWER", LEAD)
    assert ask("out").exit_code == 0


@pytest.mark.usefixtures("labelled")
def test_an_earlier_report_is_replaced_where_that_is_said_and_nothing_else_is_in_it(
    ask: Callable[..., Result], tmp_path: Path
) -> None:
    page, note = tmp_path / "out/report.html", tmp_path / "out/笔记.txt"
    assert ask("out", "--resamples", "0").exit_code == 0
    page.write_text("旧", encoding="utf-8")
    assert "--force" in ask("out", "--resamples", "0").output
    assert page.read_text(encoding="utf-8") == "旧"
    assert ask("out", "--resamples", "0", "--force").exit_code == 0
    assert "<html" in page.read_text(encoding="utf-8")
    note.write_text("我的", encoding="utf-8")
    assert ask("out", "--resamples", "0", "--force").exit_code == 2
    assert note.read_text(encoding="utf-8") == "我的"
    assert {one.name for one in tmp_path.iterdir()} >= {"out"}
    assert not list(tmp_path.glob(".out*"))
