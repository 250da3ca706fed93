"""The pages of a PDF become one text."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from annotator.tools.formats.pdf.aligned import tables
from annotator.tools.formats.pdf.areas import areas
from annotator.tools.formats.pdf.glyphs import Sheet
from annotator.tools.formats.pdf.grid import Grid, goes_on, grids, one_row
from annotator.tools.formats.pdf.margins import furniture
from annotator.tools.formats.pdf.paragraphs import Line, paragraphs
from annotator.tools.formats.pdf.rows import Row, closed, rows

# Margins that lie so close, in points, are the same ones.
_CLOSE = 6.0
# How far apart cells stand, in characters.
_CELLS = 1.6
# How many running heads, and numbers of pages, a note names.
_SAYINGS, _NUMBERS = 3, 20


class Text(NamedTuple):
    """A text, and what is not in it: names of sentences and values for their gaps.

    `characters` counts all that stand on the pages upright, `unknown` those of them for which the file
    does not say what they are, `pictures` the pages that hold nothing else.
    """

    text: str
    notes: list[tuple[str, dict[str, Any]]]
    characters: int
    unknown: int
    pictures: int


class _Page(NamedTuple):
    height: float
    rows: list[Row]
    grids: list[tuple[Grid, list[list[str]]]]


def text_of(sheets: Iterable[Sheet | None]) -> Text:
    """The text of the pages, None for one that cannot be read: a line for each paragraph and each row of a
    table.
    """
    notes: list[tuple[str, dict[str, Any]]] = []
    pages: list[_Page] = []
    pictures: list[int] = []
    lost: list[int] = []
    characters = askew = unknown = 0
    for number, sheet in enumerate(sheets, start=1):
        if sheet is None:
            lost.append(number)
            continue
        characters += sum(not glyph.text.isspace() for glyph in sheet.glyphs)
        pages.append(_page(sheet))
        if not sheet.glyphs and sheet.pictures:
            pictures.append(number)
        askew += sheet.askew
        unknown += sheet.unknown
    gone, said = furniture([(page.height, page.rows) for page in pages])
    lines = _lines(pages, gone)
    if gone:
        shown = "；".join(said[:_SAYINGS]) + ("……" if len(said) > _SAYINGS else "")
        notes.append(("running_heads" if said else "page_numbers", {"count": len(gone), "said": shown}))
    for key, numbers in (("picture_pages", pictures), ("lost_pages", lost)):
        if numbers:
            shown = "、".join(map(str, numbers[:_NUMBERS])) + ("……" if len(numbers) > _NUMBERS else "")
            notes.append((key, {"count": len(numbers), "pages": shown}))
    notes += ((key, {"count": count}) for key, count in (("askew", askew), ("unknown", unknown)) if count)
    return Text("\n".join(paragraphs(lines)), notes, characters, unknown, len(pictures))


def _page(sheet: Sheet) -> _Page:
    found = grids(sheet.rules)
    free = sheet.glyphs
    told = []
    for grid in found:
        inside = [glyph for glyph in free if grid.holds(glyph)]
        free = [glyph for glyph in free if not grid.holds(glyph)]
        if any(not glyph.text.isspace() for glyph in inside):
            told.append((grid, grid.lines(inside)))
    return _Page(sheet.height, rows(free), told)


def _lines(pages: Sequence[_Page], gone: set[tuple[int, int]]) -> list[Line]:
    """The lines of all pages as they are read; those of tables where they stand."""
    margins = list[tuple[float, float]]()
    number = 0
    head: list[str] = []
    found: list[Line] = []
    for at, page in enumerate(pages):
        kept = [row for n, row in enumerate(page.rows) if (at, n) not in gone]
        before = len(found)
        for grid, told in (*page.grids, (None, [])):
            bottom = grid.ys[-1] if grid else float("-inf")
            above = [row for row in kept if row[0].y > bottom]
            kept = kept[len(above) :]
            for area in areas(above):
                number += 1
                left, right = _margins(area, margins)
                found += _area(area, left, right, number)
            if not told:
                continue
            number += 1
            # A table that goes on draws its head again on each page, and may break a row in two.
            continued = 0 < before == len(found) and found[-1].table
            texts = [text for row in told[1 if continued and told[0] == head else 0 :] for text in row]
            if continued and texts and goes_on(found[-1].text, texts[0]):
                found[-1] = found[-1]._replace(text=one_row(found[-1].text, texts.pop(0)))
            found += (Line(0, 0, 0, 1, text, 0, 0, number, table=True) for text in texts)
            head = told[0]
    return found


def _area(area: Sequence[Row], left: float, right: float, number: int) -> Iterable[Line]:
    area = [closed(row, _CELLS) for row in area]
    found = {first: (end, texts) for first, end, texts in tables(area)}
    at = 0
    while at < len(area):
        if at in found:
            at, texts = found[at]
            for text in texts:
                yield Line(0, 0, 0, 1, text, 0, 0, number, table=True)
            continue
        row = area[at]
        size = max(span.size for span in row)
        text = "\u3000".join(span.text for span in row)
        yield Line(row[0].x0, row[-1].x1, row[0].y, size, text, left, right, number)
        at += 1


def _margins(area: Sequence[Row], known: list[tuple[float, float]]) -> tuple[float, float]:
    """The margins of an area: its own, or those of an earlier one in which it fits."""
    left, right = min(row[0].x0 for row in area), max(row[-1].x1 for row in area)
    for one in reversed(known):
        if one[0] - _CLOSE <= left and right <= one[1] + _CLOSE and (right - left) > (one[1] - one[0]) / 3:
            return one
    if len(area) > 2:
        known.append((left, right))
    return left, right
