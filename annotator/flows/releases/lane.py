"""The lines of one view in one split, through all its files, one clause at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from annotator.errors import AnnotatorError
from annotator.flows.releases.finding import Finding
from annotator.flows.releases.folder import Released, Unread, record
from annotator.tools.release.fit import Check

Told = Callable[[Finding], None]
_MOST = 100
"""Of one file so many lines are told that cannot be read; the rest is left unread."""


class Line(NamedTuple):
    """A record and where it stands."""

    file: str
    number: int
    record: Any


class Lane:
    """Reads files one after the other. What is wrong with a line is `told`, and the line left out."""

    def __init__(self, released: Released, files: Sequence[str], check: Check, told: Told) -> None:
        self._released, self._check, self._told = released, check, told
        self._lines = self._read(files)
        self.counted = 0
        self.head = next(self._lines, None)

    def pop(self) -> None:
        """Go on to the next line."""
        self.head = next(self._lines, None)

    def take(self, doc_id: str, identity: str) -> list[Line]:
        """The lines of a clause of a document, where they are next. Not every line tells its document."""
        found = []
        while (
            self.head
            and self.head.record["id"] == identity
            and self.head.record.get("doc_id", doc_id) == doc_id
        ):
            found.append(self.head)
            self.pop()
        return found

    def __iter__(self) -> Iterator[Line]:
        while self.head:
            yield self.head
            self.pop()

    def _read(self, files: Sequence[str]) -> Iterator[Line]:
        due = {file.path: file.records for file in self._released.files}
        for name in files:
            number = bad = 0
            try:
                for number, line in enumerate(self._released.lines(name), 1):
                    self.counted += 1
                    try:
                        yield Line(name, number, record(name, number, line, self._check))
                    except Unread as error:
                        self._told(error.finding)
                        bad += 1
                        if bad == _MOST:
                            self._told(Finding(name, number, "releases.so_many"))
                            return
            except AnnotatorError as error:
                self._told(Finding(name, number, "releases.broken_off", {"reason": error}))
                return
            if number != due.get(name):
                values = {"found": number, "said": due.get(name)}
                self._told(Finding(name, 0, "releases.lines", values))
