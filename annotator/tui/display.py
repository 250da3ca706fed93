"""Text on its way to the screen: measured in cells, broken into lines, made into strips.

Every string that the program did not write itself passes through `plain` in `strip`, the only way to
the screen.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from annotator.words.plain import plain

_NO_START = frozenset(" ，。、；：？！）》】〕”’」』…—·％,.;:?!)]}>-~+")
_NO_END = frozenset("（《【〔“‘「『([{<-~+")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Lines of at most `width` cells, as offsets (start, end) into `text`; line feeds are dropped.

    No line begins with a closing mark or ends with an opening one, and words of Latin letters, figures
    and what is joined to them stay whole, as far as half a line allows.
    """
    before = [0, *accumulate(map(get_character_cell_size, text))]  # cells before each character
    lines: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        end = -1
        while end != stop:
            # The longest run that fits; at least one character.
            end = max(bisect_right(before, before[start] + width, start, stop + 1) - 1, min(start + 1, stop))
            if end < stop:
                end = _good_break(text, start, end, width)
            lines.append((start, end))
            start = end
        start = stop + 1
    return lines


def _good_break(text: str, start: int, end: int, width: int) -> int:
    at = end
    while _clings(text[at - 1], text[at]):
        if at == start + 1 or end - at >= width // 2:
            return end
        at -= 1
    return at


def _clings(before: str, after: str) -> bool:
    if after in _NO_START or before in _NO_END:
        return True
    # What takes two cells begins behind the letters that take one.
    return before < "\u1100" and after < "\u1100" and before.isalnum() and after.isalnum()


Part = tuple[str, Style]


def strip(parts: list[Part], width: int, background: Style) -> Strip:
    """One line of exactly `width` cells from parts of foreign text; the only way into a Strip here."""
    segments = [Segment(plain(text), background + style) for text, style in parts if text]
    cells = sum(segment.cell_length for segment in segments)
    if cells > width:
        return Strip(segments, cells).adjust_cell_length(width, background)
    # A Strip is dear to make, and adjusting it makes several.
    if cells < width:
        segments.append(Segment(" " * (width - cells), background))
    return Strip(segments, width)


def shortened(parts: list[Part], width: int) -> list[Part]:
    """Parts of at most `width` cells, with an ellipsis where something is missing."""
    if sum(cell_len(text) for text, _ in parts) <= width:
        return parts
    kept: list[Part] = []
    room = width
    for text, style in parts:
        if cell_len(text) >= room:
            return [*kept, (fitted(f"{text} ", room), style)] if room > 0 else kept
        kept.append((text, style))
        room -= cell_len(text)
    return kept


def reached(text: str, cells: int) -> int:
    """The character that stands that many cells from the beginning; the last where there are fewer."""
    for at, character in enumerate(text):
        cells -= get_character_cell_size(character)
        if cells < 0:
            return at
    return max(0, len(text) - 1)


@lru_cache(4096)
def fitted(text: str, width: int) -> str:
    """`text` cut to `width` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    end, cells = 0, 0
    while end < len(text) and cells + get_character_cell_size(text[end]) < width:
        cells += get_character_cell_size(text[end])
        end += 1
    return text[:end] + "…"


@lru_cache(4096)
def middle(text: str, width: int) -> str:
    """`text` cut to `width` cells, with an ellipsis for what is missing in its middle: names of bodies
    that differ at their end begin alike.
    """
    if cell_len(text) <= width:
        return text
    head = fitted(text, (width + 1) // 2)
    tail, cells = len(text), 0
    while tail and cells + get_character_cell_size(text[tail - 1]) <= width - cell_len(head):
        tail -= 1
        cells += get_character_cell_size(text[tail])
    return head + text[tail:]


@lru_cache(256)
def fitted_end(text: str, width: int) -> str:
    """The end of `text` in `width` cells, behind an ellipsis where something is missing."""
    start, cells = len(text), 0
    while start > 0 and cells + get_character_cell_size(text[start - 1]) < width:
        start -= 1
        cells += get_character_cell_size(text[start])
    return text if cell_len(text) <= width else "…" + text[start:]


def padded(text: str, width: int) -> str:
    """`text` cut or filled up to exactly `width` cells."""
    text = fitted(text, width)
    return text + " " * (width - cell_len(text))


def ink(widget: Widget, component: str) -> Style:
    """How a component of a widget writes, on whatever background: its colour (blended where it is
    half transparent) and its attributes.
    """
    style = widget.get_component_rich_style(component)
    return Style(
        color=style.color,
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse,
        strike=style.strike,
    )
