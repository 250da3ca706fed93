"""What several people's answers come to."""

import pytest

from annotator.model.review import Review
from annotator.model.standing import Account, Standing
from annotator.tools.codebook import parse
from annotator.tools.release.verdict import verdict
from tests.exporting.office import CODEBOOK, unit

FIELDS = parse(CODEBOOK, "trial").clause_fields
DISPUTE = ("conflict", "conflict", [])
FIRST = unit("甲", "甲乙甲", "甲")
TASK, NO = {"kind": ["task"]}, {"kind": ["no"]}


def standing(*values, gold=None, state="submitted"):
    accounts = {f"r{at}": Account(Review(state, said)) for at, said in enumerate(values)}
    return Standing(accounts, gold or {})


def reached(field, *values, gold=None):
    found = verdict(FIELDS, standing(*values, gold=gold))
    answer = found.answers[field]
    return found.status, answer.state, list(answer.value)


@pytest.mark.parametrize(
    ("field", "values", "gold", "expected"),
    [
        ("kind", [], {}, ("unreviewed", "unset", [])),
        ("kind", [TASK], {}, ("single", "set", ["task"])),
        ("kind", [TASK, TASK], {}, ("silver", "set", ["task"])),
        ("kind", [TASK, NO], {}, DISPUTE),
        ("kind", [TASK, {}], {}, DISPUTE),
        ("kind", [{"kind": []}, {}], {}, DISPUTE),
        # A decision ends the conflict on its field, and only there.
        ("kind", [TASK, NO], TASK, ("gold", "set", ["task"])),
        ("kind", [TASK, TASK], NO, ("gold", "set", ["no"])),
        ("kind", [], TASK, ("gold", "set", ["task"])),
        ("kind", [TASK, NO], {"topic": ["data"]}, DISPUTE),
        ("topic", [TASK, TASK], {"topic": []}, ("gold", "none", [])),
        ("kind", [TASK, TASK], {"topic": []}, ("gold", "set", ["task"])),
        # Of several codes the first is primary; the order of the others says nothing.
        ("topic", [{"topic": ["data", "infra"]}, {"topic": ["infra", "data"]}], {}, DISPUTE),
        (
            "topic",
            [{"topic": ["data", "infra", "infra.compute"]}, {"topic": ["data", "infra.compute", "infra"]}],
            {},
            ("silver", "set", ["data", "infra", "infra.compute"]),
        ),
        # The same unit in the same role is the same answer wherever the text says so.
        ("unit", [{"unit": [unit("甲")]}, {"unit": [unit("甲", role="supervisor")]}], {}, DISPUTE),
        (
            "unit",
            [{"unit": [FIRST]}, {"unit": [{**FIRST, "start": 2, "end": 3}]}],
            {},
            ("silver", "set", [FIRST]),
        ),
        # What does not apply.
        ("priority", [{**NO, "priority": ["high"]}], {}, ("single", "n/a", [])),
        ("priority", [NO, NO], {}, ("silver", "n/a", [])),
        ("priority", [TASK | {"priority": ["high"]}, NO], {}, DISPUTE),
        ("priority", [TASK | {"priority": ["high"]}, NO], NO, ("gold", "n/a", [])),
        ("priority", [NO, NO], TASK, ("gold", "unset", [])),
        ("priority", [NO, NO], {"topic": ["data"]}, ("gold", "n/a", [])),
        ("priority", [], {**NO, "priority": ["high"]}, ("gold", "n/a", [])),
    ],
)  # fmt: skip
def test_answers_come_to(field, values, gold, expected):
    assert reached(field, *values, gold=gold) == expected


def test_what_both_found_inapplicable_stays_so_while_its_ground_is_in_dispute():
    fields = parse(
        CODEBOOK.replace(
            'zh = "背景", en = "Grounds" }',
            'zh = "背景", en = "G" }, { id = "goal", zh = "目标", en = "Goal" }',
        ),
        "t",
    ).clause_fields
    found = verdict(fields, standing(NO, {"kind": ["goal"]}))
    assert (found.answers["kind"].state, found.answers["priority"].state) == ("conflict", "n/a")


@pytest.mark.parametrize(
    ("states", "status"),
    [
        (["draft"], "draft"), (["skipped"], "skipped"), (["skipped", "draft"], "draft"),
        (["skipped", "submitted"], "single"), (["draft", "submitted", "submitted"], "silver"),
        (["untouched"], "unreviewed"), (["untouched", "skipped"], "skipped"),
    ],
)  # fmt: skip
def test_status_without_a_dispute(states, status):
    accounts = {f"r{at}": Account(Review(state, TASK)) for at, state in enumerate(states)}
    assert verdict(FIELDS, Standing(accounts)).status == status


def test_only_submitted_answers_count():
    found = verdict(
        FIELDS, Standing({"a": Account(Review("draft", TASK)), "b": Account(Review("skipped", NO))})
    )
    assert found.answers["kind"].state == "unset"


def test_a_discarded_clause_has_no_answer_whatever_was_said_or_decided():
    found = verdict(FIELDS, Standing(standing(TASK, TASK).accounts, TASK, discarded=True))
    assert found.status == "discarded"
    assert {answer.state for answer in found.answers.values()} == {"unset"}
