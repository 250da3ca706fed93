"""The keys of the modes and lists that lie over the review screen: one table for their screens, their key
bars and the user's key file, where each has a section of its name.
"""

import unicodedata
from collections.abc import Mapping
from typing import Literal, NamedTuple

from annotator.model.cutting import ROLES
from annotator.tui.keyboard import PUNCTUATION


class ModeKey(NamedTuple):
    """`keys` are Textual's names, comma separated; one with `priority` goes before a line to type in."""

    keys: str
    action: str
    priority: bool = False


class Mode(NamedTuple):
    """What is `typed` there is no key: nothing, the letters of a name (its signs are keys in either width),
    or any text.
    """

    keys: Mapping[str, ModeKey]
    typed: Literal["", "name", "text"] = ""


MODES: Mapping[str, Mode] = {
    "marking": Mode({
        "leave": ModeKey("escape,left_square_bracket", "dismiss"),
        "store": ModeKey("enter", "store"),
        "words_left": ModeKey("left", "words(-1)"),
        "words_right": ModeKey("right", "words(1)"),
        "characters_left": ModeKey("comma,shift+left", "characters(-1)"),
        "characters_right": ModeKey("full_stop,shift+right", "characters(1)"),
        "line_up": ModeKey("up", "lines(-1)"),
        "line_down": ModeKey("down", "lines(1)"),
        "begin": ModeKey("space", "begin"),
        "swap": ModeKey("tab,shift+tab", "swap"),
        "next": ModeKey("n", "found(1)"),
        "previous": ModeKey("p", "found(-1)"),
        "first": ModeKey("home", "edge(0)"),
        "last": ModeKey("end", "edge(-1)"),
        "remove": ModeKey("backspace,delete", "remove"),
        "undo": ModeKey("ctrl+z", "undo"),
    }),
    "cutting": Mode({
        "leave": ModeKey("escape,right_square_bracket", "dismiss"),
        "split": ModeKey("enter", "split"),
        "place_left": ModeKey("left", "place(-1)"),
        "place_right": ModeKey("right", "place(1)"),
        "character_left": ModeKey("comma,shift+left", "character(-1)"),
        "character_right": ModeKey("full_stop,shift+right", "character(1)"),
        "merge": ModeKey("backspace", "merge"),
    }),
    "repairing": Mode({
        "leave": ModeKey("escape,tilde", "dismiss"),
        "accept": ModeKey("enter,a", "accept"),
        "take_back": ModeKey("backspace,delete", "take_back"),
        "reread": ModeKey("e,slash", "reread"),
        "words": ModeKey("plus,w", "words"),
        "up": ModeKey("up,k", "move(-1)"),
        "down": ModeKey("down,j", "move(1)"),
        "next": ModeKey("full_stop,n", "next"),
        "undo": ModeKey("ctrl+z", "undo"),
        "redo": ModeKey("ctrl+y", "redo"),
        "scroll_down": ModeKey("ctrl+down,pagedown", "scroll_told(3)"),
        "scroll_up": ModeKey("ctrl+up,pageup", "scroll_told(-3)"),
    }),
    "adjudicating": Mode({
        "leave": ModeKey("escape", "dismiss"),
        "go_on": ModeKey("enter", "go_on"),
        **{f"accept_{n}": ModeKey(str(n % 10), f"accept({n - 1})") for n in range(1, 11)},
        "column": ModeKey("equals_sign", "column"),
        "column_left": ModeKey("left", "turn_column(-1)"),
        "column_right": ModeKey("right", "turn_column(1)"),
        "combine": ModeKey("plus", "combine"),
        "anew": ModeKey("slash,e", "anew"),
        "withdraw": ModeKey("backspace", "withdraw"),
        "reason": ModeKey("colon,semicolon", "reason"),
        "discard": ModeKey("d", "discard"),
        "give_back": ModeKey("r", "give_back"),
        "undo": ModeKey("ctrl+z", "undo"),
        "redo": ModeKey("ctrl+y", "redo"),
        "field_down": ModeKey("tab,down", "turn_field(1)"),
        "field_up": ModeKey("shift+tab,up", "turn_field(-1)"),
        "next": ModeKey("pagedown,j", "step(1)"),
        "previous": ModeKey("pageup,k", "step(-1)"),
        "next_open": ModeKey("full_stop,n", "to_open(1)"),
        "previous_open": ModeKey("less_than_sign,p", "to_open(-1)"),
        "view": ModeKey("grave_accent", "view"),
        "suggestions": ModeKey("s", "suggestions"),
        "scroll_down": ModeKey("ctrl+down", "scroll_told(3)"),
        "scroll_up": ModeKey("ctrl+up", "scroll_told(-3)"),
        "filter": ModeKey("ctrl+f,f", "filter"),
        "agree": ModeKey("a", "agree"),
        "help": ModeKey("question_mark", "help"),
        "quit": ModeKey("ctrl+q", "app.quit"),
    }),
    "comparing": Mode({
        "leave": ModeKey("escape", "dismiss"),
        "next": ModeKey("enter,pagedown,j", "step(1)"),
        "previous": ModeKey("pageup,k", "step(-1)"),
        "adjudicate": ModeKey("a", "adjudicate"),
        "boundary": ModeKey("b", "boundary"),
        "field_down": ModeKey("tab,down", "turn_field(1)"),
        "field_up": ModeKey("shift+tab,up", "turn_field(-1)"),
        "column_left": ModeKey("left", "turn_column(-1)"),
        "column_right": ModeKey("right", "turn_column(1)"),
        "view": ModeKey("grave_accent", "view"),
        "scroll_down": ModeKey("ctrl+down", "scroll_told(3)"),
        "scroll_up": ModeKey("ctrl+up", "scroll_told(-3)"),
        "quit": ModeKey("ctrl+q", "app.quit"),
    }),
    "anew": Mode({
        "leave": ModeKey("escape,enter", "dismiss"),
        "none": ModeKey("minus", "put_none"),
        "clear": ModeKey("backspace", "clear"),
        "find": ModeKey("slash", "find"),
        "next": ModeKey("tab", "turn(1)"),
        "previous": ModeKey("shift+tab", "turn(-1)"),
        "undo": ModeKey("ctrl+z", "undo"),
    }),
    "list": Mode({
        "leave": ModeKey("escape", "dismiss"),
        "up": ModeKey("up", "move(-1)", priority=True),
        "down": ModeKey("down", "move(1)", priority=True),
        "page_up": ModeKey("pageup", "move(-10)", priority=True),
        "page_down": ModeKey("pagedown", "move(10)", priority=True),
    }, "text"),
    "search": Mode({
        "save": ModeKey("ctrl+s", "save", priority=True),
        "drop": ModeKey("ctrl+d", "drop", priority=True),
    }, "text"),
    # None with priority: each key waits until what was typed before it is found.
    "picker": Mode({
        "leave": ModeKey("escape", "dismiss"),
        "up": ModeKey("up", "move(-1)"),
        "down": ModeKey("down", "move(1)"),
        "page_up": ModeKey("pageup", "move(-10)"),
        "page_down": ModeKey("pagedown", "move(10)"),
        "take_and_leave": ModeKey("space", "take_and_leave"),
        "take_and_go_on": ModeKey("comma", "take_and_go_on"),
        "turn_role": ModeKey("tab", "turn_role"),
        **{role: ModeKey(str(n), f"give_role('{role}')") for n, role in enumerate(ROLES, 1)},
        "stated": ModeKey("minus", "turn_stated"),
        "expand": ModeKey("equals_sign", "expand"),
        "undo": ModeKey("ctrl+z", "undo"),
        "redo": ModeKey("ctrl+y", "redo"),
    }, "name"),
    "form": Mode({
        "leave": ModeKey("escape", "dismiss"),
        "accept": ModeKey("enter", "accept", priority=True),
        "up": ModeKey("up,shift+tab", "app.focus_previous", priority=True),
        "down": ModeKey("down,tab", "app.focus_next", priority=True),
        "remove": ModeKey("f8", "remove"),
    }, "text"),
    "text_form": Mode({
        "leave": ModeKey("escape", "leave", priority=True),
        "accept": ModeKey("ctrl+s", "accept", priority=True),
        "previous": ModeKey("shift+tab", "app.focus_previous", priority=True),
        "next": ModeKey("tab", "app.focus_next", priority=True),
    }, "text"),
    "choice": Mode({
        "leave": ModeKey("escape", "dismiss"),
        "take": ModeKey("enter,space", "take"),
        "up": ModeKey("up,k", "move(-1)"),
        "down": ModeKey("down,j", "move(1)"),
    }),
    "codebook": Mode({
        "leave": ModeKey("escape", "dismiss"),
        "change": ModeKey("enter", "change"),
        "add": ModeKey("a,plus", "add"),
        "up": ModeKey("up,k", "move(-1)"),
        "down": ModeKey("down,j", "move(1)"),
        "page_up": ModeKey("pageup", "move(-10)"),
        "page_down": ModeKey("pagedown", "move(10)"),
    }),
}  # fmt: skip

