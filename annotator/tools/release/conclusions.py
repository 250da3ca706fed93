"""What clauses come to, worked out once for all of which the same people said the same."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.model.answer import Answer, answers
from annotator.model.codebook import Field
from annotator.model.review import Review
from annotator.model.standing import Standing
from annotator.tools.release.remembered import MOST, Remembered
from annotator.tools.release.verdict import Verdict, verdict


class Conclusion(NamedTuple):
    """The verdict, what each reviewer says of every field, and the same of those who finished."""

    verdict: Verdict
    answered: Mapping[str, Mapping[str, Answer]]
    submitted: Mapping[str, Mapping[str, Answer]]


class Conclusions:
    """Draws them under the fields of a codebook. Reviews are known by identity; what was decided is judged
    clause by clause.
    """

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = fields
        self._answers = Remembered[Review, dict[str, Answer]](lambda one: answers(fields, one.values))
        # The reviews are kept beside, so that no other can have the identity of one that is known.
        self._known: dict[tuple[object, ...], tuple[list[Review], Conclusion]] = {}

    def of(self, standing: Standing) -> Conclusion:
        """What a clause comes to of which that stands."""
        if standing.gold or standing.discarded:
            return self._drawn(standing)
        reviews = [account.review for account in standing.accounts.values()]
        key = (*standing.accounts, *map(id, reviews))
        if found := self._known.get(key):
            return found[1]
        if len(self._known) == MOST:
            self._known.clear()
        drawn = self._drawn(standing)
        self._known[key] = reviews, drawn
        return drawn

    def _drawn(self, standing: Standing) -> Conclusion:
        accounts = standing.accounts
        said = {name: self._answers.of(account.review) for name, account in accounts.items()}
        done = {name: one for name, one in said.items() if accounts[name].review.state == "submitted"}
        return Conclusion(verdict(self._fields, standing, said), said, done)
