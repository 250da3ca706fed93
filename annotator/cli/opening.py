"""`annotator` without a command, and `annotator demo`."""

import sys
from importlib.resources import files
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.importing import imported
from annotator.cli.looking import tell_status
from annotator.cli.options import DEFAULT, opened, project_option, reviewer_name, reviewer_option, show
from annotator.errors import AnnotatorError
from annotator.flows.opening import create
from annotator.words import say

DEMO = Path("annotator-demo.db")


def begin(given: Path | None, reviewer: str | None) -> None:
    """Open the project meant; where there is none, offer ways to begin and make nothing unasked."""
    path, name = given or DEFAULT, reviewer_name(reviewer)
    if not path.exists():
        if not terminal():
            raise AnnotatorError("store.missing", path=path)
        show(say("cli.begin", path=path))
        match click.prompt(say("cli.begin_choose"), type=click.Choice(["1", "2", "3", "q"]), default="q"):
            case "1":
                create(path, name).close()
            case "2":
                path = Path(click.prompt(say("cli.begin_path")))
            case "3":
                open_demo(DEMO, name)
                return
            case _:
                return
    _screens(path, name)


@click.command(help=say("cli.help_demo"))
@project_option
@reviewer_option
def demo(project: Path | None, reviewer: str | None) -> None:
    """Make the demo project where it is missing, and open it."""
    open_demo(project or DEMO, reviewer_name(reviewer))


def open_demo(path: Path, reviewer: str) -> None:
    """Build the project of samples where it is missing; open it, or say what it holds."""
    if not path.exists():
        samples = Path(str(files("annotator") / "samples"))
        imported(path, reviewer, sorted(samples.glob("*.txt")))
    if terminal():
        _screens(path, reviewer)
    with opened(path) as project:
        tell_status(project)


def _screens(path: Path, reviewer: str) -> None:
    if not terminal():
        raise AnnotatorError("cli.no_terminal", path=path)
    from annotator.cli.screens import open_screens  # noqa: PLC0415  (Textual only where it is shown)

    sys.exit(open_screens(path, reviewer))
