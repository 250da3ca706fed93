"""What would become of one document."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from annotator.model.cutting import Segment
from annotator.model.document import Document
from annotator.model.recutting import Comparison
from annotator.model.review import Suggestion
from annotator.store.held import Holding

Left = Literal["hand", "round", "empty", "meanwhile"]
"""Why a document stays as it is: cuts or repairs made by hand have no place in the new cutting; clauses of
an open round would go; the new cutting has no clause; somebody cut it, or took it out of use, meanwhile.
"""


class Plan(NamedTuple):
    """`segments` would be in force, cut by `cutter`; `base` is what the cutter alone makes of the source.
    `by_hand` counts the stretches that people cut and that stay so, `repairs` what they said of repairs.
    `holding` is what is said of each clause that would go; `rounds` names the open rounds in which such
    clauses are assigned. `suggested` is what would be suggested for all clauses, `otherwise` the clauses that
    stay for which that is another thing.
    `cut` says whether there is a cutting to put in force.
    """

    document: Document
    cutter: str
    segments: Sequence[Segment]
    base: Sequence[Segment]
    by_hand: int
    repairs: int
    comparison: Comparison
    ids: Mapping[tuple[int, int], str]
    holding: Mapping[str, Sequence[Holding]]
    rounds: Sequence[str]
    suggested: Sequence[Suggestion]
    otherwise: Sequence[str]
    cut: bool
    left: Left | None = None

    @property
    def changes(self) -> bool:
        """Whether anything would be another than it is."""
        return self.cut or bool(self.otherwise)

    @property
    def held(self) -> dict[Holding, int]:
        """On how many of the clauses that would go there is what."""
        found: dict[Holding, int] = {}
        for kinds in self.holding.values():
            for kind in kinds:
                found[kind] = found.get(kind, 0) + 1
        return found
