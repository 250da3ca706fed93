"""The list of clauses to be decided, which grows while it is found; what is decided stays in its place."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.errors import Refused
from annotator.flows.adjudicating import Cases, Found, Wanted, listed
from annotator.model.codebook import Codebook
from annotator.store.project import Project
from annotator.tui.reader import Stopped


class Entry(NamedTuple):
    """A clause of the list."""

    clause_id: str
    open: bool


class Docket:
    """`position` is the number of the clause on the bench, `whole` whether all is found."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.entries: list[Entry] = []
        self.position = 0
        self.whole = False

    def grow(self, more: Iterable[Entry]) -> None:
        """More clauses behind those that are known."""
        self.entries += more

    @property
    def here(self) -> Entry | None:
        """The clause on the bench, where it is of the list still."""
        return self.entries[self.position] if self.position < len(self.entries) else None

    def settle(self, clause_id: str, *, open_: bool) -> None:
        """Note where the clause on the bench stands; one that undo led to may be none of these."""
        if self.here is None or self.here.clause_id != clause_id:
            found = (n for n, one in enumerate(self.entries) if one.clause_id == clause_id)
            self.position = next(found, self.position)
        if self.here and self.here.clause_id == clause_id:
            self.entries[self.position] = Entry(clause_id, open_)

    def beside(self, by: int) -> int:
        """The place so many places on. Raises Refused past either end."""
        to = self.position + by
        if not 0 <= to < len(self.entries):
            raise Refused("moving.queue_end" if by > 0 else "moving.queue_start")
        return to

    def next_open(self, by: int) -> int:
        """The nearest place with something to decide that way. Raises Refused where there is none."""
        places = range(self.position + by, len(self.entries) if by > 0 else -1, by)
        to = next((at for at in places if self.entries[at].open), None)
        if to is None:
            raise Refused("adjudication.none_further" if self.whole else "adjudication.still_looking")
        return to

    @property
    def settled(self) -> int:
        """How many of them have nothing left to decide."""
        return sum(not one.open for one in self.entries)


def find(
    codebook: Codebook, wanted: Wanted, project: Project, stopped: Stopped
) -> Iterator[list[Entry] | None]:
    """The clauses of a list, part by part; None when these were all."""
    for part in listed(Cases(project, codebook), wanted):
        if stopped():
            return
        yield [_entry(found) for found in part]
    yield None


def _entry(found: Found) -> Entry:
    return Entry(found.case.clause_id, bool(found.case.open))
