"""What stands on the pages of a PDF: its glyphs and ruled lines, upright, in points.

PDFium reads: the library that Chrome shows PDF files with, which knows the character tables of Chinese
fonts. y grows upwards, as on paper.
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

_MOST_GLYPHS = 200_000
_MOST_RULES = 50_000
# Of a character, in points; what is smaller is there for machines.
_SMALLEST = 1.5
# Characters are drawn twice, a trace apart (in points), to look bold; a ligature is two of them in one place.
_TWICE = 1.5
# What is left of a line that is not quite upright, in degrees.
_UPRIGHT = 3.0
# How PDFium gives a hyphen at the end of a line.
_HYPHEN = 2
# How much of a page in vertical writing runs downwards.
_DOWNWARDS = 0.7


class Glyph(NamedTuple):
    """A character: its left and right edge, the line that it stands on, and its size."""

    x0: float
    x1: float
    y: float
    size: float
    text: str


class Rule(NamedTuple):
    """A ruled line, level (y0 == y1) or upright (x0 == x1); x0 <= x1, y0 <= y1."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Sheet:
    """A page, and how many pictures are on it.

    `askew` counts the characters that stand at an angle, such as those of a watermark, and are left out;
    `unknown` those for which the file does not say what they are.
    """

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0
    askew: int = 0
    unknown: int = 0


def sheets(document: Any) -> Iterator[Sheet | None]:
    """The pages of an open document of pypdfium2, in order; None for one that cannot be read."""
    import pypdfium2  # noqa: PLC0415  (a tenth of a second, and only for a PDF)

    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield None
            continue
        yield _sheet(page, pypdfium2.raw)
        page.close()


def _sheet(page: Any, raw: Any) -> Sheet:
    text = page.get_textpage()
    found, angles = _characters(text, raw)
    text.close()
    # The way most of the page runs; what runs otherwise is no part of the text.
    way = Counter(round(angle / 90) % 4 for angle in angles).most_common(1)
    turned = _Turned(page.get_mediabox(), way[0][0] if way else 0)
    sheet = Sheet(*turned.size)
    drawn: set[tuple[str, int, int]] = set()
    for (char, size, right, x, y), angle in zip(found, angles, strict=True):
        if abs((angle - 90 * turned.quarters + 180) % 360 - 180) > _UPRIGHT:
            sheet.askew += 1
            continue
        left, line = turned.point(x, y)
        # The boxes of some fonts are those of the ink; a full-width character fills its square.
        wide = size if _is_wide(char) else max(right, 0.1)
        place = char, round(left / _TWICE), round(line / _TWICE)
        if place in drawn and sheet.glyphs[-1].text != char:
            continue
        drawn.add(place)
        sheet.unknown += char == "\ufffd"
        sheet.glyphs.append(Glyph(left, left + wide, line, size, char))
    for kind, thing in _objects(page, raw):
        if kind == raw.FPDF_PAGEOBJ_PATH and len(sheet.rules) < _MOST_RULES:
            sheet.rules += (turned.rule(rule) for rule in _strokes(thing, raw, _MOST_RULES))
        # A form may be a picture too, and matters only where there is nothing else.
        sheet.pictures += kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
    if _runs_down(sheet.glyphs):
        sheet.glyphs = [_laid(glyph, sheet.height) for glyph in sheet.glyphs]
        sheet.width, sheet.height, sheet.rules = sheet.height, sheet.width, []
    return sheet


_Found = tuple[str, float, float, float, float]


def _characters(text: Any, raw: Any) -> tuple[list[_Found], list[float]]:
    """Each character with its size, its width and its place, and its angle in degrees against the page."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    found: list[_Found] = []
    angles: list[float] = []
    for at in range(min(text.count_chars(), _MOST_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text, at)
        if raw.FPDFText_IsGenerated(text, at) == 1 or (code < 32 and code not in (0, _HYPHEN)):
            # Spaces and line ends that PDFium makes up; geometry tells them here.
            continue
        if code == _HYPHEN:
            code = ord("-")
        if raw.FPDFText_HasUnicodeMapError(text, at) == 1 or code == 0 or 0xE000 <= code <= 0xF8FF:
            code = 0xFFFD
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        angle = math.atan2(matrix.b, matrix.a)
        width = abs((box.right - x.value) * math.cos(angle)) + abs((box.top - y.value) * math.sin(angle))
        if size > _SMALLEST:
            found.append((chr(code), size, width, x.value, y.value))
            angles.append(math.degrees(angle))
    return found, angles


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")


def _objects(page: Any, raw: Any) -> Iterator[tuple[int, Any]]:
    """The things drawn on a page and their kinds; what a form draws is one thing."""
    for at in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, at)
        yield raw.FPDFPageObj_GetType(thing), thing


def _strokes(path: Any, raw: Any, most: int) -> Iterator[Rule]:
    """The level and upright strokes of a path, and the edges of its boxes."""
    x, y, matrix = ctypes.c_float(), ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    last = first = (0.0, 0.0)
    for at in range(min(raw.FPDFPath_CountSegments(path), most)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _straight(last, point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _straight(last, first)


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    x0, x1 = sorted((one[0], other[0]))
    y0, y1 = sorted((one[1], other[1]))
    if x1 - x0 < 1 < y1 - y0 or y1 - y0 < 1 < x1 - x0:
        yield Rule(x0, y0, x1, y1)


class _Turned:
    """A page as a reader holds it: `quarters` of a turn clockwise from how it is described."""

    def __init__(self, box: Sequence[float], quarters: int) -> None:
        self._left, self._bottom, right, top = box
        self._wide, self._high = right - self._left, top - self._bottom
        self.quarters = quarters

    @property
    def size(self) -> tuple[float, float]:
        return (self._high, self._wide) if self.quarters % 2 else (self._wide, self._high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self._left, y - self._bottom
        turns = ((x, y), (y, self._wide - x), (self._wide - x, self._high - y), (self._high - y, x))
        return turns[self.quarters]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def rule(self, rule: Rule) -> Rule:
        return Rule(*self.box(*rule))


def _runs_down(glyphs: Sequence[Glyph]) -> bool:
    """Whether a page is in vertical writing: each character below the last one."""
    pairs = [(one, two) for one, two in pairwise(glyphs) if (one.x0, one.y) != (two.x0, two.y)]
    down = sum(abs(one.x0 - two.x0) < 0.3 * one.size and one.y > two.y for one, two in pairs)
    return len(pairs) > 20 and down > _DOWNWARDS * len(pairs)


def _laid(glyph: Glyph, height: float) -> Glyph:
    """A glyph of vertical writing as if its column were a line: the rightmost column is the first line."""
    top = height - glyph.y - glyph.size
    return Glyph(top, top + glyph.size, glyph.x0, glyph.size, glyph.text)
