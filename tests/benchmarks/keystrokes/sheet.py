"""The answers that the player means to enter: tests/gold/labels, resolved to the codebook and the gazetteer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.organisation import Organisation
from annotator.model.value import Value
from annotator.tools import gazetteer
from annotator.tools.text.script import simplified
from tests.gold.test_labels import BOOK, SAMPLES, SHEETS, answers, clauses, codes, units

CODED = ("clause_type", "category", "priority")
UNITS = "responsible_unit"
PLACES = {"000": ("上海市",), "001": ("重庆市",)}
QUOTED = {"000": {4, 8, 15, 21, 23, 26}, "001": {1, 3, 5, 9, 10, 16, 22, 24, 25, 28}}
"""Clauses that the codebook's own examples quote (tests/gold/labels/README.md)."""

Unit = tuple[str, str]
"""Who is meant (organisation, or simplified name), and in which role."""


class Mention(NamedTuple):
    """A unit as the text writes it; `organisation` is None where no table has it."""

    surface: str
    role: str
    organisation: Organisation | None

    @property
    def unit(self) -> Unit:
        """Who is meant, and in which role."""
        one = self.organisation
        return (one.org_id if one else simplified(self.surface)), self.role

    def is_called(self, name: str) -> bool:
        """Whether a name on the screen is this body's."""
        names = {simplified(self.surface), *([self.organisation.name] if self.organisation else [])}
        return simplified(name) in names


class Answer(NamedTuple):
    """What is to be entered for one clause. `text` is one line: the clause and its tail, as the sheet
    reads them. A field that the sheet leaves empty is to hold nothing.
    """

    document: str
    number: int
    text: str
    codes: Mapping[str, Sequence[str]]
    mentions: Sequence[Mention]
    quoted: bool

    @property
    def values(self) -> dict[str, Value]:
        """By field; units as pairs, in no order."""
        pairs = dict.fromkeys(mention.unit for mention in self.mentions)
        return {**self.codes, UNITS: sorted(pairs)}


def sheets() -> list[Answer]:
    """Every clause of both documents, in order."""
    return [answer for sheet in SHEETS for answer in _answers(sheet.stem)]


def samples() -> list[str]:
    """The two files."""
    return [str(next(SAMPLES.glob(f"{sheet.stem}_*.txt"))) for sheet in SHEETS]


def _answers(document: str) -> Iterable[Answer]:
    sheet = next(one for one in SHEETS if one.stem == document)
    table = gazetteer.load()
    for row, clause in zip(answers(sheet), clauses(sheet), strict=True):
        number = int(row["seq"])
        yield Answer(
            document,
            number,
            " ".join(f"{clause.text} {clause.tail}".split()),
            {name: tuple(codes(row, name)) for name in CODED},
            [
                Mention(surface, role, table.resolve(simplified(surface), PLACES[document]))
                for surface, role in units(row)
            ],
            number in QUOTED[document],
        )


def pairs(value: Iterable[Mapping[str, Any]]) -> list[Unit]:
    """Units of the store as pairs, in no order."""
    return sorted({(str(unit["org_id"] or simplified(unit["name"])), str(unit["role"])) for unit in value})


__all__ = ["BOOK", "CODED", "UNITS", "Answer", "Mention", "Unit", "pairs", "samples", "sheets"]
