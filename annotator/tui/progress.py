"""A document in a list, with how far the work on it is."""

from annotator.flows.reviewing import Reviewing
from annotator.model.document import Document
from annotator.model.review import Progress
from annotator.store import reviews
from annotator.words import say

BAR = 10


def bar(done: int, of: int, cells: int) -> str:
    """How much is done, in signs: [███  ]."""
    filled = cells * done // of if of else cells
    return f"[{'█' * filled}{' ' * (cells - filled)}]"


def progress_row(reviewing: Reviewing, document: Document) -> list[tuple[str, str]]:
    """The parts of a row: the progress in signs and numbers, the title, what was skipped."""
    said = reviews.progress(reviewing.project, document)
    mine = said.get(reviewing.reviewer, Progress())
    done = mine.submitted + mine.skipped == document.clauses
    tone = "good" if done else "strong" if mine != Progress() else ""
    skipped = say("library.skipped", count=mine.skipped) if mine.skipped else ""
    return [
        (f" {bar(mine.submitted, document.clauses, BAR)} ", "good"),
        (f"{mine.submitted:>4}/{document.clauses:<4} ", tone),
        (document.title, tone),
        (skipped, "dim"),
    ]
