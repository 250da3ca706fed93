"""What one reviewer has said of one clause."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from annotator.model.value import Value

ClauseState = Literal["untouched", "draft", "submitted", "skipped"]


@dataclass(frozen=True, slots=True)
class Review:
    """`values` holds the fields that have a value, none (empty list) among them. `state` is where
    the clause stands for the reviewer; a flag, a question and a note go beside any state.
    """

    state: ClauseState = "untouched"
    values: Mapping[str, Value] = field(default_factory=dict)
    flagged: bool = False
    question: str = ""
    note: str = ""

    @property
    def touched(self) -> bool:
        """Whether anything at all was said."""
        return self != Review()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a source other than a person thinks a field's value is; `score` is between 0 and 1."""

    subject: str
    field: str
    source: str
    version: str
    value: tuple[Any, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Person:
    """A reviewer. The roles are annotator, reviewer, arbitrator, supervisor and owner."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ("annotator",)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a document's clauses a reviewer has submitted, skipped and begun."""

    submitted: int = 0
    skipped: int = 0
    draft: int = 0
