"""Time and memory of programs in a real pty, each beside its baseline, turn by turn.

The machine may be twice as slow from one minute to the next, so that a program and its baseline always
take turns. What a program writes is read but not drawn: a terminal's own work is not measured.
"""

import fcntl
import math
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

T = TypeVar("T")
PYTHON = sys.executable
QUIET = 0.02
"""Seconds without output after which a screen counts as painted."""

ENVIRONMENT = {
    "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "zh_CN.UTF-8", "ANNOTATOR_REVIEWER": "bench",
    "ANNOTATOR_CONFIG": str(Path(__file__).with_name("no-preferences")),
}  # fmt: skip


class Start(NamedTuple):
    """Milliseconds from the start of the process to the words on the screen, and megabytes then."""

    ready: float
    memory: float


@contextmanager
def running(command: Sequence[str], cwd: Path) -> Iterator[tuple[int, int]]:
    """A program in a pty of 100 by 40; gives its process and the terminal's file."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(cwd)
        os.environ.update(ENVIRONMENT)
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    try:
        yield pid, terminal
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def wait_for(terminal: int, words: str) -> None:
    """Read until the words were written."""
    written, wanted, end = b"", words.encode(), time.monotonic() + 120
    while wanted not in written:
        assert time.monotonic() < end, written[-2000:]
        if select.select([terminal], [], [], 1.0)[0]:
            written += os.read(terminal, 65536)


def start(command: Sequence[str], words: str, cwd: Path) -> Start:
    """Start a program once."""
    begun = time.perf_counter()
    with running(command, cwd) as (pid, terminal):
        wait_for(terminal, words)
        ready = (time.perf_counter() - begun) * 1000
        time.sleep(0.3)
        return Start(ready, resident(pid))


def resident(pid: int) -> float:
    """Megabytes of memory that a process holds (RSS)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


def command(*words: str) -> float:
    """Milliseconds of a command that ends by itself."""
    begun = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - begun) * 1000


def turns(ours: Callable[[], T], base: Callable[[], T], times: int) -> tuple[list[T], list[T]]:
    """Run both by turns, after one run of each that does not count."""
    ours(), base()
    pairs = [(ours(), base()) for _ in range(times)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def keys(run: Sequence[str], words: str, cwd: Path, pressed: Sequence[str], warm: int = 20) -> list[float]:
    """Milliseconds from each key to the last byte that it draws, the first `warm` left out."""
    found = []
    with running(run, cwd) as (_, terminal):
        wait_for(terminal, words)
        time.sleep(0.5)
        for number, key in enumerate(pressed):
            while select.select([terminal], [], [], 0)[0]:
                os.read(terminal, 65536)
            begun = last = time.perf_counter()
            os.write(terminal, key.encode())
            wait = 2.0
            while select.select([terminal], [], [], wait)[0]:
                os.read(terminal, 65536)
                last, wait = time.perf_counter(), QUIET
            if number >= warm:
                found.append((last - begun) * 1000)
    return found


def share(values: Sequence[float], part: float) -> float:
    """The least value that is as large as that part of the values (the nearest rank)."""
    return sorted(values)[max(0, math.ceil(part * len(values)) - 1)]
