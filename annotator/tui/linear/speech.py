"""The words that a line of input is made of: commands, codes, fields."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from annotator.model.codebook import Code, Field
from annotator.tui.commands import COMMANDS
from annotator.tui.keyboard import PUNCTUATION, typed
from annotator.tui.keys import keys_of
from annotator.tui.panel import Choice
from annotator.words import both, language

SPOKEN = (
    "again", "codes", "meaning", "finish", "accept", "none", "clear", "next_field", "previous_field",
    "find_unit", "role", "repeat", "skip", "flag", "undo", "redo", "note", "reason", "question", "next",
    "previous", "unfinished", "first", "last", "go", "library", "open", "help", "quit",
)  # fmt: skip
"""What can be asked for, in the order in which help tells of it. Most are commands of the screens too."""

WITH_TEXT = ("meaning", "find_unit", "role", "note", "reason", "question", "go", "open")
"""What takes the rest of the line."""


class Meant(NamedTuple):
    """A command with the text after it, or `pick` and `turn` with the numbers of a field and a choice."""

    what: str
    text: str = ""
    field: int = -1
    choice: int = -1


def words_of(command: str) -> list[str]:
    """The words that call a command, those of the language in force first, then its sign."""
    here, there = both(f"linear.{command}")[:: 1 if language() == "zh" else -1]
    signs = [sign for key in _keys(command) if (sign := PUNCTUATION.get(key, key)) and len(sign) == 1]
    return [
        *here.split("|"),
        *there.split("|"),
        *(sign for sign in signs if not (sign.isalpha() or sign.isspace())),
    ]


def _keys(command: str) -> list[str]:
    return keys_of(command) if command in COMMANDS else []


@cache
def _commands() -> dict[str, str]:
    return {plain_word(word): command for command in SPOKEN for word in (*words_of(command), command)}


def plain_word(text: str) -> str:
    """`text` in one case and width."""
    return "".join(map(typed, text)).casefold().strip()


def with_text(line: str) -> Meant | None:
    """A line that begins with a command and goes on with its text: `;看附件`, `note see annex`."""
    head, _, rest = line.replace("　", " ").partition(" ")
    for word, text in ((head, rest), (line[:1], line[1:])):
        command = _commands().get(plain_word(word))
        if command in WITH_TEXT and text.strip():
            return Meant(command, text.strip())
    return None


def word(text: str, focus: int, fields: Sequence[Field], choices: Sequence[Choice]) -> Meant | None:
    """What one word, or a name of several, means while a field with these choices is in focus."""
    said = plain_word(text)
    for number, choice in enumerate(choices):
        if said and said in (choice.key, plain_word(choice.name)):
            return Meant("pick", field=focus, choice=number)
    if command := _commands().get(said):
        return Meant(command)
    if said.isdecimal() and 0 < int(said) <= len(choices):
        return Meant("pick", field=focus, choice=int(said) - 1)
    for number, field in enumerate(fields):
        if said in map(plain_word, (field.id, field.zh, field.en)):
            return Meant("turn", field=number)
    return next(_named(said, fields), None)


def _named(said: str, fields: Sequence[Field]) -> Iterator[Meant]:
    for number, field in enumerate(fields):
        for place, code in enumerate(field.codes):
            if said in map(plain_word, _names(code)):
                yield Meant("pick", field=number, choice=place)


def _names(code: Code) -> tuple[str, str, str]:
    return code.id, code.zh, code.en
