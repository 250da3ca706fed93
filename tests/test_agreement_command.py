"""`annotator agreement` for people, the export of ratings, and who may ask."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.cells import cells
from annotator.cli.group import annotator
from annotator.flows.opening import create
from annotator.model.codebook import Field
from annotator.model.event import Change
from annotator.model.round import Round, Task
from annotator.store import events, people, rounds
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.making import add_document

LONG = "审核人名" * 14


def project_field(project: Project) -> Field:
    field = codebook_of(project).field("clause_type")
    assert field
    return field


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    def asking(*words: object, language: str = "en") -> Result:
        monkeypatch.setenv("ANNOTATOR_LANG", language)
        return CliRunner().invoke(annotator, ["agreement", *map(str, words)])

    return asking


def rating(item: object, reviewer: str, value: object) -> str:
    return json.dumps({"item": str(item), "reviewer": reviewer, "field": "x", "value": value}) + "\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """The table of reference: 80, 7, 8 and 5 of 100; most judgements are the same."""
    said = [("a", "a")] * 80 + [("a", "b")] * 7 + [("b", "a")] * 8 + [("b", "b")] * 5
    path = tmp_path / "ratings.jsonl"
    path.write_text(
        "".join(rating(n, who, one) for n, two in enumerate(said) for who, one in zip("yz", two, strict=True))
    )
    return path


def test_the_count_comes_first_then_the_headline_and_a_word_for_the_lower_bound(
    ask: Callable[..., Result], table: Path
) -> None:
    lines = ask("--ratings", table, "--field", "x", "--kind", "nominal").output.splitlines()
    assert lines[1] == "  On 85 of 100 clauses all reviewers chose the same."
    (headline,) = [line for line in lines if "α (nominal)" in line]
    value, low = float(headline.split()[3]), float(headline.split("[")[1].split(",")[0])
    assert low < value
    assert f"  Lower bound {low:.3f}: not reliable (Krippendorff: .80 reliable, .667 tentative)" in lines
    assert any("88% of judgements are one value" in line and "85% agree" in line for line in lines)
    assert any("AC1 = 0.808" in line for line in lines)
    assert "    a / b" in "\n".join(lines)
    assert "1000 resamples, seed 1." in lines


def test_without_resamples_there_is_no_word_and_no_seed(ask: Callable[..., Result], table: Path) -> None:
    output = ask("--ratings", table, "--field", "x", "--kind", "nominal", "--resamples", 0).output
    assert "Lower bound" not in output
    assert "seed" not in output


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_fits_a_narrow_terminal(ask: Callable[..., Result], tmp_path: Path, language: str) -> None:
    path = tmp_path / "ratings.jsonl"
    path.write_text(
        "".join(
            rating(item, f"{LONG}{who}", [f"很长的类别名称很长的类别名称{(item * who) % 40}"])
            for item in range(30)
            for who in range(30)
        )
    )
    output = ask("--ratings", path, "--field", "x", "--kind", "set", language=language).output
    assert max(map(cells, output.splitlines())) <= 80


def labelled(project: Project) -> list[str]:
    clauses = add_document(project, ["第一条。", "第二条。"])
    for reviewer in ("li", "王芳"):
        people.welcome(project, reviewer)
        for clause in clauses:
            changes = [
                Change("label", clause, "category", []),
                Change("label", clause, "clause_type", ["task"]),
            ]
            events.record(project, reviewer, changes, origin="key")
    return clauses


def test_the_exported_ratings_are_audited_alike(
    ask: Callable[..., Result], project: Project, path: Path, tmp_path: Path
) -> None:
    labelled(project)
    out = tmp_path / "out.jsonl"
    told = ask("--project", path, "--export-ratings", out)
    assert told.exit_code == 0
    assert "12 ratings" in told.output
    fields = json.loads(ask("--project", path, "--json").output)["fields"]
    for line in told.output.splitlines()[1:]:
        again = json.loads(ask("--ratings", out, *line.split(), "--json").output)
        name = again.pop("field")
        (whole,) = [one for one in fields if ".".join(filter(None, (one["field"], one["part"]))) == name]
        assert {key: whole[key] for key in again} == again
    refused = ask("--project", path, "--export-ratings", out)
    assert isinstance(refused.exception, SystemExit)
    assert "exists already" in refused.output


def test_in_an_open_round_a_reviewer_is_refused_and_the_owner_is_not(
    ask: Callable[..., Result], project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clauses = labelled(project)
    drawn: dict[str, Any] = {"王芳": [Task(clauses[0])]}
    rounds.add(project, "li", Round.of("第一轮", "work", {}, drawn), drawn)
    for asker, words in (("王芳", "第一轮"), ("li", "chose the same")):
        monkeypatch.setenv("ANNOTATOR_REVIEWER", asker)
        assert words in ask("--project", path).output


def test_a_summary_comes_first_then_where_it_hurts_then_the_details(
    ask: Callable[..., Result], tmp_path: Path
) -> None:
    with create(tmp_path / "p.db", "li") as project:
        ids = add_document(project, [f"第{n}条。" for n in range(14)])
        kinds = [code.id for code in project_field(project).codes]
        for who in ("li", "wang"):
            for n, one in enumerate(ids):
                said = kinds[n % 7] if who == "li" or n < 2 else kinds[(n + 1 + n // 7) % 7]
                events.record(project, who, [Change("label", one, "clause_type", [said])], origin="key")
    words = ("--project", tmp_path / "p.db", "--reviewer", "li", "--resamples", 20)
    lines = ask(*words, language="zh").output.splitlines()
    assert lines[0] == "一览"
    (row,) = [line for line in lines[: lines.index("细目")] if line.startswith("  条款类型")]
    assert "α" in row
    assert row.endswith("14  尚不可靠")
    worst = next(at for at, line in enumerate(lines) if "分歧最大的条款" in line)
    assert "《甲》第 " in lines[worst + 1]
    assert "    另有 9 行，加 --all 全列" in lines
    assert worst < lines.index("细目")
    unused = next(line for line in lines if "没有人用过的类" in line)
    assert "工程行动" in unused
    assert any("1 = 碰巧" in line for line in lines)
    every = ask(*words, "--all", language="zh").output
    assert "加 --all" not in every
    assert len([line for line in every.splitlines() if "《甲》第 " in line]) == 12
