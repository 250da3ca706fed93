"""What a reviewer can learn from what was decided: where it differs from what they said, and how often."""

from collections import Counter
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Literal, NamedTuple

from annotator.errors import Refused
from annotator.flows.adjudicating.entrance import require_feedback
from annotator.model.answer import Answer, answers, marked
from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.decision import Decision
from annotator.model.review import Review
from annotator.model.standing import Account, Standing
from annotator.model.value import Value
from annotator.store import additions, addressee, decided, documents, gold, people, reviews
from annotator.store.project import Project
from annotator.tools.release.fitting import Fitting

_BATCH = 500


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


class Confused(NamedTuple):
    """What was said of a field, by ids of codes, and what was decided: the whole `value`, or of two sets the
    `codes` that one alone has, or of the same set the `primary` code.
    """

    field: str
    how: Literal["value", "codes", "primary"]
    said: tuple[str, ...]
    decided: tuple[str, ...]


class Feedback(NamedTuple):
    """`confusions` counts what was taken for what, the most frequent first; of fields without codes there are
    none.
    """

    differences: tuple[Difference, ...]
    shares: Mapping[str, Share]
    confusions: tuple[tuple[Confused, int], ...]


def feedback(project: Project, codebook: Codebook, asker: str, reviewer: str) -> Feedback:
    """How the answers of a reviewer compare with what was decided, clause by clause. What was not asked of
    the reviewer, because of another answer, is not compared. Who has a bundle of their own is told what it
    was made with, whatever round is open. Raises Refused where `asker` may not know.
    """
    asker, reviewer = people.known_as(project, asker), people.known_as(project, reviewer)
    log = True
    try:
        require_feedback(project, asker, reviewer)
    except Refused:
        if not asker == reviewer == addressee.of(project):
            raise
        log = False
    found = list[Difference]()
    right, compared, confused = Counter[str](), Counter[str](), Counter[Confused]()
    for field, gave, one, as_decided in _compared(project, codebook, reviewer, log=log):
        compared[field.id] += 1
        if as_decided:
            right[field.id] += 1
            continue
        found.append(one)
        if field.kind in CODED:
            confused[_confused(field.id, one.said.value, gave.value)] += 1
    shares = {field: Share(right[field], count) for field, count in compared.items()}
    frequent = sorted(confused.items(), key=lambda one: (-one[1], one[0]))
    return Feedback(tuple(found), shares, tuple(frequent))


def _compared(
    project: Project, codebook: Codebook, reviewer: str, *, log: bool
) -> Iterator[tuple[Field, Answer, Difference, bool]]:
    """Every answer of the reviewer to a field that was decided, beside what was decided and whether it is
    that; of clauses that the reviewer finished and nobody discarded. Without the `log`, of what a bundle
    tells alone.
    """
    fields = codebook.clause_fields
    fitting = Fitting(fields, additions.additions(project))
    for document in documents.listing(project):
        numbers = dict(decided.clauses(project, document))
        numbers |= dict(gold.decided_clauses(project, document)) if log else {}
        places = sorted(numbers.items(), key=itemgetter(1))
        for start in range(0, len(places), _BATCH):
            part = dict(places[start : start + _BATCH])
            said = reviews.reviews(project, list(part), reviewer)
            decisions = decided.decided(project, list(part))
            decisions |= gold.decided(project, list(part)) if log else {}
            for clause_id, number in part.items():
                review, how = said.get(clause_id, Review()), decisions.get(clause_id, {})
                if review.state != "submitted" or not how:
                    continue
                values = {name: one.value for name, one in how.items()}
                read = fitting.standing(Standing({reviewer: Account(review)}, values))
                given = read.accounts[reviewer].review.values
                mine, gave = answers(fields, given), answers(fields, read.gold)
                place = clause_id, document.doc_id, number
                marks = marked(fields, given, read.gold)
                for field in fields:
                    if (name := field.id) in marks:
                        yield field, gave[name], Difference(*place, name, mine[name], how[name]), marks[name]


def _confused(field: str, said: Value, decided: Value) -> Confused:
    one, other = tuple(map(str, said or ())), tuple(map(str, decided or ()))
    if len(one) < 2 and len(other) < 2:
        return Confused(field, "value", one, other)
    if set(one) == set(other):
        return Confused(field, "primary", one[:1], other[:1])
    alone = [tuple(sorted({*these} - {*those})) for these, those in ((one, other), (other, one))]
    return Confused(field, "codes", *alone)
