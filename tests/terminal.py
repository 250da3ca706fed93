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

import pyte

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "ctrl+z": "\x1a", "ctrl+y": "\x19", "ctrl+q": "\x11",
    "ctrl+s": "\x13",
}  # fmt: skip


class Terminal:
    """One run of a command. `written` is every byte that it sent to the terminal."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        size: tuple[int, int] = (100, 30),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.status: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", **(environment or {}))
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
            if b"\x1b[6n" in data:
                os.write(self._fd, b"\x1b[%d;%dR" % (self.screen.cursor.y + 1, self.screen.cursor.x + 1))
            self._stream.feed(data)
            wait = quiet

    def wait_for(self, words: str, longest: float = 20.0) -> None:
        """Read until the screen shows `words`; AssertionError with the screen where it never does."""
        end = time.monotonic() + longest
        while words not in self.text:
            assert self.status is None, f"the program ended ({self.status}):\n{self.text}"
            assert time.monotonic() < end, f"“{words}” did not come:\n{self.text}"
            self.read(longest=0.2)

    def press(self, *keys: str) -> None:
        """Press keys one by one, each after the program has answered the one before."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
            self.read(longest=2.0)

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
