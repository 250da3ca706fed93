"""The user's own keys: a TOML file of lines such as `skip = "x"`, checked whole before it is used.

Textual ignores what it does not know and lets one of two clashing bindings win in silence, so that
everything is checked here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from annotator.errors import AnnotatorError
from annotator.tui.commands import COMMANDS
from annotator.tui.keyboard import PUNCTUATION
from annotator.tui.modes import MODES, TOGETHER, Mode

NAMED = frozenset([
    "enter", "space", "tab", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", *(f"f{n}" for n in range(1, 13)),
])  # fmt: skip
FIXED = re.compile(r"field_\d|cursor_\w+")
"""Commands whose keys are the keys they are named for."""

_SIGNS = {sign: name for name, sign in PUNCTUATION.items()}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+j": "enter"}
"""What a terminal sends for these is another key."""
_IN_LINE = frozenset([
    "enter", "left", "right", "home", "end", "backspace", "delete",
    *(f"ctrl+{one}" for one in ("left", "right", "a", "c", "e", "f", "k", "u", "v", "w", "x")),
    "shift+left", "shift+right", "shift+home", "shift+end",
])  # fmt: skip
"""What a line that is typed in does itself."""
_HELD = re.compile(r"(?:(?:ctrl|shift|alt)\+)+[a-z0-9_]+")


def keymap(given: Mapping[str, Any]) -> dict[str, str]:
    """Keys by command, as Textual takes them, from what a key file holds; those of a mode stand in a section
    of its name and are called `marking.words_right` here.

    A key is a sign (`;`), or Textual's name of it (`semicolon`, `ctrl+n`, `f5`); several stand in a list
    or with spaces between. Raises AnnotatorError with a sentence for the first mistake.
    """
    chosen = {name: _keys(name, value) for name, value in _named(given)}
    usual = {name: command.keys for name, command in COMMANDS.items()}
    _apart(chosen, usual)
    for modes in TOGETHER:
        _apart(chosen, {name: keys for mode in modes for name, keys in _of_mode(mode)})
    return {name: ",".join(keys) for name, keys in chosen.items()}


def _named(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in given.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{key}", inner) for key, inner in value.items())
        else:
            yield name, value


def _of_mode(mode: str) -> Iterator[tuple[str, str]]:
    return ((f"{mode}.{name}", key.keys) for name, key in MODES[mode].keys.items())


def changeable() -> dict[str, str]:
    """The usual keys of everything that a key file can change."""
    commands = {name: one.keys for name, one in COMMANDS.items() if not FIXED.fullmatch(name)}
    return commands | {name: keys for mode in MODES for name, keys in _of_mode(mode)}


def _apart(chosen: Mapping[str, Sequence[str]], usual: Mapping[str, str]) -> None:
    """Raises AnnotatorError where two that hold at once have the same key."""
    owners: dict[str, str] = {}
    for name, keys in usual.items():
        for key in chosen.get(name, keys.split(",") if keys else []):
            if key in owners:
                raise AnnotatorError("keys.clash", pressed=key, first=owners[key], second=name)
            owners[key] = name


def _keys(name: str, value: Any) -> list[str]:
    usual = changeable()
    if name not in usual:
        near = "".join(get_close_matches(name, usual, n=1))
        raise AnnotatorError("keys.no_command_near" if near else "keys.no_command", name=name, near=near)
    words = value.split() if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise AnnotatorError("keys.no_text", name=name)
    if name == "quit" and not words:
        raise AnnotatorError("keys.no_way_out", name=name)
    return [_key(name, word, usual[name].split(",")) for word in words]


def _key(name: str, word: str, usual: Sequence[str]) -> str:
    key = _SIGNS.get(word, word.lower())
    if key in _SAME:
        raise AnnotatorError("keys.same", name=name, pressed=word, other=_SAME[key])
    if key in usual:
        return key
    if name in COMMANDS and re.fullmatch("[a-z1-9]", key):
        raise AnnotatorError("keys.taken", name=name, pressed=word)
    if name not in COMMANDS and _typed(MODES[name.partition(".")[0]], key):
        raise AnnotatorError("keys.typed", name=name, pressed=word)
    if not (key in NAMED or key in PUNCTUATION or _HELD.fullmatch(key) or re.fullmatch("[a-z0-9]", key)):
        raise AnnotatorError("keys.no_key", name=name, pressed=word)
    return key


def _typed(mode: Mode, key: str) -> bool:
    """Whether a key writes in the line of a mode, or moves in it."""
    if not mode.typed:
        return False
    signs = mode.typed == "text" and (key in PUNCTUATION or key.isdecimal())
    return signs or key in _IN_LINE or re.fullmatch("[a-z]", key) is not None
