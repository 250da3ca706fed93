"""The keys of the list of documents on one page."""

from collections.abc import Iterator

from annotator.tui.keys import key_words, keys_of
from annotator.tui.screens.help import told
from annotator.tui.screens.library import HERE
from annotator.words import say

_OWN = (
    ("up_down", "about_move"), ("enter", "about_open"), ("i", "about_describe"), ("o", "about_findings"),
    ("escape", "about_back"),
)  # fmt: skip
"""The keys that only this screen has, and what they do, by their words."""


def lines(width: int) -> Iterator[str]:
    """What stands on the page, in lines of at most `width` cells."""
    yield say("library.group_here")
    for key, about_it in _OWN:
        yield from told(say(f"library.{key}"), say(f"library.{about_it}"), width)
    for name in HERE:
        if any(pressed := keys_of(name)):
            keys = " ".join(key_words(key) for key in pressed if key)
            yield from told(keys, say(f"commands.{name}_about"), width)
    yield ""
    yield say("library.elsewhere")
