"""`annotator import` and `annotator segment`."""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Self

import click

from annotator.cli import repeating
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
from annotator.cli.progress import Bar
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows import completing, importing
from annotator.flows.importing import Outcome
from annotator.flows.opening import codebook_of, create
from annotator.model.label_unit import UNITS, Unit
from annotator.store import documents, repeats
from annotator.store.project import Project
from annotator.tools.completeness.wording import short
from annotator.tools.formats import load
from annotator.words import say

FEW = 20
"""Of so many documents each is told of; of more only those that failed, and so many of these."""


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
    """Import files, folders of files; make the project where it is missing."""
    path = project_path(project)
    ours = {path.name, f"{path.name}-wal", f"{path.name}-shm"}
    files = [file for file in importing.files(paths) if file in paths or file.name not in ours]
    outcomes = imported(path, reviewer_name(reviewer), files, processes, into)
    if as_json:
        show_json([{**asdict(one), "path": str(one.path)} for one in outcomes])
    failed = sum(one.state == "failed" for one in outcomes)
    if failed:
        sys.exit(2 if failed == len(outcomes) else 1)


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


class Telling:
    """Tells of an import while it goes on: of a few documents each, of many how far it is."""

    def __init__(self, project: Project, files: int) -> None:
        self._project = project
        self._files, self._done, self._clauses, self._told = files, 0, 0, 0
        self._path: Path | None = None
        self._begun = time.monotonic()
        self._bar = Bar("importing.progress")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.clear()

    def __call__(self, outcome: Outcome) -> None:
        """Hears of each document as it is done."""
        self._done += outcome.path != self._path
        self._path = outcome.path
        self._clauses += outcome.clauses
        if self._files <= FEW and self._told < FEW:
            self._told += 1
            self._bar.clear()
            tell_outcome(outcome)
            tell_open(self._project, outcome)
        else:
            seconds = time.monotonic() - self._begun
            left = seconds / self._done * (self._files - self._done)
            minutes = f"{left // 60:.0f}:{left % 60:02.0f}"
            self._bar(self._done, self._files, clauses=self._clauses, left=minutes)

    def summary(self, outcomes: Sequence[Outcome]) -> None:
        """What all that was not told of comes to."""
        self._bar.clear()
        rest = outcomes[self._told :]
        failed = [one for one in rest if one.state == "failed"]
        for one in failed[:FEW]:
            tell_outcome(one)
        if more := failed[FEW:]:
            tell(say("importing.more_failed", count=len(more)))
        tell_found(rest)
        if any(one.state == "new" for one in rest) and (groups := repeats.groups(self._project)):
            tell(say("repeats.in_all", count=sum(map(len, groups)), groups=len(groups)))
        if names := dict.fromkeys(name for one in rest for name in one.unresolved):
            told = say("review.comma").join(list(names)[:FEW])
            tell(say("importing.unresolved_some", count=len(names), names=told))


def tell_outcome(outcome: Outcome) -> None:
    """What became of one file, and what was repaired and left."""
    reason = " ".join(outcome.notes)
    name = outcome.place
    tell(
        say(
            f"importing.{outcome.state}",
            name=name,
            title=outcome.title,
            clauses=outcome.clauses,
            reason=reason,
        )
    )
    if outcome.state != "new":
        return
    for note in outcome.notes:
        tell(f"    {note}")
    tell_found([outcome])
    if outcome.unresolved:
        tell(say("importing.unresolved", names=say("review.comma").join(outcome.unresolved)))


def tell_open(project: Project, outcome: Outcome) -> None:
    """Where a new document stands already, and what it leaves open."""
    document = documents.document(project, outcome.doc_id) if outcome.state == "new" else None
    if document is None:
        return
    for line in repeating.lines(project, document):
        tell(line)
    if found := completing.report(project, document):
        tell(short(found))


def tell_found(outcomes: Sequence[Outcome]) -> None:
    """What was repaired, proposed and named in some documents."""
    repairs = Counter[str]()
    for outcome in outcomes:
        repairs.update(dict(outcome.repairs))
    if repairs:
        rules = say("review.comma").join(f"{_rule(rule)} {count}" for rule, count in sorted(repairs.items()))
        tell(say("importing.repairs", count=repairs.total(), rules=rules))
    if proposed := sum(outcome.proposed for outcome in outcomes):
        tell(say("importing.proposed", count=proposed))
    if units := sum(outcome.units for outcome in outcomes):
        tell(say("importing.units", count=units))


def _rule(rule: str) -> str:
    return say(f"repairs.{rule}")


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
