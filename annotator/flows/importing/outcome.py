"""What became of each document of an import."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

STATES = ("new", "known", "retired", "twin", "failed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: of the file at `path`, or of what it holds at `place` (`表.xlsx 第3行`).

    `state` is one of STATES (twin: another document reads the same);
    `repairs` counts applied edits by rule, `proposed` those that wait for a person, `unresolved` the
    units no organisation is known for. What is in already has the `title` of the document there, and as
    `same` the file that it came from.
    """

    path: Path
    place: str
    state: str
    title: str = ""
    doc_id: str = ""
    clauses: int = 0
    repairs: tuple[tuple[str, int], ...] = ()
    proposed: int = 0
    units: int = 0
    unresolved: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    same: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether it is in by another file's name."""
        return bool(self.same) and self.same != written(self.place)


def written(place: str) -> str:
    """The name of a place as it is stored: what is no text in it is escaped."""
    return os.fsencode(place).decode("utf-8", "backslashreplace")


class Stopped(KeyboardInterrupt):
    """Somebody stopped an import; `outcomes` are those of what was done, and what is new of it is stored."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        super().__init__()
        self.outcomes = outcomes


def report(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """How many files came to each state."""
    counts = Counter(one.state for one in outcomes)
    return {state: counts[state] for state in STATES}
