"""`annotator label`: labels from files, our own lines or what other tools write."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import click

from annotator.cli.files import records
from annotator.cli.options import json_option, opened, project_option, reviewer_name, show, show_json, tell
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows.filing import Filed, Taken, Unresolved, Whose, file_labels, take
from annotator.store import blinding, people
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.labelled import FORMATS, recognised
from annotator.words import say

LINES = "lines"
"""Our own lines, as the help tells them."""


@command("label", form=True)
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@click.option("--format", "format_", type=click.Choice((LINES, *FORMATS)), help=say("options.label_format"))
@click.option("--by", default="", metavar=say("usage.name"), help=say("options.label_by"))
@click.option("--names", default="", metavar=say("usage.list"), help=say("options.label_names"))
@click.option("--field", default="", metavar=say("usage.name"), help=say("options.label_field"))
@project_option
@json_option
def label(
    path: Path,
    *,
    format_: str | None,
    by: str,
    names: str,
    field: str,
    project: Path | None,
    as_json: bool,
) -> None:
    """Take labels from a file; exit code 1 where some of another tool's could not be placed."""
    with opened(project) as store:
        found, given = _format(records(path))
        seen = blinding.sight(store, reviewer_name(None))
        book = codebook_of(store)
        if (format_ or found) == LINES:
            filed = file_labels(store, book, given, seen)
            _tell(filed.unresolved)
            show_json(_told(filed)) if as_json else show(_counted(filed))
            return
        whose = Whose(_names(names), by.strip() or _named_by(store, path))
        taken = take(store, book, format_ or found, given, whose=whose, field=field, seen=seen)
    _tell(taken.unresolved)
    if as_json:
        show_json(_told(taken))
    else:
        for _, sentence in taken.unplaced:
            tell(sentence)
        show(say("labelled.taken", **taken._asdict() | {"unplaced": len(taken.unplaced)}))
    sys.exit(1 if taken.unplaced else 0)


def _format(given: Iterator[tuple[int, dict[str, Any]]]) -> tuple[str, Iterable[tuple[int, dict[str, Any]]]]:
    """The format of records by the first of them, and all of them."""
    first = next(given, None)
    if first is None:
        return LINES, ()
    return recognised(first[1]) or LINES, chain([first], given)


def _names(given: str) -> dict[str, str]:
    """`what the file says=who that is`, with commas."""
    found = {}
    for one in filter(None, given.replace("，", ",").replace("＝", "=").split(",")):
        called, equals, name = one.rpartition("=")
        if not equals or not called.strip() or not name.strip():
            raise AnnotatorError("labelled.bad_names", given=one)
        found[called.strip()] = name.strip()
    return found


def _named_by(project: Project, path: Path) -> str:
    """The person whom a file is called after, as doccano does; empty where the project knows none."""
    person = people.person(project, path.stem)
    return person.id if person else ""


def _tell(unresolved: Sequence[Unresolved]) -> None:
    for one in unresolved:
        key = "filing.unresolved_near" if one.near else "filing.unresolved"
        tell(say(key, name=one.name, near=one.near, count=len(one.lines), line=one.lines[0]))


def _counted(filed: Filed) -> str:
    return say("filing.labelled", lines=filed.lines, stored=filed.stored)


def _told(done: Filed | Taken) -> dict[str, Any]:
    told = {**done._asdict(), "unresolved": [one._asdict() for one in done.unresolved]}
    if isinstance(done, Taken):
        told["unplaced"] = [{"line": line, "reason": sentence} for line, sentence in done.unplaced]
    return told
