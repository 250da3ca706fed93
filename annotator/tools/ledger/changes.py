"""What people changed in a ledger, against what it said when it was made and what the project says now.

A cell counts as changed where it differs from what its row's key remembers. It is taken where the project
still says what the ledger said; where the project says something else by now, or several sheets say different
things, nobody but a person can tell which is right, and it is listed.
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from annotator.tools.ledger.columns import FIXED, TOLD, UNITS, header
from annotator.tools.ledger.reading import Returned, Row
from annotator.tools.ledger.task import Task, plain, said, unmarked
from annotator.words import say

_ALIKE = 0.5
"""A row whose task reads less alike than this is another task."""
_FEW = 24
"""Characters of a text that are told."""


class Unplaced(NamedTuple):
    """What could not be placed: where it stands (row 0: nowhere now), why, and what its sentence needs."""

    sheet: str
    row: int
    reason: str
    values: Mapping[str, object] = {}

    @property
    def sentence(self) -> str:
        """The same in words."""
        told = say(f"ledger.left_{self.reason}", **self.values)
        return say("ledger.at", sheet=self.sheet, row=self.row, told=told) if self.row else told


class Edit(NamedTuple):
    """What a row says that is to be taken: new texts by column; both columns of units, where one is new.
    `stale` is what to tell of the units where they are others in the project by now.
    """

    clause_id: str
    sheet: str
    row: int
    told: Mapping[str, str]
    units: tuple[str, str] | None = None
    stale: Unplaced | None = None


class Compared(NamedTuple):
    """What is to be taken, what cannot be placed, and how many cells say what the project says already."""

    edits: Sequence[Edit]
    unplaced: Sequence[Unplaced]
    same: int


def compare(returned: Returned, tasks: Mapping[str, Task]) -> Compared:
    """The changes in a returned ledger; `tasks` are those that the project has now, by clause."""
    unplaced = [Unplaced(one.sheet, one.row, one.reason, {"words": few(one.words)}) for one in returned.stray]
    edits: list[Edit] = []
    same = 0
    together: dict[str, list[Row]] = {}
    for row in returned.rows:
        together.setdefault(row.clause_id, []).append(row)
    for clause_id, rows in together.items():
        task = tasks.get(clause_id)
        if task is None:
            unplaced += [Unplaced(one.sheet, one.row, "unknown", {"words": _words(one)}) for one in rows]
            continue
        cells = task.cells()
        standing, left = _of_task(rows, cells)
        told = _Clause(standing, cells)
        unplaced += [*left, *told.unplaced]
        same += told.same
        if told.edit:
            edits.append(told.edit)
    there = {(row.sheet, row.clause_id) for row in returned.rows}
    kept = {sheet for sheet, _ in there}
    unplaced += [
        Unplaced(one.sheet, 0, "deleted", {"sheet": one.sheet, "words": few(one.words)})
        for one in returned.listed
        if one.sheet in kept and (one.sheet, one.clause_id) not in there
    ]
    return Compared(edits, unplaced, same)


def few(text: str) -> str:
    """The beginning of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= _FEW else f"{text[:_FEW]}…"


def _words(row: Row) -> str:
    return few(row.cells.get("task") or row.cells.get("measures") or "")


def _of_task(rows: Sequence[Row], cells: Mapping[str, str]) -> tuple[list[Row], list[Unplaced]]:
    """The rows that still are those of the task, and what was changed in its own words."""
    kept: list[Row] = []
    left: list[Unplaced] = []
    for row in rows:
        changed = [name for name in FIXED if _changed(row, name)]
        if {"task", "measures"} & {*changed} and not _alike(row, cells):
            left.append(Unplaced(row.sheet, row.row, "added", {"words": _words(row)}))
            continue
        kept.append(row)
        left += [
            Unplaced(row.sheet, row.row, "computed", {"column": header(name)})
            for name in sorted(row.formulas)
        ]
        left += [
            Unplaced(row.sheet, row.row, "targets" if name == "targets" else "text", {"column": header(name)})
            for name in changed
            if name not in row.formulas
        ]
    return kept, left


def _alike(row: Row, cells: Mapping[str, str]) -> bool:
    now, was = ("".join(plain(told.get(name, "")) for name in FIXED[:2]) for told in (row.cells, cells))
    return SequenceMatcher(None, was[:1000], now[:1000], autojunk=False).ratio() >= _ALIKE


def _changed(row: Row, name: str) -> bool:
    return name in row.cells and said(row.cells[name]) != row.remembered[name]


class _Clause:
    """What the rows of one task say together."""

    def __init__(self, rows: Sequence[Row], cells: Mapping[str, str]) -> None:
        self._rows, self._cells = rows, cells
        self.unplaced: list[Unplaced] = []
        self.same = 0
        self._stale: Unplaced | None = None
        found = {name: one for name in (*UNITS, *TOLD) if (one := self._column(name))}
        told = {name: unmarked(text) for name, (_, text) in found.items() if name in TOLD}
        units = None
        if any(name in found for name in UNITS):
            lead, others = (found[name][1] if name in found else cells[name] for name in UNITS)
            units = lead, others
        first = next((row for row, _ in found.values()), None)
        self.edit = first and Edit(first.clause_id, first.sheet, first.row, told, units, self._stale)

    def _column(self, name: str) -> tuple[Row, str] | None:
        """The row and the text that a column is to have; None where it stays as it is."""
        changed = [row for row in self._rows if name not in row.formulas and _changed(row, name)]
        if not changed:
            return None
        first, text, now = changed[0], changed[0].cells[name], self._cells[name]
        same = unmarked if name == "due" else str
        if len({plain(same(row.cells[name])) for row in changed}) > 1:
            others = {f"{row.sheet} {row.row}": few(row.cells[name]) for row in changed}
            told = say("ledger.several").join(f"{at}“{words}”" for at, words in others.items())
            self.unplaced.append(_left(first, "disagree", column=header(name), told=told))
        elif plain(same(text)) == plain(same(now)):
            self.same += 1
        elif any(said(now) == row.remembered[name] for row in changed):
            return first, text
        else:
            stale = _left(first, "stale", column=header(name), here=few(text), now=few(now))
            if name in UNITS:  # other words may name the same
                self._stale = stale
                return first, text
            self.unplaced.append(stale)
        return None


def _left(row: Row, reason: str, **values: object) -> Unplaced:
    return Unplaced(row.sheet, row.row, reason, values)
