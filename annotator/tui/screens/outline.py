"""The outline of the document to choose a section from."""

from collections.abc import Sequence

from annotator.tools.query import folded
from annotator.tui.desk import Desk
from annotator.tui.keys import mode_words
from annotator.tui.outline import Section, around, matching, outline, path
from annotator.tui.progress import bar
from annotator.tui.screens.chooser import Chooser, Option, Options
from annotator.tui.widgets.row_list import Row
from annotator.words import say

BAR = 5
DEEPEST = 6
"""Headings further in than that are not moved to the right any more."""


class Outline(Chooser[Section]):
    """Answers with a section."""

    def __init__(self, desk: Desk) -> None:
        self._sections = outline(desk)
        self._here = around(self._sections, desk.clause.ord)
        self._folded: Sequence[str] = ()
        self._digits = len(str(desk.document.clauses))
        super().__init__(
            say("moving.outline"), self._matching, at=self._here, nothing=say("moving.no_heading"),
            keys=say("moving.outline_keys", **mode_words("list")),
        )  # fmt: skip

    def _matching(self, typed: str) -> Options[Section]:
        """The sections whose words hold everything that is typed, in either script."""
        if not typed.strip():
            return Options(len(self._sections), lambda n: self._option(n, found=False))
        self._folded = self._folded or [folded(one.words) for one in self._sections]
        found = matching(self._folded, typed)
        return Options(len(found), lambda n: self._option(found[n], found=True))

    def _option(self, number: int, *, found: bool) -> Option[Section]:
        """A section with its progress; one that was found stands alone, with what is around it."""
        one = self._sections[number]
        tone = "good" if one.done else "strong" if number == self._here else ""
        sign = ">" if number == self._here else " "
        inside = "" if found else "  " * min(DEEPEST, max(0, one.level))
        row: Row = [*self._progress(one), (f" {sign} {inside}", "strong"), (one.words, tone)]
        if found and (above := path(self._sections, number)):
            row = [*row, (f"  ‹ {' ‹ '.join(above)}", "dim")]
        return Option(row, one)

    def _progress(self, one: Section) -> Row:
        """The progress in signs and numbers: [███  ]  3/7."""
        clauses = one.end - one.first
        if not clauses:
            return [(" " * (BAR + 2 * self._digits + 5), "")]
        return [
            (f" {bar(one.submitted, clauses, BAR)} ", "good"),
            (f"{one.submitted:>{self._digits}}/{clauses:<{self._digits}}", "dim"),
        ]
