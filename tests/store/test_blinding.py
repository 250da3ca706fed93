"""Who may see whose work, and who may decide."""

from collections.abc import Sequence

import pytest

from annotator.errors import Refused
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.model.round import Round, Task
from annotator.store import blinding, events, executors, people, rounds
from annotator.store.project import Project
from tests.making import add_document


@pytest.fixture
def clauses(project: Project) -> list[str]:
    """li owns the project; one of each role is in it."""
    for name in ("annotator", "reviewer", "arbitrator", "supervisor"):
        people.store(project, "li", Person(name, name, (), (name,)))
    return add_document(project, ["一条。", "二条。"])


def begin(project: Project, clauses: Sequence[str], *who: str, pass_no: int = 1, name: str = "一轮") -> str:
    tasks = {one: [Task(clause, pass_no) for clause in clauses] for one in who}
    new = Round.of(name, "work", {}, tasks)
    rounds.add(project, "li", new, tasks)
    return new.id


def finish(
    project: Project, who: str, clause: str, state: str | None = "submitted", pass_no: int = 1
) -> None:
    change = Change("submit", clause, value=state, pass_no=pass_no)
    events.record(project, who, [change], origin="key")


def label(project: Project, who: str, clause: str) -> None:
    events.record(project, who, [Change("label", clause, "category", ["data"])], origin="key")


EVERYONE = ["li", "annotator", "reviewer", "arbitrator", "supervisor", "nobody"]


def blind(project: Project) -> list[str]:
    return [name for name in EVERYONE if blinding.sight(project, name).names is not None]


def test_while_no_round_is_open_everyone_sees_everything(project: Project, clauses: list[str]) -> None:
    assert blind(project) == []
    one = begin(project, clauses, "annotator")
    assert blind(project) == ["annotator", "reviewer", "nobody"]
    assert blinding.sight(project, "annotator").names == {"annotator"}
    rounds.close(project, "li", one)
    assert blind(project) == []


def test_who_has_something_left_in_the_round_is_blind_whatever_the_role(
    project: Project, clauses: list[str]
) -> None:
    begin(project, clauses, "li", "arbitrator")
    assert blind(project) == ["li", "annotator", "reviewer", "arbitrator", "nobody"]
    with pytest.raises(Refused, match="2") as told:
        blinding.require(project, "arbitrator")
    assert told.value.key == "people.own_left"
    finish(project, "arbitrator", clauses[0])
    assert "arbitrator" in blind(project)
    finish(project, "arbitrator", clauses[1], "skipped")
    assert "arbitrator" not in blind(project)
    finish(project, "arbitrator", clauses[1], "reopened")
    assert "arbitrator" in blind(project)


def test_a_retest_is_finished_by_its_own_pass(project: Project, clauses: list[str]) -> None:
    begin(project, clauses[:1], "arbitrator", pass_no=2)
    finish(project, "arbitrator", clauses[0])
    assert "arbitrator" in blind(project)
    finish(project, "arbitrator", clauses[0], pass_no=2)
    assert "arbitrator" not in blind(project)


def test_a_clause_that_is_gone_is_not_left_to_do(project: Project, clauses: list[str]) -> None:
    begin(project, [clauses[0], "cl-0000000000000000"], "arbitrator")
    assert "arbitrator" in blind(project)
    finish(project, "arbitrator", clauses[0])
    assert "arbitrator" not in blind(project)


def test_names_of_one_person_see_each_other_and_are_assigned_together(
    project: Project, clauses: list[str]
) -> None:
    people.welcome(project, "lisi")
    begin(project, clauses[:1], "lisi")
    people.join(project, "li", ["lisi"], "arbitrator")
    assert (
        blinding.sight(project, "lisi").names
        == blinding.sight(project, "arbitrator").names
        == {"arbitrator", "lisi"}
    )
    finish(project, "arbitrator", clauses[0])
    assert blinding.sight(project, "lisi").names is None


