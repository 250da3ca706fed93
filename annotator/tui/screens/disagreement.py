"""Where the reviewers differ on one field: who with whom, on which codes and clauses, where and when."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.store import documents
from annotator.tui.agreement import Audited, Trouble, chosen, figure, same_words, trouble
from annotator.tui.display import fitted, middle, padded
from annotator.tui.hits import rows_of_hits
from annotator.tui.screens.audit import AuditScreen
from annotator.tui.widgets.bar import TitleBar
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tools.agreement import Coefficient, Label, Pair

NAME, FIGURE = 40, 9


class _Line(NamedTuple):
    """A row, or the clause to make one of; `open` is what Enter does, if anything."""

    row: Row
    open: Callable[[], None] | None = None
    clause_id: str = ""


class Disagreeing(AuditScreen):
    """One list in parts; what can be opened opens with Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", id="agreement-next-part"),
        Binding("shift+tab", "turn(-1)", id="agreement-previous-part"),
    ]
    KEYS = (*AuditScreen.KEYS, ("tab", "turn(1)"))

    def __init__(self, reviewing: Reviewing, learn: Callable[[Codebook], None], one: Audited) -> None:
        super().__init__(reviewing, learn)
        self._one = one
        self._lines: list[_Line] = []
        self._every = False

    def begin(self) -> None:
        """Ask for what is not known yet."""
        self.query_one(TitleBar).show(f"{say('agreeing.title')} › {self._one.name}", self.reviewing.reviewer)
        self.reader.ask(partial(trouble, self._one), self._learn)

    def _learn(self, told: Trouble | AnnotatorError) -> None:
        if isinstance(told, AnnotatorError):
            self.note(str(told))
            return
        found = self._one.report.headline
        name = say(f"agreeing.{found.name}")
        self.note(f"{same_words(self._one.report)}  {figure(found, self._one)}  {name}")
        self._lines = [*self._all(told)]
        first = next((at for at, line in enumerate(self._lines) if line.open), 0)
        self.fill(len(self._lines), first)

    def rows(self, first: int, count: int) -> Sequence[Row]:
        """The lines; the clauses among them are read when they are seen."""
        lines = self._lines[first : first + count]
        asked = [line.clause_id for line in lines if line.clause_id]
        found = iter(rows_of_hits(self.reviewing.project, asked, None))
        return [[*line.row, *next(found)] if line.clause_id else line.row for line in lines]

    def action_open(self) -> None:
        """What the row under the cursor leads to."""
        at = self.query_one(RowList).cursor
        if at < len(self._lines) and (act := self._lines[at].open):
            act()

    # ------------------------------------------------------------ parts

    def _all(self, told: Trouble) -> Iterator[_Line]:
        one, report = self._one, self._one.report
        if told.pairs:
            yield _head("agreeing.pairs", "audit.column_times", "audit.column_clauses")
            shown = told.pairs if self._every else told.pairs[:MOST]
            for pair in shown:
                both = f"{one.answers.called(pair.a)} / {one.answers.called(pair.b)}"
                row = _row(both, str(pair.times), str(len(pair.items)))
                yield _Line(row, partial(self._compare, both, pair.items, "", (pair.a, pair.b)))
            if rest := len(told.pairs) - len(shown):
                yield _Line([(f"   {say('agreeing.more', count=rest)}", "dim")], partial(self._unfold, told))
        if report.pairs:
            yield _head("agreeing.reviewers", "audit.column_clauses", "agreeing.kappa")
            if len(report.pairs) > 1:
                yield _Line([(f"   {say('agreeing.each_two')}", "")], partial(self._cross, told, "", ""))
            for by in sorted(report.pairs, key=_rank):
                yield _Line(_pair(by), partial(self._cross, told, by.a, by.b))
        if told.worst:
            yield _head("agreeing.clauses", "agreeing.times_chance")
            ids = [item.item for item in told.worst]
            for item in told.worst[:MOST]:
                act = partial(self._compare, say("agreeing.clauses"), ids, item.item)
                yield _Line([(f"   {item.times_chance:5.2f}", "")], act, item.item)
            if len(ids) > MOST:
                every = say("agreeing.every", count=len(ids))
                yield _Line([(f"   {every}", "")], partial(self._compare, say("agreeing.clauses"), ids))
        labels = sorted((label for label in report.labels if label.used), key=lambda label: -label.used)
        if labels:
            yield _head("agreeing.labels", "audit.column_used", "audit.column_agreed", "audit.column_alpha")
            yield from (_Line(_label(one, label)) for label in labels)
        yield from self._elsewhere()

    def _elsewhere(self) -> Iterator[_Line]:
        """By document and section, and over time."""
        report = self._one.report
        titles = {one.doc_id: one.title for one in documents.listing(self.reviewing.project)}
        if report.documents:
            yield _head("agreeing.documents", "agreeing.percent", "audit.column_alpha")
            yield from (
                _Line(_several(titles.get(doc_id, doc_id), two)) for doc_id, two in report.documents.items()
            )
        if report.sections:
            yield _head("agreeing.sections", "agreeing.percent", "audit.column_alpha")
            for (doc_id, section), two in report.sections.items():
                name = section or say("agreeing.no_section")
                yield _Line(_several(f"{fitted(titles.get(doc_id, doc_id), 14)} › {name}", two))
        for part in ("windows", "weeks", "codebooks"):
            windows = getattr(report.drift, part)
            if windows:
                yield _head(f"agreeing.{part}", "agreeing.percent", "audit.column_alpha")
            for at, window in enumerate(windows, 1):
                names = {"windows": f"{at}  {_days(window.first, window.last)}", "weeks": window.name}
                name = names.get(part) or window.name[:12] or say("agreeing.several_codebooks")
                yield _Line(_several(f"{name}  {say('agreeing.count', count=window.n)}", window.coefficients))
        own = [(one.reviewer, part, getattr(one, part)) for one in report.drift.raters for part in OWN]
        if any(shares for *_, shares in own):
            yield _head("agreeing.own")
        for reviewer, part, shares in own:
            if shares:
                figures = " ".join(f"{share.same:4.0%}" for share in shares)
                name = padded(f"{middle(reviewer, 12)} {say(f'agreeing.{part}')}", 24)
                yield _Line([(f"   {name}{figures}", "")])

    # ------------------------------------------------------------ moving and opening

    def action_turn(self, by: int) -> None:
        """The next part of the list, or the one before."""
        rows = self.query_one(RowList)
        heads = [at for at, line in enumerate(self._lines) if line.row and line.row[0][1] == "strong"]
        there = [at for at in heads if (at - rows.cursor) * by > (1 if by < 0 else 0)]
        if there:
            rows.move((there[0] if by > 0 else there[-1]) + 1)

    def _unfold(self, told: Trouble) -> None:
        """All pairs of codes."""
        self._every, at = True, self.query_one(RowList).cursor
        self._lines = [*self._all(told)]
        self.fill(len(self._lines), at)

    def _compare(
        self, title: str, clause_ids: Sequence[str], first: str = "", pair: Sequence[object] = ()
    ) -> None:
        self.compare(chosen(self._one, title, clause_ids, first, pair))

    def _cross(self, told: Trouble, a: str, b: str) -> None:
        from annotator.tui.screens.confusion import Crossing  # noqa: PLC0415  (not needed for the list)

        self.app.push_screen(Crossing(self.reviewing, self.learn, self._one, told.table, (a, b)))


