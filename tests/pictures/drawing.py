"""A picture of a terminal's screen, every character on its cells, hanzi on two."""

import subprocess
from functools import cache
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from tests.terminal import Screen

CELL = (10, 21)
"""Width and height of a cell in pixels."""

HANZI, NARROW = "Noto Sans Mono CJK SC", "DejaVu Sans Mono"
"""The second for signs such as “ and …, which the first draws in two cells."""

PLAIN = {"background": (12, 12, 12), "foreground": (204, 204, 204)}
BASIC = {
    "black": "0c0c0c", "red": "c50f1f", "green": "13a10e", "brown": "c19c00", "blue": "0037da", "magenta": "881798",
    "cyan": "3a96dd", "white": "cccccc", "brightblack": "767676", "brightwhite": "f2f2f2",
}  # fmt: skip


def picture(screen: Screen) -> Image.Image:
    """What the screen shows, with its cursor where that is to be seen."""
    wide, high = CELL
    image = Image.new("RGB", (screen.columns * wide, screen.lines * high), PLAIN["background"])
    pen = ImageDraw.Draw(image)
    for y in range(screen.lines):
        for x in range(screen.columns):
            cell = screen.buffer[y][x]
            ink, ground = _colour(cell.fg, "foreground"), _colour(cell.bg, "background")
            if cell.reverse:
                ink, ground = ground, ink
            cells = 2 if x + 1 < screen.columns and not screen.buffer[y][x + 1].data else 1
            at = (x * wide, y * high)
            if cell.data:
                pen.rectangle((*at, at[0] + cells * wide - 1, at[1] + high - 1), fill=ground)
                family = HANZI if cells == 2 or cell.data < "\x7f" else NARROW
                _write(pen, cell.data, at, ink, _font(family, bold=cell.bold))
            if cell.underscore:
                pen.line((at[0], at[1] + high - 2, at[0] + wide - 1, at[1] + high - 2), fill=ink)
    return image


def _write(
    pen: ImageDraw.ImageDraw, text: str, at: tuple[int, int], ink: Any, font: ImageFont.FreeTypeFont
) -> None:
    high = CELL[1]
    if text in "│─╭╮╰╯█▌▊▎▔▁":
        _rule(pen, text, at, ink)
    elif text.strip():
        pen.text((at[0], at[1] + high - 6), text, fill=ink, font=font, anchor="ls")


def _rule(pen: ImageDraw.ImageDraw, text: str, at: tuple[int, int], ink: Any) -> None:
    """Lines and blocks join only where they are drawn from edge to edge."""
    wide, high = CELL
    left, top, right, bottom = at[0], at[1], at[0] + wide - 1, at[1] + high - 1
    middle, centre = left + wide // 2, top + high // 2
    blocks = {
        "█": (left, top, right, bottom), "▌": (left, top, middle - 1, bottom), "▊": (left, top, right - 3, bottom),
        "▎": (left, top, left + 2, bottom), "▔": (left, top, right, top + 2), "▁": (left, bottom - 2, right, bottom),
    }  # fmt: skip
    if text in blocks:
        pen.rectangle(blocks[text], fill=ink)
        return
    lines = {
        "│": [(middle, top, middle, bottom)], "─": [(left, centre, right, centre)],
        "╭": [(middle, centre, right, centre), (middle, centre, middle, bottom)],
        "╮": [(left, centre, middle, centre), (middle, centre, middle, bottom)],
        "╰": [(middle, centre, right, centre), (middle, top, middle, centre)],
        "╯": [(left, centre, middle, centre), (middle, top, middle, centre)],
    }  # fmt: skip
    for line in lines[text]:
        pen.line(line, fill=ink)


def _colour(name: str, default: str) -> tuple[int, ...]:
    if name == "default":
        return PLAIN[default]
    digits = BASIC.get(name, name)
    return tuple(int(digits[i : i + 2], 16) for i in (0, 2, 4))


@cache
def _font(family: str, *, bold: bool) -> ImageFont.FreeTypeFont:
    """A font of this machine, as large as its characters fill their cells; fontconfig tells where it is."""
    command = ["fc-match", "--format", "%{file}\n%{index}", f"{family}:bold" if bold else family]
    path, index = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    return ImageFont.truetype(path, 18 if family == HANZI else 16, index=int(index))
