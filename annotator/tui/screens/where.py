"""To which clauses the labels of one are given: what each choice would change is counted first."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from textual.widgets import Input

from annotator.errors import AnnotatorError
from annotator.store.project import Project
from annotator.tui.desk import Desk
from annotator.tui.keys import mode_words
from annotator.tui.reader import Reader, Stopped
from annotator.tui.screens.chooser import Chooser, Option
from annotator.tui.spreading import MANY, Count, Scope, Spread, both, scopes
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say

Counted = tuple[int, int]


class Where(Chooser[Spread | None]):
    """Answers with a way of spreading `given`. Of many clauses it is counted beside, once, and they cannot be
    chosen before.
    """

    def __init__(self, desk: Desk, given: Mapping[str, Any], title: str) -> None:
        self._desk = desk
        self._count = Count(desk.reviewing.codebook, desk.reviewing.reviewer, given)
        self._around = scopes(desk, "")
        self._counted: dict[tuple[str, str, int], Counted] = {}
        self._waiting: list[Scope] = []
        self._rows: list[tuple[int, Spread | None]] = []
        nothing = say("bulk.no_range", count=desk.document.clauses)
        super().__init__(title, self._ways, keys=say("bulk.keys", **mode_words("list")), nothing=nothing)

    def on_mount(self) -> None:
        """Get ready to count."""
        self._reader = Reader(self, self._desk.project.path)

    def on_unmount(self) -> None:
        """Nobody wants to know any more."""
        self._reader.close()

    def show(self, typed: str) -> None:
        """Show the ways there are; have counted what is not."""
        super().show(typed)
        self._reader.stop()
        if self._waiting:
            self._reader.ask(partial(_counts, self._count, self._waiting), self._learn)

    def _learn(self, told: tuple[Scope, Counted] | AnnotatorError) -> None:
        """A scope with what is counted there; the cursor stays at the row it is on."""
        if isinstance(told, AnnotatorError):
            self.tell(str(told))
            return
        self._counted[_key(told[0])] = told[1]
        rows = self.query_one(RowList)
        scope, way = self._rows[rows.cursor]
        super().show(self.query_one(Input).value)
        here = [row for row, (number, _) in enumerate(self._rows) if number == scope]
        rows.move(here[-1 if way and way.over else 0])

    def _ways(self, typed: str) -> Sequence[Option[Spread | None]]:
        every = scopes(self._desk, typed) if typed.strip() else self._around
        self._waiting, self._rows = [], []
        for number, scope in enumerate(every):
            if counted := self._of(scope):
                self._rows += [(number, one) for one in both(scope, counted)]
            else:
                self._waiting.append(scope)
                self._rows.append((number, None))
        return [Option(_row(one) if one else _uncounted(every[number]), one) for number, one in self._rows]

    def _of(self, scope: Scope) -> Counted | None:
        """What is counted of a scope; a small one is counted at once."""
        if _key(scope) not in self._counted and len(scope.clause_ids) <= MANY:
            self._counted[_key(scope)] = self._count.of(self._desk.project, scope)
        return self._counted.get(_key(scope))

    def take(self, index: int) -> None:
        """Answer with a way, as soon as it is known what it does."""
        if index < len(self._rows) and self._rows[index][1] is None:
            self.tell(say("bulk.not_counted"))
        else:
            super().take(index)


def _key(scope: Scope) -> tuple[str, str, int]:
    return scope.name, scope.clause_ids[0] if scope.clause_ids else "", len(scope.clause_ids)


def _counts(
    count: Count, waiting: Sequence[Scope], project: Project, stopped: Stopped
) -> Iterator[tuple[Scope, Counted]]:
    for scope in waiting:
        yield scope, count.of(project, scope, stopped)


def _uncounted(scope: Scope) -> Row:
    return [(f" {scope.name}  ", ""), (say("bulk.counting", all=len(scope.clause_ids)), "dim")]


def _row(one: Spread) -> Row:
    key = "bulk.over" if one.over else "bulk.open" if one.changes else "bulk.none"
    about = say(key, count=one.changes, all=len(one.scope.clause_ids))
    return [(f" {one.scope.name}  ", "" if one.changes else "dim"), (about, "warn" if one.over else "good")]
