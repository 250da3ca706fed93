"""A terminal for tests: runs the program in a real pty, presses keys, and says what the screen shows."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self
from unicodedata import east_asian_width

import pyte
import pytest
from wcwidth import wcwidth

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "ctrl+z": "\x1a", "ctrl+y": "\x19", "ctrl+q": "\x11",
    "ctrl+s": "\x13", **{f"ctrl+{letter}": chr(ord(letter) & 31) for letter in "cdfgoprtu"},
}  # fmt: skip


class Screen(pyte.Screen):
    """A screen that answers where its cursor stands; `wide` gives two cells to “ — ① and their like."""

    def __init__(self, columns: int, lines: int, *, wide: bool) -> None:
        self.wide = wide
        self.answers: list[bytes] = []
        super().__init__(columns, lines)

    def draw(self, data: str) -> None:
        with pytest.MonkeyPatch.context() as patch:
            if self.wide:
                patch.setattr("pyte.screens.wcwidth", cells_where_wide)
            super().draw(data)

    def report_device_status(self, mode: int) -> None:
        if mode == 6:
            self.answers.append(b"\x1b[%d;%dR" % (self.cursor.y + 1, self.cursor.x + 1))


def cells_where_wide(character: str) -> int:
    """The cells of a character where what Unicode leaves open is two cells wide."""
    cells: int = wcwidth(character)
    return 2 if cells == 1 and east_asian_width(character) == "A" else cells


class Terminal:
    """One run of a command. `written` is every byte that it sent to the terminal."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        size: tuple[int, int] = (100, 30),
        environment: Mapping[str, str] | None = None,
        wide: bool = False,
    ) -> None:
        columns, lines = size
        self.screen = Screen(columns, lines, wide=wide)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.status: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            for name in ("COLUMNS", "LINES"):  # those of whoever runs the tests: the size is this terminal's
                os.environ.pop(name, None)
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})})
            os.execvp(command[0], command)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            self.kill(signal.SIGKILL)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What the screen shows, line by line; the second cell of a wide character is left out."""
        buffer, (lines, columns) = self.screen.buffer, (self.screen.lines, self.screen.columns)
        return "\n".join("".join(buffer[y][x].data for x in range(columns)).rstrip() for y in range(lines))

    def read(self, quiet: float = 0.05, longest: float = 5.0) -> None:
        """Take what the program writes until it is quiet for a while."""
        end = time.monotonic() + longest
        wait = longest
        while time.monotonic() < end:
            ready, _, _ = select.select([self._fd], [], [], wait)
            if not ready:
                return
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                data = b""
            if not data:
                self._reap()
                return
            self.written += data
            self._stream.feed(data)
            for answer in self.screen.answers:
                os.write(self._fd, answer)
            self.screen.answers.clear()
            wait = quiet

    def settled(self) -> str:
        """What the screen shows once half a second has changed nothing."""
        before = None
        while before != self.text:
            before = self.text
            self.read(longest=0.5)
        return self.text

    def wait_for(self, words: str, longest: float = 20.0) -> None:
        """Read until the screen shows `words`; AssertionError with the screen where it never does."""
        end = time.monotonic() + longest
        while words not in self.text:
            assert self.status is None, f"the program ended ({self.status}):\n{self.text}"
            assert time.monotonic() < end, f"“{words}” did not come:\n{self.text}"
            self.read(longest=0.2)

    def wait_without(self, words: str, longest: float = 20.0) -> None:
        """Read until the screen shows `words` no more; AssertionError with the screen where it does."""
        end = time.monotonic() + longest
        while words in self.text:
            assert self.status is None, f"the program ended ({self.status}):\n{self.text}"
            assert time.monotonic() < end, f"“{words}” is there still:\n{self.text}"
            self.read(longest=0.2)

    def press(self, *keys: str) -> None:
        """Press keys one by one, each after the program has answered the one before."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
            self.read(longest=2.0)

    @property
    def stopped(self) -> bool:
        """Whether the program was suspended, as Ctrl+Z does in a shell."""
        pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
        return pid != 0 and os.WIFSTOPPED(status)

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size, which the program is told; does not wait for it."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def kill(self, number: signal.Signals) -> int:
        """Send a signal and wait for the end; returns the exit status."""
        os.kill(self.pid, number)
        self.read(quiet=0.5, longest=5.0)
        return self._reap()

    def finish(self) -> int:
        """Wait for the program to end by itself."""
        end = time.monotonic() + 10
        while self.status is None and time.monotonic() < end:
            self.read(longest=0.5)
        return self._reap()

    def _reap(self) -> int:
        if self.status is None:
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
        return self.status
