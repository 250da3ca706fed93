"""What a reviewer can do on the review screen: one table for keys, key bar, help page and palette.

A command is a function of this package that takes the screen; it is loaded when it is first called.
Its words are in the catalogue: `commands.<id>` in a few words, `commands.<id>_about` in a line.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Literal, NamedTuple

Group = Literal["label", "write", "move", "find", "see", "hidden"]
GROUPS: tuple[Group, ...] = ("label", "write", "move", "find", "see")


class Command(NamedTuple):
    """`keys` are Textual's names, comma separated, and may be changed by the user's key file; `run`
    is "module:function" here, called with the screen and `arguments`. Commands of the group `hidden`
    are understood by themselves and stand in no list.
    """

    id: str
    keys: str
    run: str
    group: Group
    arguments: tuple[Any, ...] = ()

    def __call__(self, screen: object) -> None:
        """Do it."""
        module, _, function = self.run.partition(":")
        getattr(import_module(f"annotator.tui.commands.{module}"), function)(screen, *self.arguments)


_ALL = (
    Command("finish", "enter", "labelling:finish", "label"),
    Command("accept", "space", "labelling:accept", "label"),
    Command("accept_field", "ampersand", "labelling:accept_field", "label"),
    Command("none", "minus", "labelling:none", "label"),
    Command("clear", "backspace", "labelling:clear", "label"),
    Command("next_field", "tab", "labelling:turn_field", "label", (1,)),
    Command("previous_field", "shift+tab", "labelling:turn_field", "hidden", (-1,)),
    Command("find_unit", "slash", "labelling:find_unit", "label"),
    Command("repeat", "0", "bulk:repeat", "label"),
    Command("spread", "asterisk", "bulk:spread", "label"),
    Command("skip", "comma", "labelling:skip", "label"),
    Command("flag", "equals_sign", "labelling:flag", "label"),
    Command("undo", "ctrl+z", "labelling:undo", "label"),
    Command("redo", "ctrl+y", "labelling:redo", "label"),
    Command("mark", "left_square_bracket", "marking:mark", "label"),
    Command("reject", "exclamation_mark", "rejecting:reject", "label"),
    Command("cut", "right_square_bracket", "cutting:cut", "label"),
    Command("repair", "tilde", "repairing:repair", "label"),
    Command("carry", "plus", "cutting:carry", "label"),
    Command("carry_all", "", "cutting:carry_all", "label"),
    Command("note", "semicolon", "writing:note", "write"),
    Command("reason", "colon", "writing:reason", "write"),
    Command("question", "apostrophe", "writing:question", "write"),
    Command("next", "pagedown,j", "moving:step", "move", (1,)),
    Command("previous", "pageup,k", "moving:step", "move", (-1,)),
    Command("unfinished", "full_stop", "moving:next_unfinished", "move"),
    Command("first", "home", "moving:go_to", "move", (0,)),
    Command("last", "end", "moving:go_to", "move", (-1,)),
    Command("library", "escape", "moving:leave", "move"),
    Command("search", "ctrl+f", "finding:search", "find"),
    Command("go_to", "ctrl+g", "finding:go_to", "find"),
    Command("next_of_kind", "greater_than_sign", "finding:next_of_kind", "find"),
    Command("back", "less_than_sign", "moving:back", "find"),
    Command("round", "at", "rounds:start", "find"),
    Command("outline", "ctrl+o", "finding:outline", "find"),
    Command("view", "grave_accent", "seeing:view", "see"),
    Command("definition", "ctrl+d", "seeing:definition", "see"),
    Command("history", "ctrl+r", "seeing:history", "see"),
    Command("describe", "", "describing:describe", "see"),
    Command("findings", "", "describing:findings", "see"),
    Command("progress", "", "seeing:progress", "see"),
    Command("agreement", "", "auditing:agreement", "see"),
    Command("lead", "", "rounds:lead", "see"),
    Command("adjudicate", "", "adjudicating:adjudicate", "see"),
    Command("feedback", "", "adjudicating:feedback", "see"),
    Command("export", "", "exporting:export", "see"),
    Command("ledger", "", "exporting:ledger", "see"),
    Command("codebook", "", "revising:codebook", "see"),
    Command("boundary", "", "revising:boundary", "see"),
    Command("copy", "ctrl+c", "seeing:copy", "see"),
    Command("theme", "", "seeing:theme", "see"),
    Command("mouse", "ctrl+t", "seeing:mouse", "see"),
    Command("scroll_down", "ctrl+down", "seeing:scroll", "see", (3,)),
    Command("scroll_up", "ctrl+up", "seeing:scroll", "see", (-3,)),
    Command("help", "question_mark", "asking:help_page", "see"),
    Command("palette", "ctrl+p", "asking:palette", "see"),
    Command("quit", "ctrl+q", "asking:leave", "see"),
    Command("stored", "ctrl+s", "asking:stored", "hidden"),
    *(Command(f"field_{n}", str(n), "labelling:field", "hidden", (n - 1,)) for n in range(1, 10)),
    *(Command(f"cursor_{arrow}", arrow, "labelling:cursor", "hidden", (arrow,))
      for arrow in ("up", "down", "left", "right")),
)  # fmt: skip

COMMANDS: Mapping[str, Command] = {command.id: command for command in _ALL}
"""Every command by its id, in the order in which help tells of them."""
