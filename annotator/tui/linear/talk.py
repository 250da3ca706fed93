"""A reviewer at a desk, talking: each line is understood, done and answered before the next."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from annotator.errors import AnnotatorError, Refused
from annotator.model.cutting import Role
from annotator.tui import presenting
from annotator.tui.desk import Desk
from annotator.tui.linear import telling
from annotator.tui.linear.speech import SPOKEN, UNNAMED, Meant, plain_word, with_text, word
from annotator.tui.reaching import reach
from annotator.tui.sight import Sight
from annotator.words import say

MOST_OFFERED = 30
"""Things to choose from that are read out; of more, only so many."""


class Asking(Protocol):
    """What takes the next line whole, whatever it says, and tells what it asks for."""

    @property
    def prompt(self) -> str:
        """What stands before the line."""

    def answer(self, line: str) -> Iterator[str]:
        """Take the line. Raises AnnotatorError where it cannot be taken: it is asked for again."""


class Talk:
    """`refused` says whether the last line could not be done to its end, `ended` whether it finished a clause
    behind which there is none, `over` whether the reviewer has left. `sure` is what was asked about once,
    `offered` what the numbers told last stand for, `asking` what waits for the next line, `role` what the
    next units are looked for as, where that was said.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.sight = Sight()
        self.refused = self.ended = self.over = False
        self.sure: tuple[str, str] | None = None
        self.role: Role | None = None
        self.offered: Sequence[Callable[[], Iterator[str]]] = ()
        self.asking: Asking | None = None
        self._told: set[str] = set()

    def begin(self) -> Iterator[str]:
        """The clause and the field in focus."""
        yield from telling.clause(self.desk, self.sight)
        yield from self._focus()

    @property
    def prompt(self) -> str:
        """What stands before a line that is typed."""
        if self.asking:
            return f"{self.asking.prompt}> "
        return f"{self.desk.clause.ord + 1} {presenting.names_of([self.desk.field])}> "

    def offer(self, choices: Sequence[tuple[str, Callable[[], Any]]], more: str = "") -> Iterator[str]:
        """Tell what can be chosen, each with its number; the next line that is such a number does it. What is
        to be done may give lines. `more` is told where not all are.
        """
        shown = choices[:MOST_OFFERED]
        self.offered = [_lines_of(act) for _, act in shown]
        for number, (words, _) in enumerate(shown, start=1):
            yield say("linear.offer", number=number, words=telling.in_line(words))
        if len(shown) < len(choices):
            yield say("linear.more", count=len(choices) - len(shown), remedy=more).rstrip()

    def confirmed(self, what: str) -> bool:
        """Whether a command is said for the second time on this clause, with nothing between."""
        said = (what, self.desk.clause.clause_id)
        again = self.sure == said
        self.sure = None if again else said
        return again

    def answer(self, line: str) -> Iterator[str]:
        """Do what a line says, word by word; gives what is to be read, and stops at what cannot be done."""
        self.refused = self.ended = False
        line = line.strip()
        try:
            if self.asking:
                yield from self._do(self.asking.answer(line))
            elif not line:
                yield from self.begin()
            elif does := self._word(line) or self._meant(with_text(line)):
                yield from self._do(does)
            else:
                yield from self._words(line.split())
        except AnnotatorError as error:
            self.refused = True
            yield telling.refusal(error)

    def _words(self, said: Sequence[str]) -> Iterator[str]:
        for number, one in enumerate(said):
            does = self._word(one)
            if does is None or self.asking or self.ended:
                raise Refused("linear.not_understood", words=" ".join(said[number:]))
            yield from self._do(does)
            if self.over:
                return

    def _word(self, said: str) -> Iterator[str] | None:
        """What one word does: a number that was told, a letter, a name, a command."""
        if said.isdecimal() and 0 < int(said) <= len(self.offered):
            return self.offered[int(said) - 1]()
        if reached := reach(self.desk, plain_word(said)):
            return self._meant(Meant("pick", field=reached[0], choice=reached[1]))
        return self._meant(word(said, self.desk.focus, self.desk.fields, self.desk.choices()))

    def _meant(self, meant: Meant | None) -> Iterator[str] | None:
        return (UNNAMED.get(meant.what) or SPOKEN[meant.what]).act(self, meant) if meant else None

    def _do(self, does: Iterator[str]) -> Iterator[str]:
        """Do one thing and tell what has changed; nothing is done in silence."""
        silent = True
        for line in self._changes(does):
            silent = False
            yield line
        if silent:
            yield say("linear.as_it_was")

    def _changes(self, does: Iterator[str]) -> Iterator[str]:
        """Do it, and tell what has changed in the file, then on the desk."""
        desk = self.desk
        clause, before, focus, reviewing = desk.clause, desk.review, desk.focus, desk.reviewing
        offered, sure = self.offered, self.sure
        try:
            yield from does
        finally:
            # Both hold for the next word alone.
            self.offered = () if self.offered is offered else self.offered
            self.sure = None if self.sure is sure else self.sure
            here = (desk.clause, desk.reviewing.pass_no) == (clause, reviewing.pass_no)
            after = desk.review if here else reviewing.review(clause.clause_id)
            yield from telling.stored(desk.fields, before, after)
        if not here:
            yield from telling.clause(desk, self.sight)
        if not here or desk.focus != focus:
            yield from self._focus()

    def _focus(self) -> Iterator[str]:
        """The field in focus, with its codes where it comes for the first time or has units."""
        field = self.desk.field
        new = field.id not in self._told or field.kind == "entity"
        self._told.add(field.id)
        return telling.focus(self.desk, codes=new)


def _lines_of(act: Callable[[], Any]) -> Callable[[], Iterator[str]]:
    """An act as lines: those that it gives, or none."""

    def lines() -> Iterator[str]:
        told = act()
        if isinstance(told, Iterator):
            yield from told

    return lines
