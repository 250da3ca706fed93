"""While a round is open no command shows a reviewer what another one said.

Every command stands in the table: a new one has to be entered.
"""

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
from click.testing import CliRunner

from annotator.cli.group import COMMANDS, annotator
from annotator.flows.ledger import export
from annotator.store import blinding, rounds
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.blinding import AGAIN, LEAD, ME, OTHER, WORD, blind_project

CLAUSE = "CLAUSE"
CASES: dict[str, list[list[str]]] = {
    "import": [["more.txt"], ["."]],
    "status": [[]],
    "search": [
        ["算力"],
        [f"note:{WORD[:1]}"],
        ["note:是"],
        ["question:是"],
        ["category:model"],
        ["differs:category"],
        [f"unit:{WORD[:1]}"],
        ["state:submitted"],
        ["decided:"],
        ["-decided:"],
        [f"reviewer:{OTHER}"],
        [f"reviewer:{OTHER}", "category:model"],
        ["--list"],
    ],
    "export": [
        ["out", "--force"],
        ["out", "--force", "--where", "category:model"],
        ["out", "--force", "--where", f"reviewer:{OTHER}"],
        ["--ledger", "out/ledger.xlsx", "--by-unit", "--force"],
        ["--ledger", "out/ledger.xlsx", "--where", f"reviewer:{OTHER}"],
    ],
    "ledger": [["filled.xlsx"], ["filled.xlsx", "--dry-run"]],
    "segment": [["more.txt"]],
    "recut": [[], ["--apply"], ["--carry"], ["--gold"]],
    "repair": [[], ["甲.txt"], [CLAUSE]],
    "document": [[], ["甲.txt"], ["甲.txt", "--set", "date=2025"]],
    "retire": [["more.txt"], ["甲.txt"], ["--back", "甲.txt"]],
    "label": [["labels.jsonl"]],
    "suggest": [["--report"], ["--rejected"], ["--codebook"]],
    "codebook": [["show"], ["check", "more.txt"]],
    "units": [[], ["--proposed"], ["--unresolved"]],
    "reviewers": [[]],
    "agreement": [[], ["--submitted"]],
    "report": [["out/report"]],
    "log": [[], [CLAUSE], ["--reviewer", OTHER], [CLAUSE, "--reviewer", OTHER], ["--reviewer", LEAD]],
    "bundle": [["out/bundle.db", "--reviewer", ME]],
    "hand-in": [["out/handed.db"]],
    "merge": [["more.db"]],
    "assign": [["--list"], ["--to", f"{ME},{OTHER}", "--dry-run"]],
    "verify": [[]],
    "backup": [["kept.db"]],
    "adjudicate": [["--list"], ["--agreed"], ["--feedback", ME], ["--feedback", OTHER]],
    "keys": [[]],
    "preferences": [[]],
}
APART = {
    "demo": "makes a project of its own",
    "join": "tells the texts of documents, and labels that somebody has",
    "restore": "puts back a copy that somebody has",
}
"""Commands that show nothing of the project, and why."""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "一轮.db"
    clauses = blind_project(path)
    (tmp_path / "more.txt").write_text("某市方案\n\n1.建设平台。\n", encoding="utf-8")
    line = {"clause": clauses[0], "reviewer": ME, "field": "category", "value": ["data"]}
    (tmp_path / "labels.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (tmp_path / "out").mkdir()
    with Project.open(
        path
    ) as project:  # the lead sends out what the lead may see, and it comes back unchanged
        filled = export(project, codebook_of(project), blinding.EVERYTHING, by_unit=True).data
    (tmp_path / "filled.xlsx").write_bytes(filled)
    shutil.copy(path, tmp_path / "more.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_PROJECT", str(path))
    monkeypatch.setenv("ANNOTATOR_REVIEWER", ME)
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    return path


def said(arguments: list[str], clause: str) -> str:
    """All that a command tells, and all that it writes into `out`."""
    result = CliRunner().invoke(annotator, [clause if one == CLAUSE else one for one in arguments])
    assert result.exit_code in (0, 1, 2), result.exception
    assert "Traceback" not in result.output
    files = [one for one in Path("out").rglob("*") if one.is_file()]
    written = [_text(one) for one in files]
    return result.output + "".join(written)


def _text(path: Path) -> str:
    """What a file says; a spreadsheet is packed."""
    if not is_zipfile(path):
        return path.read_text(encoding="utf-8", errors="replace")
    with ZipFile(path) as file:
        return unescape("".join(file.read(name).decode("utf-8", "replace") for name in file.namelist()))


def first_clause(path: Path) -> str:
    with Project.open(path) as project:
        task = rounds.assigned(project, rounds.rounds(project)[0].id, ME)[0]
    return task.clause_id


def test_every_command_stands_in_the_table() -> None:
    assert {*CASES, *APART} == set(COMMANDS)


@pytest.mark.parametrize(
    ("command", "arguments"),
    [(command, case) for command, cases in CASES.items() for case in cases],
    ids=lambda one: one if isinstance(one, str) else " ".join(one),
)
def test_no_command_shows_what_another_said(path: Path, command: str, arguments: list[str]) -> None:
    clause = first_clause(path)
    plain = said([command, *arguments], clause)
    as_json = said([command, *arguments, "--json"], clause)
    for word in (WORD,) if command in ("bundle", "hand-in") else (WORD, AGAIN):  # files of all one said
        assert word not in plain
        assert word not in as_json
        assert json.dumps(word)[1:-1] not in as_json
    assert not re.search(r'"pass_no": ?[^1 ]', as_json)  # which would tell what comes again


@pytest.mark.parametrize(
    "arguments",
    [
        ["log"],
        ["log", CLAUSE],
        ["export", "out"],
        ["export", "--ledger", "out/ledger.xlsx"],
        ["search", "note:是", f"reviewer:{OTHER}"],
        ["status"],
    ],
)
def test_the_lead_sees_it_and_so_does_everyone_when_the_round_is_closed(
    path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clause, name = first_clause(path), OTHER if arguments[0] == "status" else WORD
    if arguments[0] == "search":
        name = "建设算力平台"
    assert name not in said(arguments, clause)
    monkeypatch.setenv("ANNOTATOR_REVIEWER", LEAD)
    again = [*arguments, "--force"] if arguments[0] == "export" else arguments
    assert name in said(again, clause)
    monkeypatch.setenv("ANNOTATOR_REVIEWER", ME)
    with Project.open(path) as project:
        rounds.close(project, LEAD, rounds.rounds(project)[0].id)
    assert name in said(again, clause)


def test_what_is_refused_names_the_round_and_who_may(path: Path) -> None:
    for arguments in (["agreement"], ["search", f"reviewer:{OTHER}"]):
        told = said(arguments, "")
        assert "第一轮" in told
        assert LEAD in told
    assert "第一轮" in said(["status"], "")


def test_one_is_shown_oneself(path: Path) -> None:
    one = json.loads(CliRunner().invoke(annotator, ["status", "--json"]).stdout)
    assert one["round"] == "第一轮"
    assert one["documents"][0]["submitted"] == {ME: 1}
    assert list(one["documents"][0]["fields"]) == [ME]
    events: list[dict[str, Any]] = [
        json.loads(line) for line in CliRunner().invoke(annotator, ["log", "--json"]).stdout.splitlines()
    ]
    assert {event["reviewer"] for event in events if event["layer"] == "review"} == {ME}
    led = ("assignment", "check", "decision")
    assert not [event for event in events if event["kind"] in led or event["layer"] == "gold"]


def test_what_one_said_when_a_clause_came_again_is_told_after_the_round(path: Path) -> None:
    clause = first_clause(path)
    for arguments in (["log"], ["log", clause]):
        assert AGAIN not in said(arguments, clause)
    with Project.open(path) as project:
        rounds.close(project, LEAD, rounds.rounds(project)[0].id)
    for arguments in (["log"], ["log", clause]):
        assert AGAIN in said(arguments, clause)
    assert '"assignment"' in said(["log", "--json"], clause)


def test_verify_tells_the_verdict_and_not_how_much_the_others_did(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = said(["verify"], "")
    assert "完好" in sound
    assert not re.search(r"\d", sound)
    assert json.loads(said(["verify", "--json"], ""))["events"] is None
    monkeypatch.setenv("ANNOTATOR_REVIEWER", LEAD)
    count = json.loads(said(["verify", "--json"], ""))["events"]
    assert str(count) in said(["verify"], "")


def test_an_export_says_whose_work_alone_it_holds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = ["export", "out", "--views", "all", "--tables", "csv,long", "--json"]
    manifest = json.loads(CliRunner().invoke(annotator, every).stdout)
    assert manifest["reviewers"] == [ME]
    assert manifest["counts"]["views"]["raw"]["lines"]
    for file in manifest["files"]:
        assert OTHER not in Path("out", file["path"]).read_text(encoding="utf-8"), file["path"]
    records = Path("out/data/canonical/all.jsonl").read_text(encoding="utf-8")
    assert ME in records
    assert OTHER not in records
    assert ME in Path("out/README.md").read_text(encoding="utf-8")
    monkeypatch.setenv("ANNOTATOR_REVIEWER", LEAD)
    manifest = json.loads(CliRunner().invoke(annotator, ["export", "out", "--force", "--json"]).stdout)
    assert manifest["reviewers"] == []


def test_labels_of_another_are_not_taken_and_do_not_tell_what_they_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = {"clause": first_clause(path), "reviewer": OTHER, "field": "category"}
    told = set()
    for value in ("model", "data"):  # what they said, and what they did not
        Path("labels.jsonl").write_text(json.dumps({**line, "value": [value]}), encoding="utf-8")
        result = CliRunner().invoke(annotator, ["label", "labels.jsonl"])
        assert result.exit_code == 2
        told.add(result.output)
    assert len(told) == 1
    assert "第一轮" in told.pop()
    monkeypatch.setenv("ANNOTATOR_REVIEWER", LEAD)
    assert CliRunner().invoke(annotator, ["label", "labels.jsonl", "--json"]).exit_code == 0
