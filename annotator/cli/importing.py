"""`annotator import` and `annotator segment`."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from annotator.cli.arriving import Telling
from annotator.cli.options import (
    json_option,
    project_option,
    project_path,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
    tell,
)
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows import importing, releases
from annotator.flows.importing import Outcome
from annotator.flows.opening import create
from annotator.model.label_unit import UNITS, Unit
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.formats import load
from annotator.words import say


@command("import", form=True)
@argument("paths", "files", many=True, type=click.Path(path_type=Path, readable=False))
@project_option
@reviewer_option
@click.option(
    "--processes",
    type=click.IntRange(0, 256),
    metavar=say("usage.count"),
    help=say("importing.option_processes"),
)
@click.option(
    "--unit", "into", type=click.Choice(UNITS), metavar=say("usage.unit"), help=say("importing.option_unit")
)
@json_option
def import_(
    *,
    paths: tuple[Path, ...],
    project: Path | None,
    reviewer: str | None,
    processes: int | None,
    into: Unit | None,
    as_json: bool,
) -> None:
    """Import files, folders of files; make the project where it is missing, or again of a full release."""
    path = project_path(project)
    if len(paths) == 1 and releases.is_full(paths[0]):
        _restored(paths[0], path, as_json=as_json)
        return
    for one in paths:
        if releases.is_release(one):
            raise AnnotatorError("releases.not_full", path=one)
    ours = {path.name, f"{path.name}-wal", f"{path.name}-shm"}
    files = [file for file in importing.files(paths) if file in paths or file.name not in ours]
    outcomes = imported(path, reviewer_name(reviewer), files, processes, into)
    if as_json:
        show_json([{**asdict(one), "path": str(one.path)} for one in outcomes])
    failed = sum(one.state == "failed" for one in outcomes)
    if failed:
        sys.exit(2 if failed == len(outcomes) else 1)


def _restored(release: Path, path: Path, *, as_json: bool) -> None:
    """Make the project of a full release."""
    counts = releases.restore(release, path)
    if as_json:
        show_json({"project": str(path), **counts})
    else:
        show(say("releases.restored", path=release, project=path, **counts))


def imported(
    path: Path,
    reviewer: str,
    files: Sequence[Path],
    processes: int | None = None,
    into: Unit | None = None,
) -> Sequence[Outcome]:
    """Import files into the project at `path`, cut `into` what is labelled there, telling of it on stderr."""
    if not files:
        raise AnnotatorError("importing.nothing")
    if not any(file.exists() for file in files):
        raise AnnotatorError("importing.missing", path=files[0])
    if path.exists():
        project = Project.open(path)
    else:
        project = create(path, reviewer)
        tell(say("importing.made", path=path))
    outcomes: Sequence[Outcome]
    stopped = False
    with project, Telling(project, len(files)) as telling:
        if into:
            importing.choose(project, reviewer, into)
        try:
            outcomes = importing.import_files(
                project, reviewer, codebook_of(project), files, telling, processes=processes
            )
        except importing.Stopped as error:
            outcomes, stopped = error.outcomes, True
        telling.summary(outcomes)
        every = documents.listing(project)
    clauses = sum(document.clauses for document in every)
    tell(say("importing.sum", **importing.report(outcomes), documents=len(every), clauses=clauses))
    if stopped:
        tell(say("importing.stopped", done=len({one.path for one in outcomes}), total=len(files)))
        sys.exit(130)
    return outcomes


@command("segment")
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--unit", "into", type=click.Choice(UNITS), default="clause", metavar=say("usage.unit"),
    help=say("importing.option_segment_unit"),
)  # fmt: skip
@json_option
def segment(path: Path, into: Unit, as_json: bool) -> None:
    """Cut a file and print its segments; nothing is stored."""
    cut = importing.segmented(load(path), path.name, into=into)
    for one in cut.segments:
        if as_json:
            show_json(_record(one))
        else:
            where = say("cli.segment_kind_" + one.kind)
            units = say("review.comma").join(mention.name for mention in one.mentions)
            inside = " ".join(filter(None, (one.marker.strip(), one.text)))
            show(f"{where}  {'  ' * max(0, one.level - 1)}{inside}{one.tail and '  ' + one.tail}")
            if units:
                show(f"{' ' * 8}→ {units}")


def _record(one: Any) -> dict[str, Any]:
    """A segment as `annotator segment --json` prints it; ranges are in code points of the source."""
    return {
        "kind": one.kind,
        "level": one.level,
        "marker": one.marker,
        "path": list(one.path),
        "text": one.text,
        "tail": one.tail,
        "units": [
            {
                "surface": m.surface, "name": m.name, "org_id": m.org_id, "role": m.role,
                "collective": m.collective, "start": m.start, "end": m.end,
            }
            for m in one.mentions
        ],
        "start": one.start,
        "end": one.end,
        "edits": [edit._asdict() for edit in one.edits],
    }  # fmt: skip
