"""What the key bar of the review screen tells: the keys that matter at this clause, in this field."""

from annotator.tui.accepting import offer
from annotator.tui.desk import Desk
from annotator.tui.keys import both_words, key_words, keys_of
from annotator.words import say

_FINDS = {"entity": "find_unit", "span": "mark", "text": "find_unit", "date": "find_unit"}
_LATER = (
    "next_field", "step", "help", "none", "skip", "unfinished", "palette", "note", "flag", "question", "undo",
    "redo", "library",
)  # fmt: skip
_TOGETHER = {"step": ("previous", "next")}
"""What stands in the key bar as one: the keys of two commands; a click does the second."""


def keys_now(desk: Desk) -> list[tuple[str, str, str]]:
    """The keys that matter now, the most useful first: (key, what it does, command)."""
    field, offered = desk.field, offer(desk)
    words = {"step": say("keys.step"), "none": say("keys.none")}
    if desk.cursor >= 0:
        words["finish"] = say("keys.choose")
    if offered.taken:
        many = "keys.accept_all" if len(offered.taken) > 1 else "commands.accept"
        words["accept"] = say(many if offered.missing else "keys.accept_finish")
    if field.kind in ("text", "date"):
        words["find_unit"] = say("keys.write")
    if field.kind == "entity":
        words["find_unit"] = say("keys.find")
    if desk.queue:
        words["library"] = say(f"keys.leave_{desk.queue.area}")
    names = [
        "finish",
        *(["accept"] if offered.taken else []),
        *(["library"] if desk.queue else []),
        *([_FINDS[field.kind]] if field.kind in _FINDS else []),
        *(["none"] if field.kind == "entity" else []),
        *_LATER,
    ]
    return [
        (_pressed(name), words.get(name) or say(f"commands.{name}"), _TOGETHER.get(name, (name,))[-1])
        for name in dict.fromkeys(names)
    ]


def _pressed(name: str) -> str:
    if name in _TOGETHER:
        return both_words(*_TOGETHER[name])
    return key_words(keys_of(name)[0])
