"""Adjudication: one key for each way to decide what stands on the bench."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from annotator.errors import AnnotatorError
from annotator.flows.adjudicating import Adjudicating, Agreed, Wanted, orders
from annotator.flows.reviewing import Reviewing
from annotator.model.answer import union
from annotator.model.codebook import Codebook, name_of
from annotator.model.document import Document
from annotator.store import documents, gold
from annotator.store.drafts import Place
from annotator.store.project import Project
from annotator.tui import undoing
from annotator.tui.bench import Bench, DecidingBench
from annotator.tui.commands.writing import write
from annotator.tui.contrast import head
from annotator.tui.display import padded
from annotator.tui.docket import Chosen
from annotator.tui.filtering import lists
from annotator.tui.keys import key_words, keys_of
from annotator.tui.modes import MODES
from annotator.tui.passage import Passage
from annotator.tui.presenting import names_of, value_words
from annotator.tui.reader import Stopped
from annotator.tui.screens.bench import BenchScreen
from annotator.tui.screens.binding import bindings
from annotator.tui.screens.chooser import Chooser, Option, narrowing
from annotator.words import say

COLUMN = 16
"""Cells for keys on the page of help."""


class Adjudication(BenchScreen):
    """Decides. Each key is stored before it is shown. Lists what is to be decided, or what was `chosen`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("adjudicating")
    mode, area = "adjudicating", "adjudication"
    bar = (
        "accept_1", "column", "combine", "anew", "go_on", "next_open", "undo", "help", "discard", "give_back",
        "reason", "filter", "agree", "leave",
    )  # fmt: skip
    empty = ("filter", "agree", "help", "leave")

    def __init__(self, reviewing: Reviewing, chosen: Chosen | None = None) -> None:
        """Raises Refused for whoever may not decide."""
        super().__init__(reviewing)
        self.adjudicating = Adjudicating(reviewing.project, reviewing.codebook, reviewing.reviewer)
        self._chosen, self.decider = chosen, self.adjudicating.reviewer

    def begin(self) -> None:
        """Look for what is to be decided."""
        if self._chosen:
            self.look_at(self._chosen)
        else:
            super().begin()

    def bench(self, document: Document, ord_no: int) -> Bench:
        """A bench on which keys decide."""
        return DecidingBench(self.reviewing, self.adjudicating, document, ord_no)

    # ------------------------------------------------------------ deciding

    def _decide(self, act: Callable[[], object]) -> None:
        """Record a decision, read it back, go on to the next field that is open."""
        self.do(act, self.desk.renew, self.desk.advance) if self._bench else None

    def action_accept(self, column: int) -> None:
        """Take the field in focus from a column."""
        self._decide(
            lambda: self.adjudicating.accept(self.desk.case, self.desk.whose(column), [self.desk.field.id])
        )

    def action_column(self) -> None:
        """Take the whole column under the cursor."""
        self._decide(lambda: self.adjudicating.accept(self.desk.case, self.desk.reviewer))

    def action_combine(self) -> None:
        """Take what several named; where the order makes a difference, ask for it."""
        if self._bench is None:
            return
        point, field = self.desk.point, self.desk.field
        ways = orders(point)
        if len(ways) < 2:
            order = ways[0] if ways else ()
            self._decide(lambda: self.adjudicating.combine(self.desk.case, field.id, order))
            return

        def chosen(order: tuple[str, ...] | None) -> None:
            if order:
                self._decide(lambda: self.adjudicating.combine(self.desk.case, field.id, order))

        options = []
        for way in ways:
            words = value_words(field, union(field, [point.said[one].value for one in way]))
            first = say("adjudication.first", name=head(self.desk, way[0]))
            options.append(Option([(f" {words}  ", ""), (first, "dim")], way))
        self.app.push_screen(Chooser(say("adjudication.combine_title"), lambda _: options), chosen)

    def action_anew(self) -> None:
        """Open the label panel."""
        from annotator.tui.screens.anew import Anew  # noqa: PLC0415  (only on command)

        if self._bench:
            self.app.push_screen(Anew(self), lambda _: self.repaint())

    def action_withdraw(self) -> None:
        """Take the decision on the field in focus back."""
        if self._bench:
            none = {self.desk.field.id: None}
            self.do(lambda: self.adjudicating.put(self.desk.case, none), self.desk.renew)

    def action_go_on(self) -> None:
        """Take what all agree on in this clause, and go to the next that is open."""
        if self._bench is None:
            return
        if self.desk.case.open:
            fields = names_of([point.field for point in self.desk.case.open])
            self.repaint(
                say(
                    "adjudication.left_open",
                    fields=fields,
                    pressed=key_words(keys_of("adjudicating.next_open")[0]),
                )
            )
            return
        clause, told = [self.desk.clause.clause_id], list[str]()
        act = lambda: told.extend(_left(self.adjudicating.agree(clause)))  # noqa: E731  (told below)
        if self.do(act, self.desk.renew):
            self.action_to_open(1)
            if told:
                self.tell(*told)

    # ------------------------------------------------------------ writing

    def write_answer(self) -> None:
        """Write the value of a field of text or date."""
        value = "".join(self.desk.value)
        self._write(names_of([self.desk.field]), "label", self.desk.field.id, value, self.desk.answer)

    def action_reason(self) -> None:
        """Write why the field in focus was decided so."""
        if self._bench is None:
            return
        name, decision = self.desk.field.id, self.desk.point.decision
        if decision is None:
            self.repaint(say("adjudication.nothing_decided"))
            return
        title = say("adjudication.reason_title", field=name_of(self.desk.field))
        self._write(
            title, "decision", name, decision.reason,
            lambda text: self.adjudicating.explain(self.desk.case, name, text),
        )  # fmt: skip

    def action_discard(self) -> None:
        """Leave the clause out of gold, with a reason; or take it up again."""
        if self._bench is None:
            return
        if self.desk.case.discard:
            self.do(lambda: self.adjudicating.take_up(self.desk.case), self.desk.renew)
            return
        self._write(
            say("adjudication.discard_title"), "decision", "", "",
            lambda text: self.adjudicating.discard(self.desk.case, text),
        )  # fmt: skip

    def action_give_back(self) -> None:
        """Have the reviewer of the column look again at what is open."""
        if self._bench is None or not self.desk.columns:
            return
        reviewer = self.desk.reviewer
        fields = [point.field.id for point in self.desk.case.open]
        title = say("adjudication.return_title", name=self.desk.names.get(reviewer, reviewer))
        self._write(
            title, "return", reviewer, "",
            lambda text: self.adjudicating.give_back(self.desk.case, reviewer, text, fields),
        )  # fmt: skip

    def _write(self, title: str, kind: str, field: str, text: str, store: Callable[[str], object]) -> None:
        def stored(written: str) -> None:
            store(written.strip())
            self.desk.renew()

        place = Place(self.reviewing.reviewer, self.desk.clause.clause_id, kind, field)
        write(self, title, place, text, stored)

    def action_suggestions(self) -> None:
        """Show what was suggested, or hide it: nobody is to see it first."""
        if self._bench:
            self.desk.suggesting = not self.desk.suggesting
            self.do(self.desk.renew)

    # ------------------------------------------------------------ taking back

    def action_undo(self) -> None:
        """Take back the last act, wherever it was, and say what it was."""
        self._go_back(undoing.undo, "review.undone")

    def action_redo(self) -> None:
        """Do it again, and say what."""
        self._go_back(undoing.redo, "review.redone")

    def _go_back(self, act: Callable[[Bench], str], key: str) -> None:
        words: list[str] = []
        if self.do(lambda: words.append(act(self.desk))):
            self.tell(say(key, what=words[0]))

    # ------------------------------------------------------------ many at once

    def action_filter(self) -> None:
        """Choose what is listed."""

        def chosen(wanted: Wanted | None) -> None:
            if wanted is not None:
                self.look_for(wanted)

        options = lists(self.reviewing.project, self.reviewing.codebook, self.docket.wanted)
        self.app.push_screen(Chooser(say("adjudication.filter_title"), narrowing(options)), chosen)

    def action_agree(self) -> None:
        """Take all on which everyone agrees, of the documents that are listed; asks first."""

        def sure(yes: bool | None) -> None:
            if yes:
                self.show_words(say("adjudication.agreeing"))
                wanted, me = self.docket.wanted, self.reviewing.reviewer
                asked = partial(_agree, self.reviewing.codebook, me, wanted.doc_ids)
                self._reader.ask(asked, self._agreed)

        options = [
            Option([(f" {say(f'adjudication.agree_{one}')}", "")], one == "yes") for one in ("yes", "no")
        ]
        self.app.push_screen(Chooser(say("adjudication.agree_title"), narrowing(options)), sure)

    def _agreed(self, done: Agreed | AnnotatorError) -> None:
        words = str(done)
        if isinstance(done, Agreed):
            words = " ".join(
                [say("adjudication.stored", clauses=done.clauses, fields=done.fields), *_left(done)]
            )
        self.look_for(self.docket.wanted, words)

    def action_help(self) -> None:
        """All keys of the screen."""
        from annotator.tui.screens.reading import Reading  # noqa: PLC0415  (only on command)

        passages = []
        for name in MODES["adjudicating"].keys:
            if name.startswith("accept_") and name != "accept_1":
                continue
            pressed = " ".join(key_words(key) for key in keys_of(f"adjudicating.{name}") if key)
            words = say(f"modes.adjudicating_{name}").partition(say("adjudication.colon"))[2]
            if name == "accept_1":  # and so on for the other columns
                pressed, words = say("adjudication.digits"), say("adjudication.accept_about")
            passages.append(Passage(padded(pressed, COLUMN) + words, [(0, len(pressed), "label")]))
        about = Passage(say("adjudication.about"), gap=True)
        self.app.push_screen(Reading(say("adjudication.title"), [about, *passages]))


def _left(done: Agreed) -> list[str]:
    """What was not decided, and why."""
    counts = {"own": done.own, "away": done.away}
    return [say(f"adjudication.{why}_left", count=count) for why, count in counts.items() if count]


def _agree(
    codebook: Codebook, reviewer: str, doc_ids: frozenset[str], project: Project, stopped: Stopped
) -> Iterator[Agreed]:
    """Beside the screens: what takes long over a hundred thousand clauses."""
    every = documents.listing(project)
    wanted = (one for one in every if not doc_ids or one.doc_id in doc_ids)
    parts = (part for document in wanted for part in gold.shared(project, document))
    clauses = [clause for part in parts for _, clause in part]
    if not stopped():
        yield Adjudicating(project, codebook, reviewer).agree(clauses)
