"""What every application here has in common: its look, its terminal's widths, an orderly end."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from shutil import get_terminal_size
from typing import ClassVar

from textual import events
from textual.app import App, ReturnType
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.geometry import Size
from textual.reactive import reactive
from textual.theme import Theme

from annotator.errors import AnnotatorError
from annotator.model.preferences import Look
from annotator.store import preferences
from annotator.tui.looks import LOOKS, Colourless, following
from annotator.words import say
from annotator.words.plain import pasted, plain_lines

GREYS = (Monochrome, NoColor)
"""What Textual makes of NO_COLOR; here that is a look."""

COLOURLESS = Path(__file__).with_name("colourless.tcss")
"""What stands for colours where there are none; each rule costs every start, so it is read only then."""

ASK_WIDTH = "\x1b7\x1b[2;1H“\x1b[6n\x1b8"
"""Draws one character where the first picture will cover it, asks where the cursor stands then, goes back."""

MISTAKE = 30.0
"""Seconds for which a mistake in a person's own files stands: there is time to write it down."""


class Shell(App[ReturnType]):
    """An application with the looks of this program. `wide` says that the terminal draws characters
    such as “ in two cells, so that others are drawn.
    """

    STYLES: ClassVar[tuple[str, ...]] = ("annotator.tcss",)
    ENABLE_COMMAND_PALETTE = False

    wide = reactive(False, init=False)

    def __init__(self, look: Look, notices: Sequence[AnnotatorError] = ()) -> None:
        self.look = look  # asked for by what follows
        super().__init__(css_path=[*self.STYLES, *([COLOURLESS] if look.theme == "none" else [])])
        self.fault: Exception | None = None
        self._notices = notices
        # Without its watcher, which would read the whole style a second time.
        self.set_reactive(App.theme, look.theme)
        self.no_color = look.theme == "none"
        self.set_reactive(Shell.wide, look.width == "wide")
        self._width, self._measured = look.width, False
        self._colourless = Colourless()

    def _handle_exception(self, error: Exception) -> None:
        """Leave with the terminal as it was. Textual would print a traceback with the texts on screen."""
        if os.environ.get("ANNOTATOR_DEBUG") or self.is_headless:
            super()._handle_exception(error)
            return
        self.fault = error
        self.exit(return_code=2)

    def get_driver_class(self) -> type[Driver]:
        """What reads the terminal and writes to it."""
        usual = super().get_driver_class()
        if sys.platform == "win32":
            return usual
        from textual.drivers.linux_driver import LinuxDriver  # noqa: PLC0415  (Windows has none)

        from annotator.tui.driver import TolerantDriver  # noqa: PLC0415  (the same)

        return TolerantDriver if usual is LinuxDriver else usual

    async def on_event(self, event: events.Event) -> None:
        """What is pasted, wherever it goes, is made harmless here: an editor draws its text as it is."""
        if isinstance(event, events.Paste):
            event.text = pasted(event.text)
        await super().on_event(event)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The looks of this program alone."""
        return LOOKS

    @property
    def current_theme(self) -> Theme:
        """The look in force; that of the start until Textual has taken it up."""
        return LOOKS.get(self.theme) or LOOKS[self.look.theme]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What changes every line on its way to the terminal."""
        filters = [one for one in super().get_line_filters() if not isinstance(one, GREYS)]
        filters += [self._colourless] if self.no_color else []
        return [*filters, _narrow()] if self.wide else filters

    def on_mount(self) -> None:
        """Ask for the width, tell what is wrong with the preferences, leave in order when the terminal goes.

        The answer comes among the keys, where Textual understands it: no start waits for it, no key is
        lost, and a terminal that does not answer is taken for a narrow one.
        """
        if self._width == "auto" and self._driver:
            self._driver.write(ASK_WIDTH)
        for notice in self._notices:
            self.tell(str(notice), MISTAKE)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(NotImplementedError, AttributeError):  # Windows has neither
                loop.add_signal_handler(getattr(signal, name), self.exit)

    def on_resize(self, event: events.Resize) -> None:
        """Draw everything anew. A window that was small for a moment has lost its text, and Textual, which
        sees the size that it knows, would draw nothing. Of two sizes that come at once it may even take
        the former for the last, as one signal interrupts the other: so the terminal is asked again.
        """
        if self.screen_stack:
            self.screen.refresh()
        if not self.is_headless and event.size != (size := Size(*get_terminal_size())):
            self.post_message(events.Resize(size, size))

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal's answer. Shift+F3 looks like one, but for a place in the first line."""
        if event.y > 0:
            self._measured = event.x == 2
            self.choose_width(self._width)

    def choose_width(self, width: str) -> None:
        """Draw for a terminal of that width; `auto` for what the terminal answered."""
        self._width = width
        self.wide = width == "wide" or (width == "auto" and self._measured)

    def watch_wide(self) -> None:
        """Every line is to be drawn anew."""
        self.refresh_css(animate=False)

    def action_theme(self) -> None:
        """Turn to the next look, now and for later starts."""
        self.theme = following(self.theme)
        self.no_color = self.theme == "none"
        if self.no_color:
            self.stylesheet.read(COLOURLESS)
        try:
            preferences.write({"theme": self.theme})
        except AnnotatorError as error:
            self.tell(str(error))
        self.tell(say("looks.turned", theme=say(f"looks.{self.theme}")))

    def tell(self, sentence: str, seconds: float | None = None) -> None:
        """A sentence in a corner, gone by itself, after `seconds` or the usual time."""
        self.notify(plain_lines(sentence), markup=False, timeout=seconds)


@cache
def _narrow() -> LineFilter:
    from annotator.tui.narrow import Narrow  # noqa: PLC0415  (few terminals need it)

    return Narrow()