def test_what_is_refused_names_the_round_and_who_may(project: Project, clauses: list[str]) -> None:
    blinding.require(project, "annotator")
    begin(project, clauses, "annotator", name="第二轮")
    with pytest.raises(Refused) as told:
        blinding.require(project, "annotator")
    assert told.value.key == "people.blind"
    assert told.value.values["round"] == "第二轮"
    assert all(name in str(told.value) for name in ("arbitrator", "supervisor", "li"))
    blinding.require(project, "supervisor")


def test_who_may_see_by_their_role_and_has_work_left_is_not_named(
    project: Project, clauses: list[str]
) -> None:
    begin(project, clauses[:1], "annotator", "arbitrator", name="第二轮")
    with pytest.raises(Refused) as told:
        blinding.require(project, "annotator")
    assert "arbitrator" not in str(told.value)
    assert "supervisor" in str(told.value)
    finish(project, "arbitrator", clauses[0])
    with pytest.raises(Refused, match="arbitrator"):
        blinding.require(project, "annotator")


# ---------------------------------------------------------------- who decides


def may_decide(project: Project, who: str, clause: str) -> bool:
    try:
        executors.require_may_decide(project, who, clause)
    except Refused:
        return False
    return True


def test_who_labelled_a_clause_does_not_decide_it(project: Project, clauses: list[str]) -> None:
    assert may_decide(project, "reviewer", clauses[0])
    assert not may_decide(project, "annotator", clauses[0])
    label(project, "reviewer", clauses[0])
    assert not may_decide(project, "reviewer", clauses[0])
    assert may_decide(project, "reviewer", clauses[1])
    with pytest.raises(Refused) as told:
        executors.require_may_decide(project, "reviewer", clauses[0])
    assert told.value.key == "people.own_work"
    assert "arbitrator" in str(told.value)
    assert "reviewer、" not in str(told.value.values["who"])
    with pytest.raises(Refused) as told:
        executors.require_may_decide(project, "annotator", clauses[1])
    assert told.value.key == "people.no_decide"


def test_where_all_who_may_decide_labelled_it_another_is_needed(project: Project, clauses: list[str]) -> None:
    for name in ("reviewer", "arbitrator", "li"):
        label(project, name, clauses[0])
    with pytest.raises(Refused) as told:
        executors.require_may_decide(project, "li", clauses[0])
    assert told.value.key == "people.all_own_work"


def test_what_was_labelled_under_an_alias_or_in_another_pass_counts(
    project: Project, clauses: list[str]
) -> None:
    again = Change("label", clauses[1], "category", ["data"], pass_no=2)
    events.record(project, "arbitrator", [again], origin="key")
    assert not may_decide(project, "arbitrator", clauses[1])
    label(project, "lisi", clauses[0])
    people.join(project, "li", ["lisi"], "reviewer")
    assert not may_decide(project, "reviewer", clauses[0])
    assert not may_decide(project, "lisi", clauses[0])


def test_an_answer_taken_back_is_none(project: Project, clauses: list[str]) -> None:
    label(project, "reviewer", clauses[0])
    events.record(project, "reviewer", [Change("label", clauses[0], "category", None)], origin="key")
    assert executors.of(project, clauses) == {clause: frozenset() for clause in clauses}
    assert may_decide(project, "reviewer", clauses[0])


def test_who_works_alone_decides_their_own(project: Project) -> None:
    clause = add_document(project, ["一条。"])[0]
    label(project, "li", clause)
    assert may_decide(project, "li", clause)
    people.welcome(project, "wang")
    assert not may_decide(project, "li", clause)


def test_own_decisions_that_a_merge_brought_are_reported(project: Project, clauses: list[str]) -> None:
    for name in ("reviewer", "lisi"):
        label(project, name, clauses[0])
    for name, clause in (("arbitrator", clauses[0]), ("reviewer", clauses[1])):
        decided = Change("decision", clause, "category", {"how": "anew"}, layer="gold")
        events.record(project, name, [decided], origin="command")
    assert executors.own_decisions(project) == []
    label(project, "reviewer", clauses[1])
    assert executors.own_decisions(project) == [(clauses[1], "reviewer")]
    people.join(project, "li", ["lisi"], "arbitrator")
    assert executors.own_decisions(project) == [(clauses[0], "arbitrator"), (clauses[1], "reviewer")]
