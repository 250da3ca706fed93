"""The answer sheets of two samples (labels/README.md) fit the present cut and the default codebook."""

import csv
from pathlib import Path

import pytest

from annotator.flows.importing import segmented
from annotator.model.cutting import ROLES, Segment
from annotator.model.value import applies
from annotator.tools.codebook import check, parse, shipped

SHEETS = sorted((Path(__file__).parent / "labels").glob("*.tsv"))
SAMPLES = Path(__file__).parents[2] / "annotator" / "samples"
BOOK = parse(shipped("default"), "default.toml")
Row = dict[str, str]


def answers(sheet: Path) -> list[Row]:
    with sheet.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def clauses(sheet: Path) -> list[Segment]:
    sample = next(SAMPLES.glob(f"{sheet.stem}_*.txt"))
    return [s for s in segmented(sample.read_bytes(), sample.name).segments if s.kind == "clause"]


def codes(row: Row, field: str) -> list[str]:
    return [code for code in row[field].split(",") if code]


def units(row: Row) -> list[tuple[str, str]]:
    """Surface and role of each, in the order of the sheet."""
    parts = [unit.rpartition("|") for unit in row["units"].split("; ") if unit]
    return [(surface, role) for surface, _, role in parts]


def test_there_is_a_sheet_for_each_of_the_two_documents() -> None:
    assert [sheet.name for sheet in SHEETS] == ["000.tsv", "001.tsv"]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_clause_has_one_row_in_order_with_its_beginning(sheet: Path) -> None:
    rows = answers(sheet)
    assert [row["seq"] for row in rows] == [str(n) for n in range(len(rows))]
    assert [row["beginning"] for row in rows] == [clause.text[:12] for clause in clauses(sheet)]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_answer_is_in_the_codebook_and_given_exactly_where_its_field_applies(sheet: Path) -> None:
    for row in answers(sheet):
        values = {name: codes(row, name) for name in ("clause_type", "category", "priority")}
        for name, given in values.items():
            field = BOOK.field(name)
            assert field is not None
            where = f"{sheet.stem}:{row['seq']} {name}"
            assert check(field, given) == given, where
            assert bool(given) == applies(field, values), where


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_unit_stands_in_its_clause_in_the_order_of_the_sheet(sheet: Path) -> None:
    for row, clause in zip(answers(sheet), clauses(sheet), strict=True):
        words, past = f"{clause.text}\n{clause.tail}", 0
        for surface, role in units(row):
            where = f"{sheet.stem}:{row['seq']} {surface}"
            assert role in ROLES, where
            assert surface, where
            at = words.find(surface, past)
            assert at >= 0, where
            past = at + len(surface)
