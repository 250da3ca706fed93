"""What other tools exported comes back into a project of the same documents, as one person's labels."""

import json
import os
from pathlib import Path

import pytest

from annotator.flows.filing import Whose, take
from annotator.store import reviews
from annotator.tools.labelled import recognised
from tests.consumers.checking import Check
from tests.consumers.exchanged import Record, codes, lines, replaced, spans, view
from tests.exporting.office import NOTICE, PLAN, Office

RETURNED = Path(os.environ["CONSUMERS_RETURNED"])
FIELDS = {"classification": "topic", "classification_kind": "kind", "priority": "priority", "ner": "unit", "targets": "target"}  # fmt: skip


def office(place: Path) -> Office:
    """A project with the documents of the release that is exchanged, and no label."""
    made = Office(place)
    made.bring("方案.txt", PLAN)
    made.bring("通知.txt", NOTICE)
    return made


def from_doccano(releases: Path, place: Path) -> str:
    """What doccano exported of every view, taken into a project."""
    made, said = office(place / "doccano.db"), 0
    for path in sorted((RETURNED / "doccano/exchanged").glob("*/all.jsonl")):
        records = list(enumerate(lines(path), 1))
        assert recognised(records[0][1]) == "doccano"
        labelled = sum(bool(record["label"]) for _, record in records)
        done = take(made.project, made.codebook, "doccano", records, whose=Whose({}, "zoe"))
        assert done.placed == labelled, done.unplaced
        for line in view(releases / "exchanged", path.parent.name):
            value = _values(made, line["id"]).get(FIELDS[path.parent.name]) or []
            if "spans" in line:
                words = {(one["start"], one["end"]) for one in line["spans"]}
                assert len(value) == len(words), f"other spans: {value}"
                for one in value:
                    assert (one["surface"]) in {words for words, _, _ in spans(line)}, f"other spans: {one}"
            else:
                assert sorted(value) == sorted(codes(line)), f"other codes: {value}"
            said += len(value)
    made.project.close()
    return f"{said} labels"


def from_label_studio(releases: Path, place: Path) -> str:
    """The tasks as Label Studio has them, with numbers of its own and users for names."""
    made = office(place / "label_studio.db")
    tasks = json.loads((releases / "exchanged/interop/label_studio/all.json").read_bytes())
    for number, task in enumerate(tasks, 1):
        task["id"] = number
        for one in task["annotations"]:
            one["completed_by"] = {"id": 1, "email": "lead@example.org"}
    done = take(made.project, made.codebook, "label_studio", list(enumerate(tasks, 1)))
    assert not done.unplaced, done.unplaced
    said = 0
    for line in view(releases / "exchanged", "canonical"):
        for review in line["reviews"]:
            if review["state"] != "submitted":
                continue
            mine = reviews.review(made.project, line["id"], review["reviewer"])
            assert mine.state == "submitted", "a review was lost"
            assert (mine.values.get("topic") or []) == review["labels"]["topic"], (
                f"other codes: {mine.values}"
            )
            said += 1
    made.project.close()
    return f"{said} reviews"


def _values(made: Office, clause: str) -> Record:
    return dict(reviews.review(made.project, clause, "zoe").values)


TASKS = "label_studio/all.json"


def doccano(place: Path) -> Check:
    """The check with its faults: what came back is held against views that say something else."""
    faults = (
        replaced("another code", "../data/classification/all.jsonl", '"labels":["infra.compute","data"]', '"labels":["infra"]', "other codes"),
        replaced("other words", "../data/ner/all.jsonl", '"surface":"市数据局"', '"surface":"市信息局"', "other spans"),
    )  # fmt: skip
    return Check(
        "annotator label", "", "what doccano exported", lambda path: from_doccano(path, place), faults
    )


def studio(place: Path) -> Check:
    """The check with its faults."""
    faults = (
        replaced("a code misspelt", TASKS, '"choices":["infra.compute","data"]', '"choices":["infra","data"]', "other codes"),
        replaced("a text changed", TASKS, '"text":"建设', '"text":"建没', "已经不同|not read so"),
        replaced("a region moved", TASKS, '"start":10,"end":16', '"start":12,"end":18', "不在这条文字|no place"),
        replaced("a choice that is none", TASKS, '"choices":["task"]', '"choices":["tusk"]', "tusk"),
    )  # fmt: skip
    return Check(
        "annotator label", "", "tasks of Label Studio", lambda path: from_label_studio(path, place), faults
    )


MAKING = [studio, *([doccano] if (RETURNED / "doccano").exists() else [])]


@pytest.mark.parametrize("making", MAKING)
def test_what_other_tools_hold_is_taken(making, releases, tmp_path, told):
    told(check := making(tmp_path), check.read(releases))


@pytest.mark.parametrize(
    ("making", "fault"), [(making, fault) for making in MAKING for fault in making(Path()).faults]
)
def test_a_planted_fault_is_noticed(making, fault, damaged, tmp_path):
    with pytest.raises(Exception, match=fault.notice):
        making(tmp_path).read(damaged(fault))
