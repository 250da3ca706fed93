"""Which rows stand on which sheet: a sheet for each document, under its headings, and one for each unit."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from annotator.model.spreadsheet import sheet_name
from annotator.tools.ledger.charges import Charge
from annotator.tools.ledger.task import Document, Heading, Task, parts
from annotator.words import say


class Band(NamedTuple):
    """A row across the sheet: a heading, 0 for the outermost."""

    text: str
    depth: int


class Line(NamedTuple):
    """A row of a task: what stands in its columns; `rest` is what its measures have beyond a row."""

    cells: Mapping[str, str | int]
    rest: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A sheet: its name, the title above it, its rows."""

    name: str
    title: str
    rows: Sequence[Band | Line]


def sheets(documents: Sequence[Document], *, by_unit: bool) -> list[Sheet]:
    """The sheets of a ledger: of each document, then of each unit in the order in which they first come."""
    found: list[Sheet] = []
    for one in documents:
        name = sheet_name(say("ledger.sheet") if len(documents) == 1 else one.title, _taken(found))
        found.append(Sheet(name, say("ledger.title", title=one.title), list(_of_document(one))))
    if by_unit:
        for charge in _units(documents):
            rows = list(_of_unit(documents, charge.group))
            title = say("ledger.title_unit", unit=charge.name, title=_titles(documents))
            found.append(Sheet(sheet_name(charge.name, _taken(found)), title, rows))
    return found


def _taken(found: Sequence[Sheet]) -> list[str]:
    return [*(one.name for one in found), say("ledger.sheet_list")]


def _titles(documents: Sequence[Document]) -> str:
    return documents[0].title if len(documents) == 1 else say("ledger.documents", count=len(documents))


def line(task: Task, number: int) -> Line:
    """The row of a task."""
    cells: dict[str, str | int] = {**task.cells(), "number": number, "key": task.key()}
    return Line(cells, tuple(parts(task.measures)[1:]))


def _of_document(document: Document) -> Iterator[Band | Line]:
    above: tuple[Heading, ...] = ()
    for number, task in enumerate(document.tasks, 1):
        yield from _bands(above, task.path)
        above = task.path
        yield line(task, number)


def _bands(above: Sequence[Heading], path: Sequence[Heading]) -> Iterator[Band]:
    """The headings of a path that those above a row have not told yet."""
    same = len(list(takewhile(lambda both: both[0] == both[1], zip(above, path, strict=False))))
    for depth, one in enumerate(path[same:], same):
        yield Band(one.marker.strip() + one.text, depth)


def _units(documents: Sequence[Document]) -> list[Charge]:
    """Each unit once, single bodies before collectives."""
    found: dict[str, Charge] = {}
    for document in documents:
        for task in document.tasks:
            for charge in (*task.lead, *task.others):
                found.setdefault(charge.group, charge)
    return sorted(found.values(), key=lambda one: one.collective)


def _of_unit(documents: Sequence[Document], group: str) -> Iterator[Band | Line]:
    """What a unit leads, then where it takes part."""
    number = 0
    for part in ("lead", "others"):
        for document in documents:
            tasks = [
                task for task in document.tasks if any(one.group == group for one in getattr(task, part))
            ]
            if not tasks:
                continue
            told = say(f"ledger.band_{part}", count=len(tasks))
            yield Band(
                say("ledger.band_of", what=told, title=document.title) if len(documents) > 1 else told, 0
            )
            for task in tasks:
                number += 1
                yield line(task, number)
