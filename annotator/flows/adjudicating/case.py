"""A clause as an arbitrator sees it: what each reviewer said of each field, what differs, what is decided.

What counts as the same answer, and where reviewers are at odds, is asked of the same functions as an export
asks, so that what is open here is `conflict` there.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from annotator.model.answer import Answer, Difference, answers, camps, difference
from annotator.model.codebook import Codebook, Field
from annotator.model.decision import WHOLE, Decision, digest_of
from annotator.model.review import Return, Review
from annotator.model.standing import Standing
from annotator.model.value import Value
from annotator.store import additions, codebooks, gold, standings
from annotator.store.project import Project
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.verdict import Verdict, verdict

Stale = Literal["labels", "codebook", "value"]
"""Why a decision is out of date: someone has another answer than it was made on; it was made under a codebook
of another meaning; the codebook in force cannot read its value.
"""
State = Literal["open", "agreed", "decided", "discarded"]
STATES: tuple[State, ...] = ("open", "agreed", "decided", "discarded")


class Point(NamedTuple):
    """One field of a clause. `said` are the answers of those who finished it, `answer` is what stands now,
    `heard` counts those that say something, if only that nothing applies.
    """

    field: Field
    said: Mapping[str, Answer]
    answer: Answer
    heard: int
    differs: Difference
    decision: Decision | None
    stale: tuple[Stale, ...]

    @property
    def open(self) -> bool:
        """Whether reviewers are at odds and nobody has decided."""
        return self.answer.state == "conflict"

    @property
    def agreed(self) -> bool:
        """Whether two or more reviewers gave the same answer, which nobody has made gold yet."""
        return self.decision is None and self.heard > 1 and self.answer.state in ("set", "none")

    @property
    def camps(self) -> dict[str, int]:
        """Who is of one mind: the number of each reviewer's answer, in the order of first use."""
        return camps(self.field, self.said)


class Case(NamedTuple):
    """A clause. `reviews` is what everyone said, drafts included, as far as the codebook can read it; `raw`
    is the same as it is stored.
    """

    clause_id: str
    reviews: Mapping[str, Review]
    raw: Mapping[str, Review]
    points: Mapping[str, Point]
    decisions: Mapping[str, Decision]
    returns: Mapping[str, Return]
    stale: tuple[Stale, ...] = ()

    @property
    def finished(self) -> list[str]:
        """Who has finished the clause, by id."""
        return [name for name, review in self.reviews.items() if review.state == "submitted"]

    @property
    def open(self) -> list[Point]:
        """What is to be decided."""
        return [] if self.discard else [point for point in self.points.values() if point.open]

    @property
    def discard(self) -> Decision | None:
        """The decision that leaves the clause out."""
        return self.decisions.get(WHOLE)

    @property
    def state(self) -> State:
        """Where the clause stands."""
        if self.discard:
            return "discarded"
        if self.open:
            return "open"
        return "decided" if self.decisions else "agreed"

    @property
    def basis(self) -> object:
        """All on which a decision rests: acts on a case that was shown are refused where this has changed."""
        said = {name: (review.state, dict(review.values)) for name, review in self.raw.items()}
        return said, {name: (one.said, one.value) for name, one in self.decisions.items()}

    def seen(self, field: str) -> dict[str, str]:
        """What a decision on a field keeps of the answers of those who finished the clause."""
        return {name: _digest(self.raw[name], field) for name in self.finished}


class Cases:
    """Reads cases under a codebook."""

    def __init__(self, project: Project, codebook: Codebook) -> None:
        self.project = project
        self.codebook = codebook
        self._fields = codebook.clause_fields
        self._meanings = codebooks.meanings(project)
        self.renew()

    def renew(self) -> None:
        """Learn again what became of organisations."""
        self._fitting = Fitting(self._fields, additions.additions(self.project))

    def of(self, clause_ids: Sequence[str]) -> dict[str, Case]:
        """The cases of some clauses; one of which nobody said anything is not in the answer."""
        with self.project.snapshot():
            told = standings.of(self.project, clause_ids, timed=False)
            decided = gold.decisions(self.project, clause_ids)
            returned = gold.returns(self.project, clause_ids)
        return {
            one: self._case(one, standing, decided.get(one, {}), returned.get(one, {}))
            for one, standing in told.items()
        }

    def one(self, clause_id: str) -> Case:
        """The case of a clause, empty where nobody said anything of it."""
        return self.of([clause_id]).get(clause_id) or self._case(clause_id, Standing(), {}, {})

    def _case(
        self,
        clause_id: str,
        told: Standing,
        decided: Mapping[str, Decision],
        returned: Mapping[str, Return],
    ) -> Case:
        fitting = self._fitting.standing(told)
        raw = {name: account.review for name, account in told.accounts.items()}
        reviews = {name: account.review for name, account in fitting.accounts.items()}
        case = Case(clause_id, reviews, raw, {}, decided, returned)
        said = {name: answers(self._fields, reviews[name].values) for name in case.finished}
        stands = verdict(self._fields, Standing(fitting.accounts, fitting.gold))
        points = {field.id: self._point(field, case, said, stands, fitting.gold) for field in self._fields}
        discard = decided.get(WHOLE)
        return case._replace(points=points, stale=self._stale(case, discard) if discard else ())

    def _point(
        self,
        field: Field,
        case: Case,
        said: Mapping[str, Mapping[str, Answer]],
        stands: Verdict,
        decided: Mapping[str, Value],
    ) -> Point:
        own = {name: found[field.id] for name, found in said.items()}
        heard = [one for one in own.values() if one.state in ("set", "none")]
        decision = case.decisions.get(field.id)
        stale = self._stale(case, decision) if decision else ()
        if decision and decision.value is not None and field.id not in decided:
            stale = (*stale, "value")
        answer = stands.answers[field.id]
        return Point(field, own, answer, len(heard), difference(field, [*own.values()]), decision, stale)

    def _stale(self, case: Case, decision: Decision) -> tuple[Stale, ...]:
        found: list[Stale] = []
        now = case.seen(decision.field)
        # Who has finished since with an answer of their own changes nothing of what was decided on.
        if any(now.get(name) != digest for name, digest in decision.seen.items()):
            found.append("labels")
        if self._meanings.get(decision.codebook) != self.codebook.meaning:
            found.append("codebook")
        return tuple(found)


def _digest(review: Review, field: str) -> str:
    if field == WHOLE:
        return digest_of({name: value for name, value in review.values.items() if value is not None})
    return digest_of(review.values.get(field))