TOGETHER = (
    ("marking",), ("cutting",), ("repairing",), ("adjudicating",), ("comparing",), ("anew",),
    ("list", "search"), ("picker",), ("form",), ("text_form",), ("choice",), ("codebook",),
)  # fmt: skip
"""Modes whose keys hold at once and must be apart."""


def found(name: str) -> ModeKey | None:
    """The key of a name such as `marking.words_right`; None where there is none."""
    mode, _, key = name.partition(".")
    return MODES[mode].keys.get(key) if mode in MODES else None


def bound(name: str, keys: str) -> str:
    """Keys as Textual is to have them: where names are typed, signs and digits in either width; for no key,
    one that no keyboard has.
    """
    mode = name.partition(".")[0]
    if mode not in MODES or MODES[mode].typed != "name":
        return keys or f"no_{name}"
    return ",".join(wide for key in keys.split(",") for wide in (key, _wide(key)) if wide) or f"no_{name}"


def _wide(key: str) -> str:
    """What Textual calls the full-width form of a key; empty where it has none."""
    sign = PUNCTUATION.get(key, key)
    if len(sign) != 1:
        return ""
    wide = "　" if sign == " " else chr(ord(sign) + 0xFEE0)
    return wide if wide.isalnum() else unicodedata.name(wide).lower().replace("-", "_").replace(" ", "_")
