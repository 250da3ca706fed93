"""The looks of the screens: dark and light for long hours, high contrast, and none at all.

Text stands out from its ground by 4.5 : 1 at least, in high contrast by 7 : 1; what is dim too. Where
there are no colours, bold, underline, reverse and signs tell what colours tell elsewhere (annotator.tcss).
"""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from annotator.model.preferences import THEMES


def _theme(name: str, grounds: str, inks: str, *, dark: bool = True) -> Theme:
    """`grounds`: of the screen, of what stands out on it, of bars, of the title, of the row in use;
    `inks`: text, what is dim, text on the title, keys, what is done, what wants care, what is suggested.
    """
    ground, surface, panel, bar, row = grounds.split()
    text, dim, on_bar, accent, good, warn, hint = inks.split()
    return Theme(
        name, dark=dark, background=ground, surface=surface, panel=panel, primary=bar, secondary=hint,
        accent=accent, success=good, warning=warn, error=warn, foreground=text,
        variables={
            "text": text, "text-muted": dim, "text-disabled": dim, "text-primary": on_bar,
            "text-secondary": hint, "text-accent": accent, "text-success": good, "text-warning": warn,
            "text-error": warn, "foreground-muted": dim, "foreground-disabled": dim, "border": accent,
            "block-cursor-background": row, "block-cursor-foreground": text,
            "input-cursor-background": text, "input-cursor-foreground": ground,
            "input-selection-background": row, "screen-selection-background": row,
            "screen-selection-foreground": text,
        },
    )  # fmt: skip


LOOKS = {
    "dark": _theme(
        "dark",
        "#16191d #1b1f24 #262c33 #2b557f #263c53",
        "#d8dbdf #a0a9b3 #f2f5f8 #e3b667 #8fcb98 #eab366 #9dc5e8",
    ),
    "light": _theme(
        "light",
        "#fbfaf7 #f4f2ed #e7e4dd #2b557f #cfdfee",
        "#23272c #565c64 #ffffff #7d4300 #1c6035 #8a3b00 #1c5486",
        dark=False,
    ),
    "contrast": _theme(
        "contrast",
        "#000000 #000000 #1c1c1c #ffffff #00305c",
        "#ffffff #d6d6d6 #000000 #ffd75f #87ff87 #ffb86b #9fdcff",
    ),
    "none": _theme(
        "none",
        "#000000 #000000 #000000 #000000 #000000",
        "#ffffff #ffffff #ffffff #ffffff #ffffff #ffffff #ffffff",
    ),
}


def following(name: str) -> str:
    """The look after that one."""
    return THEMES[(THEMES.index(name) + 1) % len(THEMES)]


class Colourless(LineFilter):
    """Takes the colours away and leaves bold, underline and reverse, which every terminal has."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A line without colours."""
        return [Segment(text, style and _uncoloured(style), control) for text, style, control in segments]


@lru_cache(1024)
def _uncoloured(style: Style) -> Style:
    return Style(bold=style.bold, underline=style.underline, reverse=style.reverse)
