"""Every command by its name, with its key: for what is used too seldom to be remembered."""

from rich.cells import cell_len

from annotator.tui.commands import COMMANDS, Command
from annotator.tui.keys import key_words, keys_of
from annotator.tui.screens.chooser import Chooser, Option
from annotator.words import both, say

COLUMN = 10


class Palette(Chooser[str]):
    """Answers with the id of a command."""

    def __init__(self) -> None:
        super().__init__(say("commands.palette_about"), _matching)


def _matching(typed: str) -> list[Option[str]]:
    """The commands whose words, in either language, hold everything that is typed."""
    wanted = typed.lower().split()
    return [
        _option(command)
        for command in COMMANDS.values()
        if command.group != "hidden" and command.id != "palette" and _holds(command, wanted)
    ]


def _holds(command: Command, wanted: list[str]) -> bool:
    words = " ".join([*both(f"commands.{command.id}"), *both(f"commands.{command.id}_about")]).lower()
    return all(word in words for word in wanted)


def _option(command: Command) -> Option[str]:
    keys = " ".join(key_words(key) for key in keys_of(command.id) if key)
    gap = " " * max(1, COLUMN - cell_len(keys))
    row = [(f" {keys}{gap}", "good"), (say(f"commands.{command.id}_about"), "")]
    return Option(row, command.id)
