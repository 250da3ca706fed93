"""What a reviewer can learn from what was decided: where it differs from what they said, and how often."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.flows.adjudicating.entrance import require_feedback
from annotator.model.answer import Answer, answers, same
from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.decision import WHOLE, Decision
from annotator.model.review import Review
from annotator.model.standing import Account, Standing
from annotator.store import additions, documents, gold, reviews
from annotator.store.project import Project
from annotator.tools.release.fitting import Fitting

Answers = Mapping[str, Answer]

_BATCH = 500
_ANSWERED = ("set", "none")
NONE = ""
"""What stands for `none` among the codes that were taken for others."""


class Difference(NamedTuple):
    """A field of a clause that was decided otherwise than the reviewer said."""

    clause_id: str
    doc_id: str
    ord: int
    field: str
    said: Answer
    decision: Decision


class Share(NamedTuple):
    """Of so many answers to a field that were decided, so many were right."""

    right: int
    decided: int


class Feedback(NamedTuple):
    """`confusions` counts (field, what was said, what was decided), the most frequent first; of fields
    without codes there are none.
    """

    differences: tuple[Difference, ...]
    shares: Mapping[str, Share]
    confusions: tuple[tuple[tuple[str, str, str], int], ...]


def feedback(project: Project, codebook: Codebook, asker: str, reviewer: str) -> Feedback:
    """How the answers of a reviewer compare with what was decided, clause by clause. What was not asked of
    the reviewer, because of another answer, is not compared. Raises Refused where `asker` may not know.
    """
    require_feedback(project, asker, reviewer)
    fields, found = codebook.clause_fields, list[Difference]()
    fitting = Fitting(fields, additions.additions(project))
    right, decided, confused = Counter[str](), Counter[str](), Counter[tuple[str, str, str]]()
    for document in documents.listing(project):
        places = gold.decided_clauses(project, document)
        for start in range(0, len(places), _BATCH):
            for place, said, gave, decisions in _compared(
                project, fields, fitting, reviewer, places[start : start + _BATCH]
            ):
                for field in fields:
                    mine, right_one = said[field.id], gave[field.id]
                    if field.id not in decisions or not {mine.state, right_one.state} <= set(_ANSWERED):
                        continue
                    decided[field.id] += 1
                    if same(field, mine, right_one):
                        right[field.id] += 1
                        continue
                    clause_id, number = place
                    told = decisions[field.id]
                    found.append(Difference(clause_id, document.doc_id, number, field.id, mine, told))
                    if field.kind in CODED:
                        confused[field.id, _first(mine.value), _first(right_one.value)] += 1
    shares = {field: Share(right[field], count) for field, count in decided.items()}
    frequent = sorted(confused.items(), key=lambda one: (-one[1], one[0]))
    return Feedback(tuple(found), shares, tuple(frequent))


def _compared(
    project: Project,
    fields: Sequence[Field],
    fitting: Fitting,
    reviewer: str,
    places: Sequence[tuple[str, int]],
) -> Iterator[tuple[tuple[str, int], Answers, Answers, Mapping[str, Decision]]]:
    """Of the clauses that the reviewer finished and nobody discarded: place, what was said, what was
    decided, how.
    """
    ids = [clause_id for clause_id, _ in places]
    said, decided = reviews.reviews(project, ids, reviewer), gold.decisions(project, ids)
    for place in places:
        review, how = said.get(place[0], Review()), decided.get(place[0], {})
        if review.state != "submitted" or WHOLE in how:
            continue
        values = {name: one.value for name, one in how.items()}
        read = fitting.standing(Standing({reviewer: Account(review)}, values))
        yield place, answers(fields, read.accounts[reviewer].review.values), answers(fields, read.gold), how


def _first(value: Any) -> str:
    return str(value[0]) if value else NONE
