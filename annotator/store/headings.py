"""Which headings lead to a clause, and whether a path of a query is among them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from annotator.store.project import Project
from annotator.tools.query.folding import folded
from annotator.tools.query.value import Query, Under

_KEPT = 4096
"""So many headings are remembered: the clauses under one stand together."""


class Heading(NamedTuple):
    """The numbers of its marker (several for 4.2.3, none for a sign) and its text, folded."""

    numbers: tuple[int, ...]
    text: str


class Headings:
    """Tells whether clauses stand where a query asks for them."""

    def __init__(self, project: Project, query: Query) -> None:
        self._db = project.db
        self._terms = [(t.condition.paths, t.negated) for t in query.terms if isinstance(t.condition, Under)]
        self.above = lru_cache(_KEPT)(self._above)

    def __bool__(self) -> bool:
        return bool(self._terms)

    def hold(self, cutting: int, parent: int | None, marker: str) -> bool:
        """Whether all terms about headings hold for a clause with that marker."""
        chain = (*self.above(cutting, parent), Heading(numbers(marker), ""))
        return all(any(leads(path, chain) for path in paths) != negated for paths, negated in self._terms)

    def _above(self, cutting: int, seq: int | None) -> tuple[Heading, ...]:
        """The headings from the outermost to number `seq`."""
        if seq is None:
            return ()
        query = "SELECT marker, text, parent FROM segment WHERE cutting_no = ? AND seq = ?"
        marker, text, parent = self._db.execute(query, (cutting, seq)).fetchone()
        return (*self.above(cutting, parent), Heading(numbers(marker), folded(text)))


def leads(path: Sequence[str], chain: Sequence[Heading]) -> bool:
    """Whether the steps of `path` are met one below the other, from the outermost number where the first
    step is a number, else from anywhere.
    """
    numbered = bool(path) and bool(numbers(path[0]))
    if numbered:
        chain = [heading for heading in chain if heading.numbers]
    last = 0 if numbered else len(chain) - len(path)
    return any(
        all(_meets(step, heading) for step, heading in zip(path, chain[at:], strict=False))
        for at in range(last + 1)
        if len(chain) - at >= len(path)
    )


def _meets(step: str, heading: Heading) -> bool:
    wanted = numbers(step)
    if not wanted:
        return step in heading.text
    return heading.numbers == wanted or heading.numbers[-1:] == wanted


@lru_cache(_KEPT)
def numbers(written: str) -> tuple[int, ...]:
    """The numbers of a marker, or of a number alone (三, 12); none for words."""
    from annotator.tools.text import markers  # noqa: PLC0415  (only for a query with a path)

    plain = folded(written).strip()
    for form in (plain, plain + "、"):
        found = markers.parse(form)
        if found and found.end == len(form):
            return found.numbers
    return ()
