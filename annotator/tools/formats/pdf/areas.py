"""The rows of a page in the order in which they are read: columns of text one after the other."""

from collections.abc import Iterator, Sequence

from annotator.tools.formats.pdf.rows import Row

# A column of text: the fewest rows, the narrowest in characters, how full its rows are, and how much
# wider the other one may be. Columns of a table are narrower, emptier or more unlike.
_FEWEST, _NARROWEST, _FULL, _UNLIKE = 4, 8, 0.75, 1.7
_SLACK = 1.0


def areas(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The areas of a page: above, beside and below columns, each with its rows from top to bottom."""
    cut = _columns(rows)
    if cut is None:
        if rows:
            yield list(rows)
        return
    x, first, last = cut
    yield from areas(rows[:first])
    band = rows[first:last]
    yield from areas([left for row in band if (left := [span for span in row if span.x0 < x])])
    yield from areas([right for row in band if (right := [span for span in row if span.x0 >= x])])
    yield from areas(rows[last:])


def _columns(rows: Sequence[Row]) -> tuple[float, int, int] | None:
    """Where two columns part, and the rows that they take; None where the rows are one column."""
    best: tuple[int, float, int, int] | None = None
    for x in {round(span.x0 - _SLACK) for row in rows for span in row}:
        for first, last in _free(rows, x):
            left = [part for row in rows[first:last] if (part := [span for span in row if span.x0 < x])]
            right = [part for row in rows[first:last] if (part := [span for span in row if span.x0 >= x])]
            score = min(len(left), len(right))
            if best is not None and score <= best[0]:
                continue
            if _is_text(left) and _is_text(right) and _alike(left, right):
                best = score, x, first, last
    return best and best[1:]


def _free(rows: Sequence[Row], x: float) -> Iterator[tuple[int, int]]:
    """The runs of rows in which no span crosses `x`."""
    first = 0
    for at, row in enumerate(rows):
        if any(span.x0 < x < span.x1 for span in row):
            if at - first >= _FEWEST:
                yield first, at
            first = at + 1
    if len(rows) - first >= _FEWEST:
        yield first, len(rows)


def _is_text(rows: Sequence[Row]) -> bool:
    if len(rows) < _FEWEST:
        return False
    width = _width(rows)
    full = sum(row[-1].x1 - row[0].x0 > _FULL * width for row in rows)
    return width > _NARROWEST * rows[0][0].size and full * 2 > len(rows)


def _alike(left: Sequence[Row], right: Sequence[Row]) -> bool:
    one, other = sorted((_width(left), _width(right)))
    return other < _UNLIKE * one


def _width(rows: Sequence[Row]) -> float:
    return max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
