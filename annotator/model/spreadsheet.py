"""What a spreadsheet can hold: texts of its cells, names of its sheets. Whoever writes one asks here."""

import re
from collections.abc import Collection

LONGEST = 32_767
"""So many characters may stand in a cell."""

LAST_ROW = 1_048_576
"""No sheet has more rows. Who reads one stops there: a file may name any number, with all before it."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def cell_text(text: str) -> str:
    """A text as a cell can hold it: one line break for each, blanks for control characters, cut where it is
    too long.
    """
    found = _FORBIDDEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return found if len(found) <= LONGEST else f"{found[: LONGEST - 1]}…"


def sheet_name(name: str, taken: Collection[str]) -> str:
    r"""A name as a sheet can bear it beside those `taken`: 31 characters, none of []:*?/\\, each once."""
    plain = "".join("_" if character in "[]:*?/\\" else character for character in cell_text(name))
    plain = plain.replace("\n", " ")[:31].strip("'") or "_"
    tries = [plain, *(f"{plain[:28]}_{number}" for number in range(2, len(taken) + 3))]
    folded = {one.casefold() for one in taken}
    return next(one for one in tries if one.casefold() not in folded)
