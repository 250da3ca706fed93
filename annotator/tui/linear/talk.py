"""A reviewer at a desk, talking: each line is understood, done and answered before the next."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError, Refused
from annotator.model.cutting import Role
from annotator.tui import presenting
from annotator.tui.desk import Desk
from annotator.tui.linear import telling
from annotator.tui.linear.acts import ACTS
from annotator.tui.linear.speech import Meant, plain_word, with_text, word
from annotator.tui.reaching import reach

if TYPE_CHECKING:
    from annotator.tui.units import Row, Units  # (with the gazetteer, which not every talk needs)


class Talk:
    """`refused` says whether the last line could not be done to its end, `over` whether the reviewer has
    left. `sure` names the clause whose finishing was asked about, `found` the rows of `units` told last,
    `role` what the next units are looked for as, where that was said.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.refused = self.over = False
        self.sure = ""
        self.role: Role | None = None
        self.units: Units | None = None
        self.found: Sequence[Row] = ()
        self._told: set[str] = set()

    def begin(self) -> Iterator[str]:
        """The clause and the field in focus."""
        yield from telling.clause(self.desk)
        yield from self._focus()

    @property
    def prompt(self) -> str:
        """What stands before a line that is typed."""
        return f"{self.desk.clause.ord + 1} {presenting.names_of([self.desk.field])}> "

    def answer(self, line: str) -> Iterator[str]:
        """Do what a line says, word by word; gives what is to be read, and stops at what cannot be done."""
        self.refused, line = False, line.strip()
        try:
            if not line:
                yield from self.begin()
            elif meant := self._word(line) or with_text(line):
                yield from self._do(meant)
            else:
                yield from self._words(line.split())
        except AnnotatorError as error:
            self.refused = True
            yield str(error)

    def _words(self, said: Sequence[str]) -> Iterator[str]:
        for number, one in enumerate(said):
            meant = self._word(one)
            if meant is None:
                raise Refused("linear.not_understood", words=" ".join(said[number:]))
            yield from self._do(meant)
            if self.over:
                return

    def _word(self, said: str) -> Meant | None:
        if said.isdecimal() and 0 < int(said) <= len(self.found):
            return Meant("take", choice=int(said) - 1)
        if reached := reach(self.desk, plain_word(said)):
            return Meant("pick", field=reached[0], choice=reached[1])
        return word(said, self.desk.focus, self.desk.fields, self.desk.choices())

    def _do(self, meant: Meant) -> Iterator[str]:
        """Do one thing and tell what has changed: in the file, then on the desk."""
        desk = self.desk
        clause, before, focus = desk.clause, desk.review, desk.focus
        found, sure = self.found, self.sure
        try:
            yield from ACTS[meant.what](self, meant)
        finally:
            # Both hold for the next word alone.
            self.found = () if self.found is found else self.found
            self.sure = "" if self.sure == sure else self.sure
            after = desk.review if desk.clause == clause else desk.reviewing.review(clause.clause_id)
            yield from telling.stored(desk.fields, before, after)
        if desk.clause != clause:
            yield from telling.clause(desk)
        if (desk.clause, desk.focus) != (clause, focus):
            yield from self._focus()

    def _focus(self) -> Iterator[str]:
        """The field in focus, with its codes where it comes for the first time or has units."""
        field = self.desk.field
        new = field.id not in self._told or field.kind == "entity"
        self._told.add(field.id)
        return telling.focus(self.desk, codes=new)
