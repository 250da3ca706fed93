"""A row of a table that lists documents becomes a member."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from annotator.errors import UnreadableFile
from annotator.tools.formats.columns import Columns, columns
from annotator.tools.formats.dates import iso
from annotator.tools.formats.member import Member, unreadable
from annotator.words import say

Row = tuple[int, Sequence[str]]
"""The number of a row as a spreadsheet counts it, from 1, and its cells."""

# Above the names of the columns may stand what the table is called, and who made it.
_MOST_ABOVE = 5


def header(rows: Iterable[Row]) -> tuple[int, Columns] | None:
    """The row with the columns' names and what they say; None where the table lists no documents."""
    for number, cells in islice(rows, _MOST_ABOVE):
        if found := columns(cells):
            return number, found
    return None


def listed(rows: Iterable[Row], head: tuple[int, Columns], name: str) -> Iterator[Member]:
    """The documents in the rows below the head; rows without any text in any cell are none."""
    above, names = head
    for number, cells in rows:
        if number <= above or not any(cell.strip() for cell in cells):
            continue
        text = cells[names.text] if names.text < len(cells) else ""
        said = {what: cells[at].strip() for what, at in names.metadata.items() if at < len(cells)}
        yield record(text, said, say("reading.row", name=name, number=number))


def record(text: str, said: Mapping[str, str], place: str) -> Member:
    """The member with this text, of which its table says these things. A lone surrogate becomes U+FFFD."""
    if not text.strip():
        return unreadable(place, UnreadableFile("reading.no_text", name=place))
    metadata = {what: _valid(value) for what, value in said.items() if value}
    notes: tuple[str, ...] = ()
    if "date" in metadata:
        written = metadata.pop("date")
        if day := iso(written):
            metadata["date"] = day
        else:
            notes = (say("reading.no_date", date=written[:40]),)
    data = _valid(text).encode()
    return Member(place, lambda: data, metadata, notes)


def _valid(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
