"""How acts are written: their time, their chain, their exactness."""

import getpass
import itertools
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.event import Change, Event
from annotator.store import events
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.making import START, Clock, event, taken_back, write

NOTE = Change("note", "cl-1", value="注")


def note(project: Project, reviewer: str = "li", text: str = "注", count: int = 1) -> str:
    changes = [Change("note", f"cl-{n}", value=text) for n in range(count)]
    return events.record(project, reviewer, changes, origin="key")


def notes(project: Project) -> list[Event]:
    return list(events.read(project, "kind = 'note'"))


def test_an_event_reads_back_as_it_was_written(project: Project) -> None:
    written = event(
        value={"单位": ["𠀀", None, 1.5, True]}, seconds=12.3, suggested=True, undoes="run-0:1", seen="0" * 16
    )
    write(project, written)
    assert events.history(project, "cl-1") == [written]


def test_an_act_is_its_first_event_and_its_events_share_the_time(project: Project) -> None:
    act = note(project, count=3)
    found = notes(project)
    assert [one.act for one in found] == [act] * 3 == [f"{found[0].run}:{found[0].seq}"] * 3
    assert len({one.at for one in found}) == 1
    assert [one.seq - found[0].seq for one in found] == [0, 1, 2]
    assert [one.prev for one in found[1:]] == [one.id for one in found[:2]]


def test_time_spent_goes_to_the_first_event_of_an_act(project: Project) -> None:
    events.record(project, "li", [NOTE, Change("flag", "cl-1", value=True)], origin="key", seconds=12.34)
    found = events.history(project, "cl-1")
    assert sorted(one.seconds for one in found) == [0.0, 12.3]
    assert found[0].seconds == 12.3


@pytest.mark.parametrize("seconds", [0, 5, -0.0, -0.04, 0.05, 1e9, 12.25, 3599.96])
def test_whatever_the_time_spent_ids_hold(project: Project, seconds: float) -> None:
    events.record(project, "li", [NOTE], origin="key", seconds=seconds)
    assert not list(verify(project))


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(exclude_categories=["Cs"])),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab政\x00", max_size=2), inner),
        max_leaves=6,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_whatever_the_value_ids_hold(project: Project, value: object) -> None:
    events.record(project, "li", [Change("note", "cl-1", value=value)], origin="key")
    assert events.history(project, "cl-1")[-1].value == value
    assert not list(verify(project))


def test_nothing_to_record_is_no_act(project: Project) -> None:
    before = events.count(project)
    assert events.record(project, "li", [], origin="key") == ""
    assert events.count(project) == before


def test_the_codebook_in_force_is_recorded(project: Project) -> None:
    note(project)
    assert notes(project)[0].codebook == events.codebook_digest(project.db) != ""


def test_a_user_whom_the_system_cannot_name_still_works(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", nobody)
    events._os_user.cache_clear()
    note(project)
    monkeypatch.setattr(getpass, "getuser", lambda: "\udcff\udcfe")
    events._os_user.cache_clear()
    note(project)
    events._os_user.cache_clear()
    assert [one.os_user for one in notes(project)] == ["", "??"]


# ---------------------------------------------------------------- runs


def test_every_opening_and_every_reviewer_has_a_run(project: Project, reopen: Callable[..., Project]) -> None:
    other = reopen()
    for one, reviewer in itertools.product((project, other), ("li", "wang")):
        note(one, reviewer)
        note(one, reviewer)
    found = notes(project)
    assert len({one.run for one in found}) == 4
    assert len({(one.run, one.reviewer) for one in found}) == 4
    for _, of_run in itertools.groupby(
        sorted(found, key=lambda one: (one.run, one.seq)), lambda one: one.run
    ):
        first, second = of_run
        assert (first.seq, first.prev) == (1, "")
        assert (second.seq, second.prev) == (2, first.id)


def test_a_chain_goes_on_where_it_was_after_a_rollback(project: Project) -> None:
    note(project, text="一")
    with taken_back(project):
        note(project, text="二")
        note(project, "wang", text="二")
    note(project, text="三")
    note(project, "wang", text="三")
    assert [one.value for one in notes(project)] == ["一", "三", "三"]
    assert [(one.reviewer, one.seq) for one in notes(project)] == [("li", 1), ("li", 2), ("wang", 1)]
    assert not list(verify(project))


def test_a_chain_holds_across_acts_of_one_transaction(project: Project) -> None:
    with project.transaction():
        note(project, text="一")
        note(project, text="二")
    assert [one.seq for one in notes(project)] == [1, 2]
    assert not list(verify(project))


# ---------------------------------------------------------------- the clock


def test_time_never_goes_back(project: Project, clock: Clock) -> None:
    note(project, text="一")
    clock.now = START - 86_400_000
    note(project, text="二")
    note(project, "wang", text="三")
    clock.now = START + 86_400_000
    note(project, text="四")
    found = notes(project)
    assert [one.value for one in found] == ["一", "二", "三", "四"]
    assert [one.at for one in found] == sorted(one.at for one in found)
    assert found[3].at == START + 86_400_000 + clock.step


def test_time_is_never_behind_what_came_from_elsewhere(project: Project) -> None:
    write(project, event(at=START + 10**9, kind="note", value="来"))
    note(project, text="后")
    assert [one.value for one in notes(project)] == ["来", "后"]
    assert notes(project)[1].at == START + 10**9 + 1


def test_another_run_is_later_even_in_the_same_millisecond(reopen: Callable[..., Project]) -> None:
    still = Clock(START + 10**6, step=0)
    one, other = reopen(clock=still), reopen(clock=still)
    for number in range(20):
        note((one, other)[number % 2], text=str(number))
    found = notes(one)
    assert [one.value for one in found] == [str(number) for number in range(20)]
    assert all(before.at < after.at for before, after in itertools.pairwise(found))


def test_one_run_may_write_twice_in_a_millisecond_and_keeps_its_order(
    reopen: Callable[..., Project],
) -> None:
    project = reopen(clock=Clock(START + 10**6, step=0))
    for number in range(12):
        note(project, text=str(number))
    assert [one.value for one in notes(project)] == [str(number) for number in range(12)]
    assert len({one.at for one in notes(project)}) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(-5, 5)), min_size=1, max_size=12))
def test_runs_interleaved_with_any_clocks_read_in_the_order_of_writing(
    reopen: Callable[..., Project], acts: list[tuple[int, int]]
) -> None:
    clock = Clock(START + 10**6, step=0)
    opened = [reopen(clock=clock) for _ in range(3)]
    before = len(notes(opened[0]))
    for number, (who, step) in enumerate(acts):
        clock.now += step
        note(opened[who], text=str(number))
    found = notes(opened[0])[before:]
    for one in opened:
        one.close()
    assert [one.value for one in found] == [str(number) for number in range(len(acts))]
    assert [one.at for one in found] == sorted(one.at for one in found)


@pytest.fixture(autouse=True)
def _os_user_is_asked_again() -> Iterator[None]:
    events._os_user.cache_clear()
    yield
    events._os_user.cache_clear()
