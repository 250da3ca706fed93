"""The user's own keys: a TOML file of lines such as `skip = "x"`, checked whole before it is used.

Textual ignores what it does not know and lets one of two clashing bindings win in silence, so that
everything is checked here.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from annotator.errors import AnnotatorError
from annotator.tui.commands import COMMANDS
from annotator.tui.keyboard import PUNCTUATION

NAMED = frozenset([
    "enter", "space", "tab", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", *(f"f{n}" for n in range(1, 13)),
])  # fmt: skip
FIXED = re.compile(r"field_\d|cursor_\w+")
"""Commands whose keys are the keys they are named for."""

_SIGNS = {sign: name for name, sign in PUNCTUATION.items()}
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+j": "enter"}
"""What a terminal sends for these is another key."""
_HELD = re.compile(r"(?:(?:ctrl|shift|alt)\+)+[a-z0-9_]+")


def keymap(given: Mapping[str, Any]) -> dict[str, str]:
    """Keys by command, as Textual takes them, from what a key file holds.

    A key is a sign (`;`), or Textual's name of it (`semicolon`, `ctrl+n`, `f5`); several stand in a list
    or with spaces between. Raises AnnotatorError with a sentence for the first mistake.
    """
    chosen = {name: _keys(name, value) for name, value in given.items()}
    owners: dict[str, str] = {}
    for name, command in COMMANDS.items():
        for key in chosen.get(name, command.keys.split(",") if command.keys else []):
            if key in owners:
                raise AnnotatorError("keys.clash", pressed=key, first=owners[key], second=name)
            owners[key] = name
    return {name: ",".join(keys) for name, keys in chosen.items()}


def _keys(name: str, value: Any) -> list[str]:
    if name not in COMMANDS or FIXED.fullmatch(name):
        near = "".join(get_close_matches(name, [one for one in COMMANDS if not FIXED.fullmatch(one)], n=1))
        raise AnnotatorError("keys.no_command_near" if near else "keys.no_command", name=name, near=near)
    words = value.split() if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise AnnotatorError("keys.no_text", name=name)
    return [_key(name, word) for word in words]


def _key(name: str, word: str) -> str:
    key = _SIGNS.get(word, word.lower())
    if key in _SAME:
        raise AnnotatorError("keys.same", name=name, pressed=word, other=_SAME[key])
    if re.fullmatch("[a-z1-9]", key) and key not in COMMANDS[name].keys.split(","):
        raise AnnotatorError("keys.taken", name=name, pressed=word)
    if not (key in NAMED or key in PUNCTUATION or _HELD.fullmatch(key) or re.fullmatch("[jk0]", key)):
        raise AnnotatorError("keys.no_key", name=name, pressed=word)
    return key
