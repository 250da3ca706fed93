"""Questions to the project that may take long: asked in a thread, with a connection of its own."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any

from textual.message_pump import MessagePump

from annotator.errors import AnnotatorError
from annotator.store.project import Project

Stopped = Callable[[], bool]
Question = Callable[[Project, Stopped], Iterator[Any]]
"""Gives its answer in parts; where a part takes long it asks now and then whether to stop."""

_PATIENCE = 0.02
"""Seconds between two tries to interrupt what is asked when nobody wants to know any more."""


class Reader:
    """Asks one question at a time: a new one stops the one before, whose answers come no more. Answers
    arrive as messages to `owner`; an AnnotatorError is the last of them, and the only one where the file
    cannot be opened.
    """

    def __init__(self, owner: MessagePump, path: Path) -> None:
        self._owner = owner
        self._path = path
        self._loop = asyncio.get_running_loop()
        self._current = 0
        self._asked: SimpleQueue[tuple[int, Question, Callable[[Any], None]] | None] = SimpleQueue()
        self._project: Project | None = None
        self._closing = Lock()
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def ask(self, question: Question, answered: Callable[[Any], None]) -> None:
        """Ask; `answered` is called with each part of the answer."""
        self.stop()
        self._asked.put((self._current, question, answered))

    def stop(self) -> None:
        """No more answers to what was asked so far."""
        self._current += 1
        with self._closing:
            if self._project:
                self._project.interrupt()

    def close(self) -> None:
        """Stop, and give the connection back: the last one to go leaves no log beside the file."""
        self._asked.put(None)
        while self._thread.is_alive():
            self.stop()
            self._thread.join(_PATIENCE)

    def _read(self) -> None:
        try:
            while asked := self._asked.get():
                self._answer(*asked)
        except Exception as error:  # a fault belongs to the thread of the screens
            self._tell(_fail, error)
        finally:
            with self._closing:  # nothing may interrupt a connection that is closed
                project, self._project = self._project, None
            if project:
                project.close()

    def _answer(self, number: int, question: Question, answered: Callable[[Any], None]) -> None:
        def stopped() -> bool:
            return number != self._current

        def told(part: Any) -> None:
            if not stopped():  # it may have become stale on its way
                answered(part)

        try:
            project = self._project = self._project or Project.open(self._path)
            with project.interruptible():
                for part in () if stopped() else question(project, stopped):
                    self._tell(told, part)
        except AnnotatorError as error:
            self._tell(told, error)

    def _tell(self, told: Callable[[Any], None], part: Any) -> None:
        self._loop.call_soon_threadsafe(self._owner.call_later, told, part)


def _fail(error: Exception) -> None:
    raise error
