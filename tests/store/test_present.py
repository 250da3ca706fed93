"""The present is the last event of each question, in whatever order events arrive."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.event import Event
from annotator.model.ids import canonical
from annotator.store import events, reviews
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.making import START, event, taken_back, write

PRESENT = (
    "SELECT subject, layer, owner, pass_no, kind, field, value, event, at, run, seq FROM {} "
    "ORDER BY 1, 2, 3, 4, 5, 6"
)

QUESTION = st.fixed_dictionaries(
    {
        "subject": st.sampled_from(["cl-1", "cl-2"]),
        "place": st.sampled_from([("review", 1), ("review", 2), ("gold", 1), ("project", 1)]),
        "reviewer": st.sampled_from(["li", "wang"]),
        "kind": st.sampled_from(["label", "submit"]),
        "field": st.sampled_from(["category", "priority"]),
        "value": st.sampled_from([None, [], ["data"]]),
        "at": st.integers(START, START + 2),
        "run": st.sampled_from(["run-1", "run-2", "run-3"]),
    }
)


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Events of runs that are chains, as copies of a project have them."""
    ends: dict[str, tuple[int, str]] = {}
    found = []
    for parts in draw(st.lists(QUESTION, min_size=1, max_size=10)):
        seq, prev = ends.get(parts["run"], (0, ""))
        layer, pass_no = parts.pop("place")
        found.append(event(**parts, layer=layer, pass_no=pass_no, seq=seq + 1, prev=prev))
        ends[parts["run"]] = seq + 1, found[-1].id
    return found


def question(one: Event) -> tuple[str, str, str, int, str, str]:
    owner = one.reviewer if one.layer == "review" else ""
    return one.subject, one.layer, owner, one.pass_no, one.kind, one.field


def last_word(log: list[Event]) -> dict[tuple[str, str, str, int, str, str], tuple[str, str]]:
    """What the present must be, found the plain way."""
    ordered = sorted(log, key=lambda one: (one.at, one.run, one.seq))
    return {question(one): (canonical(one.value), one.id) for one in ordered}


def present(project: Project, table: str = "present") -> list[tuple[object, ...]]:
    return project.db.execute(PRESENT.format(table)).fetchall()


def after(project: Project, log: list[Event]) -> list[tuple[object, ...]]:
    """The present after events have come in, each once, on top of what the project holds."""
    with taken_back(project) as db:
        for one in log:
            if not db.execute("SELECT 1 FROM event WHERE id = ?", (one.id,)).fetchone():
                events.write(db, one)
        found = present(project)
        assert found == present(project, "present_from_log")
    return found


once = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@once
@given(logs())
def test_the_present_is_the_last_event_of_each_question(project: Project, log: list[Event]) -> None:
    found = {tuple(row[:6]): (row[6], row[7]) for row in after(project, log)}
    assert last_word(log).items() <= found.items()
    assert len(found) == len(last_word(log)) + len(present(project))


@once
@given(logs(), st.data())
def test_the_order_of_arrival_does_not_matter_nor_arriving_twice(
    project: Project, log: list[Event], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(log)))
    assert after(project, data.draw(st.permutations([*log, *again]))) == after(project, log)


@once
@given(logs(), st.integers(0, 10))
def test_merging_is_associative(project: Project, log: list[Event], cut: int) -> None:
    assert after(project, [*log[cut:], *log[:cut], *log[cut:]]) == after(project, log)


def test_in_gold_there_is_one_answer_and_in_review_one_for_each(project: Project) -> None:
    write(
        project,
        event(layer="gold", reviewer="li", value=["data"], run="run-1", at=START + 1),
        event(layer="gold", reviewer="wang", value=["spatial"], run="run-2", at=START + 2),
        event(layer="review", reviewer="li", value=["model"], run="run-3"),
        event(layer="review", reviewer="wang", value=["app"], run="run-4"),
    )
    query = "SELECT layer, owner, value FROM present WHERE subject = 'cl-1' ORDER BY layer, owner"
    assert project.db.execute(query).fetchall() == [
        ("gold", "", '["spatial"]'),
        ("review", "li", '["model"]'),
        ("review", "wang", '["app"]'),
    ]
    assert reviews.review(project, "cl-1", "li").values == {"category": ["model"]}
    assert reviews.reviewers(project) == ["li", "wang"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"at": START, "seq": 2}, {"at": START + 1, "seq": 1}),
        ({"run": "run-1"}, {"run": "run-2"}),
        ({"seq": 1}, {"seq": 2}),
        ({"at": START, "run": "run-2"}, {"at": START + 1, "run": "run-1"}),
        ({"run": "run-1", "seq": 2}, {"run": "run-2", "seq": 1}),
        ({"run": "run-10"}, {"run": "run-9"}),  # runs are texts
        ({"seq": 9}, {"seq": 10}),  # numbers are numbers
    ],
)
def test_time_goes_before_run_goes_before_number(
    project: Project, earlier: dict[str, object], later: dict[str, object]
) -> None:
    first, last = event(value=[], **earlier), event(value=["data"], **later)
    for log in ([first, last], [last, first]):
        assert {row[0]: row[6] for row in after(project, log)}["cl-1"] == '["data"]'


def test_a_value_taken_back_stays_the_last_word(project: Project) -> None:
    write(project, event(), event()._replace(value=None, seq=2, prev=event().id, at=START + 1))
    assert reviews.review(project, "cl-1", "li").state == "untouched"
    assert not list(verify(project))
