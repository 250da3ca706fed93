"""A row of a ledger: a task with who is charged, by when, what is to be reached, and how far it is."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from annotator.model.ids import sha256
from annotator.model.spreadsheet import cell_text
from annotator.tools.ledger.charges import MARKS as OF_UNITS
from annotator.tools.ledger.charges import Charge, cell
from annotator.tools.ledger.columns import COMPARED
from annotator.words import both, say

Basis = Literal["", "decided", "submitted", "filled", "suggested", "conflict"]
"""On what a row rests: a decision, what reviewers finished, what they filled in, or what the program
suggests; in a conflict reviewers differ and nobody has decided.
"""

_KEY = re.compile(r"(cl-[0-9a-f]{16})((?: [0-9a-f]{6})*)")
MARKS = (*OF_UNITS, "inherited")
"""What is told behind a name or a date."""
SKIP = "-"
"""In the place of a key: the row is no task."""
LONGEST = 700
"""So many characters of measures stand in one row: a spreadsheet has no row that is higher."""


class Heading(NamedTuple):
    """A heading above a task."""

    marker: str
    text: str


class Task(NamedTuple):
    """A clause that lays down what is to be done. `path` are the headings above, `title` its title sentence
    and `measures` the rest; `targets` the quantities in words. `due` is the date in the words of the text,
    `inherited` where it stands above the clause alone. `told` is what people wrote, by TOLD. `basis` is that
    of the units, else of its being a task; `target_basis` that of the targets, empty where there are none.
    `start` and `end` are its source range.
    """

    clause_id: str
    doc_id: str
    number: int
    path: tuple[Heading, ...]
    marker: str
    title: str
    measures: str
    targets: tuple[str, ...] = ()
    lead: tuple[Charge, ...] = ()
    others: tuple[Charge, ...] = ()
    due: str = ""
    inherited: bool = False
    basis: Basis = ""
    target_basis: Basis = ""
    start: int = 0
    end: int = 0
    told: Mapping[str, str] = MappingProxyType({})

    def cells(self) -> dict[str, str]:
        """What stands in the columns that are compared, and in the others but number and key."""
        said = {name: cell_text(text) for name, text in self.told.items()}
        return {
            "task": cell_text(self.title),
            "measures": parts(cell_text(self.measures))[0],
            "targets": cell_text("；\n".join(self.targets)),
            "lead": cell_text(cell(self.lead)),
            "others": cell_text(cell(self.others)),
            "due": cell_text(self._due(said)),
            "progress": said.get("progress", ""),
            "status": said.get("status", ""),
            "updated": said.get("updated", ""),
            "remark": said.get("remark", ""),
            "basis": self._basis(),
            "source": self._whence(),
            "place": f"{self.doc_id} {self.start}-{self.end}",
        }

    def _due(self, said: Mapping[str, str]) -> str:
        if "due" in said:
            return f"{said['due']}\n{say('ledger.mark_assigned').strip()}" if said["due"] else ""
        return (
            f"{self.due}\n{say('ledger.mark_inherited').strip()}" if self.inherited and self.due else self.due
        )

    def _basis(self) -> str:
        found = {one for one in (self.basis, self.target_basis) if one}
        if len(found) < 2:
            return "".join(say(f"ledger.basis_{one}") for one in found)
        units, targets = (say(f"ledger.basis_{one}") for one in (self.basis, self.target_basis))
        return say("ledger.basis_both", units=units, targets=targets)

    def _whence(self) -> str:
        """Where the row stands, by the markers that lead there, else by the number of the clause."""
        markers = (*(one.marker for one in self.path), self.marker)
        *above, here = (one.strip().rstrip("、.．") for one in markers)
        return " ".join(filter(None, [*above, here or say("ledger.clause_number", number=self.number)]))

    def key(self) -> str:
        """What the row is known by when it comes back: its clause, and what its cells said."""
        cells = self.cells()
        return " ".join([self.clause_id, *(said(cells[name]) for name in COMPARED)])


class Document(NamedTuple):
    """The tasks of a document, in its order; `clauses` counts all of its clauses."""

    doc_id: str
    title: str
    tasks: tuple[Task, ...]
    clauses: int = 0


def parts(measures: str) -> list[str]:
    """Measures in pieces that a row can hold, each up to the end of a sentence where there is one."""
    found = []
    while len(measures) > LONGEST:
        stop = max(measures.rfind(sign, 0, LONGEST) for sign in "。；\n") + 1
        stop = stop if stop > LONGEST // 2 else LONGEST
        found.append(measures[:stop])
        measures = measures[stop:]
    return [*found, measures]


def plain(text: str) -> str:
    """A cell's words without the white space in which programs and people differ, marks in one language."""
    bare = "".join(text.split())
    for mark, spelt in _marks():
        bare = bare.replace(spelt, mark)
    return bare


def unmarked(text: str) -> str:
    """A cell's words without the marks behind them."""
    for mark in sorted({spelt.strip() for one in MARKS for spelt in both(f"ledger.mark_{one}")}):
        text = text.replace(mark, "")
    return text.strip()


@cache
def _marks() -> list[tuple[str, str]]:
    return [(f"<{one}>", "".join(word.split())) for one in MARKS for word in both(f"ledger.mark_{one}")]


def said(text: str) -> str:
    """What a key remembers of a cell."""
    return sha256(plain(text))[:6]


def known_by(key: str) -> tuple[str, dict[str, str]] | None:
    """The clause of a key and what it remembers by column; None for what is no key."""
    match = _KEY.fullmatch(" ".join(key.split()))
    if match is None or len(found := match[2].split()) != len(COMPARED):
        return None
    return match[1], dict(zip(COMPARED, found, strict=True))
