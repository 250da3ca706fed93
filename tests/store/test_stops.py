"""The next clause of a kind, found near, in a list or by reading on, is always the same one."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.cutting import Segment
from annotator.model.edit import Edit, EditState
from annotator.model.event import Change
from annotator.model.review import Review, Suggestion
from annotator.store import documents, events, reviews, stops, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui import kinds
from tests.making import store_segments, taken_back

SIZES = (2, 1, 3)
DOUBTFUL = {(0, 1), (2, 0)}
PROPOSED = {(1, 0), (2, 0), (2, 2)}
SUGGESTED = ["data"]

SAID = st.sampled_from(
    [
        ("label", "category", ["data"]), ("label", "category", ["overall"]), ("label", "category", []),
        ("label", "category", None), ("submit", "", "submitted"), ("submit", "", "skipped"), ("submit", "", None),
        ("flag", "", True), ("flag", "", None), ("note", "", "注"), ("note", "category", "因为"),
        ("question", "", "？"), ("question", "", None),
    ]
)  # fmt: skip


def build(project: Project) -> list[str]:
    """The clauses in the order of the project; for each of them data is suggested."""
    for number, size in enumerate(SIZES):
        text, segments = "", []
        for n in range(size):
            line = f"第{number}号文件第{n}条。"
            at, end = len(text), len(text) + len(line)
            doubt = 0.4 if (number, n) in DOUBTFUL else 0.1
            state: EditState = "proposed" if (number, n) in PROPOSED else "refused"
            edits = (Edit(at, at + 1, "test", "第", "弟", 0.5, state),)
            segments.append(
                Segment("clause", 1, "", (), at, end + 1, line, at, end, doubt=doubt, edits=edits)
            )
            text += line + "\n"
        store_segments(project, text, segments, name=f"{9 - number}.txt")
    found = [
        clause.clause_id
        for document in documents.listing(project)
        for clause in documents.clauses(project, document)
    ]
    suggestions.add(project, [Suggestion(one, "category", "m", "1", tuple(SUGGESTED), 0.9) for one in found])
    return found


def of_kind(kind: kinds.Kind, review: Review, doubtful: bool, proposed: bool) -> bool:
    label = review.values.get("category")
    return {
        "unfinished": review.state in ("untouched", "draft"),
        "marked": review.flagged or bool(review.question),
        "flagged": review.flagged,
        "question": bool(review.question),
        "note": bool(review.note or review.reasons),
        "doubt": doubtful,
        "proposed": proposed,
        "differs": label is not None and label != SUGGESTED,
        "skipped": review.state == "skipped",
        "draft": review.state == "draft",
    }[kind]


@pytest.mark.parametrize(("near", "few"), [(100, 100), (0, 100), (0, 0), (1, 1)])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(acts=st.lists(st.tuples(st.integers(0, sum(SIZES) - 1), SAID), max_size=12))
def test_the_next_of_every_kind_from_every_place(
    project: Project, near: int, few: int, acts: list[tuple[int, tuple[str, str, Any]]]
) -> None:
    codebook = codebook_of(project)
    with pytest.MonkeyPatch.context() as patch, taken_back(project):
        patch.setattr(stops, "NEAR", near)
        patch.setattr(stops, "FEW", few)
        clauses = build(project)
        for number, (kind, field, value) in acts:
            events.record(project, "li", [Change(kind, clauses[number], field, value)], origin="key")
        events.record(project, "wang", [Change("flag", clauses[0], value=True)], origin="key")
        places = [(one.doc_id, n) for one in documents.listing(project) for n in range(one.clauses)]
        numbered = list(enumerate((doc, at) for doc, size in enumerate(SIZES) for at in range(size)))
        doubtful, proposed = ({n for n, at in numbered if at in one} for one in (DOUBTFUL, PROPOSED))
        said = reviews.reviews(project, clauses, "li")
        for one in (*kinds.OFFERED, "marked"):
            wanted = [n for n, clause in enumerate(clauses)
                      if of_kind(one, said.get(clause, Review()), n in doubtful, n in proposed)]  # fmt: skip
            assert kinds.count(project, one, codebook, "li") == len(wanted), one
            for here, (doc_id, ord_no) in enumerate(places):
                after = [n for n in wanted if n > here] or wanted
                found = kinds.stops(project, one, codebook, "li").after(doc_id, ord_no)
                assert found == (clauses[after[0]] if after else None), (one, here)
