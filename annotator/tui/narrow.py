"""Characters for terminals that draw “ — ① │ two cells wide.

Unicode leaves it open whether such characters take one cell or two; everything here counts one. Where a
terminal draws two, each of them would push the rest of its line to the right. They are drawn as others
of one cell, one for one: the text itself, its offsets and what is copied from the project stay as they are.
"""

import unicodedata
from collections.abc import Iterable

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_ALIKE = (
    ("“”″", '"'), ("‘’′", "'"), ("…‥", "⋯"), ("—–―─━┄┅┈┉═‾", "-"), ("·•‧", "･"), ("×", "x"), ("÷", "/"),
    ("→⇒▶▷", ">"), ("←◀◁", "<"), ("↑▲△", "^"), ("↓▼▽", "v"), ("■●★◆▉▊▋█▇", "#"), ("□○☆◇◎", "o"),
    ("│┃┆┇┊┋║▌▍▎▏▕", "|"), ("▁▂", "_"), ("▔▀▄▃▅▆▒▓", "="), ("※", "*"), ("§", "S"), ("℃", "C"), ("℉", "F"),
    ("√", "v"), ("≈", "~"), ("≠", "!"), ("≤≦", "<"), ("≥≧", ">"), ("±", "+"), ("°º", "o"),
    ("‰", "%"), ("№", "#"), ("¡", "!"), ("¿", "?"), ("¹", "1"), ("²", "2"), ("³", "3"),
    ("①②③④⑤⑥⑦⑧⑨⑩", "➀➁➂➃➄➅➆➇➈➉"), ("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", "123456789X"), ("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ", "123456789x"),
)  # fmt: skip


class _Table(dict[int, str]):
    """What each character is drawn as, worked out when it first comes."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if ambiguous(character):
            character = "+" if 0x2500 <= code < 0x2580 else "?"
        self[code] = character
        return character


def _pairs() -> Iterable[tuple[int, str]]:
    for characters, drawn in _ALIKE:
        for number, character in enumerate(characters):
            yield ord(character), drawn[number] if len(drawn) > 1 else drawn


_TABLE = _Table(_pairs())


def ambiguous(character: str) -> bool:
    """Whether terminals differ on how many cells a character takes."""
    wide = unicodedata.east_asian_width(character)
    return wide == "A" and get_character_cell_size(character) == 1


def narrowed(text: str) -> str:
    """`text` as it is drawn, each character in the cells that are counted for it."""
    return text if text.isascii() else text.translate(_TABLE)


class Narrow(LineFilter):
    """Draws every line so: those of this program and those of the library's own widgets."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A line without such characters."""
        return [Segment(narrowed(text), style, control) for text, style, control in segments]
