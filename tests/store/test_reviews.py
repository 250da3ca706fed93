"""What reviewers said, read one by one, many at once, and counted: always the same."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.flows.reviewing import Reviewing
from annotator.model.event import Change, Origin
from annotator.model.review import Person, Progress, Review
from annotator.store import codebooks, documents, events, people, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.undo import redo, undo
from annotator.tools.codebook import parse, shipped, with_keys
from tests.making import add_document, taken_back

CLAUSES = 4
WHO = ["li", "wang"]
MANY: dict[str, Origin] = {"data": "bulk", "infra": "file"}

SAID = st.sampled_from(
    [
        ("label", "category", ["data"]),
        ("label", "category", []),
        ("label", "category", None),
        ("label", "priority", ["routine"]),
        ("submit", "", "submitted"),
        ("submit", "", "skipped"),
        ("submit", "", None),
        ("flag", "", True),
        ("flag", "", None),
        ("note", "", "注"),
        ("question", "", "？"),
        ("question", "", None),
    ]
)


def plainly(said: list[tuple[str, str, Any]]) -> Review:
    """A review from what was said, the last word on each question counting."""
    last = {(kind, field): value for kind, field, value in said}
    values = {field: value for (kind, field), value in last.items() if kind == "label" and value is not None}
    state = last.get(("submit", "")) or ("draft" if values else "untouched")
    flagged = bool(last.get(("flag", "")))
    return Review(state, values, flagged, last.get(("question", "")) or "", last.get(("note", "")) or "")


def last_clause(project: Project, reviewer: str, besides: str = "") -> str | None:
    task = reviews.last_task(project, reviewer, besides)
    return task.clause_id if task else None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(st.integers(0, CLAUSES - 1), st.sampled_from(WHO), SAID), max_size=14))
def test_every_way_of_reading_says_the_same(
    project: Project, acts: list[tuple[int, str, tuple[str, str, Any]]]
) -> None:
    with taken_back(project):
        clauses = add_document(project, [f"第{number}条。" for number in range(CLAUSES)])
        document = documents.listing(project)[0]
        said: dict[tuple[str, int], list[tuple[str, str, Any]]] = {}
        for n, who, (kind, field, value) in acts:
            events.record(project, who, [Change(kind, clauses[n], field, value)], origin="key")
            said.setdefault((who, n), []).append((kind, field, value))
        wanted = {key: plainly(told) for key, told in said.items()}
        by_clause = {
            (who, n): one for n, all_of in reviews.by_clause(project, document) for who, one in all_of.items()
        }
        assert by_clause == wanted
        for who in WHO:
            mine = {n: wanted.get((who, n), Review()) for n in range(CLAUSES)}
            assert {n: reviews.review(project, clauses[n], who) for n in mine} == mine
            many = reviews.reviews(project, clauses, who)
            assert {n: many.get(clauses[n], Review()) for n in mine} == mine
            states = [mine[n].state for n in range(CLAUSES)]
            counted = Progress(states.count("submitted"), states.count("skipped"), states.count("draft"))
            assert reviews.progress(project, document).get(who, Progress()) == counted
            for after in range(-1, CLAUSES):
                waiting = [n for n in range(after + 1, CLAUSES) if states[n] not in ("submitted", "skipped")]
                assert reviews.next_unfinished(project, document, who, after) == (waiting or [None])[0]
            last = [clauses[n] for n, name, _ in acts if name == who]
            assert last_clause(project, who) == (last or [None])[-1]


def test_work_goes_on_where_it_was_left_and_not_where_much_was_labelled_at_once(project: Project) -> None:
    first, second, third = add_document(project, ["一。", "二。", "三。"])

    def label(clause: str, code: str, origin: Origin = "key") -> None:
        events.record(project, "li", [Change("label", clause, "category", [code])], origin=origin)

    def last() -> str | None:
        return last_clause(project, "li")

    label(first, "data")
    assert last() == first
    for code, origin in MANY.items():
        label(third, code, origin)
        assert last() == first
        undo(project, "li")
        redo(project, "li")
        assert last() == first
    label(second, "data")
    assert (last(), last_clause(project, "li", besides=second)) == (second, first)
    undo(project, "li")
    assert last() == first
    redo(project, "li")
    assert last() == second


def test_the_work_of_an_earlier_cutting_is_not_counted(project: Project) -> None:
    add_document(project, ["一。"])
    events.record(project, "li", [Change("submit", "cl-elsewhere", value="submitted")], origin="key")
    assert reviews.progress(project, documents.listing(project)[0]) == {}


def test_a_second_pass_does_not_show_in_the_first(project: Project) -> None:
    (clause,) = add_document(project, ["一。"])
    hidden = Change("label", clause, "category", ["data"], pass_no=2)
    events.record(project, "li", [hidden], origin="key")
    assert reviews.review(project, clause, "li") == Review()
    assert list(reviews.by_clause(project, documents.listing(project)[0])) == []


# ---------------------------------------------------------------- people and codebooks


def test_the_first_reviewer_owns_the_project_and_the_others_do_not(project: Project) -> None:
    assert people.welcome(project, "li").roles == ("owner", "annotator")
    assert people.welcome(project, "wang") == Person("wang", "wang")
    assert [person.id for person in people.people(project)] == ["li", "wang"]


def test_what_is_known_of_a_person_stays(project: Project) -> None:
    known = Person("wang", "王芳", ("小王",), ("reviewer", "arbitrator"))
    people.store(project, "li", known)
    people.join(project, "li", ["小王"], "wang")
    before = events.count(project)
    assert people.welcome(project, "wang") == known
    assert events.count(project) == before


def test_a_codebook_in_force_is_not_put_in_force_again(project: Project) -> None:
    text = shipped("default")
    before = events.count(project)
    assert not codebooks.use(project, "li", parse(text, "default"), text)
    assert events.count(project) == before


def test_codebooks_can_change_and_change_back(project: Project) -> None:
    first = shipped("default")
    second = first + "\n# 改\n"
    for text in (second, first, second):
        assert codebooks.use(project, "li", parse(text, "default"), text)
        assert codebooks.in_force(project) == (parse(text, "default").digest, text)
    assert project.db.execute("SELECT count(*) FROM codebook").fetchone() == (2,)


def test_a_codebook_kept_parsed_is_the_one_that_its_text_says(project: Project) -> None:
    text = shipped("instruments")
    for codebook in (parse(text, "instruments"), with_keys(parse(text, "instruments"))):
        assert codebooks.loaded(codebooks.dumped(codebook)) == codebook
    codebooks.use(project, "li", with_keys(parse(text, "instruments")), text)
    assert codebooks.parsed(project) == codebook_of(project) == with_keys(parse(text, "instruments"))


def test_what_another_version_of_the_program_parsed_is_parsed_again(project: Project) -> None:
    expected = codebook_of(project)
    project.db.execute("""UPDATE codebook SET parsed = '["0", ["", "", "", "", []]]'""")
    assert codebooks.parsed(project) is None
    assert codebook_of(project) == expected


def test_labels_remember_the_codebook_they_were_made_with(project: Project) -> None:
    text = shipped("default") + "\n# 改\n"
    for change in (False, True):
        if change:
            codebooks.use(project, "li", parse(text, "default"), text)
        Reviewing(project, codebook_of(project), "li").put("cl-1", {"category": ["data"] if change else []})
    found = events.history(project, "cl-1")
    kept = project.db.execute("SELECT digest FROM codebook ORDER BY rowid")
    assert [(one.codebook,) for one in found] == kept.fetchall()


@pytest.mark.parametrize("name", ["王芳", "o'Neil", '"; DROP TABLE event; --', "%", "li\u0000x", "𠀀"])
def test_any_name_is_only_a_name(project: Project, name: str) -> None:
    people.welcome(project, name)
    events.record(project, name, [Change("flag", "cl-1", value=True)], origin="key")
    assert reviews.review(project, "cl-1", name).flagged
    assert name in [person.id for person in people.people(project)]