MOST = 10
"""Pairs of codes and clauses that are listed at first."""

OWN = ("others", "again")


def _head(title: str, *columns: str) -> _Line:
    words = "".join(" " * (FIGURE - cell_len(say(one))) + say(one) for one in columns)
    return _Line([(padded(f" {say(title)}", NAME + 3), "strong"), (words, "dim")])


def _row(name: str, *figures: str) -> Row:
    return [(f"   {padded(name, NAME)}", ""), ("".join(f"{one:>{FIGURE}}" for one in figures), "")]


def _number(value: float | None, form: str = ".2f") -> str:
    return "–" if value is None else format(value, form)


def _pair(pair: "Pair") -> Row:
    half = (NAME - 3) // 2
    name = f"{middle(pair.a, half)} / {middle(pair.b, half)}"
    return _row(name, str(pair.n), _number(pair.cohen_kappa.value))


def _rank(pair: "Pair") -> float:
    """Who agree least come first, those without a figure last."""
    return 2.0 if pair.cohen_kappa.value is None else pair.cohen_kappa.value


def _label(one: Audited, label: "Label") -> Row:
    agreed, alpha = _number(label.agreed.value, ".0%"), _number(label.alpha.value)
    return _row(one.answers.called(label.label), str(label.used), agreed, alpha)


def _several(name: str, two: Sequence["Coefficient"]) -> Row:
    percent, alpha = two
    return _row(name, _number(percent.value, ".0%"), _number(alpha.value))


def _days(first: int, last: int) -> str:
    begin, end = (
        datetime.fromtimestamp(at / 1000, UTC).astimezone().date().isoformat() for at in (first, last)
    )
    return begin if begin == end else f"{begin} – {end}"
