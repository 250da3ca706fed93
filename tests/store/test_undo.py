"""Undo and redo against a list of snapshots: whatever is done, in whatever process, goes back and forth."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotator.errors import Refused
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.event import Change, Event
from annotator.model.review import Review
from annotator.store import events, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.undo import redo, undo
from annotator.store.verify import verify
from tests.making import START, Clock, add_document, event, write

CLAUSES = 3
TYPES = st.sampled_from(["task", "goal", "background"])
CATEGORIES = ["data", "infra", "model", "talent"]
UNIT = {
    "org_id": None, "name": "市数据局", "role": "lead", "stated": False,
    "surface": "", "start": None, "end": None,
}  # fmt: skip
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "clause_type": st.none() | st.just([]) | TYPES.map(lambda one: [one]),
        "category": st.none() | st.lists(st.sampled_from(CATEGORIES), max_size=3, unique=True),
        "responsible_unit": st.sampled_from([None, [], [UNIT]]),
        "priority": st.sampled_from([None, [], ["routine"]]),
    },
)


@dataclass
class Said:
    """One clause in the model."""

    values: dict[str, Any] = field(default_factory=dict)
    submit: str | None = None
    flag: bool = False
    note: str = ""
    question: str = ""

    def review(self) -> Review:
        drafted = "draft" if self.values else "untouched"
        reopened = self.submit == "reopened"
        state = drafted if reopened else self.submit or drafted
        return Review(state, self.values, self.flag, self.question, self.note, reopened=reopened)

    def left(self) -> list[str]:
        kind = (self.values.get("clause_type") or ["task"])[0]
        asked = ["clause_type", "category", "responsible_unit"] + ["priority"] * (kind != "background")
        return [name for name in asked if name not in self.values]

    def set(self, values: dict[str, Any]) -> None:
        self.values = {name: value for name, value in (self.values | values).items() if value is not None}

    def put(self, values: dict[str, Any]) -> None:
        before = self.values
        self.set(values)
        if self.submit in ("submitted", "reopened") and self.values != before:
            self.submit = "reopened" if self.left() else "submitted"

    def finish(self, values: dict[str, Any]) -> None:
        self.set({name: value for name, value in values.items() if value is not None})
        self.values |= {name: [] for name in self.left()}
        self.submit = "submitted"


@cache
def template() -> tuple[bytes, Codebook, tuple[str, ...]]:
    """A project with a document of a few clauses, its codebook, and the ids of the clauses."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        with create(path, "li") as project:
            clauses = add_document(project, [f"第{number}条。" for number in range(CLAUSES)])
            codebook = codebook_of(project)
        return path.read_bytes(), codebook, tuple(clauses)


