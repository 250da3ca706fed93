"""Rounds: kept once, read back in order, closed and opened again."""

from annotator.model.event import Change
from annotator.model.round import Round, Task
from annotator.store import events, people, round_figures, rounds
from annotator.store.project import Project

ASSIGNED = {"甲": [Task("cl-1"), Task("cl-2"), Task("cl-1", 2)], "乙": [Task("cl-2")]}


def test_a_round_is_read_back_with_its_assignments_and_checks(project: Project) -> None:
    first = Round.of("第一轮", "work", {"seed": 1}, ASSIGNED)
    second = Round.of("练习", "training", {"seed": 1}, {"乙": []})
    assert rounds.add(project, "甲", first, ASSIGNED, ["cl-2", "cl-1"])
    assert rounds.add(project, "甲", second, {"乙": []})
    assert rounds.rounds(project) == [first, second]
    assert rounds.assigned(project, first.id, "甲") == ASSIGNED["甲"]
    assert rounds.assigned(project, first.id, "丙") == []
    assert rounds.assignments(project, first.id) == ASSIGNED
    assert rounds.checks(project, first.id) == {"cl-1", "cl-2"}
    assert rounds.checks(project, second.id) == frozenset()


def test_what_was_assigned_to_several_names_of_a_person_is_theirs(project: Project) -> None:
    new = Round.of("第一轮", "work", {"seed": 1}, ASSIGNED)
    rounds.add(project, "甲", new, ASSIGNED)
    people.join(project, "甲", ["乙"], "甲")
    events.record(project, "甲", [Change("submit", "cl-2", value="submitted")], origin="key")
    assert rounds.assigned(project, new.id, "乙") == rounds.assigned(project, new.id, "甲") == ASSIGNED["甲"]
    progress = round_figures.progress(project, new.id)
    assert {name: (done.assigned, done.finished) for name, done in progress.items()} == {"甲": (3, 1)}


def test_a_round_drawn_again_is_the_same_round(project: Project) -> None:
    new = Round.of("第一轮", "work", {"seed": 1}, ASSIGNED)
    assert rounds.add(project, "甲", new, ASSIGNED)
    assert not rounds.add(project, "甲", new, ASSIGNED)
    assert Round.of("第一轮", "work", {"seed": 2}, ASSIGNED).id != new.id


def test_a_round_is_closed_and_opened_again(project: Project) -> None:
    new = Round.of("第一轮", "work", {"seed": 1}, ASSIGNED)
    rounds.add(project, "甲", new, ASSIGNED)
    assert rounds.close(project, "甲", new.id)
    assert not rounds.close(project, "甲", new.id)
    assert [one.open for one in rounds.rounds(project)] == [False]
    assert rounds.close(project, "甲", new.id, closed=False)
    assert [one.open for one in rounds.rounds(project)] == [True]
    assert not rounds.close(project, "甲", "round-000000000000")
