"""Keys in words: which key does what, as the key bar, the help page and the palette tell it."""

from itertools import takewhile

from annotator.tui.commands import COMMANDS
from annotator.tui.keyboard import PUNCTUATION
from annotator.words import say

_SIGNS = {
    **PUNCTUATION, **{f"f{n}": f"F{n}" for n in range(1, 13)}, "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "tab": "Tab", "escape": "Esc", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "delete": "Del", "insert": "Ins",
}  # fmt: skip
_ARROWS = ("←", "→", "↑", "↓")
_WORDS = ("enter", "space", "backspace")

in_force: dict[str, str] = {}
"""Keys by command where the user's key file differs from the table."""


def keys_of(name: str) -> list[str]:
    """The keys of a command, or of a key in a mode, such as `marking.words_right`, as Textual names them."""
    if name in in_force:
        return in_force[name].split(",")
    if name in COMMANDS:
        return COMMANDS[name].keys.split(",")
    from annotator.tui.modes import found  # noqa: PLC0415  (not needed to start)

    key = found(name)
    return key.keys.split(",") if key else [""]


def key_words(key: str) -> str:
    """A key as a person reads it: 回车, PgDn, Ctrl+Z."""
    *held, last = key.split("+")
    sign = say(f"keys.{last}") if last in _WORDS else _SIGNS.get(last, last)
    if held == ["ctrl"]:
        return f"Ctrl+{sign.upper()}"
    return "+".join([*(one.capitalize() for one in held), sign])


def row_words(*names: str, mode: str = "") -> str:
    """The first keys of several commands, or of several in a mode, side by side: ←→, n p."""
    words = [key_words(keys_of(f"{mode}.{name}" if mode else name)[0]) for name in names]
    return ("" if all(one in _ARROWS for one in words) else " ").join(words)


def mode_words(*modes: str) -> dict[str, str]:
    """The first key of everything in some modes, by its name; `move` is up and down."""
    from annotator.tui.modes import MODES  # noqa: PLC0415  (not needed to start)

    words = {"move": row_words("up", "down", mode=modes[0])}
    return words | {name: row_words(name, mode=mode) for mode in modes for name in MODES[mode].keys}


def mode_signs(mode: str) -> str:
    """The signs that are keys in a mode."""
    from annotator.tui.modes import MODES  # noqa: PLC0415  (not needed to start)

    keys = (key for name in MODES[mode].keys for key in keys_of(f"{mode}.{name}"))
    return "".join(sign for key in keys if len(sign := PUNCTUATION.get(key, key)) == 1)


def both_words(first: str, second: str) -> str:
    """The keys of two commands that belong together: PgUp/Dn, Ctrl+P/N."""
    one, other = (key_words(keys_of(name)[0]) for name in (first, second))
    if not one or not other:
        return one or other
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return f"{one}/{other[alike:]}"
