"""The terminal of POSIX systems, read so that nothing that it sends can end the program.

Textual's own reading ends with a traceback at a byte that is no UTF-8 (a paste from a program of another
encoding, a key of a terminal set otherwise) and at an answer that is no answer.
"""

import os
from codecs import getincrementaldecoder
from select import select

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from annotator.tui.incoming import Incoming

LOOK, PIECE = 0.1, 65536
"""Seconds between two looks whether a key such as Escape stood alone; bytes read at once."""


class TolerantDriver(LinuxDriver):
    """Reads whatever comes; leaves in order when the terminal has gone."""

    def run_input_thread(self) -> None:
        """Read until the application ends."""
        self._parser, self._incoming = XTermParser(self._debug), Incoming()
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            if select([self.fileno], [], [], LOOK)[0]:
                try:
                    data = os.read(self.fileno, PIECE)
                except OSError:
                    data = b""
                if not data:
                    self._app.call_later(self._app.exit)
                    return
                self._take(decode(data))
            for event in self._parser.tick():
                self._incoming.forget()
                self.process_message(event)

    def _take(self, text: str) -> None:
        for keys, pasted in self._incoming.feed(text):
            try:
                for event in self._parser.feed(keys):
                    self.process_message(events.Paste(pasted) if isinstance(event, events.Paste) else event)
            except (ValueError, OverflowError):  # a number in a sequence that stands for no character
                self._parser = XTermParser(self._debug)
