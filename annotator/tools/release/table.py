"""The table for people: one row a clause, in words, for a spreadsheet.

It is in Chinese whatever language the screens speak, because the same labels give the same bytes.
Excel knows UTF-8 by its mark, and takes a cell that begins with = for a formula wherever it came from.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from annotator.model.answer import Answer
from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.review import Review
from annotator.model.value import remarks
from annotator.tools.release.material import Material
from annotator.words import both

MARK = "\ufeff"
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_COLUMNS = ("id", "document", "number", "path", "clause", "tail", "status", "reviewers")
_REMARKS = ("flagged", "question", "note")


class Table:
    """Makes the lines of the table for a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._fields = codebook.clause_fields

    def header(self) -> list[str]:
        """What the columns are called."""
        names = [_words(f"column_{name}") for name in _COLUMNS]
        names += [field.zh for field in self._fields]
        return names + [_words(f"column_{name}") for name in _REMARKS]

    def line(self, material: Material) -> list[str | int]:
        """A clause. Clauses are numbered from 1 here."""
        clause, accounts = material.clause, material.standing.accounts
        submitted = sum(account.review.state == "submitted" for account in accounts.values())
        return [
            clause.clause_id,
            material.document.title,
            clause.ord + 1,
            " / ".join(clause.path),
            clause.marker + clause.text,
            clause.tail,
            _words(f"status_{material.verdict.status}"),
            submitted,
            *(answer_in_words(field, material.verdict.answers[field.id]) for field in self._fields),
            _words("yes") if any(account.review.flagged for account in accounts.values()) else "",
            _remarks({name: account.review.question for name, account in accounts.items()}),
            _remarks({name: self._noted(account.review) for name, account in accounts.items()}),
        ]

    def _noted(self, review: Review) -> str:
        """The note, and behind it the reasons for single answers."""
        reasons = [f"{f.zh}：{review.reasons[f.id]}" for f in self._fields if f.id in review.reasons]
        return "；".join([review.note, *reasons] if review.note else reasons)


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would compute it; numbers stay."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def csv_line(cells: Iterable[str | int]) -> str:
    """A line of CSV, which Excel shows and does not compute."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(
        [guarded(cell) if isinstance(cell, str) else cell for cell in cells]
    )
    return line.getvalue()


def answer_in_words(field: Field, answer: Answer) -> str:
    """An answer in a cell: its values, or its state where it has none."""
    if answer.state != "set":
        return _words("state_" + answer.state.replace("/", ""))
    return "、".join(item_in_words(field, item) for item in answer.value)


def item_in_words(field: Field, item: Any) -> str:
    """One of several values."""
    if field.kind in CODED:
        return next(code.zh for code in field.codes if code.id == item)
    if field.kind == "entity":
        return f"{item['name']}（{_words('roles.' + item['role'])}）"
    if field.kind == "span":
        beside = "，".join(remarks(field, item))
        return f"{item['surface']}（{beside}）" if beside else str(item["surface"])
    return str(item)


def _remarks(said: Mapping[str, str]) -> str:
    return "；".join(f"{reviewer}：{words}" for reviewer, words in sorted(said.items()) if words)


@cache
def _words(name: str) -> str:
    """A word of the table; there are a few, and millions of cells."""
    return both(name if "." in name else f"export.{name}")[0]
