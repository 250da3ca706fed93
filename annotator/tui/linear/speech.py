"""The words that a line of input is made of: commands, codes, fields."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from annotator.model.codebook import Code, Field
from annotator.tui.commands import COMMANDS
from annotator.tui.keyboard import PUNCTUATION, typed
from annotator.tui.keys import keys_of
from annotator.tui.panel import Choice
from annotator.words import both, language

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk

Group = Literal["label", "write", "move", "find", "see"]


class Spoken(NamedTuple):
    """A command: `run` is "module:function" here, called with the talk and what was meant; `told` says that
    it takes the rest of the line.
    """

    run: str
    group: Group
    told: bool = False

    @property
    def act(self) -> "Act":
        """The function, loaded when it is first called."""
        module, _, function = self.run.partition(":")
        act: Act = getattr(import_module(f"annotator.tui.linear.{module}"), function)
        return act


class Meant(NamedTuple):
    """A command with the text after it, or `pick` and `turn` with the numbers of a field and a choice."""

    what: str
    text: str = ""
    field: int = -1
    choice: int = -1


Act = Callable[["Talk", Meant], Iterator[str]]

SPOKEN: dict[str, Spoken] = {
    "finish": Spoken("labelling:finish", "label"),
    "accept": Spoken("labelling:accept", "label"),
    "accept_field": Spoken("labelling:accept_field", "label"),
    "none": Spoken("labelling:none", "label"),
    "clear": Spoken("labelling:clear", "label"),
    "next_field": Spoken("labelling:next_field", "label"),
    "previous_field": Spoken("labelling:previous_field", "label"),
    "find_unit": Spoken("units:find_unit", "label", told=True),
    "role": Spoken("units:give_role", "label", told=True),
    "repeat": Spoken("labelling:repeat", "label"),
    "spread": Spoken("spreading:spread", "label", told=True),
    "skip": Spoken("labelling:skip", "label"),
    "flag": Spoken("labelling:flag", "label"),
    "undo": Spoken("labelling:undo", "label"),
    "redo": Spoken("labelling:redo", "label"),
    "mark": Spoken("marking:mark", "label", told=True),
    "unmark": Spoken("marking:unmark", "label", told=True),
    "reject": Spoken("rejecting:reject", "label"),
    "split": Spoken("cutting:split", "label", told=True),
    "merge": Spoken("cutting:merge", "label"),
    "repair": Spoken("repairing:repair", "label"),
    "reread": Spoken("repairing:reread", "label", told=True),
    "carry": Spoken("cutting:carry", "label"),
    "carry_all": Spoken("cutting:carry_all", "label"),
    "note": Spoken("writing:note", "write", told=True),
    "reason": Spoken("writing:reason", "write", told=True),
    "question": Spoken("writing:question", "write", told=True),
    "next": Spoken("moving:onward", "move"),
    "previous": Spoken("moving:previous", "move"),
    "unfinished": Spoken("moving:unfinished", "move"),
    "first": Spoken("moving:first", "move"),
    "last": Spoken("moving:last", "move"),
    "library": Spoken("moving:library", "move"),
    "open": Spoken("moving:open_document", "move", told=True),
    "go": Spoken("finding:go", "find", told=True),
    "next_of_kind": Spoken("finding:next_of_kind", "find"),
    "back": Spoken("finding:back", "find"),
    "round": Spoken("rounds:start", "find", told=True),
    "outline": Spoken("finding:headings", "find", told=True),
    "search": Spoken("searching:search", "find", told=True),
    "results": Spoken("searching:results", "find"),
    "leave": Spoken("searching:leave", "find"),
    "save": Spoken("searching:save", "find", told=True),
    "drop": Spoken("searching:drop", "find", told=True),
    "again": Spoken("seeing:again", "see"),
    "codes": Spoken("seeing:codes", "see"),
    "meaning": Spoken("seeing:meaning", "see", told=True),
    "view": Spoken("seeing:view", "see", told=True),
    "history": Spoken("seeing:happened", "see"),
    "help": Spoken("seeing:help_lines", "see", told=True),
    "quit": Spoken("seeing:leave", "see"),
}
"""What can be asked for, in the order in which help tells of it. Most are commands of the screens too."""

UNNAMED: dict[str, Spoken] = {
    "pick": Spoken("labelling:pick", "label"),
    "turn": Spoken("labelling:turn", "label"),
}
"""What the name of a choice or of a field does."""


def words_of(command: str) -> list[str]:
    """The words that call a command, those of the language in force first, then its sign."""
    here, there = both(f"linear.{command}")[:: 1 if language() == "zh" else -1]
    return [*here.split("|"), *there.split("|"), *signs_of(command)]


def signs_of(command: str) -> list[str]:
    """The signs that do on the screens what a command does."""
    signs = [sign for key in _keys(command) if len(sign := PUNCTUATION.get(key, key)) == 1]
    return [sign for sign in signs if not (sign.isalpha() or sign.isspace())]


def _keys(command: str) -> list[str]:
    return keys_of(command) if command in COMMANDS else []


@cache
def _commands() -> dict[str, str]:
    return {plain_word(word): command for command in SPOKEN for word in (*words_of(command), command)}


def plain_word(text: str) -> str:
    """`text` in one case and width."""
    return "".join(map(typed, text)).casefold().strip()


def command_named(text: str) -> str | None:
    """The command that a word calls."""
    return _commands().get(plain_word(text))


def with_text(line: str) -> Meant | None:
    """A line that begins with a command and goes on with its text: `;看附件`, `note see annex`, `去12`.

    Behind a word of one character stands a blank or a number: 备案 is no 备.
    """
    head, _, rest = line.replace("　", " ").partition(" ")
    joined = not line[:1].isalpha() or plain_word(line[1:]).isdecimal()
    for word, text in ((head, rest), *([(line[:1], line[1:])] if joined else [])):
        command = command_named(word)
        if command and SPOKEN[command].told and text.strip():
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
