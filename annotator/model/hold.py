"""The share of clauses for which a reviewer is shown no suggestion, so that anchoring can be measured."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from annotator.model.ids import sha256


class Hold(NamedTuple):
    """`share` is between 0 (nothing is held back) and 1; `seed` draws the clauses. The same seed with a
    greater share holds back the same clauses and more.
    """

    share: float = 0.0
    seed: int = 0

    @classmethod
    def said(cls, value: Mapping[str, Any]) -> Self:
        """The hold that an event's value says; what a later version may add to it is left aside."""
        return cls(value["share"], value["seed"])

    def holds(self, clause_id: str, reviewer: str) -> bool:
        """Whether suggestions for the clause are held back from the reviewer: the same on every machine,
        another draw for every reviewer.
        """
        if not self.share:
            return False
        drawn = int(sha256(f"{self.seed}:{clause_id}:{reviewer}")[:13], 16)
        return bool(drawn < self.share * 16**13)
