"""The way to the working place, on the screens or in lines, without the command-line library: it would
slow their start.
"""

import gc
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from annotator.cli import terminal
from annotator.cli.reviewer import reviewer_named, said
from annotator.cli.settings import Settings, settings
from annotator.errors import AnnotatorError, Busy
from annotator.words import say
from annotator.words.plain import plain_lines

Options = Mapping[str, str | None]
"""What the command line asks for: reviewer, theme, linear."""


def enter(path: Path, options: Options) -> int:
    """Open a project for review and stay until the reviewer leaves; returns the exit code. Asks who is
    at work where nobody has said it.
    """
    try:
        name = introduced(options)
        found, faults = settings(**options)
        code: int = _place(found).work(path, name, found, faults) if name else 0
        return code
    except AnnotatorError as fault:
        # There is no step yet to be done again.
        error = say("store.busy_now", **fault.values) if isinstance(fault, Busy) else fault
        print(plain_lines(say("cli.error", message=error)), file=sys.stderr)  # noqa: T201  (there is no click here)
        return 2


def introduced(options: Options) -> str:
    """Who is at work: as said, else as they answer now; empty where they leave instead. A program at
    the other end is not asked: it works as the system's user.
    """
    if name := said(options.get("reviewer")):
        return name
    if not terminal():
        return reviewer_named(None)
    found, faults = settings(**options)
    answer: str = _place(found).introduce(found, faults)
    return answer


def in_lines(options: Options) -> bool:
    """Whether the work goes on line by line, which needs no terminal."""
    return settings(**options)[0]["linear"][0] == "on"


def _place(found: Settings) -> ModuleType:
    """The screens, or the lines: each is loaded only where it is used."""
    if found["linear"][0] == "on":
        from annotator.cli import linear  # noqa: PLC0415  (see above)

        return linear
    gc.disable()  # the screens switch it on again when they stand: nothing is garbage before
    from annotator.cli import screens  # noqa: PLC0415  (see above)

    return screens
