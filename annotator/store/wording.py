"""Whether words stand in a clause, as a condition in SQL.

A clause's `folded` is its marker, text and tail folded for searches, NULL where they read the same. The
marks that Chinese writes in either width are as in the text: a search for one folds them as it reads.
"""

import re
from collections.abc import Callable

from annotator.tools.query.folding import MARKS, WIDE_MARKS

_MARK = re.compile(f"[{re.escape(MARKS)}]")
_WIDE = dict(zip(MARKS, WIDE_MARKS, strict=True))


def stands(words: str, bound: Callable[[object], str]) -> str:
    """The condition that `words` (folded) stand in the clause of a row `s` of `piece`; `bound` makes the
    gap for a value.
    """
    inside = _inside(words, bound)
    unfolded = " OR ".join(inside(f"s.{part}") for part in ("text", "tail", "marker"))
    return f"CASE WHEN s.folded IS NULL THEN {unfolded} ELSE {inside('s.folded')} END"


def _inside(words: str, bound: Callable[[object], str]) -> Callable[[str], str]:
    """What tells whether `words` stand in a column."""
    marks = sorted(set(_MARK.findall(words)))
    whole = bound(words)
    if not marks:
        return lambda column: f"instr({column}, {whole}) > 0"
    narrow = [(bound(_WIDE[mark]), bound(mark)) for mark in marks]
    # Making a copy of the column is dear: only where the longest piece without a mark is found.
    piece = bound(max(_MARK.split(words), key=len))

    def with_marks(column: str) -> str:
        folded = column
        for wide, mark in narrow:
            folded = f"replace({folded}, {wide}, {mark})"
        return f"(instr({column}, {piece}) > 0 AND instr({folded}, {whole}) > 0)"

    return with_marks
