"""What everyone said of clauses that an audit points at, side by side, to be read: who looks at the work of
others must not label it by a key too many.
"""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from annotator.errors import AnnotatorError
from annotator.flows.adjudicating import Cases
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.document import Document
from annotator.store import blinding, executors
from annotator.tui.bench import Bench
from annotator.tui.commands import revising
from annotator.tui.docket import Chosen
from annotator.tui.screens.bench import BenchScreen
from annotator.tui.screens.binding import bindings

Learn = Callable[[Codebook], None]
"""Told of a codebook that was put in force, so that the desk goes on under it."""


class Comparing(BenchScreen):
    """Steps through chosen clauses; keys lead on to the adjudication of one, and to a rule between codes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("comparing")
    mode, area = "comparing", "comparing"
    bar = ("next", "previous", "adjudicate", "boundary", "leave", "field_down", "column_right")
    empty = ("leave",)

    def __init__(self, reviewing: Reviewing, chosen: Chosen, learn: Learn) -> None:
        """Raises Refused for whoever may not see the work of others now."""
        blinding.require(reviewing.project, reviewing.reviewer)
        super().__init__(reviewing)
        self._chosen, self._learn_codebook = chosen, learn

    def begin(self) -> None:
        """List what was chosen."""
        self.look_at(self._chosen)

    def bench(self, document: Document, ord_no: int) -> Bench:
        """A bench from which nothing can be stored."""
        cases = Cases(self.reviewing.project, self.reviewing.codebook)
        return Bench(self.reviewing, cases, document, ord_no)

    def title_words(self) -> str:
        """What the clauses have in common."""
        return self._chosen.title

    def arrive(self) -> None:
        """The field on which they differ comes into focus."""
        names = [field.id for field in self.desk.fields]
        if self._chosen.field in names:
            self.desk.turn_to(names.index(self._chosen.field))

    def action_adjudicate(self) -> None:
        """Decide the clause, then those behind it."""
        if self._bench is None:
            return
        from annotator.tui.screens.adjudicating import Adjudication  # noqa: PLC0415  (only on command)

        here, me = self.desk.clause.clause_id, self.reviewing.reviewer
        try:
            executors.require_may_decide(self.reviewing.project, me, here)
            below = Adjudication(self.reviewing, self._chosen._replace(first=here))
        except AnnotatorError as error:
            self.tell(str(error))
            return

        def decided(_: None) -> None:
            self.do(self.desk.renew)

        self.app.push_screen(below, decided)

    def action_boundary(self) -> None:
        """Write a rule that tells two codes of the field in focus apart."""
        if self._bench:
            same = self.desk.field.id == self._chosen.field
            revising.boundary(self, self._chosen.codes if same else (), self._learn_codebook)
