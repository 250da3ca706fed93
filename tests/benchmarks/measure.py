"""Time and memory of a program in a real pty."""

import os
import select
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.terminal import Terminal

QUIET = 0.02
"""Seconds without output after which a screen counts as painted."""


class Start(NamedTuple):
    """Milliseconds from the start of the process to the words on the screen, and megabytes then."""

    ready: float
    memory: float


def starts(command: Sequence[str], words: str, cwd: Path, times: int = 9) -> list[Start]:
    """Start a program several times."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        with Terminal(
            command, cwd=cwd, environment={"ANNOTATOR_REVIEWER": "bench", "LANG": "zh_CN.UTF-8"}
        ) as run:
            while words.encode() not in run.written:
                run.read(quiet=0.0005, longest=0.001)
                assert time.perf_counter() - begun < 120, run.text
            ready = (time.perf_counter() - begun) * 1000
            time.sleep(0.3)
            found.append(Start(ready, resident(run.pid)))
    return found


def resident(pid: int) -> float:
    """Megabytes of memory that belong to a process alone, or that it shares (RSS)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


def commands(command: Sequence[str], times: int = 15) -> list[float]:
    """Milliseconds of a command that ends by itself."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found.append((time.perf_counter() - begun) * 1000)
    return found


def keys(
    command: Sequence[str], words: str, cwd: Path, pressed: Sequence[str], warm: int = 20
) -> list[float]:
    """Milliseconds from each key to the last byte that it draws."""
    found = []
    with Terminal(
        command, cwd=cwd, environment={"ANNOTATOR_REVIEWER": "bench", "LANG": "zh_CN.UTF-8"}
    ) as run:
        run.wait_for(words)
        time.sleep(0.5)
        run.read(longest=0.3)
        for number, key in enumerate(pressed):
            begun = time.perf_counter()
            os.write(run._fd, key.encode())
            last, wait = begun, 2.0
            while select.select([run._fd], [], [], wait)[0]:
                os.read(run._fd, 65536)
                last, wait = time.perf_counter(), QUIET
            if number >= warm:
                found.append((last - begun) * 1000)
        run.kill(signal.SIGKILL)
    return found


def p(values: Sequence[float], share: float) -> float:
    """The value below which that share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


PYTHON = sys.executable