class Undoing(RuleBasedStateMachine):
    """`past` holds what stood after each act that is still in effect, `future` what was undone."""

    which = st.integers(0, CLAUSES - 1)

    @initialize()
    def begin(self) -> None:
        data, self.codebook, self.clauses = template()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name, "a.db")
        self.path.write_bytes(data)
        self.clock = Clock(START * 2)
        self.opened: list[Reviewing] = []
        self.past = [[Said() for _ in self.clauses]]
        self.future: list[list[Said]] = []
        self.others = [Said() for _ in self.clauses]
        self.open()
        self.open()

    def open(self) -> None:
        project = Project.open(self.path, clock=self.clock)
        self.opened.append(Reviewing(project, self.codebook, "li"))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            assert not list(verify(self.work.project))
            for one in self.opened:
                one.project.close()
            assert [one.name for one in Path(self.folder.name).iterdir()] == ["a.db"]
            self.folder.cleanup()

    @property
    def work(self) -> Reviewing:
        return self.opened[0]

    def acted(self, act: str, change: Callable[[list[Said]], object]) -> None:
        """The program did an act; the model makes the same change to what stood."""
        state = deepcopy(self.past[-1])
        change(state)
        assert bool(act) == (state != self.past[-1])
        if act:
            self.past.append(state)
            self.future.clear()

    # ------------------------------------------------------------ acts

    @rule(n=which, values=VALUES)
    def put(self, n: int, values: dict[str, Any]) -> None:
        self.acted(self.work.put(self.clauses[n], values), lambda state: state[n].put(values))

    @rule(n=which, code=st.sampled_from(CATEGORIES))
    def pick_one_of_several(self, n: int, code: str) -> None:
        now = self.past[-1][n].values.get("category") or []
        field = self.codebook.field("category")
        assert field
        if code not in now and len(now) == field.maximum:
            with pytest.raises(Refused, match="最多"):
                self.work.pick(self.clauses[n], field, code)
            return
        value = [one for one in now if one != code] or None if code in now else [*now, code]
        act = self.work.pick(self.clauses[n], field, code)
        self.acted(act, lambda state: state[n].put({"category": value}))

    @rule(n=which, code=TYPES)
    def pick_the_only_one(self, n: int, code: str) -> None:
        now = self.past[-1][n].values.get("clause_type")
        field = self.codebook.field("clause_type")
        assert field
        act = self.work.pick(self.clauses[n], field, code)
        value = None if now == [code] else [code]
        self.acted(act, lambda state: state[n].put({"clause_type": value}))

    @rule(n=which, values=VALUES)
    def finish(self, n: int, values: dict[str, Any]) -> None:
        self.acted(self.work.finish(self.clauses[n], values), lambda state: state[n].finish(values))

    @rule(n=which)
    def skip(self, n: int) -> None:
        skipped = self.past[-1][n].submit == "skipped"
        act = self.work.skip(self.clauses[n])
        self.acted(act, lambda state: setattr(state[n], "submit", None if skipped else "skipped"))

    @rule(n=which)
    def flag(self, n: int) -> None:
        flagged = self.past[-1][n].flag
        self.acted(self.work.flag(self.clauses[n]), lambda state: setattr(state[n], "flag", not flagged))

    @rule(n=which, text=st.sampled_from(["", "一", "二"]))
    def note(self, n: int, text: str) -> None:
        act = self.work.note(self.clauses[n], f" {text}\n")
        self.acted(act, lambda state: setattr(state[n], "note", text))

    @rule(n=which, text=st.sampled_from(["", "？", "何谓“等”？"]))
    def ask(self, n: int, text: str) -> None:
        act = self.work.ask(self.clauses[n], text)
        self.acted(act, lambda state: setattr(state[n], "question", text))

    @rule(code=TYPES)
    def label_all_at_once(self, code: str) -> None:
        changes = [Change("label", one, "clause_type", [code]) for one in self.clauses]
        act = events.record(self.work.project, "li", changes, origin="bulk")
        state = deepcopy(self.past[-1])
        for said in state:
            said.set({"clause_type": [code]})
        assert act
        self.past.append(state)
        self.future.clear()

    # ------------------------------------------------------------ back and forth

    @rule(times=st.integers(1, 6))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if len(self.past) == 1:
                with pytest.raises(Refused, match="没有可撤销"):
                    self.work.undo()
            else:
                self.work.undo()
                self.future.append(self.past.pop())
            self.stands()

    @rule(times=st.integers(1, 6))
    def redo(self, times: int) -> None:
        for _ in range(times):
            if self.future:
                self.work.redo()
                self.past.append(self.future.pop())
            else:
                with pytest.raises(Refused, match="没有可重做"):
                    self.work.redo()
            self.stands()

    # ------------------------------------------------------------ other processes, other people

    @rule()
    def start_again(self) -> None:
        self.opened.pop(0).project.close()
        self.open()

    @rule()
    def turn_to_the_other_window(self) -> None:
        self.opened.reverse()

    @rule(n=which, code=TYPES)
    def somebody_else_works(self, n: int, code: str) -> None:
        other = Reviewing(self.work.project, self.codebook, "wang")
        other.put(self.clauses[n], {"clause_type": [code]})
        self.others[n].put({"clause_type": [code]})

    @rule(by=st.integers(-(10**7), 10**7))
    def the_clock_is_set(self, by: int) -> None:
        self.clock.now += by

    @invariant()
    def stands(self) -> None:
        for who, state in (("li", self.past[-1]), ("wang", self.others)):
            for clause, said in zip(self.clauses, state, strict=True):
                assert reviews.review(self.work.project, clause, who) == said.review()


Undoing.TestCase.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
TestUndoing = Undoing.TestCase


# ---------------------------------------------------------------- in words


def labels(project: Project, reviewer: str = "li") -> dict[str, Any]:
    return dict(reviews.review(project, "cl-1", reviewer).values)


def label(project: Project, *codes: str, reviewer: str = "li") -> str:
    change = Change("label", "cl-1", "category", list(codes))
    return events.record(project, reviewer, [change], origin="key")


def test_undo_has_no_limit_and_redo_none_either(project: Project, reopen: Callable[..., Project]) -> None:
    codes = [str(number) for number in range(60)]
    for code in codes:
        label(project, code)
    project.close()
    later = reopen()
    for code in reversed(codes):
        assert labels(later) == {"category": [code]}
        undo(later, "li")
    assert labels(later) == {}
    with pytest.raises(Refused, match="没有可撤销"):
        undo(later, "li")
    again = reopen()
    for code in codes:
        redo(again, "li")
        assert labels(again) == {"category": [code]}
    with pytest.raises(Refused, match="没有可重做"):
        redo(again, "li")


def test_undo_says_what_it_took_back(project: Project) -> None:
    act = label(project, "data")
    undone = undo(project, "li")
    assert undone.act == act
    assert [(one.subject, one.field, one.value) for one in undone.events] == [("cl-1", "category", ["data"])]


def test_an_undo_is_a_new_act_that_names_the_old_one(project: Project) -> None:
    act = label(project, "data")
    undo(project, "li")
    redo(project, "li")
    first, second, third = events.history(project, "cl-1")
    assert [one.value for one in (first, second, third)] == [["data"], None, ["data"]]
    assert [one.origin for one in (first, second, third)] == ["key", "undo", "redo"]
    assert [first.undoes, second.undoes, third.undoes] == ["", act, second.act]


