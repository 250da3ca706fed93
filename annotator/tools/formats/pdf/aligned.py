"""Tables without ruled lines: rows of spans that stand below one another, told by the gaps between them."""

from collections.abc import Sequence

from annotator.tools.formats.pdf.rows import Row, joined

# The fewest rows of several cells that make a table, and how many rows between may have one.
_FEWEST, _MOST_BETWEEN = 3, 2


def tables(rows: Sequence[Row]) -> list[tuple[int, int, list[str]]]:
    """(first row, row behind the last, lines) of each table in an area."""
    found = []
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        columns = _columns(rows[at:end])
        if sum(len(row) > 1 for row in rows[at:end]) >= _FEWEST and len(columns) > 1:
            found.append((at, end, _lines(rows[at:end], columns)))
            at = end
        else:
            at += 1
    return found


def _end(rows: Sequence[Row], first: int) -> int:
    """Behind the last row of a run of rows with several cells."""
    end, between = first, 0
    for at in range(first, len(rows)):
        if len(rows[at]) > 1:
            if not _columns_fit(rows[first : at + 1]):
                break
            end, between = at + 1, 0
        else:
            between += 1
            if between > _MOST_BETWEEN or at == first:
                break
    return end


def _columns_fit(rows: Sequence[Row]) -> bool:
    return len(_columns(rows)) >= max(2, max(len(row) for row in rows) - 1)


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """From where to where the columns stand, by the rows that have several cells."""
    found: list[tuple[float, float]] = []
    for span in sorted(span for row in rows if len(row) > 1 for span in row):
        if found and span.x0 < found[-1][1] + span.size / 2:
            found[-1] = (found[-1][0], max(found[-1][1], span.x1))
        else:
            found.append((span.x0, span.x1))
    return found


def _lines(rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> list[str]:
    """A line for each row, its cells separated by tabs; a row without a first cell goes on with the last."""
    table: list[list[str]] = []
    for row in rows:
        cells = [""] * len(columns)
        for span in row:
            middle = (span.x0 + span.x1) / 2
            at = min(range(len(columns)), key=lambda one: abs(sum(columns[one]) / 2 - middle))
            at = next((n for n, (x0, x1) in enumerate(columns) if x0 - 1 <= span.x0 <= x1), at)
            cells[at] = joined([cells[at], span.text])
        above = table[-1] if table else [""] * len(columns)
        goes_on = len(row) == 1 or all(one for one, cell in zip(above, cells, strict=True) if cell)
        if table and not cells[0] and goes_on:
            table[-1] = [joined([one, other]) for one, other in zip(table[-1], cells, strict=True)]
        else:
            table.append(cells)
    return ["\t".join(cells).rstrip("\t") for cells in table]
