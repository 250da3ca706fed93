"""Every command by its name, with its key: for what is used too seldom to be remembered."""

from collections.abc import Collection, Iterable
from functools import partial

from rich.cells import cell_len

from annotator.tui.commands import COMMANDS, Command
from annotator.tui.keys import key_words, keys_of
from annotator.tui.screens.chooser import Chooser, Option
from annotator.words import both, say

COLUMN = 10


class Palette(Chooser[str]):
    """Answers with the id of a command; `known` are those that can be given where it is asked for."""

    def __init__(self, known: Collection[str] = COMMANDS) -> None:
        find = partial(_matching, known)
        super().__init__(say("commands.palette_about"), find, nothing=say("commands.nothing"))


def _matching(known: Collection[str], typed: str) -> list[Option[str]]:
    """The commands whose words, in either language, hold everything that is typed; first those so called."""
    wanted = typed.lower().split()
    offered = [COMMANDS[one] for one in known if COMMANDS[one].group != "hidden" and one != "palette"]
    called = [one for one in offered if _hold([one.id, *both(f"commands.{one.id}")], wanted)]
    told = [one for one in offered if one not in called and _hold(both(f"commands.{one.id}_about"), wanted)]
    return [_option(command) for command in called + told]


def _hold(words: Iterable[str], wanted: list[str]) -> bool:
    text = " ".join(words).lower()
    return all(word in text for word in wanted)


def _option(command: Command) -> Option[str]:
    keys = " ".join(key_words(key) for key in keys_of(command.id) if key)
    gap = " " * max(1, COLUMN - cell_len(keys))
    row = [(f" {keys}{gap}", "good"), (say(f"commands.{command.id}_about"), "")]
    return Option(row, command.id)
