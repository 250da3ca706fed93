"""A project's audit: of what everyone said, retests included; the same of the project and of its ratings."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.cli.audited import record
from annotator.flows.adjudicating import Cases, Wanted, listed
from annotator.flows.auditing import answers, lines
from annotator.flows.opening import create
from annotator.model.event import Change
from annotator.store import codebooks, documents, drawable, events
from annotator.store.codebooks import codebook_of
from annotator.store.judgements import judgements
from annotator.store.project import Project
from annotator.store.undo import undo
from annotator.tools.agreement import Resampling, audit, ratings_in
from annotator.tools.codebook import parse, shipped, with_keys
from tests.making import add_document

CLAUSES = 6
UNITS = [
    {"org_id": org, "name": name, "role": role, "stated": False}
    for org, name in (("org-sh-sjj", "上海市数据局"), ("", "某区专班"))
    for role in ("lead", "participant")
]
ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "category": st.lists(st.sampled_from(["cross.other", "infra.compute"]), max_size=2, unique=True),
    "clause_type": st.lists(st.sampled_from(["task", "goal", "status"]), max_size=1),
    "priority": st.lists(st.sampled_from(["routine", "expedited"]), max_size=1),
    "responsible_unit": st.lists(st.sampled_from(UNITS), max_size=2),
}
SAID = st.tuples(
    st.integers(0, CLAUSES - 1),
    st.sampled_from(["li", "王芳", "zhao"]),
    st.integers(1, 3),
    st.fixed_dictionaries({}, optional=ANSWERS),
    st.sampled_from(["", "submitted", "skipped"]),
)


@pytest.fixture
def of_two(project: Project) -> tuple[Project, list[str]]:
    return project, add_document(project, [f"第{n}条。" for n in range(CLAUSES)])


def put(
    project: Project,
    clause: str,
    reviewer: str,
    values: dict[str, Any],
    *,
    pass_no: int = 1,
    submit: str = "",
) -> None:
    changes = [Change("label", clause, field, value, pass_no=pass_no) for field, value in values.items()]
    if submit:
        changes.append(Change("submit", clause, value=submit, pass_no=pass_no))
    if changes:
        events.record(project, reviewer, changes, origin="key")


@settings(max_examples=25)
@given(said=st.lists(SAID, min_size=1, max_size=30), submitted_only=st.booleans())
def test_the_audit_of_a_project_is_that_of_its_exported_ratings(
    said: list[tuple[int, str, int, dict[str, Any], str]], submitted_only: bool
) -> None:
    with TemporaryDirectory() as folder, create(Path(folder) / "a.db", "li") as project:
        first = add_document(project, [f"第{n}条。" for n in range(3)], name="甲.txt")
        second = add_document(project, [f"又第{n}条。" for n in range(CLAUSES - 3)], name="乙.txt")
        clauses = [*first, *second]
        put(project, clauses[0], "sun", {"category": []}, submit="submitted")
        for clause, reviewer, pass_no, values, submit in said:
            put(project, clauses[clause], reviewer, values, pass_no=pass_no, submit=submit)
        found = answers(project, codebook_of(project), submitted_only=submitted_only)
    data = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines(found)).encode()
    for one in found:
        if one.ratings:
            resampling = Resampling(20, 1)
            again = audit(ratings_in(data, one.name, "f"), one.question.scale, one.levels, resampling)
            assert record(again) == record(one.audit(resampling))


def test_a_retest_is_compared_with_the_first_pass_and_not_with_the_others(
    of_two: tuple[Project, list[str]], codebook: Any
) -> None:
    project, clauses = of_two
    for clause in clauses[:2]:
        put(project, clause, "li", {"clause_type": ["task"]})
        put(project, clause, "王芳", {"clause_type": ["task"]})
    put(project, clauses[0], "li", {"clause_type": ["goal"]}, pass_no=2)
    put(project, clauses[1], "li", {"clause_type": ["task"]}, pass_no=2)
    (report,) = (one.audit() for one in answers(project, codebook) if one.name == "clause_type")
    assert report.values["percent_agreement_items"] == 1.0
    (retest,) = report.intra
    assert (retest.reviewer, retest.passes, retest.n, retest.percent.value) == ("li", (1, 2), 2, 0.5)


def test_ratings_know_their_section_their_time_and_their_codebook(
    of_two: tuple[Project, list[str]], codebook: Any
) -> None:
    project, clauses = of_two
    put(project, clauses[0], "li", {"clause_type": ["task"]})
    (one,) = (rating for one in answers(project, codebook) for rating in one.ratings)
    assert (one.item, one.section, one.codebook) == (clauses[0], "", codebook.digest)
    assert one.at > 0


def test_an_answer_that_an_undo_puts_back_is_of_the_codebook_and_the_time_it_was_given(
    of_two: tuple[Project, list[str]], codebook: Any
) -> None:
    project, clauses = of_two
    put(project, clauses[0], "li", {"clause_type": ["task"]})
    (before,) = judgements(project)
    text = shipped("default") + "# 新\n"
    codebooks.use(project, "li", with_keys(parse(text, "default")), text)
    put(project, clauses[0], "li", {"clause_type": ["goal"]})
    assert next(judgements(project)).codebook != before.codebook
    undo(project, "li")
    assert [*judgements(project)] == [before]


def test_clauses_that_two_documents_share_are_judged_and_drawn_once(
    of_two: tuple[Project, list[str]], codebook: Any
) -> None:
    project, clauses = of_two
    put(project, clauses[0], "li", {"clause_type": ["task"]}, submit="submitted")
    put(project, clauses[0], "王芳", {"clause_type": ["goal"]}, submit="submitted")
    before = [*judgements(project)], drawable.clauses(project)
    assert add_document(project, [f"第{n}条。" for n in range(CLAUSES)], name="另名.txt") == clauses
    assert len(documents.listing(project)) == 2
    assert ([*judgements(project)], drawable.clauses(project)) == before
    other = documents.listing(project)[1].doc_id
    assert drawable.clauses(project, [other]) == [(clause_id, other) for clause_id in clauses]
    places = [found for part in listed(Cases(project, codebook), Wanted()) for found in part]
    assert [one.case.clause_id for one in places] == [clauses[0]]
