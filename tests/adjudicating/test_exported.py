"""What was decided, as an export has it."""

import json
from pathlib import Path
from typing import Any

from annotator.flows.exporting import export
from tests.adjudicating.conftest import Team, unit


def exported(team: Team, out: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    export(team.project, team.codebook, out, command="export")
    lines = (out / "data/canonical/all.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines], json.loads((out / "manifest.json").read_text())


def test_gold_values_discards_and_what_is_still_open_come_out_as_such(team: Team, tmp_path: Path) -> None:
    for at in range(3):
        team.says("amy", at, clause_type=["task"], category=["data"], responsible_unit=[unit("甲局", "lead")])
        team.says("bo", at, clause_type=["task"], category=["infra"], responsible_unit=[unit("甲局")])
    desk = team.zhou
    desk.agree(team.clauses)
    desk.combine(team.case(0), "category", ("bo", "amy"))
    desk.put(team.case(0), {"responsible_unit": [unit("乙局", "participant")]})
    desk.accept(team.case(1), "amy")
    desk.discard(team.case(1), "是标题")
    records, manifest = exported(team, tmp_path / "out")
    assert [one["status"] for one in records] == ["gold", "discarded", "conflict", "unreviewed"]
    first, discarded, open_, _ = (one["labels"] for one in records)
    assert first["category"] == ["infra", "data"]
    assert [(one["name"], one["role"]) for one in first["responsible_unit"]] == [("乙局", "participant")]
    assert (first["clause_type"], first["priority_state"]) == ("task", "none")
    assert {discarded[name] for name in discarded if name.endswith("_state")} == {"unset"}
    assert (open_["category_state"], open_["clause_type_state"]) == ("conflict", "set")
    assert len(records[1]["reviews"]) == 2  # what they said stays
    assert manifest["excluded"]["classification"] == {"conflict": 1, "discarded": 1, "unreviewed": 1}
    assert manifest["counts"]["clauses"]["status"]["discarded"] == 1
    view = (tmp_path / "out/data/classification/all.jsonl").read_text(encoding="utf-8").splitlines()
    (row,) = map(json.loads, view)
    assert (row["labels"], row["status"], row["n_reviews"]) == (["infra", "data"], "gold", 2)


def test_a_decision_that_is_taken_back_leaves_nothing(team: Team, tmp_path: Path) -> None:
    for name, code in (("amy", "data"), ("bo", "infra")):
        team.says(name, 0, category=[code])
    team.zhou.put(team.case(), {"category": ["talent"]})
    team.zhou.put(team.case(), {"category": None})
    team.zhou.discard(team.case(), "是标题")
    team.zhou.take_up(team.case())
    records, _ = exported(team, tmp_path / "out")
    assert records[0]["status"] == "conflict"
