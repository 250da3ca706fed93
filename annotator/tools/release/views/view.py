"""What a view is: lines of one shape, made clause by clause, and a reason for every clause that has none."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from annotator.model.codebook import Field
from annotator.tools.release.material import Material
from annotator.tools.release.shape import Struct
from annotator.tools.release.verdict import Status

Line = Mapping[str, Any]
"""A line's members in the order of the view's shape. What is the same on many lines may be an
`orjson.Fragment`.
"""

NOBODY: tuple[Status, ...] = ("discarded", "unreviewed", "draft", "skipped")
"""Statuses that say why a field is unset."""


class View(ABC):
    """`name` is that of its configuration and folder; `field` the one that it is about, if it is about one.
    `dropped` counts by reason what is not on a line of a clause that has one. `whole` says that its lines
    stay in one file, because those who load it name files one by one; `asks`, that the prompt is in it,
    `units`, that organisations are. `teaches`: models learn from its lines or are measured by them, so that
    clauses of the split `none` have no place in it. `timed`: it tells how long people took and what they saw;
    `decides`: it tells how it was decided. What no view tells is not read; suggestions are read for `units`.
    """

    whole = False
    asks = False
    units = False
    timed = False
    decides = False
    teaches = True

    def __init__(self, name: str, shape: Struct, field: Field | None = None) -> None:
        self.name, self.shape, self.field = name, shape, field
        self.dropped: Counter[str] = Counter()

    @abstractmethod
    def lines(self, material: Material) -> Sequence[Line] | str:
        """The lines of a clause, at least one, or the reason why it has none."""


class Chosen:
    """Which clauses teach something about a field: those on which it is settled, of the statuses asked for,
    or of any where none is asked for.
    """

    def __init__(self, statuses: Sequence[Status] = ()) -> None:
        self._statuses = frozenset(statuses)

    def exclusion(self, field: Field, material: Material, settled: Sequence[str] = ("set", "none")) -> str:
        """Why a clause is not among them; empty where it is. Looked at and empty is settled: a negative."""
        status, state = material.verdict.status, material.verdict.answers[field.id].state
        if state in settled:
            return "" if not self._statuses or status in self._statuses else status
        return status if state == "unset" and status in NOBODY else state

    def unsettled(self, material: Material, statuses: Sequence[Status]) -> str:
        """The same for what tells all fields at once: of the clause's status alone."""
        status = material.verdict.status
        return "" if status in statuses and (not self._statuses or status in self._statuses) else status


def named(family: str, fields: Sequence[Field]) -> list[tuple[str, Field]]:
    """Names for the views of one family, a field each: the first has the family's own."""
    return [(f"{family}_{field.id}" if number else family, field) for number, field in enumerate(fields)]
