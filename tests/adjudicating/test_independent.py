"""A rating is an independent answer: what was changed after a return, a decision or feedback counts as before."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from annotator.cli.group import annotator
from annotator.errors import AnnotatorError
from annotator.flows import revising
from annotator.flows.auditing import answers, as_first_given
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.round import Round, Task
from annotator.store import people, rounds
from annotator.store.project import Project
from tests.adjudicating.conftest import Team


def said(project: Project, codebook: Codebook, **kept: bool) -> dict[tuple[str, int], Any]:
    """What counts of the field `clause_type`, by reviewer and pass."""
    (one,) = (one for one in answers(project, codebook, **kept) if one.name == "clause_type")
    return {(rating.reviewer, rating.pass_no): rating.value for rating in one.ratings}


def counted(team: Team, **kept: bool) -> dict[tuple[str, int], Any]:
    return said(team.project, team.codebook, **kept)


def two(team: Team) -> None:
    team.says("li", clause_type=["task"])
    team.says("wang", clause_type=["goal"])


def train(team: Team, *reviewers: str) -> None:
    given = {name: [Task(team.clauses[0])] for name in reviewers}
    rounds.add(team.project, "li", Round.of("练习", "training", {}, given), given)


def test_what_is_changed_after_a_return_counts_as_it_was_given(team: Team) -> None:
    two(team)
    team.zhou.give_back(team.case(), "wang", "看看 li 的", ["clause_type"])
    team.corrects("wang", clause_type=["task"])
    assert counted(team) == {("li", 1): "task", ("wang", 1): "goal"}
    assert as_first_given(answers(team.project, team.codebook)) == 1


def test_what_is_changed_after_a_decision_counts_as_it_was_given_by_everyone(team: Team) -> None:
    two(team)
    team.zhou.put(team.case(), {"clause_type": ["status"]})
    team.corrects("li", clause_type=["status"])
    team.says("wang", clause_type=["status"])
    assert counted(team) == {("li", 1): "task", ("wang", 1): "goal"}


def test_ones_own_correction_before_counts_and_that_to_what_was_decided_first_is_the_first_finished(
    team: Team,
) -> None:
    team.says("li", clause_type=["task"])
    team.zhou.put(team.case(), {"clause_type": ["status"]})
    team.corrects("wang", clause_type=["goal"])
    team.says("wang", clause_type=["task"])
    team.corrects("wang", clause_type=["status"])
    assert counted(team) == {("li", 1): "task", ("wang", 1): "task"}


def test_what_was_taken_back_before_does_not_count_and_what_is_taken_back_behind_does(team: Team) -> None:
    two(team)
    team.corrects("wang", clause_type=["task"])
    Reviewing(team.project, team.codebook, "wang").undo()
    team.zhou.put(team.case(), {"clause_type": ["task"]})
    team.corrects("wang", clause_type=["task"])
    assert counted(team)["wang", 1] == "goal"
    Reviewing(team.project, team.codebook, "wang").undo()
    assert counted(team)["wang", 1] == "goal"
    assert as_first_given(answers(team.project, team.codebook)) == 0


def test_a_decision_that_is_taken_back_may_have_been_read(team: Team) -> None:
    from annotator.store import undo

    two(team)
    team.zhou.put(team.case(), {"clause_type": ["task"]})
    undo.undo(team.project, "zhou")
    team.corrects("wang", clause_type=["task"])
    assert counted(team)["wang", 1] == "goal"


def test_a_correction_that_left_a_question_open_counts_as_the_draft_that_it_was(team: Team) -> None:
    two(team)
    team.corrects("wang", clause_type=None)
    team.zhou.give_back(team.case(), "wang", "选一个")
    team.says("wang", clause_type=["task"])
    assert counted(team) == {("li", 1): "task"}


def test_a_draft_that_is_returned_counts_as_it_is_finished_first(team: Team) -> None:
    team.corrects("wang", clause_type=["goal"])
    team.zhou.give_back(team.case(), "wang", "还没完成")
    team.says("wang", clause_type=["status"])
    team.corrects("wang", clause_type=["task"])
    assert counted(team) == {("wang", 1): "status"}


def test_a_return_tells_the_other_reviewer_nothing(team: Team) -> None:
    two(team)
    team.zhou.give_back(team.case(), "wang", "再看")
    team.corrects("li", clause_type=["status"])
    assert counted(team)["li", 1] == "status"


def test_a_return_to_an_alias_is_one_to_the_person(team: Team) -> None:
    two(team)
    team.zhou.give_back(team.case(), "wang", "再看")
    people.join(team.project, "li", ["wang"], "王芳")
    team.says("王芳", clause_type=["task"])
    assert counted(team)["王芳", 1] == "goal"


def test_what_a_new_codebook_gives_back_counts_as_it_is_answered_then(team: Team) -> None:
    two(team)
    later = team.codebook._replace(
        fields=tuple(
            one._replace(tie_break="先看动词") if one.id == "clause_type" else one
            for one in team.codebook.fields
        ),
        digest="新版",
    )
    assert revising.recheck(team.project, "li", team.codebook, later) == 2
    team.says("wang", clause_type=["task"])
    assert counted(team)["wang", 1] == "task"


def test_a_pass_that_is_not_finished_when_something_is_decided_counts_as_it_is_finished_first(
    team: Team,
) -> None:
    two(team)
    team.zhou.put(team.case(), {"clause_type": ["task"]})
    again = Reviewing(team.project, team.codebook, "wang").in_pass(2)
    again.finish(team.clauses[0], {"clause_type": ["status"]})
    again.put(team.clauses[0], {"clause_type": ["task"]})
    team.corrects("wang", clause_type=["task"])
    assert counted(team) == {("li", 1): "task", ("wang", 1): "goal", ("wang", 2): "status"}


def test_what_was_assigned_in_training_counts_where_it_is_asked_for_as_it_was_before_the_feedback(
    team: Team,
) -> None:
    team.zhou.put(team.case(), {"clause_type": ["task"]})
    train(team, "li", "wang")
    with pytest.raises(AnnotatorError) as nobody:
        answers(team.project, team.codebook)
    assert nobody.value.key == "audit.nothing"
    two(team)
    for name in ("li", "wang"):
        team.corrects(name, clause_type=["task"])
    with pytest.raises(AnnotatorError) as only:
        answers(team.project, team.codebook)
    assert only.value.key == "audit.only_training"
    team.says("赵", clause_type=["status"])
    assert counted(team) == {("赵", 1): "status"}
    assert counted(team, training=True) == {("li", 1): "task", ("wang", 1): "goal", ("赵", 1): "status"}


def test_the_command_tells_how_many_count_as_first_given(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_LANG", "en")
    two(team)
    asked = ["agreement", "--project", str(team.project.path), "--reviewer", "zhou", "--resamples", "0"]
    assert "first given" not in CliRunner().invoke(annotator, asked).output
    team.zhou.put(team.case(), {"clause_type": ["task"]})
    team.corrects("wang", clause_type=["task"])
    assert "1 answers changed after a return or a decision count as first given." in (
        CliRunner().invoke(annotator, asked).output
    )
    assert json.loads(CliRunner().invoke(annotator, [*asked, "--json"]).output)["as_first_given"] == 1
