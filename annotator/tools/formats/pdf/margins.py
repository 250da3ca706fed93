"""What stands above and below the text of every page: page numbers, and the same line again and again."""

import re
from collections import Counter
from collections.abc import Sequence

from annotator.tools.formats.pdf.rows import Row, joined

# How many rows from the edge of a page are looked at, and how far from it they stand, of its height.
_ROWS, _ZONE = 3, 0.12
# On how many of the pages a line stands to be no part of the text.
_SHARE = 0.4
_NUMBER = re.compile(
    r"[-—–―－·•~～一\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[一二三四五六七八九十百]{1,4})(?:\s*页)?"
    r"(?:\s*[/／,，、]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―－·•~～一\s]*|第\s*页|Page\s*\d+(?:\s*of\s*\d+)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def furniture(pages: Sequence[tuple[float, Sequence[Row]]]) -> tuple[set[tuple[int, int]], list[str]]:
    """Of pages (height, rows): the rows (page, number) that are no part of the text, and what they say.

    What they say is told once each, without page numbers.
    """
    at_edge = [
        (page, number, _said(rows[number]), rows[number][0].y)
        for page, (height, rows) in enumerate(pages)
        for number in _edge(rows, height)
    ]
    often = Counter(text for text, _ in {(_plain(text), page) for page, _, text, _ in at_edge})
    enough = max(2, _SHARE * len(pages) / 2 if len(pages) > 4 else _SHARE * len(pages) + 1)
    numbers = Counter(round(y / 4) for _, _, text, y in at_edge if _NUMBER.fullmatch(text))
    gone: set[tuple[int, int]] = set()
    told: dict[str, None] = {}
    for page, number, text, y in at_edge:
        if _NUMBER.fullmatch(text):
            # A number alone may be a table's; a page's stands where the other pages have theirs.
            near = sum(numbers[round(y / 4) + step] for step in (-1, 0, 1))
            if near >= enough or len(pages) == 1:
                gone.add((page, number))
        elif often[_plain(text)] >= enough:
            gone.add((page, number))
            told.setdefault(text)
    return gone, list(told)


def _edge(rows: Sequence[Row], height: float) -> list[int]:
    """The rows at the top and at the bottom of a page."""
    top = [number for number in range(min(_ROWS, len(rows))) if rows[number][0].y > height * (1 - _ZONE)]
    bottom = [
        number
        for number in range(max(0, len(rows) - _ROWS), len(rows))
        if rows[number][0].y < height * _ZONE and number not in top
    ]
    return top + bottom


def _said(row: Row) -> str:
    return joined([span.text for span in row])


def _plain(text: str) -> str:
    return _DIGITS.sub("#", "".join(text.split()))
