"""Keys in words: which key does what, as the key bar, the help page and the palette tell it."""

from annotator.model.codebook import Field
from annotator.tui.commands import COMMANDS
from annotator.tui.keyboard import PUNCTUATION
from annotator.words import say

_SIGNS = {
    **PUNCTUATION, **{f"f{n}": f"F{n}" for n in range(1, 13)}, "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End", "tab": "Tab", "escape": "Esc", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "delete": "Del", "insert": "Ins",
}  # fmt: skip
_WORDS = ("enter", "space", "backspace")

in_force: dict[str, str] = {}
"""Keys by command where the user's key file differs from the table."""


def keys_of(name: str) -> list[str]:
    """The keys of a command, as Textual names them."""
    return in_force.get(name, COMMANDS[name].keys).split(",")


def key_words(key: str, *, short: bool = False) -> str:
    """A key as a person reads it: 回车, PgDn, Ctrl+Z; `short` for the key bar: ^Z."""
    *held, last = key.split("+")
    sign = say(f"keys.{last}") if last in _WORDS else _SIGNS.get(last, last)
    if held == ["ctrl"]:
        return f"^{sign.upper()}" if short and len(sign) == 1 else f"Ctrl+{sign.upper()}"
    return "+".join([*(one.capitalize() for one in held), sign])


_FINDS = {"entity": "find_unit", "span": "mark", "text": "find_unit", "date": "find_unit"}
_LATER = (
    "next_field", "none", "skip", "unfinished", "help", "palette", "note", "flag", "question", "undo", "redo",
    "previous", "next", "library",
)  # fmt: skip


def keys_now(field: Field, *, choosing: bool, queued: bool) -> list[tuple[str, str, str]]:
    """The keys that matter now, the most useful first: (key, what it does, command)."""
    words = {"finish": say("keys.choose")} if choosing else {}
    if field.kind in ("text", "date"):
        words["find_unit"] = say("keys.write")
    if queued:
        words["library"] = say("keys.leave_queue")
    names = ["finish", "accept", *([_FINDS[field.kind]] if field.kind in _FINDS else []), *_LATER]
    return [
        (key_words(keys_of(name)[0], short=True), words.get(name) or say(f"commands.{name}"), name)
        for name in names
    ]
