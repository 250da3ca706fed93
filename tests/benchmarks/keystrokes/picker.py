"""The player in the picker of units: reads its rows from the screen, and takes what the sheet names."""

import re
import time
from collections.abc import Callable, Sequence

from annotator.model.cutting import ROLES
from annotator.tools.text.script import simplified
from annotator.words import say
from tests.benchmarks.keystrokes.sheet import Mention
from tests.terminal import Terminal

ROLE_NAMES = {say(f"roles.{role}"): role for role in ROLES}
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

    def enter(self, mentions: Sequence[Mention]) -> None:
        """Take what is to be taken of the rows shown, drop the others, look up what is not shown."""
        self.until(lambda: "╭" in self.terminal.text and "Esc" in self.terminal.text)
        while (number := self._wrong_row(mentions)) is not None:
            self._take(number)
        for mention in {one.unit: one for one in mentions}.values():
            if not any(row.taken and self._is(row, mention) for row in self.rows()):
                number = self._named(mention)
                if number is None:
                    self._look_up(mention)
                elif not self.rows()[number].taken:
                    self._give(number, mention)
        self._press("escape")
        self.until(lambda: "╭" not in self.terminal.text)

    def _wrong_row(self, mentions: Sequence[Mention]) -> int | None:
        """The nearest row that is to be taken and is not, or is taken and is not to be."""
        rows = self.rows()
        wrong = [
            number
            for number, row in enumerate(rows)
            if row.taken != any(self._is(row, mention) for mention in mentions)
        ]
        cursor = self._cursor()
        return min(wrong, key=lambda number: (abs(number - cursor), number), default=None)

    def _is(self, row: Row, mention: Mention) -> bool:
        return row.of(mention) and row.role == mention.role

    def _look_up(self, mention: Mention) -> None:
        """Type its initials until it stands on the screen, give it its role, take it, empty the line."""
        for letter in _initials(mention):
            self._press(letter)
            self.settle()
            if (number := self._named(mention)) is not None and number < 3:
                break
        else:
            number = self._named(mention)
            assert number is not None, f"{mention.surface} is not found:\n{self.terminal.text}"
        if not self.rows()[number].taken:
            self._give(number, mention)
        self._press("ctrl+u")
        self.settle()

    def _give(self, number: int, mention: Mention) -> None:
        """Take the unit of a row in the role that is meant."""
        self._go_to(number)
        while (was := self.rows()[number].role) != mention.role:
            self._press(f"{ROLES.index(mention.role) + 1}" if "1 牵头" in self.terminal.text else "tab")
            self.until(lambda: self.rows()[number].role != was)
            self.settle()
            self._go_to(number)
        self._take(number)

    def _named(self, mention: Mention) -> int | None:
        """The row of a body: one that is not taken, where there is one."""
        own = [number for number, row in enumerate(self.rows()) if row.of(mention)]
        return min(own, key=lambda number: self.rows()[number].taken, default=None)

    def _take(self, number: int) -> None:
        self._go_to(number)
        before = [row.taken for row in self.rows()]
        self._press("enter")
        self.until(lambda: [row.taken for row in self.rows()] != before)

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
