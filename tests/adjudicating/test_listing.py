"""Which clauses are to be decided, and what a reviewer learns from what was."""

import pytest

from annotator.errors import Refused
from annotator.flows.adjudicating import Feedback, Wanted, feedback, listed
from annotator.flows.grading import Right, accuracy
from annotator.model.round import Round, Task
from annotator.store import codebooks, documents, rounds
from annotator.tools.codebook import parse, shipped, with_keys
from tests.adjudicating.conftest import Team
from tests.making import add_document


@pytest.fixture
def worked(team: Team) -> Team:
    """At odds about the type, about the primary code; of one mind; finished by one alone."""
    for name, kind, codes in (("amy", "task", ["data", "infra"]), ("bo", "goal", ["infra", "data"])):
        team.says(name, 0, clause_type=[kind], category=["data"])
        team.says(name, 1, clause_type=["task"], category=codes)
        team.says(name, 2, clause_type=["task"])
    team.says("amy", 3)
    return team


def numbers(team: Team, wanted: Wanted) -> list[int]:
    return [found.ord for part in listed(team.zhou.cases, wanted) for found in part]


def test_what_is_agreed_or_decided_is_listed_on_request(worked: Team) -> None:
    assert numbers(worked, Wanted()) == [0, 1]
    assert numbers(worked, Wanted(agreed=True)) == [0, 1, 2]
    worked.zhou.accept(worked.case(0), "amy")
    worked.zhou.discard(worked.case(1), "是标题")
    assert numbers(worked, Wanted()) == []
    assert numbers(worked, Wanted(decided=True)) == [0, 1]


def test_a_decision_that_is_out_of_date_is_listed(worked: Team) -> None:
    worked.zhou.accept(worked.case(0), "amy")
    worked.corrects("amy", 0, category=["talent"])
    assert numbers(worked, Wanted()) == [0, 1]


def test_the_list_is_of_a_field_a_document_or_a_round(worked: Team) -> None:
    assert numbers(worked, Wanted(field="category")) == [1]
    other = add_document(worked.project, ["别的。"], name="乙.txt")[0]
    doc_ids = [one.doc_id for one in documents.listing(worked.project)]
    worked.clauses.append(other)
    for name, kind in (("amy", "task"), ("bo", "goal")):
        worked.says(name, 4, clause_type=[kind])
    assert numbers(worked, Wanted(doc_ids=frozenset(doc_ids[1:]))) == [0]
    new = Round.of("首轮", "work", {}, {"amy": [Task(worked.clauses[1])]})
    rounds.add(worked.project, "li", new, {"amy": [Task(worked.clauses[1])]})
    assert numbers(worked, Wanted(round_id=new.id)) == [1]


def told(team: Team, reviewer: str = "bo", asker: str = "zhou") -> Feedback:
    return feedback(team.project, team.codebook, asker, reviewer)


def test_feedback_tells_what_was_decided_otherwise(worked: Team) -> None:
    assert told(worked).shares == {}
    worked.zhou.accept(worked.case(0), "amy", reason="有动词")
    worked.zhou.accept(worked.case(1), "amy")
    worked.zhou.discard(worked.case(2), "是标题")
    found = told(worked)
    assert [(one.ord, one.field, list(one.said.value), one.decision.value) for one in found.differences] == [
        (0, "clause_type", ["goal"], ["task"]),
        (1, "category", ["infra", "data"], ["data", "infra"]),
    ]
    assert (found.differences[0].decision.reason, found.differences[0].decision.by) == ("有动词", "zhou")
    assert found.shares["clause_type"] == (1, 2)
    assert dict(found.confusions) == {
        ("category", "primary", ("infra",), ("data",)): 1,
        ("clause_type", "value", ("goal",), ("task",)): 1,
    }
    assert told(worked, "amy").differences == ()


def test_the_lead_and_the_feedback_count_the_same_answers(worked: Team) -> None:
    worked.says("amy", 3, clause_type=["task"], priority=["2"], category=["data"])
    worked.says("bo", 3, clause_type=["principle"], category=["data"])  # without a priority then
    for at in (0, 1, 3):
        worked.zhou.accept(worked.case(at), "amy")
    tasks = {"bo": [Task(one) for one in worked.clauses]}
    new = Round.of("首轮", "work", {}, tasks)
    rounds.add(worked.project, "li", new, tasks, worked.clauses)
    found = accuracy(worked.project, worked.codebook, new, "bo")
    assert {name: (one.right, one.n) for name, one in found.items()} == told(worked).shares
    assert (found["clause_type"], found["priority"].n) == (Right(3, 1), 2)


def test_one_asks_for_oneself_when_ones_rounds_are_closed(worked: Team) -> None:
    worked.zhou.accept(worked.case(0), "amy")
    assert len(told(worked, asker="bo").differences) == 1
    with pytest.raises(Refused, match="不能裁定"):
        told(worked, asker="amy")
    new = Round.of("首轮", "work", {}, {"bo": [Task(worked.clauses[3])]})
    rounds.add(worked.project, "li", new, {"bo": [Task(worked.clauses[3])]})
    with pytest.raises(Refused, match="“首轮”还没有结束"):
        told(worked, asker="bo")
    assert len(told(worked).differences) == 1
    rounds.close(worked.project, "li", new.id)
    assert len(told(worked, asker="bo").differences) == 1


def test_a_decision_is_out_of_date_however_few_have_finished(worked: Team) -> None:
    worked.zhou.accept(worked.case(0), "amy")
    worked.zhou.put(worked.case(3), {"category": ["data"]})
    assert numbers(worked, Wanted(decided=True)) == [0, 1, 3]
    assert numbers(worked, Wanted()) == [1]
    worked.corrects("amy", 0, category=["talent"], clause_type=None)
    worked.corrects("bo", 0, clause_type=None)
    assert [review.state for review in worked.case(0).reviews.values()] == ["draft", "draft"]
    assert numbers(worked, Wanted()) == [0, 1]
    text = shipped("default") + "# 改\n"
    worked.codebook = with_keys(parse(text, "default"))._replace(meaning="别的意思")
    codebooks.use(worked.project, "li", worked.codebook, text)
    assert numbers(worked, Wanted()) == [0, 1, 3]
