"""Soft labels as counts: exact, the same on every machine, and their smoothing is the consumer's."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.answer import JUDGEMENTS, Answer
from annotator.model.codebook import CODED, Field
from annotator.tools.release.material import Material
from annotator.tools.release.remembered import Remembered


class Count(NamedTuple):
    """`votes` counts, code by code in the order of the codebook, the submitted reviews that chose it, out of
    the `n_reviews` that answered the field; `none` of them found that nothing applies.
    """

    n_reviews: int
    none: int
    votes: list[int]


class Votes:
    """Counts the votes on one coded field."""

    def __init__(self, field: Field) -> None:
        self._field = field.id
        self._at = {code.id: number for number, code in enumerate(field.codes)}
        self._counts = Remembered(self._counted)

    def count(self, material: Material) -> Count:
        """The votes on a clause. Not to be changed."""
        return self._counts.of(material.submitted)

    def _counted(self, submitted: Mapping[str, Mapping[str, Answer]]) -> Count:
        votes = [0] * len(self._at)
        answered = none = 0
        for said in submitted.values():
            answer = said[self._field]
            if answer.state in JUDGEMENTS:
                answered += 1
                none += not answer.value
                for code in answer.value:
                    votes[self._at[code]] += 1
        return Count(answered, none, votes)


class Poll:
    """The votes on every coded field of a codebook."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._votes = {field.id: Votes(field) for field in fields if field.kind in CODED}

    def counted(self, material: Material) -> dict[str, Any]:
        """{"votes": {field: its count}}; empty for a codebook without codes."""
        found = {}
        for name, votes in self._votes.items():
            n_reviews, none, counts = votes.count(material)
            found[name] = {"n_reviews": n_reviews, "none": none, "votes": counts}
        return {"votes": found} if found else {}
