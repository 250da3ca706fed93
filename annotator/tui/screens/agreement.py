"""How far reviewers agree, field by field; from there to where it hurts, and to the clauses."""

from collections.abc import Callable, Sequence
from functools import partial

from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.tui.agreement import Audited, about, audited, figure, same_words
from annotator.tui.display import padded
from annotator.tui.screens.audit import AuditScreen
from annotator.tui.widgets.bar import TitleBar
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say

NAME, COUNT = 24, 22


class Agreement(AuditScreen):
    """The fields with their coefficients, as they are computed."""

    def __init__(self, reviewing: Reviewing, learn: Callable[[Codebook], None]) -> None:
        super().__init__(reviewing, learn)
        self._found: list[Audited] = []

    def begin(self) -> None:
        """Ask for every field."""
        self.query_one(TitleBar).show(say("agreeing.title"), self.reviewing.reviewer)
        question = partial(audited, self.reviewing.codebook, self.reviewing.reviewer)
        self.reader.ask(question, self._learn)

    def _learn(self, told: Audited | AnnotatorError) -> None:
        if isinstance(told, AnnotatorError):
            self.note(str(told))
            return
        self._found.append(told)
        self.note(about(self._found))
        rows = self.query_one(RowList)
        if len(self._found) == 1:
            self.fill(1)
        else:
            rows.grow(len(self._found))

    def rows(self, first: int, count: int) -> Sequence[Row]:
        """A field in each: its name, the plain count, the coefficient with its interval."""
        return [self._row(one) for one in self._found[first : first + count]]

    def _row(self, one: Audited) -> Row:
        found = one.report.headline
        return [
            (padded(f" {one.name}", NAME), "strong"),
            (padded(same_words(one.report), COUNT), ""),
            (figure(found, one), "" if found.value is not None else "dim"),
            (f"  {say(f'agreeing.{found.name}')}" if found.value is not None else "", "dim"),
        ]

    def action_open(self) -> None:
        """Where it hurts in a field."""
        from annotator.tui.screens.disagreement import Disagreeing  # noqa: PLC0415  (not needed for the list)

        at = self.query_one(RowList).cursor
        if at < len(self._found):
            self.app.push_screen(Disagreeing(self.reviewing, self.learn, self._found[at]))
