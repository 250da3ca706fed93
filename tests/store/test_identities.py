"""Names that are one person's: the same whatever order the sentences about them arrive in."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.event import Change, Event
from annotator.model.review import Progress
from annotator.store import (
    documents,
    drafts,
    events,
    pace,
    people,
    reviews,
    standings,
    undo,
    usage,
)  # fmt: skip
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.making import START, add_document, event, taken_back, write

NAMES = ["张三", "张 三", "zhangsan", "wang"]
PRESENT = "SELECT * FROM {} ORDER BY 1, 2, 3, 4, 5, 6"


def says(at: int, alias: str, person: str | None, run: str = "run-9", by: str = "wang") -> Event:
    return event(
        kind="person", subject=alias, field="alias", layer="project", value=person,
        at=START + at, run=f"{run}-{at}-{alias}-{person}", reviewer=by,
    )  # fmt: skip


def answers(at: int, reviewer: str, value: Sequence[str] | None, **parts: Any) -> Event:
    return event(reviewer=reviewer, value=value, at=START + at, run=f"run-{reviewer}-{at}-{value}", **parts)


SENTENCES = st.builds(
    says, st.integers(0, 5), st.sampled_from(NAMES), st.sampled_from([*NAMES, None]), st.just("run-9")
)
ANSWERS = st.builds(
    answers, st.integers(0, 5), st.sampled_from(NAMES), st.sampled_from([None, ["data"], ["model"]])
)
LOGS = st.lists(st.one_of(SENTENCES, ANSWERS), max_size=9, unique_by=lambda one: one.id)


def whose(log: Sequence[Event]) -> dict[str, str]:
    """Whose each alias is, found another way: the newest sentences first, none that would close a circle."""
    newest: dict[str, Event] = {}
    for one in sorted(log, key=lambda one: (one.at, one.run, one.seq)):
        if one.field == "alias":
            newest[one.subject] = one
    above: dict[str, str] = {}

    def top(name: str) -> str:
        return top(above[name]) if name in above else name

    for one in sorted(newest.values(), key=lambda one: (one.at, one.run, one.seq), reverse=True):
        if one.value is not None and top(one.value) != one.subject:
            above[one.subject] = one.value
    return {alias: top(alias) for alias in sorted(above)}


once = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)


@once
@given(LOGS, st.data())
def test_who_is_who_and_what_they_said_hang_on_no_order(
    project: Project, log: list[Event], data: st.DataObject
) -> None:
    with taken_back(project) as db:
        for one in data.draw(st.permutations(log)):
            events.write(db, one)
        assert people.identities(project) == whose(log)
        # Every answer stands under the person's id, the later of two.
        meant = {}
        for one in sorted(log, key=lambda one: (one.at, one.run, one.seq)):
            if one.layer == "review":
                meant[whose(log).get(one.reviewer, one.reviewer)] = one.id
        found = db.execute("SELECT owner, event FROM present WHERE layer = 'review'").fetchall()
        assert dict(found) == meant
        assert (
            db.execute(PRESENT.format("present")).fetchall()
            == db.execute(PRESENT.format("present_from_log")).fetchall()
        )


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param([("a", "b")], {"a": "b"}, id="an alias"),
        pytest.param(
            [("a", "b"), ("b", "a")], {"b": "a"}, id="two copies said the opposite: the last counts"
        ),
        pytest.param([("b", "a"), ("a", "b")], {"a": "b"}, id="the other way round"),
        pytest.param([("a", "b"), ("b", "c")], {"a": "c", "b": "c"}, id="an alias of an alias"),
        pytest.param([("a", "b"), ("b", "c"), ("c", "a")], {"b": "a", "c": "a"}, id="three in a circle"),
        pytest.param([("a", "b"), ("b", "a"), ("c", "a")], {"b": "a", "c": "a"}, id="one beside a circle"),
        pytest.param([("a", "a")], {}, id="oneself"),
        pytest.param([("a", "b"), ("a", None)], {}, id="dropped"),
        pytest.param([("a", "b"), ("a", "c")], {"a": "c"}, id="another's after all"),
        pytest.param([("a", 5), ("b", ["x"]), ("c", {"x": 1})], {}, id="no name at all"),
    ],
)
def test_whose_a_name_is(project: Project, said: list[tuple[str, Any]], found: dict[str, str]) -> None:
    write(project, *[says(at, alias, person) for at, (alias, person) in enumerate(said)])
    assert people.identities(project) == found
    assert not list(verify(project))


@pytest.fixture
def one_person(project: Project) -> list[str]:
    """wang owns the project; 张三 answered a clause under two names, then under a third."""
    clauses = add_document(project, ["一条。", "二条。", "三条。"])
    people.welcome(project, "wang")
    for name, clause, value in [
        ("张三", 0, ["data"]), ("张 三", 0, ["model"]), ("zhangsan", 1, ["data"]), ("wang", 0, ["app"]),
    ]:  # fmt: skip
        people.welcome(project, name)
        changes = [Change("label", clauses[clause], "category", value)]
        changes.append(Change("submit", clauses[clause], value="submitted"))
        events.record(project, name, changes, origin="key", seconds=2.0)
    people.join(project, "wang", ["张 三", "zhangsan"], "张三")
    return clauses


def test_what_several_names_did_is_one_persons_everywhere(project: Project, one_person: list[str]) -> None:
    document = documents.listing(project)[0]
    first, *_ = one_person
    assert reviews.reviewers(project) == ["wang", "张三"]
    assert reviews.review(project, first, "张三").values == {"category": ["model"]}  # the later one
    assert reviews.progress(project, document)["张三"] == Progress(2, 0, 0)
    assert standings.of(project, [first])[first].accounts["张三"].seconds == 4.0
    assert pace.finished(project, "张三", 0) == 2
    assert pace.spent(project, "张三", 0) == 6.0
    assert sorted(pace.seconds(project, "张三", 9)) == [2.0, 4.0]
    assert [name for _, one in reviews.by_clause(project, document) for name in one] == [
        "wang",
        "张三",
        "张三",
    ]
    assert [(one.id, one.aliases) for one in people.people(project) if one.aliases] == [
        ("张三", ("zhangsan", "张 三"))
    ]
    assert not list(verify(project))


def test_who_comes_under_an_alias_works_as_the_person(project: Project, one_person: list[str]) -> None:
    before = events.count(project)
    assert people.welcome(project, "zhangsan").id == "张三"
    assert events.count(project) == before


def test_undo_takes_back_what_was_done_under_another_name(project: Project, one_person: list[str]) -> None:
    first, second, _ = one_person
    assert undo.undo(project, "张三").events[0].reviewer == "zhangsan"
    assert not reviews.review(project, second, "张三").touched
    undo.undo(project, "张三")
    assert reviews.review(project, first, "张三").values == {"category": ["data"]}
    undo.redo(project, "张三")
    assert reviews.review(project, first, "张三").values == {"category": ["model"]}
    assert {one.reviewer for one in events.read(project, "origin IN ('undo', 'redo')")} == {"张三"}
    assert not list(verify(project))


def test_names_drawn_apart_have_again_what_each_did(project: Project, one_person: list[str]) -> None:
    _, second, third = one_person
    events.record(project, "张三", [Change("label", third, "category", ["app"])], origin="key")
    people.join(project, "wang", ["zhangsan"], None)
    assert people.names(project, "张三") == ("张三", "张 三")
    assert reviews.review(project, second, "zhangsan").values == {"category": ["data"]}
    assert not reviews.review(project, second, "张三").touched
    assert reviews.review(project, third, "张三").values == {"category": ["app"]}
    assert not list(verify(project))


def test_units_taken_lately_are_those_of_all_names(project: Project, one_person: list[str]) -> None:
    unit = {"org_id": None, "name": "数据局", "role": "lead"}
    change = Change("label", one_person[2], "responsible_unit", [unit])
    events.record(project, "zhangsan", [change], origin="key")
    assert usage.lately(project, "responsible_unit", "张三") == [unit]


def test_what_was_not_said_yet_goes_with_the_person(project: Project, one_person: list[str]) -> None:
    place = drafts.Place("lin", one_person[0], "note", "")
    drafts.keep(project, place, "还没写完")
    people.join(project, "wang", ["lin"], "张三")
    assert drafts.kept(project, place._replace(reviewer="张三")) == "还没写完"


def test_answers_that_stand_are_counted_by_the_name_they_were_given_under(
    project: Project, one_person: list[str]
) -> None:
    assert [people.answered(project, name) for name in ("张三", "张 三", "zhangsan", "wang", "lin")] == [
        0,
        1,
        1,
        1,
        0,
    ]


def test_copies_that_took_the_role_from_each_others_owner_have_who_began(project: Project) -> None:
    first = people.welcome(project, "li")
    second = people.welcome(project, "wang")
    for one in (first, second):
        people.store(project, "li", one._replace(roles=("annotator",)))
    assert [one.id for one in people.owners(project)] == ["li"]


def test_a_role_of_a_later_version_stays_and_allows_nothing(project: Project) -> None:
    people.welcome(project, "li")
    people.store(project, "li", people.Person("wang", "wang", roles=("督导组", "annotator")))
    assert people.welcome(project, "wang").roles == ("督导组", "annotator")
    assert people.may(project, "wang", "label")
    assert not people.may(project, "wang", "decide")
