"""Processes that make documents ready, one at a time; what they make comes back in the order of the jobs.

A process that dies takes its one document with it and no other. So many documents are under way at once
that no process waits for the next, and no more: memory is bounded by the largest ones.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

from annotator import words
from annotator.flows.importing.interrupting import ignored
from annotator.flows.importing.making import Job, Made, Setting, make
from annotator.flows.importing.outcome import Outcome
from annotator.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

AHEAD = 4
"""So many documents for each process may be under way or wait for those before them."""
BYTES = 64_000_000
"""No further one is begun while those under way and waiting are as large as this."""


def work(connection: Connection, setting: Setting, language: str) -> None:
    """What a process does: make whatever comes, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that stores ends the work
    words.choose(language)
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            connection.send(make(connection.recv(), setting))


class _Worker:
    """One process. `job` is what it works on, with its number; `ready` says that it ever began."""

    def __init__(self, setting: Setting) -> None:
        context = get_context("spawn")  # the same on every system, and safe beside threads
        self.connection, other = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=work, args=(other, setting, words.language()), daemon=True
        )
        self.ready = False
        self.job: tuple[int, Job] | None = None
        with ignored():  # until it does so itself
            self.process.start()
        other.close()

    def give(self, number: int, job: Job) -> bool:
        """Hand it a job; False where it has died."""
        self.job = number, job
        try:
            self.connection.send(job)
        except OSError:
            return False
        return True

    def close(self) -> None:
        """End it, whatever it is at."""
        self.connection.close()
        if self.job:
            self.process.kill()
        self.process.join()
        self.process.close()


class Workers:
    """Up to `count` processes, each begun when there is work for it. Use it as a context."""

    def __init__(self, count: int, setting: Setting) -> None:
        self._count, self._setting = count, setting
        self._workers: list[_Worker] = []
        self._done: dict[int, Made] = {}
        self._sizes: dict[int, int] = {}

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.close()

    def made(self, jobs: "Iterable[Job | Made]") -> Iterator[Made]:
        """What becomes of each, in their order; what is made already is passed on."""
        coming, begun, told, over = iter(jobs), 0, 0, False
        while not over or told < begun:
            if not over and self._has_room(begun - told):
                job = next(coming, None)
                if job is None:
                    over = True
                    continue
                if isinstance(job, Job):
                    self._sizes[begun] = len(job.data)
                    self._begin(begun, job)
                else:
                    self._done[begun] = job
                begun += 1
            elif told not in self._done:
                self._wait()
            while told in self._done:
                self._sizes.pop(told, None)
                yield self._done.pop(told)
                told += 1

    def _has_room(self, under_way: int) -> bool:
        free = len(self._workers) < self._count or any(worker.job is None for worker in self._workers)
        return free and under_way < AHEAD * self._count and sum(self._sizes.values()) < BYTES

    def _begin(self, number: int, job: Job) -> None:
        worker = next((one for one in self._workers if one.job is None), None)
        if worker is None:
            worker = _Worker(self._setting)
            self._workers.append(worker)
        if not worker.give(number, job):
            self._lost(worker)

    def _wait(self) -> None:
        """Take what the first of the processes brings."""
        busy = [worker for worker in self._workers if worker.job]
        heard = wait([worker.connection for worker in busy])
        for worker in busy:
            if worker.connection not in heard:
                continue
            try:
                made = worker.connection.recv()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            if made is None:
                worker.ready = True
            elif worker.job:
                self._done[worker.job[0]] = made
                worker.job = None

    def _lost(self, worker: _Worker) -> None:
        """A process died: with its document, unless it never came so far; then there is something about the
        system, and the document is made here.
        """
        self._workers.remove(worker)
        worker.close()
        if worker.job is None:
            return
        number, job = worker.job
        if worker.ready:
            notes = (say("importing.died"),)
            self._done[number] = Made(Outcome(job.path, job.place, "failed", notes=notes))
        else:
            self._done[number] = make(job, self._setting)


@contextmanager
def making(count: int, setting: Setting, jobs: "Iterable[Job | Made]") -> Iterator[Iterator[Made]]:
    """What becomes of each job, in their order: made by `count` processes, or by this one where that is 0."""
    if not count:
        yield (job if isinstance(job, Made) else make(job, setting) for job in jobs)
        return
    with Workers(count, setting) as workers:
        yield workers.made(jobs)
