"""A line to type in that leaves some keys to the screen around it, each in its turn.

A priority binding would take such a key before what was typed ahead of it has arrived.
"""

from collections.abc import Collection

from textual import events
from textual.widgets import Input

from annotator.tui.keyboard import typed
from annotator.words.plain import pasted

MOST = 1000
"""Characters of a line at most that are pasted or put into it: nobody searches for more."""


class Finder(Input):
    """`leaves` are the characters that are not typed but bound on the screen, in either width; `signs` are
    bound only while the line is empty, or after one of the keys `rests` since the line last changed: else
    they are text. All is decided as the key arrives, before what it does.
    """

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        leaves: Collection[str] = (),
        signs: Collection[str] = (),
        rests: Collection[str] = (),
    ) -> None:
        super().__init__(_line(text), placeholder=placeholder)
        self._leaves, self._signs, self._rests = leaves, signs, rests
        self._changed = False

    @property
    def writing(self) -> bool:
        """Whether signs are text."""
        return self._changed and bool(self.value.strip())

    def rest(self) -> None:
        """Signs are keys until the line changes."""
        self._changed = False

    def watch_value(self) -> None:
        """Whatever changes the line: typing, taking away, pasting."""
        self._changed = True

    def put(self, text: str) -> None:
        """Have this text in the line, and go on behind it."""
        self.value = _line(text)
        self.cursor_position = len(self.value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """What is not typed stays bound on the screen."""
        return not self._left(character) and super().check_consume_key(key, character)

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]  # (Input's own is a coroutine)
        """Runs before Input's own handler, which types whatever can be printed."""
        if event.key in self._rests:
            self.rest()
        if self._left(event.character):
            event.prevent_default()

    def _left(self, character: str | None) -> bool:
        if character is None:
            return False
        key = typed(character)
        return key in self._leaves or (key in self._signs and not self.writing)

    def on_paste(self, event: events.Paste) -> None:
        """A name copied from a document may carry a line break, of which Input would keep the first line.
        What is selected gives way.
        """
        event.stop().prevent_default()
        self.replace(_line(event.text), *sorted(self.selection))


def _line(text: str) -> str:
    """`text` on one line, without what a terminal would obey."""
    return " ".join(pasted(text).split())[:MOST]
