"""A query as a value: what a clause must and must not be, every name in it resolved against a codebook."""

from typing import Literal, NamedTuple

from annotator.model.review import ClauseState
from annotator.model.value import State

Comparison = Literal["=", "<", "<=", ">", ">="]
AnswerKind = Literal["code", "unit", "words"]


class Text(NamedTuple):
    """The words (folded) stand in the text, the tail or the marker."""

    words: str


class Answer(NamedTuple):
    """The answer to a field is in one of `states`, or holds one of `items`.

    The items of a `code` are code ids, of a `unit` parts of names (folded), of `words` parts of what was
    written (folded); the second of each pair is the role of a unit, or empty.
    """

    field: str
    kind: AnswerKind
    items: tuple[tuple[str, str], ...] = ()
    states: tuple[State, ...] = ()


class InState(NamedTuple):
    """The clause stands in one of these states for the reviewer."""

    states: tuple[ClauseState, ...]


class OfDocument(NamedTuple):
    """One of `parts` (folded) stands in the document's title or file name, or begins its id."""

    parts: tuple[str, ...]


class Under(NamedTuple):
    """One of `paths`, from the outside in, leads to the clause; a step is a number or words (folded)."""

    paths: tuple[tuple[str, ...], ...]


class Flagged(NamedTuple):
    """The reviewer marked the clause as doubtful."""


class Decided(NamedTuple):
    """Something about the clause was decided, for everyone."""


class Repeated(NamedTuple):
    """The clause reads like another one, wherever that stands."""


class Returned(NamedTuple):
    """The clause was given back to the reviewer, who has not finished it since."""


class Remark(NamedTuple):
    """The reviewer's question or note is there, and holds one of `parts` (folded) where some are given."""

    kind: Literal["question", "note"]
    parts: tuple[str, ...] = ()


class Doubt(NamedTuple):
    """How doubtful the cut is, between 0 and 1, compared with a number."""

    comparison: Comparison
    limit: float


class Proposed(NamedTuple):
    """A repair in the clause waits for a person."""


class Repaired(NamedTuple):
    """There is a repair in the clause: made, proposed or taken back."""


class Differs(NamedTuple):
    """The reviewer's answer to one of `fields` is not what was suggested for it."""

    fields: tuple[str, ...]


class Suggested(NamedTuple):
    """Something was suggested for one of `fields`, or one of `codes` (field and id) was, or one of `units`
    (field, part of the name (folded), role or empty).
    """

    fields: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, str, str], ...] = ()


Condition = (
    Text | Answer | InState | OfDocument | Under | Flagged | Decided | Repeated | Returned | Remark
    | Doubt | Proposed | Repaired | Differs | Suggested
)  # fmt: skip


class Term(NamedTuple):
    """A condition that must hold, or must not."""

    condition: Condition
    negated: bool = False


class Query(NamedTuple):
    """All `terms` are wanted. `reviewer` is whose labels are meant as it was typed, empty for those of
    whoever asks.
    """

    terms: tuple[Term, ...] = ()
    reviewer: str = ""

    @property
    def asks_what_was_decided(self) -> bool:
        """Whether it looks at decisions, which are not for everyone at all times."""
        return any(isinstance(term.condition, Decided) for term in self.terms)

    @property
    def asks_what_is_suggested(self) -> bool:
        """Whether it looks at suggestions, of which some may be owed."""
        return any(isinstance(term.condition, (Suggested, Differs)) for term in self.terms)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that the text of every hit holds, folded."""
        return tuple(
            term.condition.words
            for term in self.terms
            if isinstance(term.condition, Text) and not term.negated
        )
