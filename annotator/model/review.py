"""What one reviewer has said of one clause."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Self

from annotator.model.value import Value

ClauseState = Literal["untouched", "draft", "submitted", "skipped"]


class Return(NamedTuple):
    """A clause that a reviewer is to look at again: why, and which fields of it (all, where none is named);
    who gave it back, and when (UTC milliseconds). `answered`: the reviewer has finished it since. `codebook`
    is the digest of the version whose coming gave it back, empty where an arbitrator did.
    """

    reason: str
    fields: tuple[str, ...] = ()
    by: str = ""
    at: int = 0
    answered: bool = False
    codebook: str = ""

    def joined(self, other: Self, between: str) -> Self:
        """The other one with what this one asks for: the reasons of both, with words `between` them, and the
        fields of both.
        """
        reasons = [one for one in (self.reason, other.reason) if one]
        if other.reason in self.reason:
            reasons = [self.reason]
        both = self.fields and other.fields
        fields = tuple(dict.fromkeys((*self.fields, *other.fields))) if both else ()
        return other._replace(reason=between.join(reasons), fields=fields)


class Review(NamedTuple):
    """`values` holds the fields that have a value, none (empty list) among them. `state` is where
    the clause stands for the reviewer; a flag, a question, a note and the reasons for single answers
    (by field) go beside any state. `evidence` holds, for fields whose values have no place of their
    own, the places that were marked for them. `reopened`: it was finished until a correction left a
    question open. `returned` stands until the clause is finished again; `reply` answers the question.
    """

    state: ClauseState = "untouched"
    values: Mapping[str, Value] = MappingProxyType({})
    flagged: bool = False
    question: str = ""
    note: str = ""
    reasons: Mapping[str, str] = MappingProxyType({})
    evidence: Mapping[str, Sequence[Mapping[str, Any]]] = MappingProxyType({})
    reopened: bool = False
    returned: Return | None = None
    reply: str = ""

    @property
    def finished(self) -> bool:
        """Whether nothing is left to be done: it is submitted or skipped, and not returned since."""
        return self.state in ("submitted", "skipped") and self.returned is None

    @property
    def touched(self) -> bool:
        """Whether anything at all was said."""
        return self != Review()


class Suggestion(NamedTuple):
    """What a source other than a person thinks a field's value is; `score` is between 0 and 1."""

    subject: str
    field: str
    source: str
    version: str
    value: tuple[Any, ...]
    score: float


class Person(NamedTuple):
    """A reviewer. The roles are annotator, reviewer, arbitrator, supervisor and owner."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ("annotator",)


class Progress(NamedTuple):
    """How many of a document's clauses a reviewer has submitted, skipped and begun."""

    submitted: int = 0
    skipped: int = 0
    draft: int = 0
