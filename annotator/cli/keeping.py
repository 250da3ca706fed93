"""`annotator verify`, `backup` and `restore`: the safety of the project file."""

import sys
from pathlib import Path

import click

from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    project_path,
    reviewer_name,
    show,
    show_json,
)
from annotator.cli.worded import argument, command
from annotator.flows import releases
from annotator.store import blinding, copies, events
from annotator.store.project import Project
from annotator.store.verify import verify as faults_of
from annotator.words import say


@command("verify")
@project_option
@json_option
def verify(project: Path | None, as_json: bool) -> None:
    """Whether the file is what it says; exit code 1 where it is not."""
    with opened(project) as store:
        faults = [say(fault.key, **fault.values) for fault in faults_of(store)]
        count = None if faults else _count(store)
    if as_json:
        show_json({"project": str(project_path(project)), "events": count, "faults": faults})
    else:
        for fault in faults:
            show(fault)
        sound = "keeping.all_sound" if count is None else "keeping.sound"
        show(say("keeping.faulty", count=len(faults)) if faults else say(sound, count=count))
    sys.exit(1 if faults else 0)


def _count(project: Project) -> int | None:
    """How many events a sound file has; None for whom that would tell how much the others have done."""
    return events.count(project) if blinding.sight(project, reviewer_name(None)).names is None else None


@command("backup")
@argument("target", "file", type=click.Path(path_type=Path, readable=False))
@project_option
def backup(target: Path, project: Path | None) -> None:
    """Copy the project while others go on working in it."""
    with opened(project) as store:
        copies.backup(store, target)
    show(say("keeping.backed_up", target=target))


@command("restore")
@argument("copy", "file", type=click.Path(path_type=Path, readable=False))
@project_option
def restore(copy: Path, project: Path | None) -> None:
    """Put a copy, or what a full release holds, in the place of the project; what stood there is kept."""
    path = project_path(project)
    kept = releases.replace(copy, path) if copy.is_dir() else copies.restore(copy, path)
    show(say("keeping.restored", path=path, copy=copy))
    if kept:
        show(say("keeping.kept", kept=kept))
