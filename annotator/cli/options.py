"""What commands have in common: their options, their project, their way of printing."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotator.cli.cells import cells
from annotator.cli.reviewer import reviewer_named
from annotator.words import say
from annotator.words.plain import plain, plain_lines

if TYPE_CHECKING:
    from annotator.store.project import Project

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT = Path("annotator.db")


def project_option(command: Command) -> Command:
    """`--project`, on every command as on `annotator` itself. The environment is looked at behind the option
    of `annotator`.
    """
    option = click.option(
        "--project",
        type=click.Path(path_type=Path, readable=False),
        metavar=say("usage.file"),
        help=say("options.project"),
    )
    return option(command)


def reviewer_option(command: Command) -> Command:
    """`--reviewer`: who is at work. The environment is looked at behind the option of `annotator`."""
    option = click.option(
        "--reviewer",
        metavar=say("usage.person"),
        help=say("options.reviewer"),
    )
    return option(command)


def json_option(command: Command) -> Command:
    """`--json`: the result for a program."""
    return click.option("--json", "as_json", is_flag=True, help=say("options.json"))(command)


def project_path(given: Path | None, here: Path = DEFAULT) -> Path:
    """The project meant: the option of the command, that of `annotator`, the environment, or `here`."""
    context = click.get_current_context()
    return given or (context.find_root().obj or {}).get("project") or here


def reviewer_name(given: str | None) -> str:
    """Who is at work: the option of the command, that of `annotator` or the environment, for whom the
    project's file was made, or `reviewer_named`'s rules.
    """
    context = click.get_current_context()
    said = given or (context.find_root().obj or {}).get("reviewer")
    from annotator.store.addressee import of_file  # noqa: PLC0415  (not every command has a project)

    if not said and (whom := of_file(project_path(context.params.get("project")))):
        return whom
    return reviewer_named(said)


@contextmanager
def opened(given: Path | None) -> Iterator["Project"]:
    """The project, open while the block runs."""
    from annotator.store.project import Project  # noqa: PLC0415  (not every command has a project)

    with Project.open(project_path(given), lying=True) as project:
        if not project.wal and not project.lying:
            tell(say("cli.no_wal", path=project.path))
        yield project


def tell(text: str) -> None:
    """A line about the work, on stderr."""
    click.echo(plain_lines(text), err=True)


def show(text: str) -> None:
    """A line of the result."""
    click.echo(plain_lines(text))


def show_json(value: Any) -> None:
    """The result for a program: one JSON value on one line."""
    click.echo(escaped(json.dumps(value, ensure_ascii=False)))


def escaped(text: str) -> str:
    """JSON that means the same, in which what a terminal would obey is written as JSON writes it in ASCII.
    A line feed is between its values: in a string it is written so already.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign == "\n" or plain(sign) == sign else json.dumps(sign)[1:-1] for sign in text)


def table(rows: list[list[str]]) -> None:
    """Rows with their columns aligned, hanzi counted as two cells."""
    if not rows:
        return
    widths = [max(cells(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        padded = [text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True)]
        show("  ".join(padded).rstrip())
