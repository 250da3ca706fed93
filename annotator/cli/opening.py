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
from annotator.cli.options import DEFAULT, opened, project_option, project_path, reviewer_option, show, tell
from annotator.cli.surroundings import files_here, projects_here
from annotator.cli.worded import command
from annotator.errors import AnnotatorError
from annotator.flows import importing
from annotator.model.ids import document_id
from annotator.store import blinding, documents
from annotator.store.project import Project
from annotator.tools.formats import load
from annotator.words import say
from annotator.words.plain import plain

DEMO = Path("annotator-demo.db")
NAMED = 3
"""So many files, folders or projects are told by name."""


def begin(given: Path | None) -> None:
    """Open the project meant; where there is none, offer ways to begin and make nothing unasked."""
    path, options, met = given or DEFAULT, entering_options(), ""
    if not path.exists():
        if not terminal():
            raise AnnotatorError("store.missing", path=path)
        first, *more = [*projects_here(), None]
        only = first if len(more) == 1 else None
        name = _who(options, only)
        options = {**options, "reviewer": name}
        way, opens = _way(path, files := files_here())
        if way == "open" and opens:
            path, met = opens, name if opens == only else ""
        elif way == "import":
            asked = files or importing.files([Path(click.prompt(say("cli.begin_files")))])
            imported(path, name, list(asked))
            if not in_lines(options):  # the screens would cover what was told
                click.pause(say("cli.begin_read"), err=True)
        elif way == "elsewhere":
            path = Path(click.prompt(say("cli.begin_path")))
        elif way == "demo":
            open_demo(DEMO, options)
            return
        else:
            return
    _enter(path, options, met)


@command("demo")
@project_option
@reviewer_option
@look_options
def demo(project: Path | None, **given: str | None) -> None:
    """Make the demo project where it is missing, and open it."""
    open_demo(project_path(project, DEMO), entering_options(**given))


def entering_options(**given: str | None) -> Options:
    """How to enter the working place: the options of the command, else those of `annotator`."""
    root = click.get_current_context().find_root().obj
    return {name: given.get(name) or root.get(name) for name in ("reviewer", "theme", "linear")}


def _way(path: Path, files: Sequence[Path]) -> tuple[str, Path | None]:
    """How the person wants to begin, and the project to open, if it is one of this folder: that is the
    first way, what could be imported here the next.
    """
    projects = projects_here()[:NAMED]
    ways: list[tuple[str, Path | None, str]] = [
        ("open", one, say("cli.begin_open", name=plain(one.name))) for one in projects
    ]
    ways += [("import", None, _offer(files)), ("elsewhere", None, say("cli.begin_elsewhere"))]
    ways += [("demo", None, say("cli.begin_demo"))] if DEMO not in projects else []
    show(say("cli.begin", path=path))
    for number, (_, _, words) in enumerate(ways, 1):
        show(f"  {number}  {words}")
    show(f"  q  {say('cli.begin_quit')}")
    while True:
        asked = say("cli.begin_choose", most=len(ways))
        answer: str = click.prompt(asked, default="1").strip().lower()
        if answer == "q":
            return "quit", None
        if answer.isdecimal() and 1 <= int(answer) <= len(ways):
            return ways[int(answer) - 1][:2]
        tell(say("cli.begin_again", most=len(ways)))


def _offer(files: Sequence[Path]) -> str:
    """What an import here would take, by name."""
    if not files:
        return say("cli.begin_import")
    folders = list(dict.fromkeys(plain(file.parent.name) for file in files))
    if any(folders):
        return say("cli.begin_within", count=len(files), names=_first(folders))
    return say("cli.begin_here", count=len(files), names=_first([plain(file.name) for file in files]))


def _first(names: Sequence[str]) -> str:
    return say("review.comma").join(names[:NAMED]) + "…" * (len(names) > NAMED)


def open_demo(path: Path, options: Options) -> None:
    """Build the project of samples where it is missing or was left half built; open it, or say what it
    holds.
    """
    name = _who(options)
    if missing := _samples_missing(path):
        imported(path, name, missing)
    if terminal() or in_lines(options):
        _enter(path, {**options, "reviewer": name})
    with opened(path) as project:
        tell_status(project, blinding.sight(project, name))


def _samples_missing(path: Path) -> list[Path]:
    """The samples that never came into the project: all before it is there, some where building it was
    interrupted. A project with other documents is somebody's own and misses none.
    """
    samples = sorted(Path(str(files("annotator") / "samples")).glob("*.txt"))
    if not path.exists():
        return samples
    by_id = {document_id(load(sample)): sample for sample in samples}
    with Project.open(path, lying=True) as project:
        if project.lying or any(one.doc_id not in by_id for one in documents.listing(project)):
            return []
        return [sample for doc_id, sample in by_id.items() if not documents.known(project, doc_id)]


def _who(options: Options, path: Path | None = None) -> str:
    """Who is at work; ends the program where they leave instead of an answer."""
    return introduced(options, path) or sys.exit(0)


def _enter(path: Path, options: Options, name: str = "") -> None:
    if not terminal() and not in_lines(options):
        raise AnnotatorError("cli.no_terminal", path=path)
    sys.exit(enter(path, options, name))
