"""Many files into one project: project files and event files alike, all of them or none."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotator.errors import AnnotatorError, reason
from annotator.model.gaps import Gap
from annotator.store import event_log, merging
from annotator.store.beside import replaced
from annotator.store.incoming import Incoming
from annotator.store.incoming_files import event_file, project_file, read_events
from annotator.store.merging import Merged
from annotator.store.project import Project
from annotator.tools import eventlines

DAY = 86_400_000
"""Milliseconds; a clock that is further ahead is told."""
_DATABASE = b"SQLite format 3\0"


def merge(project: Project, paths: Sequence[Path], *, dry_run: bool = False) -> Merged:
    """Merge files into the project; with `dry_run` only tell what would come in. The project itself, and a
    file that is named twice, count once. Raises AnnotatorError where one cannot be merged: none is then.
    """
    refused: list[AnnotatorError] = []
    with Incoming(project, ahead=project.clock() + DAY) as incoming:
        for path in _distinct(project.path, paths):
            try:
                _gather(incoming, path)
            except AnnotatorError as error:
                refused.append(error)
        if len(refused) > 1:
            first, *others = refused
            more = "\n".join(str(error) for error in others)
            raise AnnotatorError("merging.several", first=first, more=more) from first
        if refused:
            raise refused[0]
        return merging.merge(incoming, dry_run=dry_run)


def _distinct(own: Path, paths: Sequence[Path]) -> Iterator[Path]:
    seen = {os.path.realpath(own)}
    for path in paths:
        if (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            if not (path.exists() and path.samefile(own)):
                yield path


def _gather(incoming: Incoming, path: Path) -> None:
    if _is_database(path):
        project_file(incoming, path)
    else:
        event_file(incoming, path, read_events(path))


def _is_database(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise AnnotatorError("store.folder" if stat.S_ISDIR(mode) else "merging.neither", path=path)
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise AnnotatorError("merging.no_file", path=path, reason=reason(error)) from error
    if start.startswith(_DATABASE):
        return True
    if start.strip() and not start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        raise AnnotatorError("merging.neither", path=path)
    return False


def write_events(project: Project, target: Path) -> int:
    """Write every event of the project to a file, in an order in which what is new stands together and what
    was there stays as it was; returns how many. A file of events that is there is replaced. Raises
    AnnotatorError where it is no such file, or has events that the project has not: they would be lost.
    """
    with project.snapshot():
        if target.exists():
            _require_known(project, target)
        try:
            with replaced(target) as file:
                count = 0
                for gap in event_log.gaps(project):
                    file.write(eventlines.gap_line(gap) + "\n")
                for row in event_log.rows(project):
                    file.write(eventlines.line(row) + "\n")
                    count += 1
        except OSError as error:
            raise AnnotatorError("keeping.cannot_write", path=target, reason=reason(error)) from error
    return count


def _require_known(project: Project, target: Path) -> None:
    if _is_database(target):
        raise AnnotatorError("bundling.exists", path=target)
    ids: Iterable[str] = (row[0] for row in read_events(target) if not isinstance(row, Gap))
    if unknown := event_log.unknown(project, ids):
        raise AnnotatorError("merging.unmerged", path=target, count=unknown)
