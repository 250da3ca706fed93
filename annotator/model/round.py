"""A round of labelling: who works on which clauses, drawn once."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Self

from annotator.model.ids import canonical, sha256

RoundKind = Literal["work", "training"]


class Task(NamedTuple):
    """A clause to be labelled; `pass_no` is above 1 where the same reviewer labels it again."""

    clause_id: str
    pass_no: int = 1


class Round(NamedTuple):
    """`kind` is `work` or `training` (feedback from gold after each answer). `drawn` is how the clauses were
    drawn: seed, overlap, order and what else was asked for. While a round is open its reviewers see nobody
    else's work.
    """

    id: str
    name: str
    kind: RoundKind
    drawn: Mapping[str, Any] = MappingProxyType({})
    open: bool = True

    @classmethod
    def of(
        cls, name: str, kind: RoundKind, drawn: Mapping[str, Any], assigned: Mapping[str, Sequence[Task]]
    ) -> Self:
        """A round whose id is `round-` + 12 hex of the hash of all this: drawn again, it is the same."""
        told = [name, kind, dict(drawn), {reviewer: list(tasks) for reviewer, tasks in assigned.items()}]
        return cls(f"round-{sha256(canonical(told))[:12]}", name, kind, drawn)
