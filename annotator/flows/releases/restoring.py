"""A project made again of a full release."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from annotator.errors import AnnotatorError
from annotator.flows.releases.folder import Released, Unread
from annotator.model.gaps import Gap
from annotator.model.logged import Row
from annotator.store import copies
from annotator.store.beside import unused
from annotator.store.incoming_files import read_events
from annotator.store.incoming_release import restored
from annotator.store.project import utc_milliseconds
from annotator.tools.release import layout
from annotator.tools.release.fit import checker


def is_full(path: Path) -> bool:
    """Whether a full release stands there."""
    try:
        return is_release(path) and Released(path).full
    except (AnnotatorError, OSError):
        return False


def is_release(path: Path) -> bool:
    """Whether an export made what stands there."""
    return all((path / name).is_file() for name in (layout.MANIFEST, layout.SUMS))


def restore(
    path: Path, target: Path, *, exists: str = "releases.exists", clock: Callable[[], int] = utc_milliseconds
) -> dict[str, int]:
    """Make the project at `target` of the release at `path`; returns how many rows of each kind it has.

    Raises AnnotatorError where there is no release or not a full one, where anything in it was altered, and
    where `target` exists, which `exists` tells. Nothing is made then.
    """
    released = Released(path)
    if not released.full:
        raise AnnotatorError("releases.not_full", path=path)
    for finding in released.altered():
        raise AnnotatorError("releases.altered", path=path, fault=finding.sentence())
    return build(released, target, exists=exists, clock=clock)


def replace(path: Path, target: Path) -> Path | None:
    """The same in the place of a project; returns where the file that stood there went, if there was one."""
    if not target.exists():
        restore(path, target)
        return None
    made = unused(target, "of-release")
    try:
        restore(path, made)
        return copies.restore(made, target)
    finally:
        made.unlink(missing_ok=True)


def build(
    released: Released,
    target: Path,
    *,
    exists: str = "releases.exists",
    clock: Callable[[], int] = utc_milliseconds,
    searched: bool = True,
) -> dict[str, int]:
    """The same of a release whose files were looked at; without what only searches ask for, where it will not
    be `searched`.
    """
    try:
        return restored(_Holding(released), target, exists, clock, searched=searched).counts
    except Unread as error:
        fault = error.finding.sentence()
        raise AnnotatorError("releases.altered", path=released.path, fault=fault) from error


class _Holding:
    """What a release holds of its project."""

    def __init__(self, released: Released) -> None:
        self.path = released.path
        self._released = released

    def rows(self, name: str) -> Iterator[tuple[Any, ...]]:
        """The rows of one kind."""
        check = checker(layout.HOLDINGS[name])
        for _, record in self._released.records(layout.holding(name), check):
            yield tuple(record.values())

    def source(self, digest: str) -> str:
        """The text of that hash."""
        return self._text(layout.source(digest))

    def codebooks(self) -> Iterator[tuple[str, str]]:
        """Every version of the codebook with its hash."""
        for file in self._released.files:
            digest = file.path.removeprefix("codebooks/").removesuffix(".toml")
            if file.path == layout.codebook(digest):
                yield digest, self._text(file.path)

    def events(self) -> Iterator[Row | Gap]:
        """The log."""
        return read_events(self.path / layout.EVENTS)

    def _text(self, name: str) -> str:
        try:
            return self._released.read(name).decode()
        except UnicodeDecodeError as error:
            raise AnnotatorError("releases.no_text", path=self.path / name) from error
