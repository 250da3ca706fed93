"""What there is to beat.

`python bare.py empty` is an empty Textual app: one word. In `counting` each key changes it. `python bare.py key` is the review screen with
its database taken away: clauses and labels live in dictionaries, nothing is read or stored at a key.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        yield Static("ready-to-work")


class Counting(Empty):
    """One word, another at each key."""

    pressed = 0

    def on_key(self) -> None:
        self.pressed += 1
        self.query_one(Static).update(f"key {self.pressed}")


def without_database() -> App[None]:
    """The review screen on annotator.db here, with everything that a key touches held in memory."""
    from annotator.flows.reviewing import Reviewing
    from annotator.model.review import Review
    from annotator.store import documents
    from annotator.store.codebooks import codebook_of
    from annotator.store.project import Project
    from annotator.tui.app import AnnotatorApp
    from annotator.tui.listing import row
    from annotator.tui.screens.review import ReviewScreen

    labels: dict[str, dict[str, Any]] = {}

    def review(self: Reviewing, clause_id: str) -> Review:
        values = labels.get(clause_id, {})
        return Review("draft" if values else "untouched", dict(values))

    def put(self: Reviewing, clause_id: str, values: Mapping[str, Any], **_: object) -> str:
        kept = {**labels.get(clause_id, {}), **values}
        labels[clause_id] = {field: value for field, value in kept.items() if value is not None}
        return "act"

    def rows(self: ReviewScreen, first: int, count: int) -> list[Sequence[tuple[str, str]]]:
        wanted = clauses[first : first + count]
        return [row(c.marker, c.text[:60], review(self.desk.reviewing, c.clause_id)) for c in wanted]

    Reviewing.review, Reviewing.put, ReviewScreen._rows = review, put, rows  # type: ignore[method-assign,assignment]
    project = Project.open(Path("annotator.db"))
    first = documents.first(project)
    assert first is not None
    clauses = list(documents.clauses(project, first))
    return AnnotatorApp(project, codebook_of(project), "bench")


APPS = {"empty": Empty, "counting": Counting, "key": without_database}

if __name__ == "__main__":
    APPS[sys.argv[1]]().run()
