"""The way to the screens without the command-line library, which would slow their start."""

import sys
from pathlib import Path

from annotator.cli.reviewer import reviewer_named
from annotator.errors import AnnotatorError
from annotator.flows.opening import codebook_of
from annotator.store.project import Project
from annotator.tui.app import WAIT, AnnotatorApp
from annotator.words import say
from annotator.words.plain import plain_lines


def open_screens(path: Path, reviewer: str | None = None) -> int:
    """Open the screens on a project and stay until the reviewer leaves; returns the exit code."""
    try:
        name = reviewer_named(reviewer)
        with Project.open(path, wait=WAIT) as project:
            app = AnnotatorApp(project, codebook_of(project), name)
            app.run()
            if app.fault:
                raise AnnotatorError("cli.unexpected", kind=type(app.fault).__name__, reason=app.fault)
            return app.return_code or 0
    except AnnotatorError as error:
        print(plain_lines(say("cli.error", message=error)), file=sys.stderr)  # noqa: T201  (there is no click here)
        return 2
