"""Glyphs become rows: what stands on one line across the page, in spans without a wide gap."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.tools.formats.pdf.glyphs import Glyph

# In sizes of a character: how far apart lines of one row may stand; a gap that is a space between
# letters; one that may part columns; one that is a space between hanzi.
_LEVEL, _SPACE, _GAP, _WIDE_SPACE = 0.3, 0.18, 0.45, 0.8
# Gaps of a line that was stretched to its margins are alike, up to this share.
_ALIKE = 0.2
# A note's number above the line: how small it is against the line, and how far from it.
_SMALL, _RAISED = 0.8, 0.75


class Span(NamedTuple):
    """Text on one line: from where to where, on which line, in what size."""

    x0: float
    x1: float
    y: float
    size: float
    text: str


Row = list[Span]
"""The spans of a row, from left to right."""


def rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows of a page or of a part of it, from top to bottom."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: -one.y):
        if lines and lines[-1][0].y - glyph.y <= _LEVEL * min(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    found = [spans(line) for line in _with_raised(lines)]
    return [row for row in found if row]


def spans(line: Iterable[Glyph]) -> Row:
    """The spans of the glyphs of one line."""
    parts: list[list[Glyph]] = []
    spaced = False
    texts: list[str] = []
    for glyph in sorted(line, key=lambda one: one.x0):
        if glyph.text.isspace():
            spaced = bool(parts)
            continue
        last = parts[-1][-1] if parts else None
        gap = glyph.x0 - last.x1 if last else 0.0
        if last is None or gap > _GAP * max(glyph.size, last.size):
            parts.append([])
            texts.append("")
        elif spaced or (gap > _SPACE * glyph.size and not is_wide(last.text) and not is_wide(glyph.text)):
            texts[-1] += " "
        parts[-1].append(glyph)
        texts[-1] += glyph.text
        spaced = False
    return [
        Span(part[0].x0, part[-1].x1, part[0].y, _median([one.size for one in part]), text)
        for part, text in zip(parts, texts, strict=True)
    ]


def closed(row: Row, gap: float) -> Row:
    """The spans of a row, those closer than `gap` characters made one."""
    found: Row = []
    gaps = [two.x0 - one.x1 for one, two in pairwise(row)]
    for at, span in enumerate(row):
        if found and gaps[at - 1] < gap * max(span.size, found[-1].size):
            last = found[-1]
            text = last.text + _between(row, gaps, at) + span.text
            found[-1] = Span(last.x0, span.x1, last.y, max(last.size, span.size), text)
        else:
            found.append(span)
    return found


def _between(row: Row, gaps: Sequence[float], at: int) -> str:
    """What stands in the gap before span `at`."""
    if not is_wide(row[at - 1].text[-1]) and not is_wide(row[at].text):
        return " "
    stretched = any(
        0 <= near < len(gaps) and abs(gaps[near] - gaps[at - 1]) < _ALIKE * gaps[at - 1]
        for near in (at - 2, at)
    )
    return "" if stretched or gaps[at - 1] < _WIDE_SPACE * row[at].size else "\u3000"


def is_wide(text: str) -> bool:
    """Whether a character takes a full square, as hanzi do."""
    return unicodedata.east_asian_width(text[0]) in ("W", "F")


def joined(texts: Sequence[str]) -> str:
    """Pieces of one text, with a space where letters or digits would run together."""
    whole = ""
    for text in texts:
        if whole and text and not is_wide(whole[-1]) and not is_wide(text[0]):
            latin = whole[-1].isalnum() or whole[-1] in ",.;:)"
            whole += " " if latin and text[0].isalnum() else ""
        whole += text
    return whole


def _with_raised(lines: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Lines with the small signs that stand raised or lowered beside them."""
    kept: list[list[Glyph]] = []
    for at, line in enumerate(lines):
        size = max(one.size for one in line)
        for near in (*kept[-1:], *lines[at + 1 : at + 2]):
            large = max(one.size for one in near)
            beside = min(one.x0 for one in near) < line[0].x0 < max(one.x1 for one in near) + large
            if size < _SMALL * large and abs(near[0].y - line[0].y) < _RAISED * large and beside:
                near.extend(line)
                break
        else:
            kept.append(line)
    return kept


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]
