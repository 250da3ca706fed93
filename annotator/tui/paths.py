"""Places of a document by what one types of them: 二/三/12, 保障措施, （三）, 12."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from annotator.store import documents, places
from annotator.store.headings import Heading, leads, numbers
from annotator.store.project import Project
from annotator.tools.query import folded
from annotator.tui import going
from annotator.tui.desk import Desk
from annotator.tui.outline import Section, around, outline

_STEP = re.compile(r"[/›>]")


class Place(NamedTuple):
    """A section by its number in the outline, or, with `clause`, a clause by its number in the document, in
    whatever section (-1).
    """

    section: int
    clause: int | None = None


class Paths:
    """Finds places in the document of a desk; what it has read of the document it keeps."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def sections(self) -> list[Section]:
        """The outline."""
        return outline(self._desk)

    @cached_property
    def _headings(self) -> list[Heading]:
        return [Heading(numbers(one.marker), folded(one.text)) for one in self.sections]

    @cached_property
    def _numbered(self) -> list[tuple[int, tuple[int, ...]]]:
        """The clauses whose markers have a number."""
        document = self._desk.document
        found = documents.beginnings(self._desk.project, document, 0, document.clauses, 0)
        return [(ord_no, read) for ord_no, (_, marker, _) in enumerate(found) if (read := numbers(marker))]

    def places(self, typed: str) -> Iterator[Place]:
        """Where what is typed leads: to the clause of that number, and along the paths."""
        number = folded(typed).strip()
        if number.isdecimal() and len(number) < 10 and 0 < int(number) <= self._desk.document.clauses:
            yield Place(-1, int(number) - 1)
        yield from self.find(typed)

    def go(self, place: Place) -> None:
        """Go to a clause; in a section, to its first unfinished one."""
        if place.clause is not None:
            self._desk.go_to(place.clause)
        else:
            one = self.sections[place.section]
            going.go_to_work(self._desk, one.first, one.end)

    def find(self, typed: str) -> Iterator[Place]:
        """The sections and clauses to which a path leads; where there are none and it ends with a number,
        the clause that is so many-th in the section before it.
        """
        steps = [step for part in _STEP.split(folded(typed)) if (step := part.strip())]
        if not steps:
            return
        wanted, found = numbers(steps[-1]), False
        for number in self._ending(steps):
            found = True
            yield Place(number)
        for ord_no, read in self._numbered if wanted else ():
            if read[-1:] == wanted[-1:]:
                section = around(self.sections, ord_no)
                if _ends(steps, [*self._chain(section), Heading(read, "")]):
                    found = True
                    yield Place(section, ord_no)
        if wanted and not found:
            yield from self._counted(steps[:-1], wanted[-1])

    def _ending(self, steps: Sequence[str]) -> Iterator[int]:
        """The sections to which a path leads."""
        wanted = numbers(steps[-1])
        for number, one in enumerate(self._headings[1:], 1):
            near = one.numbers[-1:] == wanted[-1:] if wanted else steps[-1] in one.text
            if near and _ends(steps, self._chain(number)):
                yield number

    def _counted(self, steps: Sequence[str], count: int) -> Iterator[Place]:
        for number in self._ending(steps) if steps else ():
            one = self.sections[number]
            if 0 < count <= one.end - one.first:
                yield Place(number, one.first + count - 1)

    def _chain(self, number: int) -> list[Heading]:
        """The headings from the outermost to a section; the document is none."""
        chain = []
        while number > 0:
            chain.append(self._headings[number])
            number = self.sections[number].above
        return chain[::-1]


def _ends(steps: Sequence[str], chain: Sequence[Heading]) -> bool:
    """Whether a path leads to the last heading of a chain, and not to one before it."""
    return leads(steps, chain) and not leads(steps, chain[:-1])


def titles(project: Project) -> list[tuple[str, str]]:
    """(id, folded title) of every document."""
    return [(doc_id, folded(title)) for doc_id, title in places.titles(project)]


def titled(every: Sequence[tuple[str, str]], typed: str) -> list[str]:
    """The documents whose titles hold everything that is typed, in either script."""
    words = folded(typed).split()
    return [doc_id for doc_id, title in every if all(word in title for word in words)]
