"""Marking words of the clause: a range is chosen by words, by characters or by mouse, and Enter stores it."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.binding import BindingType
from textual.worker import get_current_worker

from annotator.model.codebook import name_of
from annotator.tui import marks, prompting, undoing
from annotator.tui.page import Page, Span
from annotator.tui.screens.binding import bindings
from annotator.tui.screens.mode import Mode
from annotator.tui.selecting import Selection
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


class MarkingMode(Mode):
    """Marks for the field in focus."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("marking")

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__(review)
        self._page = Page(self.desk)
        self._names: list[Span] = []
        self._selection = Selection(self._page.bounds, self._page.steps(self._stops(), words=False))
        self._pressed: int | None = None
        self._unit = marks.unit_of(self.desk, self._page, (0, 0)) if self.desk.cursor >= 0 else None

    def on_mount(self) -> None:
        """Begin at what may be marked, else at the first words."""
        self._choose_next(-1)
        self.repaint()
        self._learn_words()

    # ------------------------------------------------------------ drawing

    def repaint(self, notice: str = "", aside: str = "") -> None:
        """Paint the marks of the field and the selection."""
        start, end = self._selection.range
        stored = marks.marked(self.desk, self._page)
        painted = [(*span, "mark") for span, _ in stored]
        self.view.lay_over([*painted, (start, end, "selection")])
        self.view.reveal(self._selection.at)
        under = next((item for span, item in stored if span == (start, end)), None)
        begun, field = self._selection.begun, self.desk.field
        unit = self._unit or marks.unit_of(self.desk, self._page, (start, end))
        title = prompting.title(field, self._page.text[start:end], under, unit)
        keys = prompting.keys(field, under, begun=begun)
        self.show(title, say("marking.begun") if begun else "", keys, notice, aside)

    # ------------------------------------------------------------ where words begin

    def _stops(self) -> list[marks.Item]:
        desk = self.desk
        said = [one for field in desk.fields for one in desk.review.values.get(field.id) or ()]
        said += [one for suggestion in desk.suggestions.values() for one in suggestion.value]
        return [one for one in said if isinstance(one, dict) and one.get("start") is not None]

    @work(thread=True, exclusive=True)
    def _learn_words(self) -> None:
        """The dictionary takes a while to load; until then a run of characters is one step."""
        found = self._page.steps(self._stops(), words=True), list(self._page.names())
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._use_words, *found)

    def _use_words(self, words: list[Span], names: list[Span]) -> None:
        if not self.is_attached:
            return
        self._names = names
        self._selection.renew(words)
        self.repaint()

    # ------------------------------------------------------------ keys

    def action_words(self, by: int) -> None:
        """By words."""
        self._selection.by_words(by)
        self.repaint()

    def action_characters(self, by: int) -> None:
        """The moving end by a character."""
        self._selection.by_characters(by)
        self.repaint()

    def action_lines(self, by: int) -> None:
        """By a line of the view."""
        to = self.view.beside(self._selection.at, by)
        if to is not None:
            self._go(to)

    def action_edge(self, place: int) -> None:
        """The beginning or the end of the clause."""
        self._go(self._page.bounds[0][0] if place == 0 else self._page.bounds[-1][1] - 1)

    def _go(self, at: int) -> None:
        if self._selection.begun:
            self._selection.stretch(at + 1 if at >= self._selection.anchor else at)
        else:
            self._selection.go(at)
        self.repaint()

    def action_begin(self) -> None:
        """Hold the range, or let it go."""
        self._selection.begin()
        self.repaint()

    def action_swap(self) -> None:
        """The other end moves."""
        self._selection.swap()
        self.repaint()

    def action_found(self, by: int) -> None:
        """The next thing that is marked or may be, however unlikely."""
        known = marks.offered(self.desk, self._page, self._names, every=True)
        known = sorted([*known, *(span for span, _ in marks.marked(self.desk, self._page))])
        here = self._selection.range
        beyond = [span for span in known if (span > here if by > 0 else span < here)]
        rest = beyond or [span for span in known if span != here]
        if not rest:
            self.repaint(say("marking.nothing_found"))
            return
        self._selection.take(rest[0] if by > 0 else rest[-1])
        self.repaint()

    def _choose_next(self, after: int) -> None:
        """Select the next thing that may be marked behind a place, if there is one."""
        found = marks.offered(self.desk, self._page, self._names)
        if found and self._unit is None:
            self._selection.take(next((span for span in found if span[0] >= after), self._selection.range))

    # ------------------------------------------------------------ acts

    def action_store(self) -> None:
        """Mark the range; open a span that is marked already."""
        desk, span = self.desk, self._selection.range
        stored = [item for at, item in marks.marked(desk, self._page) if at == span]
        if desk.field.kind == "span" and stored:
            self._open(stored[0])
        elif desk.field.kind == "entity":
            self._store_unit(span)
        elif item := self._store(lambda: marks.put(desk, self._page, span)):
            self._selection.take(self._page.widened(*span))
            if desk.field.kind == "span":
                self._open(item)

    def _store(self, act: "marks.Act") -> marks.Item | None:
        done: list[marks.Item] = []
        words = self._page.text[slice(*self._selection.range)]
        self.do(lambda: done.append(act()), say("marking.stored", words=words))
        return done[0] if done else None

    def _open(self, item: marks.Item) -> None:
        from annotator.tui.screens.span_form import SpanForm  # noqa: PLC0415  (for spans alone)

        def closed(_: None) -> None:
            stays = any(span == self._selection.range for span, _ in marks.marked(self.desk, self._page))
            self._choose_next(self._selection.range[1])
            self.repaint(aside=say("marking.stored_leave", words=item["surface"]) if stays else "")

        self.app.push_screen(SpanForm(self.desk, item, self.review.repaint), closed)

    def _store_unit(self, span: Span) -> None:
        """Say that the text names a unit there: the one under the cursor, the one suggested there, or one
        to be chosen.
        """
        unit = self._unit or marks.unit_of(self.desk, self._page, span)
        if unit:
            self._put_unit(unit, span)
            return
        from annotator.tui.screens.chooser import Chooser, Option  # noqa: PLC0415  (not needed to mark)
        from annotator.tui.taking import take  # noqa: PLC0415  (needs the gazetteer)
        from annotator.tui.units import Row, Units  # noqa: PLC0415

        words, known = self._page.text[slice(*span)], Units(self.desk, self.desk.focus)

        def find(typed: str) -> list[Option[Row]]:
            rows, first = known.rows(typed) if typed.strip() else ([], 0)
            return [Option([(f" {row.unit['name']}", "")], row) for row in rows[first:] + rows[:first]]

        def chosen(row: Row | None) -> None:
            if row and row.mark == "new":  # entered, and stated where the clause has the name
                self.do(lambda: take(known, row), say("marking.stored", words=words))
            elif row:
                self._put_unit(row.unit, span)

        title = say("marking.unit_title", words=words)
        self.app.push_screen(Chooser(title, find, typed=" ".join(words.split())), chosen)

    def _put_unit(self, unit: marks.Item, span: Span) -> None:
        if self._store(lambda: marks.put_unit(self.desk, self._page, unit, span)):
            self._unit = None
            self._selection.take(self._page.widened(*span))
            self.repaint(say("marking.stored", words=self._page.text[slice(*span)]))

    def action_remove(self) -> None:
        """Take away the mark under the cursor."""
        at = self._selection.range
        stored = marks.marked(self.desk, self._page)
        found = [item for span, item in stored if marks.meet(span, at)]
        if not found:
            self.repaint(say("marking.nothing_here", field=name_of(self.desk.field)))
            return
        item = found[0]
        self.do(lambda: marks.remove(self.desk, item), say("marking.removed", words=item["surface"]))

    def action_undo(self) -> None:
        """Take back the last act; where it was elsewhere, leave for there."""
        clause, focus = self.desk.clause, self.desk.focus
        if self.do(lambda: undoing.undo(self.desk), say("marking.undone")):
            if self.desk.clause.clause_id != clause.clause_id:
                self.dismiss()
                return
            self.desk.turn_to(focus)
            self.review.repaint()
            self.repaint(say("marking.undone"))

    # ------------------------------------------------------------ mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a range."""
        at = self.under(event)
        inside = at is not None and any(start <= at < end for start, end in self._page.bounds)
        self._pressed = at if inside else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Make it longer."""
        at = self.under(event) if self._pressed is not None else None
        if at is not None and self._pressed is not None and at != self._pressed:
            self._selection.drag(self._pressed, at)
            self.repaint()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A click selects the mark there, else the words."""
        at, pressed = self.under(event), self._pressed
        self._pressed = None
        if at is None or pressed is None:
            return
        if at != pressed:
            self._selection.drag(pressed, at)
        else:
            stored = (span for span, _ in marks.marked(self.desk, self._page) if span[0] <= at < span[1])
            if span := next(stored, None):
                self._selection.take(span)
            else:
                self._selection.go(at)
        self.repaint()
