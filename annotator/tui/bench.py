"""What lies before whoever compares or decides: a desk whose clause has what everyone said of it, and the
decided values in the place of one's own.
"""

from collections.abc import Mapping
from typing import Any

from annotator.errors import Refused
from annotator.flows.adjudicating import Adjudicating, Case, Cases, Point
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.decision import WHOLE
from annotator.model.document import Document
from annotator.model.review import Review
from annotator.model.value import fitting
from annotator.store import people
from annotator.tui import reading
from annotator.tui.desk import Desk


class Bench(Desk):
    """Nothing can be stored from here. `case` is what stands about the clause as it was last read; `column`
    is the number of the reviewer's column under the cursor. Suggestions are hidden until they are asked for
    (`suggesting`). `names` are those of people, by their ids; `keyed` tells whether a column has a key.
    """

    case: Case
    keyed = False

    def __init__(self, reviewing: Reviewing, cases: Cases, document: Document, ord_no: int) -> None:
        self.cases = cases
        self.suggesting, self.column = False, 0
        self.names = {one.id: one.name for one in people.people(reviewing.project)}
        super().__init__(reviewing, document, ord_no)

    @property
    def columns(self) -> list[str]:
        """Whose answers stand side by side: first those who finished, then who left it a draft or skipped."""
        done = self.case.finished
        return [*done, *(name for name in self.case.reviews if name not in done)]

    @property
    def point(self) -> Point:
        """The field in focus with what everyone said."""
        return self.case.points[self.field.id]

    @property
    def reviewer(self) -> str:
        """Whose column is under the cursor; raises Refused where nobody said anything."""
        return self.whose(self.column)

    def whose(self, column: int) -> str:
        """Whose column that is; raises Refused where there is none."""
        if column >= len(self.columns):
            raise Refused("adjudication.no_column", number=column + 1)
        return self.columns[column]

    def advance(self) -> None:
        """On to the first field that is to be decided, if there is one."""
        waiting = [point.field for point in self.case.open]
        if waiting:
            self.focus, self.cursor = self.fields.index(waiting[0]), -1

    def learn_codebook(self, codebook: Codebook) -> None:
        """Go on under a codebook that was put in force from here."""
        self.cases = Cases(self.project, codebook)
        super().learn_codebook(codebook)

    def record(self, clause_id: str, values: Mapping[str, Any], **circumstances: Any) -> None:
        """Raises Refused: who compares the answers of others gives none."""
        raise Refused("comparing.only_read")

    def renew(self) -> None:
        """Read the clause again: something was stored, here or elsewhere."""
        self._read_suggestions()
        self._read()

    def _read_suggestions(self) -> None:
        if self.suggesting:
            super()._read_suggestions()
        else:
            self.suggestions = {}

    def _stored(self) -> Review:
        self.cases.renew()
        self.case = self.cases.one(self.clause.clause_id)
        self.column = max(0, min(self.column, len(self.columns) - 1))
        values = {
            name: one.value
            for name, one in self.case.decisions.items()
            if name != WHOLE and one.value is not None
        }
        review = Review("draft" if values else "untouched", fitting(self.fields, values))
        return reading.shown(review, self.fields, self.additions)


class DecidingBench(Bench):
    """The same for an arbitrator: what is stored is a decision."""

    keyed = True

    def __init__(
        self, reviewing: Reviewing, adjudicating: Adjudicating, document: Document, ord_no: int
    ) -> None:
        self.adjudicating = adjudicating
        super().__init__(reviewing, adjudicating.cases, document, ord_no)

    def pick(self, number: int) -> None:
        """Decide for the choice of that number, or no more for it."""
        if self.field.kind in ("entity", "span"):
            super().pick(number)
            return
        code, now = self.field.codes[number], self.value
        if code.id in now:
            self.put([one for one in now if one != code.id] or None)
        elif self.field.kind != "multi":
            self.put([code.id])
        elif self.field.maximum and len(now) >= self.field.maximum:
            raise Refused("review.field_full", maximum=self.field.maximum)
        else:
            self.put([*now, code.id])
        self.last_code = code

    def record(self, clause_id: str, values: Mapping[str, Any], **circumstances: Any) -> None:
        """Store what is decided."""
        self.adjudicating.put(self.case, values)
