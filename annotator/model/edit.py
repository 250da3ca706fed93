"""A repair of a source. Offsets are code points of the source, half open."""

from typing import Literal, NamedTuple

EditState = Literal["applied", "proposed", "refused"]
EDIT_STATES: tuple[EditState, ...] = ("applied", "proposed", "refused")

LINE_BREAK = "line_break"
"""The rule of the edits that follow from how a text was cut."""
PERSON = "person"
"""The rule of the edits that a person wrote."""

HOLE = "\ufffd"
"""What stands in a text for a character that was lost."""


class Edit(NamedTuple):
    """One repair: source[start:end] reads `before` and should read `after`.

    Only an `applied` edit changes the clean text; a `proposed` one waits for a person. `rule` names
    the rule that made it, `confidence` is between 0 and 1. Edits of a source never overlap.
    """

    start: int
    end: int
    rule: str
    before: str
    after: str
    confidence: float = 1.0
    state: EditState = "applied"

    @property
    def readable(self) -> bool:
        """Whether it says how the place reads; else it only says that it is damaged."""
        return self.after != self.before and HOLE not in self.after
