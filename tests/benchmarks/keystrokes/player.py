"""The player at the review screen, in a real pty; every key that it sends is counted."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from annotator.model.document import Clause
from annotator.model.value import Value, fits
from annotator.store import documents, reviews, suggestions
from annotator.store.project import Project
from tests.benchmarks.keystrokes.picker import Picker
from tests.benchmarks.keystrokes.plan import FIELDS, PICKER, Seen, plan
from tests.benchmarks.keystrokes.sheet import CODED, UNITS, Answer, pairs
from tests.terminal import Terminal

REVIEWER = "player"
ANNOTATOR = (sys.executable, "-m", "annotator")
SIZE = (140, 45)


class Player:
    """One reviewer in one run of the program. `keys` are those pressed for the clause at hand."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.keys: list[str] = []

    def press(self, key: str) -> None:
        """Press a key, and count it."""
        self.keys.append(key)
        self.terminal.press(key)

    def label(self, answer: Answer, seen: Seen) -> list[str]:
        """Enter an answer and finish; returns the keys."""
        self.keys = []
        for key in plan(answer.values, seen):
            self.press(key)
            if key == PICKER:
                Picker(self.terminal, self.press).enter(answer.mentions, seen.suggested.get(UNITS) or ())
        return self.keys


def run(folder: Path, answers: Sequence[Answer]) -> Iterator[tuple[Answer, Seen, list[str]]]:
    """Label every clause of the project in `folder`; gives what was seen and pressed for each."""
    environment = {"LANG": "zh_CN.UTF-8", "ANNOTATOR_REVIEWER": REVIEWER, "ANNOTATOR_CONFIG": str(folder)}
    with Terminal(ANNOTATOR, cwd=folder, size=SIZE, environment=environment) as terminal:
        player = Player(terminal)
        for at, answer in enumerate(answers):
            count = sum(one.document == answer.document for one in answers)
            terminal.wait_for(f"第 {answer.number + 1}/{count} 条  完成 {answer.number}")
            with opened(folder) as (project, clauses):
                seen = Seen(_suggested(project, clauses[at]), _stored(project, clauses[at - 1]) if at else {})
            yield answer, seen, player.label(answer, seen)
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
            found[one.field] = (
                list(dict.fromkeys(_pair(u) for u in one.value)) if one.field == UNITS else one.value
            )
    return found


def _stored(project: Project, clause: Clause) -> dict[str, Value]:
    """What stands in a clause."""
    values = reviews.review(project, clause.clause_id, REVIEWER).values
    units = list(dict.fromkeys(_pair(unit) for unit in values.get(UNITS) or ()))
    return {**{name: value for name in CODED if (value := values.get(name))}, UNITS: units}


def _pair(unit: object) -> tuple[str, str]:
    return pairs([unit])[0]  # type: ignore[list-item]


def wrong(folder: Path, answers: Sequence[Answer]) -> dict[tuple[str, int], str]:
    """The clauses of which the store says otherwise than the sheet, or that are not finished."""
    found = {}
    with opened(folder) as (project, clauses):
        for answer, clause in zip(answers, clauses, strict=True):
            review = reviews.review(project, clause.clause_id, REVIEWER)
            stored = {name: list(review.values.get(name) or ()) for name in CODED}
            stored[UNITS] = pairs(review.values.get(UNITS) or ())
            loose = [unit for unit in review.values.get(UNITS) or () if not unit["stated"]]
            wanted = {name: list(value or ()) for name, value in answer.values.items()}
            if stored != wanted or loose or review.state != "submitted":
                other = [
                    f"{name} {stored[name]} instead of {wanted[name]}"
                    for name in wanted
                    if stored[name] != wanted[name]
                ]
                other += [f"{unit['name']} without its words" for unit in loose]
                found[answer.document, answer.number] = f"{review.state}: {'; '.join(other)}"
    return found
