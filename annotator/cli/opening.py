"""`annotator` without a command, and `annotator demo`."""

import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.entering import Options, enter, in_lines, introduced
from annotator.cli.importing import imported
from annotator.cli.looking import tell_status
from annotator.cli.looks import look_options
from annotator.cli.options import DEFAULT, opened, project_option, reviewer_option, show, tell
from annotator.cli.worded import command
from annotator.errors import AnnotatorError
from annotator.flows import importing
from annotator.tools.formats import SUFFIXES
from annotator.words import say
from annotator.words.plain import plain

DEMO = Path("annotator-demo.db")
WAYS = ("1", "2", "3", "q")
NAMED = 3
"""Folders told by name before their documents are imported."""


def begin(given: Path | None) -> None:
    """Open the project meant; where there is none, offer ways to begin and make nothing unasked."""
    path, options = given or DEFAULT, entering_options()
    if not path.exists():
        if not terminal():
            raise AnnotatorError("store.missing", path=path)
        name = _who(options)
        options = {**options, "reviewer": name}
        match _way(path, files := _files_here()):
            case "1":
                asked = files or importing.files([Path(click.prompt(say("cli.begin_files")))])
                imported(path, name, list(asked))
            case "2":
                path = Path(click.prompt(say("cli.begin_path")))
            case "3":
                open_demo(DEMO, options)
                return
            case _:
                return
    _enter(path, options)


@command("demo")
@project_option
@reviewer_option
@look_options
def demo(project: Path | None, **given: str | None) -> None:
    """Make the demo project where it is missing, and open it."""
    open_demo(project or DEMO, entering_options(**given))


def entering_options(**given: str | None) -> Options:
    """How to enter the working place: the options of the command, else those of `annotator`."""
    root = click.get_current_context().find_root().obj
    return {name: given.get(name) or root.get(name) for name in ("reviewer", "theme", "linear")}


def _way(path: Path, files: Sequence[Path]) -> str:
    """How the person wants to begin; what lies here is the first way."""
    folders = list(dict.fromkeys(plain(file.parent.name) for file in files))
    names = say("review.comma").join(folders[:NAMED]) + "…" * (len(folders) > NAMED)
    first = say("cli.begin_within" if names else "cli.begin_here", count=len(files), names=names)
    show(say("cli.begin", path=path, first=first if files else say("cli.begin_import")))
    while True:
        answer: str = click.prompt(say("cli.begin_choose"), default="1").strip().lower()
        if answer in WAYS:
            return answer
        tell(say("cli.begin_again"))


def _files_here() -> list[Path]:
    """The documents of this folder; where it has none, those of the folders in it."""
    here = Path()
    return _documents(here) or [file for folder in _inside(here) for file in _documents(folder)]


def _documents(folder: Path) -> list[Path]:
    return [file for file in _inside(folder) if file.suffix.lower() in SUFFIXES and file.is_file()]


def _inside(folder: Path) -> list[Path]:
    """What lies in a folder, nothing hidden; nothing in what is no folder, or may not be read."""
    try:
        return sorted(one for one in folder.iterdir() if not one.name.startswith("."))
    except OSError:
        return []


def open_demo(path: Path, options: Options) -> None:
    """Build the project of samples where it is missing; open it, or say what it holds."""
    name = _who(options)
    if not path.exists():
        samples = Path(str(files("annotator") / "samples"))
        imported(path, name, sorted(samples.glob("*.txt")))
    if terminal() or in_lines(options):
        _enter(path, {**options, "reviewer": name})
    with opened(path) as project:
        tell_status(project)


def _who(options: Options) -> str:
    """Who is at work; ends the program where they leave instead of an answer."""
    return introduced(options) or sys.exit(0)


def _enter(path: Path, options: Options) -> None:
    if not terminal() and not in_lines(options):
        raise AnnotatorError("cli.no_terminal", path=path)
    sys.exit(enter(path, options))