def test_a_new_act_ends_what_could_be_redone(project: Project) -> None:
    label(project, "data")
    undo(project, "li")
    label(project, "model")
    with pytest.raises(Refused, match="没有可重做"):
        redo(project, "li")
    undo(project, "li")
    redo(project, "li")
    assert labels(project) == {"category": ["model"]}
    with pytest.raises(Refused, match="没有可重做"):
        redo(project, "li")


def test_undo_never_touches_the_work_of_another(project: Project) -> None:
    label(project, "data", reviewer="wang")
    with pytest.raises(Refused, match="没有可撤销"):
        undo(project, "li")
    label(project, "model", reviewer="li")
    label(project, "infra", reviewer="wang")
    undo(project, "li")
    assert labels(project, "li") == {}
    assert labels(project, "wang") == {"category": ["infra"]}


def test_undo_leaves_what_was_done_to_the_project(project: Project) -> None:
    add_document(project, ["一。"])
    with pytest.raises(Refused, match="没有可撤销"):
        undo(project, "li")


def test_undo_of_a_second_pass_leaves_the_first(project: Project) -> None:
    label(project, "data")
    retest = Change("label", "cl-1", "category", ["model"], pass_no=2)
    events.record(project, "li", [retest], origin="key")
    undo(project, "li")
    query = "SELECT pass_no, value FROM present WHERE subject = 'cl-1' ORDER BY pass_no"
    assert project.db.execute(query).fetchall() == [(1, '["data"]'), (2, "null")]


def from_a_copy(written: Event, **parts: object) -> Event:
    """An act of the same reviewer in a copy of the file, in a run of its own."""
    return written._replace(run="run-copy", seq=1, prev="", act="run-copy:1", **parts)


@pytest.mark.parametrize("origin", ["undo", "redo"])
def test_where_the_value_has_changed_since_nothing_is_taken_back(project: Project, origin: str) -> None:
    """The last act, or the last undo, set a value that an undo made in a copy changed before they met."""
    flags = [Change("flag", f"cl-{number}", value=True) for number in (1, 2, 3)]
    first = events.record(project, "li", flags, origin="bulk")
    if origin == "redo":
        undo(project, "li")
    last = events.history(project, "cl-2")[-1]
    away = from_a_copy(last, value="changed", at=last.at + 1, origin="undo", undoes="run-copy:0")
    back = from_a_copy(last, value="changed", at=last.at + 1, origin="redo", undoes="run-copy:0")
    write(project, away if origin == "undo" else back)
    before = events.count(project)
    with pytest.raises(Refused, match="已被改动") as caught:
        (undo if origin == "undo" else redo)(project, "li")
    assert caught.value.key == "store.changed_since"
    assert events.count(project) == before
    assert first


def test_the_act_of_another_process_of_mine_is_my_last(
    project: Project, reopen: Callable[..., Project]
) -> None:
    other = reopen()
    label(project, "data")
    label(other, "model")
    undo(project, "li")
    assert labels(project) == {"category": ["data"]}
    undo(other, "li")
    assert labels(project) == {}


def test_undo_after_acts_of_two_copies_met(project: Project) -> None:
    mine = label(project, "data")
    written = events.history(project, "cl-1")[0]
    write(project, from_a_copy(written, value=["model"], at=written.at + 1))
    assert labels(project) == {"category": ["model"]}
    undo(project, "li")
    assert labels(project) == {"category": ["data"]}
    assert undo(project, "li").act == mine
    assert labels(project) == {}


def test_an_event_about_the_project_is_not_undone(project: Project) -> None:
    write(project, event(kind="round", layer="project"))
    with pytest.raises(Refused, match="没有可撤销"):
        undo(project, "li")


def test_an_act_that_also_decides_is_taken_back_whole(project: Project) -> None:
    decided = Change("label", "cl-1", "category", ["model"], layer="gold")
    events.record(project, "wang", [decided], origin="key")
    both = [Change("label", "cl-1", "category", ["data"]), decided._replace(value=["data"])]
    events.record(project, "li", both, origin="key")
    undo(project, "li")
    query = "SELECT layer, value FROM present WHERE subject = 'cl-1' ORDER BY layer"
    assert project.db.execute(query).fetchall() == [("gold", '["model"]'), ("review", "null")]


def test_an_act_of_many_events_is_taken_back_with_as_many_questions_as_one_of_few(project: Project) -> None:
    def asked(size: int) -> int:
        statements: list[str] = []
        changes = [Change("label", f"cl-{n:016x}", "category", [str(size)]) for n in range(size)]
        events.record(project, "li", changes, origin="bulk")
        project.db.set_trace_callback(statements.append)
        undone = undo(project, "li")
        project.db.set_trace_callback(None)
        assert len(undone.changes) == size
        return sum(statement.startswith("SELECT") for statement in statements)

    assert asked(2) == asked(40)
