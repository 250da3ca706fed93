"""The command line. Commands are loaded when they are called, so that help costs nothing."""

import gc
import os
import sys
from pathlib import Path


def main() -> None:
    """The entry point `annotator`.

    Without arguments beside a project, or with the name of one, on a terminal the screens open at once: the
    command-line library alone would take a third of the time of their start.
    """
    from annotator.cli.settings import speak  # noqa: PLC0415  (not for who asks `terminal` alone)

    speak()
    named = sys.argv[1:]
    if (not named or (len(named) == 1 and named[0].lower().endswith(".db"))) and terminal():
        path = Path(named[0] if named else os.environ.get("ANNOTATOR_PROJECT") or "annotator.db")
        if path.is_file():
            from annotator.cli.entering import enter  # noqa: PLC0415  (see above)

            sys.exit(enter(path, {}))
    gc.disable()  # nothing is garbage while a command loads, and the collector would look through all of it
    from annotator.cli.group import run  # noqa: PLC0415  (see above)

    sys.exit(run())


def terminal() -> bool:
    """Whether a person sits at both ends of the program."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
