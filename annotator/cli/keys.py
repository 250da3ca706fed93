"""`annotator keys`: everything that has a key, with its keys, and the file that changes them."""

from collections.abc import Mapping

from annotator.cli.options import json_option, show, show_json, table
from annotator.cli.worded import command
from annotator.store import keyfile
from annotator.tui import keymap
from annotator.tui.commands import COMMANDS
from annotator.tui.keys import key_words
from annotator.words import say

EXAMPLE: Mapping[str, str] = {"skip": "f5", "find_unit": "/ f6"}
"""What a key file may hold, to show its form."""


@command("keys")
@json_option
def keys(as_json: bool) -> None:
    """The table, checked; a mistake in the file is an error."""
    chosen = keymap.keymap(keyfile.read())
    rows = [(name, chosen.get(name, usual), name in chosen) for name, usual in keymap.changeable().items()]
    if as_json:
        given = [{"command": name, "keys": k.split(",") if k else [], "own": o} for name, k, o in rows]
        show_json({"file": str(keyfile.path()), "keys": given})
        return
    show(say("keys.file", path=keyfile.path()))
    show(say("keys.form"))
    for name, pressed in EXAMPLE.items():
        show(f'    {name} = "{pressed}"')
    show(say("keys.sections"))
    table([[name, _words(k), say("keys.own") if o else "", _about(name)] for name, k, o in rows])


def _words(pressed: str) -> str:
    return " ".join(key_words(key) for key in pressed.split(",") if key)


def _about(name: str) -> str:
    if name not in COMMANDS:
        return say(f"modes.{name.replace('.', '_')}")
    return say(f"commands.{name}_about") if COMMANDS[name].group != "hidden" else ""
