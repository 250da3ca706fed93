"""The player at the review screen, in a real pty; every key that it sends is counted."""

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from annotator.flows.opening import codebook_of
from annotator.model.cutting import ROLES
from annotator.model.document import Clause
from annotator.model.value import Value, fits
from annotator.store import documents, reviews, suggestions
from annotator.store.project import Project
from annotator.tools.text.script import simplified
from annotator.words import say
from tests.benchmarks.keystrokes.plan import FIELDS, PICKER, Seen, plan
from tests.benchmarks.keystrokes.sheet import CODED, UNITS, Answer, Mention, pairs
from tests.terminal import Terminal

REVIEWER = "player"
ANNOTATOR = (sys.executable, "-m", "annotator")
SIZE = (140, 45)
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


class Player:
    """One reviewer in one run of the program. `keys` are those pressed for the clause at hand."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys: list[str] = []

    def press(self, key: str) -> None:
        """Press a key, and count it."""
        self.keys.append(key)
        self.terminal.press(key)

    def until(self, shown: Callable[[], bool]) -> None:
        """Read until the screen shows something."""
        end = time.monotonic() + 20
        while not shown():
            assert time.monotonic() < end, self.terminal.text
            self.terminal.read(longest=0.1)

    def settle(self) -> None:
        """Read until nothing more comes for a while."""
        self.terminal.read(quiet=0.3, longest=0.3)

    def label(self, answer: Answer, seen: Seen) -> list[str]:
        """Enter an answer and finish; returns the keys."""
        self.keys = []
        for key in plan(answer.values, seen):
            self.press(key)
            if key == PICKER:
                self._pick_units(answer.mentions)
        return self.keys

    # ------------------------------------------------------------ the picker

    def _pick_units(self, mentions: Sequence[Mention]) -> None:
        """Take what is to be taken of the rows shown, drop the others, look up what is not shown."""
        self.until(lambda: "╭" in self.terminal.text and "Esc" in self.terminal.text)
        while (number := self._wrong_row(mentions)) is not None:
            self._take(number)
        shown = {(mention.unit) for mention in mentions for row in self.rows() if self._is(row, mention)}
        for mention in {one.unit: one for one in mentions}.values():
            if mention.unit not in shown:
                self._look_up(mention)
        self.press("escape")
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
            self.press(letter)
            self.settle()
            if (number := self._named(mention)) is not None and number < 3:
                break
        else:
            number = self._named(mention)
            assert number is not None, f"{mention.surface} is not found:\n{self.terminal.text}"
        self._go_to(number)
        while self.rows()[number].role != mention.role:
            before = self.rows()[number].role
            self.press(f"{ROLES.index(mention.role) + 1}" if "1 牵头" in self.terminal.text else "tab")
            self.until(lambda was=before: self.rows()[number].role != was)
            self.settle()
            self._go_to(number)
        self._take(number)
        self.press("ctrl+u")
        self.settle()

    def _named(self, mention: Mention) -> int | None:
        return next((number for number, row in enumerate(self.rows()) if row.of(mention)), None)

    def _take(self, number: int) -> None:
        self._go_to(number)
        before = [row.taken for row in self.rows()]
        self.press("enter")
        self.until(lambda: [row.taken for row in self.rows()] != before)

    def _go_to(self, number: int) -> None:
        while (cursor := self._cursor()) != number:
            self.press("down" if cursor < number else "up")
            self.until(lambda was=cursor: self._cursor() != was)

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
        return self.terminal.screen.buffer[y][SIZE[0] // 2].bg


def _initials(mention: Mention) -> str:
    """The first letters of the name as the text writes it, where the list knows them, else of any."""
    assert mention.organisation, f"{mention.surface} has no row in the gazetteer"
    known = mention.organisation.initials.split(";")
    names = (mention.organisation.name, *mention.organisation.forms)
    written = simplified(mention.surface)
    return known[names.index(written)] if written in names and len(known) == len(names) else known[0]


# ------------------------------------------------------------ a whole run


def run(folder: Path, answers: Sequence[Answer]) -> Iterator[tuple[Answer, Seen, list[str]]]:
    """Label every clause of the project in `folder`; gives what was seen and pressed for each."""
    environment = {"LANG": "zh_CN.UTF-8", "ANNOTATOR_REVIEWER": REVIEWER, "ANNOTATOR_CONFIG": str(folder)}
    with Terminal(ANNOTATOR, cwd=folder, size=SIZE, environment=environment) as terminal:
        player, before = Player(terminal), dict[str, Value]()
        for answer in answers:
            count = sum(one.document == answer.document for one in answers)
            terminal.wait_for(f"第 {answer.number + 1}/{count} 条  完成 {answer.number}")
            terminal.read()
            with opened(folder) as (project, clauses):
                seen = Seen(_suggested(project, clauses[answers.index(answer)]), before)
            yield answer, seen, player.label(answer, seen)
            before = {name: value for name, value in answer.values.items() if value or name == UNITS}
        terminal.wait_for(f"完成 {count}")


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Project, list[Clause]]]:
    """The project and its clauses in order."""
    with Project.open(folder / "annotator.db") as project:
        yield project, [c for d in documents.listing(project) for c in documents.clauses(project, d)]


def _suggested(project: Project, clause: Clause) -> dict[str, Value]:
    """What the screen suggests, by the function that the screen uses."""
    found: dict[str, Value] = {}
    for one in suggestions.shown(project, REVIEWER, clause):
        field = next((field for field in FIELDS if field.id == one.field), None)
        if field and one.field in (*CODED, UNITS) and fits(field, one.value) and one.field not in found:
            found[one.field] = list(dict.fromkeys(_pair(u) for u in one.value)) if one.field == UNITS else one.value
    return found


def _pair(unit: object) -> tuple[str, str]:
    return pairs([unit])[0]  # type: ignore[list-item]


def wrong(folder: Path, answers: Sequence[Answer]) -> list[str]:
    """Where the store says otherwise than the sheet, or a clause is not finished."""
    found = []
    with opened(folder) as (project, clauses):
        codebook_of(project)
        for answer, clause in zip(answers, clauses, strict=True):
            review = reviews.review(project, clause.clause_id, REVIEWER)
            stored = {name: list(review.values.get(name) or ()) for name in CODED}
            stored[UNITS] = pairs(review.values.get(UNITS) or ())
            wanted = {name: list(value or ()) for name, value in answer.values.items()}
            if stored != wanted or review.state != "submitted":
                found.append(f"{answer.document}:{answer.number} {review.state} {stored} instead of {wanted}")
    return found
