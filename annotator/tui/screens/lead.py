"""The lead's one screen: a round with its people, their labels, and the questions that wait."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from annotator.errors import AnnotatorError
from annotator.flows.leading import parts
from annotator.flows.reviewing import Reviewing
from annotator.model.round import Round
from annotator.store import asking, drafts, people, rounds
from annotator.store.asking import Question
from annotator.store.drafts import Place
from annotator.tui.leading import Line, lines
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.row_list import RowList
from annotator.words import say


class Lead(Screen[str | None]):
    """Answers with a clause to be opened. Raises AnnotatorError for whoever is no lead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", id="lead-down"),
        Binding("up,k", "move(-1)", id="lead-up"),
        Binding("pagedown", "move(10)", id="lead-page-down"),
        Binding("pageup", "move(-10)", id="lead-page-up"),
        Binding("tab,right", "turn(1)", id="lead-next"),
        Binding("shift+tab,left", "turn(-1)", id="lead-previous"),
        Binding("enter,space", "open", id="lead-open"),
        Binding("r,apostrophe", "reply", id="lead-reply"),
        Binding("c", "close", id="lead-close"),
        Binding("escape,q", "dismiss", id="leave-lead"),
    ]
    AUTO_FOCUS = None

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        people.require(reviewing.project, reviewing.reviewer, "assign")
        self._reviewing = reviewing
        self._rounds: list[Round] = []
        self._number = -1
        self._lines: list[Line] = []
        self._asked = self._sure = ""  # the round that the last key, or this one, asked to end

    def compose(self) -> ComposeResult:
        """Title, rows, keys."""
        yield TitleBar()
        yield RowList(self._rows)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the round that is open, or the last one."""
        self._read()

    def _read(self) -> None:
        """Read everything again; the cursor stays, or goes to the first question."""
        self._rounds = rounds.rounds(self._reviewing.project)
        if self._number < 0 and self._rounds:
            open_ = [n for n, one in enumerate(self._rounds) if one.open]
            self._number = (open_ or [len(self._rounds) - 1])[0]
        self._lines = lines(self._reviewing, self._round)
        rows = self.query_one(RowList)
        asked = (n for n, line in enumerate(self._lines) if line.question)
        rows.fill(len(self._lines), rows.cursor if rows.count else next(asked, 0))
        self._draw()

    @property
    def _round(self) -> Round | None:
        return self._rounds[self._number] if self._rounds else None

    def _draw(self) -> None:
        one, many = self._round, len(self._rounds)
        if one:
            kind = "training" if one.kind == "training" else "open"
            state = say(f"assigning.state_{kind if one.open else 'closed'}")
            title = say("assigning.head", name=one.name, state=state)
        else:
            title = say("assigning.none")
        count = say("lead.number", number=self._number + 1, count=many) if one else ""
        self.query_one(TitleBar).show(f"{say('lead.title')}  {title}", count)
        asked = self._question is not None
        keys = [
            *(
                [(say("keys.enter"), say("lead.open"), "open"), ("r", say("lead.reply"), "reply")]
                if asked
                else []
            ),
            ("↑↓", say("lead.move"), "move(1)"),
            *([("Tab", say("lead.next"), "turn(1)")] if many > 1 else []),
            *([("c", say("lead.close" if one.open else "lead.reopen"), "close")] if one else []),
            ("Esc", say("lead.back"), "dismiss"),
        ]
        self.query_one(KeyBar).show(keys)

    def _rows(self, first: int, count: int) -> list[list[tuple[str, str]]]:
        return [list(line.row) for line in self._lines[first : first + count]]

    @property
    def _question(self) -> Question | None:
        """The question under the cursor."""
        at = self.query_one(RowList).cursor
        return self._lines[at].question if at < len(self._lines) else None

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.query_one(RowList).step(by)
        self._draw()

    def action_turn(self, by: int) -> None:
        """Another round."""
        if self._rounds:
            self._number = (self._number + by) % len(self._rounds)
            self.query_one(RowList).fill(0)
            self._read()

    def action_open(self) -> None:
        """Go to the clause of the question."""
        if self._question:
            self.dismiss(self._question.clause_id)

    def action_close(self) -> None:
        """End the round, or open it again; where work is left in it, everyone is told of that first."""
        if one := self._round:
            left = [part for part in parts(self._reviewing.project, one) if part.done.left]
            if one.open and left and self._sure != one.id:
                self._asked = one.id
                people_left = say("review.comma").join(f"{part.reviewer} {part.done.left}" for part in left)
                count = sum(part.done.left for part in left)
                self.query_one(KeyBar).tell(say("lead.sure", count=count, people=people_left))
                return
            me = self._reviewing.reviewer
            key = "assigning.closed" if one.open else "assigning.reopened"
            self._do(
                lambda: rounds.close(self._reviewing.project, me, one.id, closed=one.open),
                say(key, name=one.name),
            )

    def action_reply(self) -> None:
        """Write to whoever asked; what is written is kept until it is said."""
        asked = self._question
        if asked is None:
            return
        from annotator.tui.screens.writing import Writing  # noqa: PLC0415  (a text editor is slow to load)

        project, me = self._reviewing.project, self._reviewing.reviewer
        place = Place(me, asked.clause_id, "reply", asked.reviewer)

        def said(text: str | None) -> None:
            if text and text.strip():
                self._do(lambda: self._say(asked, text, place), say("lead.replied"))

        title = say("lead.reply_to", reviewer=asked.reviewer, question=" ".join(asked.text.split()))
        text = drafts.kept(project, place) or ""
        self.app.push_screen(Writing(title, text, lambda text: drafts.keep(project, place, text)), said)

    def _say(self, asked: Question, text: str, place: Place) -> None:
        project = self._reviewing.project
        asking.reply(project, self._reviewing.reviewer, asked.clause_id, asked.reviewer, text)
        drafts.drop(project, place)

    def _do(self, act: Callable[[], object], notice: str) -> None:
        """Do it, show what stands then, and say so."""
        try:
            act()
        except AnnotatorError as error:
            notice = str(error)
        self._read()
        self.query_one(KeyBar).tell(notice)

    def on_key(self) -> None:
        """A notice, and what it asks, stand until the next key."""
        self._sure, self._asked = self._asked, ""
        self.query_one(KeyBar).tell("")

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """A click puts the cursor on a row."""
        self.query_one(RowList).move(event.index)
        self._draw()

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        self.on_key()
        await self.run_action(event.action)
