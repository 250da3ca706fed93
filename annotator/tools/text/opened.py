"""The items that are open where a line is read, the outer ones first: what stands on the path to it."""

from dataclasses import dataclass

from annotator.tools.text.nesting import BOX, Nesting

DIVISIONS = ("编", "章", "节", "篇", "部", "部分")
BARE, GROUP = "bare", "group"
"""The style of a heading without a number, followed by its Markdown level; and of a table's group of rows."""

_MOST_NESTED = 1


@dataclass(slots=True)
class Open:
    """An item on the stack.

    `number` is its place among its siblings. `heading` is empty for a clause; `ending` is its last
    character; `clauses` counts the siblings that were clauses of one phrase up to this one, without a break.
    """

    style: str
    number: int
    heading: str
    ending: str
    clauses: int


class Opened:
    """The stack of open items. `prefaced` says that the body's only heading without a number is a preface."""

    def __init__(self, nesting: Nesting, *, prefaced: bool) -> None:
        self._nesting, self._prefaced = nesting, prefaced
        self._stack: list[Open] = []

    @property
    def styles(self) -> list[str]:
        """The styles of the open items."""
        return [item.style for item in self._stack]

    @property
    def path(self) -> tuple[str, ...]:
        """The headings of the open items."""
        return tuple(item.heading for item in self._stack if item.heading)

    @property
    def last(self) -> Open | None:
        """The item that was opened last, if it is open."""
        return self._stack[-1] if self._stack else None

    @property
    def innermost(self) -> str:
        """The name of a box, if that is what was opened last."""
        return self._stack[-1].heading if self._stack and self._stack[-1].style == BOX else ""

    def push(self, item: Open) -> None:
        """Opens an item in what is open."""
        self._stack.append(item)

    def leave_groups(self) -> None:
        """Closes the groups of a table's rows."""
        self._stack = [item for item in self._stack if item.style != GROUP]

    def leave_box(self) -> None:
        """Closes a box, if that is what was opened last."""
        if self._stack and self._stack[-1].style == BOX:
            self._stack.pop()

    def close(self, style: str, number: int) -> Open | None:
        """Closes the items that do not contain a new one; returns its elder sibling, if that was one."""
        # An open row that goes on takes the item, whatever else was opened in between.
        elder = next((e for e in reversed(self._stack) if e.style == style and e.number == number - 1), None)
        if elder is not None and number > 1:
            while self._stack.pop() is not elder:
                pass
            return elder
        sibling = None
        # Styles that each begin behind the other would nest without end.
        while sum(entry.style == style for entry in self._stack) > _MOST_NESTED:
            self._stack.pop()
        open_styles = self.styles
        while self._stack and self._is_closed_by(self._stack[-1], style):
            self._stack.pop()
        while self._stack and not self._nesting.contains(self._stack[-1].style, style, number, open_styles):
            closed = self._stack.pop()
            if closed.style == style:
                sibling = closed
                break
        return sibling if number != 1 else None

    def _is_closed_by(self, entry: Open, style: str) -> bool:
        """Whether a style closes an entry, however they are counted.

        A clause contains no heading without a number, such a heading no chapter, and a lone one with
        text below it (前言) none of the numbered parts.
        """
        if style.startswith(BARE):
            return not entry.heading
        return entry.style.startswith(BARE) and (style in DIVISIONS or self._prefaced)
