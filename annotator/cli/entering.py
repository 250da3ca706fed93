"""The way to the working place, on the screens or in lines, without the command-line library: it would
slow their start.
"""

import gc
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from annotator.cli import terminal
from annotator.cli.reviewer import given, reviewer_named, said
from annotator.cli.settings import Settings, settings
from annotator.errors import AnnotatorError, Busy
from annotator.store import addressee
from annotator.words import say
from annotator.words.plain import plain_lines

Options = Mapping[str, str | None]
"""What the command line asks for: reviewer, theme, linear."""


def enter(path: Path, options: Options, name: str = "") -> int:
    """Open a project for review and stay until the reviewer leaves; returns the exit code. Asks who is
    at work where nobody has said it, and where the file was made for somebody else, unless they were asked
    already and go by `name`.
    """
    try:
        name = name or introduced(options, path)
        found, faults = settings(**options)
        code: int = _place(found).work(path, name, found, faults) if name else 0
        return code
    except AnnotatorError as fault:
        # There is no step yet to be done again.
        error = say("store.busy_now", **fault.values) if isinstance(fault, Busy) else fault
        print(plain_lines(say("cli.error", message=error)), file=sys.stderr)  # noqa: T201  (there is no click here)
        return 2


def introduced(options: Options, path: Path | None = None) -> str:
    """Who is at work in the project at `path`: as said, else as they answer now; empty where they leave
    instead. Whoever the file was not made for is asked once more. A program at the other end is not asked: it
    works under the name that it gave, else as the person for whom the file is, or as the system's user.
    """
    name = said(options.get("reviewer"))
    whom = addressee.for_another(path, name) if path else ""
    if name and not whom:
        return name
    if not terminal():
        return (given(options.get("reviewer")) or whom) if whom else reviewer_named(None)
    found, faults = settings(**options)
    answer: str = _place(found).introduce(found, faults, name, whom)
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
