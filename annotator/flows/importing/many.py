"""Many files, stored in their order by one process, some documents in one transaction.

What was told of is on the disk. Whoever stops an import, or kills it, runs it again: what is in is known by
its bytes, and skipped.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from annotator.errors import AnnotatorError, UnreadableFile
from annotator.flows.importing.interrupting import held
from annotator.flows.importing.making import Job, Made, Setting, broken
from annotator.flows.importing.outcome import Outcome, Stopped
from annotator.flows.importing.workers import making
from annotator.model.codebook import Codebook
from annotator.model.ids import document_id
from annotator.store import additions, arrivals, bigrams, bulk, cut_into, documents, repeating, settling
from annotator.store.project import Project
from annotator.tools import formats

_WORTH = 4_000_000
"""Bytes of files below which the start of processes would take longer than they save."""
_BATCH, _SECONDS = 2000, 0.5
"""A transaction has so many clauses, or those of so many seconds; one larger document goes alone."""
_SETTLED = 1000
"""Of an import with so many clauses at most everything is suggested at once, of a larger one when it is
asked for.
"""


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that paths stand for: themselves, and what lies in folders, hidden files left out. What is
    no file (a pipe, a link to nothing, a folder that nobody may look into) is among them, to be told of.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(_inside(path))
        else:
            yield path


def _inside(folder: Path) -> Iterator[Path]:
    closed = list[Path]()
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = (name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in names if not name.startswith("."))
    yield from closed


def import_files(
    project: Project,
    reviewer: str,
    codebook: Codebook,
    paths: Sequence[Path],
    progress: Callable[[Outcome], None] = lambda _: None,
    *,
    processes: int | None = None,
) -> list[Outcome]:
    """Import files, and all documents that they hold; `progress` hears of each when it is on the disk.

    They are made ready by so many processes, by this one alone if 0; if nothing is said, by as many as the
    files are worth. Raises Stopped at Ctrl+C.
    """
    setting = Setting(codebook, tuple(additions.additions(project).values()), cut_into.unit(project))
    count = _worth(paths) if processes is None else processes
    storing = _Storing(project, reviewer, codebook, progress)
    with bulk.much(project):
        try:
            with making(count, setting, _jobs(project, paths)) as every:
                for made in every:
                    storing.take(made)
            storing.store()
            storing.settle()
        except KeyboardInterrupt as stopped:
            with suppress(KeyboardInterrupt):
                storing.store()
            raise Stopped(storing.outcomes) from stopped
    return storing.outcomes


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _worth(paths: Sequence[Path]) -> int:
    """How many processes the files are worth; 0 where this one alone is soonest done."""
    several = len(paths) > 1 or any(path.suffix.lower() not in formats.SUFFIXES for path in paths)
    if not several or cores() == 1:
        return 0
    size = 0
    for path in paths:
        with suppress(OSError):
            size += path.stat().st_size
        if size >= _WORTH:
            return cores()
    return 0


def _jobs(project: Project, paths: Iterable[Path]) -> Iterator[Job | Made]:
    """Every document of the files: what there is to make, or what became of it already."""
    for path in paths:
        for member in formats.members(path):
            try:
                data = member.load()
            except UnreadableFile as error:
                yield Made(Outcome(path, member.place, "failed", notes=(str(error),)))
                continue
            doc_id = document_id(data)
            if documents.known(project, doc_id):
                yield Made(_known(project, Outcome(path, member.place, "known", doc_id=doc_id)))
            else:
                yield Job(path, member.place, doc_id, data, member.metadata, member.notes)


def _known(project: Project, outcome: Outcome) -> Outcome:
    """What is told of a document that the project holds."""
    there = documents.document(project, outcome.doc_id)
    state, title = ("known", there.title) if there else ("retired", "")
    same = documents.file_name(project, outcome.doc_id)
    return replace(outcome, state=state, title=title, same=same)


def _twin(project: Project, outcome: Outcome, doc_id: str) -> Outcome:
    """What is told of a file that reads like a document of the project, in use or not."""
    there, same = documents.document(project, doc_id), documents.file_name(project, doc_id)
    return Outcome(outcome.path, outcome.place, "twin", there.title if there else same, doc_id, same=same)


class _Storing:
    """Stores what comes, some documents in one transaction, and tells of it then."""

    def __init__(
        self, project: Project, reviewer: str, codebook: Codebook, progress: Callable[[Outcome], None]
    ) -> None:
        self._project, self._reviewer, self._progress = project, reviewer, progress
        self._codebook = codebook
        self._waiting: list[Made] = []
        self._since = time.monotonic()
        self.outcomes: list[Outcome] = []

    def take(self, made: Made) -> None:
        """Store it, or let it wait for more."""
        self._waiting.append(made)
        clauses = sum(one.arrival.clauses for one in self._waiting if one.arrival)
        if clauses >= _BATCH or time.monotonic() - self._since >= _SECONDS:
            self.store()

    def settle(self) -> None:
        """Make the suggestions of what was stored, where that is little."""
        new = [one for one in self.outcomes if one.state == "new"]
        if sum(one.clauses for one in new) <= _SETTLED:
            settling.settle(self._project, self._codebook, only={one.doc_id for one in new})

    def store(self) -> None:
        """Store all that waits, and tell of it."""
        waiting, self._waiting = self._waiting, []
        with held():
            outcomes = self._stored(waiting)
            self.outcomes += outcomes
        bigrams.extend(self._project)  # with what one that was killed had stored, too
        repeating.extend(self._project)  # so that each is told of with what it repeats
        for outcome in outcomes:
            self._progress(outcome)
        self._since = time.monotonic()

    def _stored(self, waiting: Sequence[Made]) -> list[Outcome]:
        """What became of each; where one cannot be stored, the others are, one by one."""
        try:
            with self._project.transaction():
                return [self._put(one) for one in waiting]
        except AnnotatorError:
            raise
        except Exception:
            if os.environ.get("ANNOTATOR_DEBUG"):
                raise
        return [self._alone(one) for one in waiting]

    def _alone(self, one: Made) -> Outcome:
        try:
            with self._project.transaction():
                return self._put(one)
        except AnnotatorError:
            raise
        except Exception as error:
            return broken(one.outcome.path, one.outcome.place, error)

    def _put(self, one: Made) -> Outcome:
        if one.arrival is None:
            return one.outcome
        if documents.known(self._project, one.outcome.doc_id):  # the same bytes twice
            told = Outcome(one.outcome.path, one.outcome.place, "known", doc_id=one.outcome.doc_id)
            return _known(self._project, told)
        if twin := documents.with_text(self._project, one.arrival.source_sha256):
            return _twin(self._project, one.outcome, twin)
        arrivals.put(self._project, self._reviewer, one.arrival)
        return one.outcome
