"""The player in the picker of units: reads its rows from the screen, and takes what the sheet names."""

import re
import time
from collections.abc import Callable, Collection, Sequence

from annotator.model.cutting import ROLES
from annotator.tools.text.script import simplified
from annotator.words import say
from tests.benchmarks.keystrokes.sheet import Mention, Unit
from tests.terminal import Terminal

ROLE_NAMES = {say(f"roles.{role}"): role for role in ROLES}
ALL = "个建议"
"""Stands in the row for all that are suggested."""
WRITING = "数字、符号照打"
"""Stands in the line of keys while a digit is text."""
_ROW = re.compile(rf"│\s+(✓?)\s*({'|'.join(ROLE_NAMES)})\s+(?:(?:文中|指派)\s+)?(\S+)(?:\s+写作)?\s*(\S*)")


class Row:
    """A row of the picker as the screen shows it; `here` is the one under the cursor."""

    def __init__(self, found: re.Match[str], *, here: bool) -> None:
        self.taken, self.role = bool(found[1]), ROLE_NAMES[found[2]]
        self.names, self.here = (found[3], found[4]), here

    def of(self, mention: Mention) -> bool:
        """Whether it is this body's."""
        return any(name and mention.is_called(name) for name in self.names)


class Picker:
    """The picker on the screen; `press` presses a key and counts it."""

    def __init__(self, terminal: Terminal, press: Callable[[str], None]) -> None:
        self.terminal = terminal
        self._press = press

    def until(self, shown: Callable[[], bool]) -> None:
        """Read until the screen shows something."""
        end = time.monotonic() + 20
        while not shown():
            assert time.monotonic() < end, self.terminal.text
            self.terminal.read(longest=0.1)

    def settle(self) -> None:
        """Read until nothing more comes for a while."""
        self.terminal.read(quiet=0.3, longest=0.3)

    def enter(self, mentions: Sequence[Mention], suggested: Collection[Unit]) -> None:
        """Take what is to be taken of the rows shown, drop the others, look up what is not shown; the last
        key that takes something leaves as well, where it can. `suggested` is taken at once where all of it
        is meant.
        """
        self.until(lambda: "╭" in self.terminal.text and "Esc" in self.terminal.text)
        wanted = {one.unit: one for one in mentions}
        if len(suggested) > 1 and set(suggested) <= set(wanted) and self._all_offered():
            self._press("enter" if set(suggested) == set(wanted) else ",")
            self.until(lambda: not self._all_offered() or self._cursor() == 0)
        if "╭" in self.terminal.text:
            self._enter_each(list(wanted.values()))
        self.until(lambda: "╭" not in self.terminal.text)

    def _all_offered(self) -> bool:
        """Whether the row for all that are suggested is there."""
        return ALL in self.terminal.text

    def _enter_each(self, mentions: Sequence[Mention]) -> None:
        meant = self._meant(mentions)
        known = [one.unit for one in meant.values()]
        unseen = [one for one in mentions if one.unit not in known]
        rows = self.rows()
        todo = [
            number for number, row in enumerate(rows) if row.taken != (number in meant) or number in meant
        ]
        todo = [n for n in todo if not (rows[n].taken and n in meant and rows[n].role == meant[n].role)]
        for number in todo:
            self._go_to(number)
            last = number == todo[-1]
            key = "enter" if number not in meant else "," if not last else "enter" if unseen else "space"
            if number in meant and self._give(number, meant[number]) and rows[number].taken:
                continue
            self._take(number, key)
        for one in unseen:
            self._look_up(one, last=one is unseen[-1])
        if "╭" in self.terminal.text:
            self._press("escape")

    def _meant(self, mentions: Sequence[Mention]) -> dict[int, Mention]:
        """Which row is which body in which role: those that say the role, then others of the body."""
        found: dict[int, Mention] = {}
        for exact in (True, False):
            for number, row in enumerate(self.rows()):
                free = [one for one in mentions if one.unit not in [known.unit for known in found.values()]]
                own = [one for one in free if row.of(one) and (row.role == one.role or not exact)]
                if number not in found and own:
                    found[number] = own[0]
        return found

    def _look_up(self, mention: Mention, *, last: bool) -> None:
        """Type its initials until it stands on the screen, give it its role, take it; leave with the last
        one, else empty the line.
        """
        for letter in _initials(mention):
            self._press(letter)
            self.settle()
            if (number := self._named(mention)) is not None and number < 3:
                break
        else:
            number = self._named(mention)
            assert number is not None, f"{mention.surface} is not found:\n{self.terminal.text}"
        self._go_to(number)
        if not self._give(number, mention) or not self.rows()[number].taken:
            self._take(number, "space" if last else "enter")
        if not last:
            self._press("ctrl+u")
            self.settle()

    def _give(self, number: int, mention: Mention) -> bool:
        """The role that is meant, for the row under the cursor; whether it had another."""
        writing = WRITING in self.terminal.text
        if (was := self.rows()[number].role) == mention.role:
            return False
        if writing and (ROLES.index(was) + 1) % len(ROLES) == ROLES.index(mention.role):
            self._press("tab")
        elif writing:  # a digit is text until a key of the list was pressed
            self._press("tab")
            self.until(lambda: self.rows()[number].role != was)
            self._press(f"{ROLES.index(mention.role) + 1}")
            self.until(lambda: self.rows()[number].role == mention.role)
        else:
            self._press(f"{ROLES.index(mention.role) + 1}")
        self.until(lambda: self.rows()[number].role != was)
        self.settle()
        return True

    def _named(self, mention: Mention) -> int | None:
        """The row of a body: one that is not taken, where there is one."""
        own = [number for number, row in enumerate(self.rows()) if row.of(mention)]
        return min(own, key=lambda number: self.rows()[number].taken, default=None)

    def _take(self, number: int, key: str) -> None:
        self.settle()
        before = [row.taken for row in self.rows()]
        self._press(key)
        self.until(lambda: "╭" not in self.terminal.text or [row.taken for row in self.rows()] != before)
        self.settle()

    def _go_to(self, number: int) -> None:
        while (cursor := self._cursor()) != number:
            self._press("down" if cursor < number else "up")
            self.until(lambda: self._cursor() != cursor)

    def _cursor(self) -> int:
        return next((number for number, row in enumerate(self.rows()) if row.here), -1)

    def rows(self) -> list[Row]:
        """What the picker shows; the row under the cursor has a ground of its own."""
        lines = self.terminal.text.split("\n")
        first = next(y for y, line in enumerate(lines) if "▁▁▁▁" in line) + 1
        found = []
        for y in range(first, len(lines)):
            if match := _ROW.search(lines[y]):
                found.append(Row(match, here=self._ground(y) != self._ground(first - 4)))
        return found

    def _ground(self, y: int) -> object:
        return self.terminal.screen.buffer[y][self.terminal.screen.columns // 2].bg


def _initials(mention: Mention) -> str:
    """The first letters of the name as the text writes it, where the list knows them, else of any."""
    assert mention.organisation, f"{mention.surface} has no row in the gazetteer"
    known = mention.organisation.initials.split(";")
    names = (mention.organisation.name, *mention.organisation.forms)
    written = simplified(mention.surface)
    return known[names.index(written)] if written in names and len(known) == len(names) else known[0]
