"""The list of clauses to be decided, which grows while it is found; what is decided stays in its place."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.errors import Refused
from annotator.flows.adjudicating import Case, Cases, Wanted, listed
from annotator.model.codebook import Codebook
from annotator.model.review import Person
from annotator.store import executors
from annotator.store.project import Project
from annotator.tui.reader import Stopped


class Entry(NamedTuple):
    """A clause of the list."""

    clause_id: str
    open: bool


class Part(NamedTuple):
    """Some clauses that were found; of others, `own`, not to be decided by whoever asked, and who may."""

    entries: list[Entry]
    own: int = 0
    others: tuple[Person, ...] = ()


class Chosen(NamedTuple):
    """Clauses that were chosen elsewhere, and what they have in common: the clause to begin with, the field
    on which they differ, and the two codes of it that were taken for each other, where it was two.
    """

    title: str
    clause_ids: Sequence[str]
    first: str = ""
    field: str = ""
    codes: tuple[str, ...] = ()


class Docket:
    """`position` is the number of the clause on the bench, `whole` whether all is found; `first` is the
    clause to begin with, if it is not the first one. Clauses that whoever decides labelled are left out:
    `own` counts them, `others` may decide them.
    """

    def __init__(self, wanted: Wanted, first: str = "") -> None:
        self.wanted, self.first = wanted, first
        self.entries: list[Entry] = []
        self.position = 0
        self.whole = False
        self.own = 0
        self.others: dict[str, Person] = {}

    def grow(self, more: Part) -> None:
        """More clauses behind those that are known."""
        self.entries += more.entries
        self.own += more.own
        self.others |= {one.id: one for one in more.others}

    @property
    def start(self) -> int | None:
        """The place to begin at; None where it is not found yet."""
        found = (number for number, one in enumerate(self.entries) if one.clause_id == self.first)
        return next(found, 0 if self.whole or not self.first else None)

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
    codebook: Codebook, wanted: Wanted, decider: str, project: Project, stopped: Stopped
) -> Iterator[Part | None]:
    """The clauses of a list that somebody may decide, part by part; None when these were all."""
    for part in listed(Cases(project, codebook), wanted):
        if stopped():
            return
        yield _part(project, decider, [found.case for found in part])
    yield None


def given(
    codebook: Codebook, clause_ids: Sequence[str], decider: str, project: Project, stopped: Stopped
) -> Iterator[Part | None]:
    """The same of clauses that are known, in their order; all of them where nobody decides."""
    cases = Cases(project, codebook)
    for start in range(0, len(clause_ids), _MOST):
        if stopped():
            return
        part = clause_ids[start : start + _MOST]
        found = cases.of(part)
        yield _part(project, decider, [found[one] for one in part if one in found])
    yield None


_MOST = 100
"""Clauses read at once: few enough for the first to be there soon."""


def _part(project: Project, decider: str, cases: Sequence[Case]) -> Part:
    own = executors.own(project, decider, [one.clause_id for one in cases]) if decider else executors.Own()
    entries = [Entry(one.clause_id, bool(one.open)) for one in cases if one.clause_id not in own.clauses]
    return Part(entries, len(own.clauses), own.others)
