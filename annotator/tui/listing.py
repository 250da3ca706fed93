"""The clause list and the title above it: what they show (the queue, else the document)."""

from annotator.model.review import Review
from annotator.store import documents, places, reviews
from annotator.store.places import Row
from annotator.tui.desk import Desk
from annotator.tui.display import fitted
from annotator.tui.queue import Queue
from annotator.tui.titles import apart
from annotator.words import say

LONGEST = 60
"""Characters of a clause that a row can show at most."""

SIGNS = {"untouched": " ", "draft": "~", "submitted": "✓", "skipped": ">"}
TITLE = {False: 7, True: 12}
"""Cells for a document's title without its clause's state in a word, and with one."""


def listed(desk: Desk) -> tuple[object, int, int]:
    """What the list shows, how many rows that has, and the number of the row of the clause on the desk."""
    if desk.queue:
        return desk.queue, desk.queue.count, desk.queue.position
    return desk.document.cutting, desk.document.clauses, desk.clause.ord


def title(desk: Desk) -> tuple[str, str]:
    """The two ends of the title bar: what is open, and how far the work is."""
    document, queue = desk.document, desk.queue
    if queue:  # it counts itself
        return f"{queue.place}  {document.title}", say("searching.number", number=desk.clause.ord + 1)
    progress = say("review.title", number=desk.clause.ord + 1, count=document.clauses, done=desk.done)
    return document.title, progress


def rows(desk: Desk, first: int, count: int, *, worded: bool) -> list[list[tuple[str, str]]]:
    """Rows of the list, with the state in a word where there is room for one."""
    found = _of_queue(desk, desk.queue, first, count) if desk.queue else _of_document(desk, first, count)
    passes = [task.pass_no for task in desk.queue.tasks(first, count)] if desk.queue else [1] * len(found)
    said = {
        pass_no: reviews.reviews(desk.project, ids, desk.reviewing.reviewer, pass_no)
        for pass_no in set(passes)
        if (ids := [one.clause_id for one, its in zip(found, passes, strict=True) if its == pass_no])
    }
    return [
        row(
            one.marker,
            one.beginning,
            said[pass_no].get(one.clause_id, Review()),
            worded=worded,
            document=one.title,
        )
        for one, pass_no in zip(found, passes, strict=True)
    ]


def _of_document(desk: Desk, first: int, count: int) -> list[Row]:
    document = desk.document
    found = documents.beginnings(desk.project, document, first, count, LONGEST)
    return [
        Row(clause_id, document.doc_id, "", number, marker, beginning)
        for number, (clause_id, marker, beginning) in enumerate(found, first)
    ]


def _of_queue(desk: Desk, queue: Queue, first: int, count: int) -> list[Row]:
    """Clauses of the queue, each with its document's title where the one before is of another."""
    before = min(first, 1)
    asked = queue.clause_ids(first - before, count + before)
    found = {one.clause_id: one for one in places.rows(desk.project, asked, LONGEST)}
    gone = say("moving.row_gone")
    every = [found.get(clause_id, Row(clause_id, "", "", -1, "", gone)) for clause_id in asked]
    above = every[:1] if before else [Row("", "", "", -1, "", "")]
    shown = every[before:]
    if not queue.titles:
        queue.titles = [one.title for one in documents.listing(desk.project)]
    return [
        one._replace(title=apart(one.title, queue.titles) if one.doc_id != last.doc_id else "")
        for last, one in zip([*above, *shown], shown, strict=False)
    ]


def row(
    marker: str, beginning: str, review: Review, *, worded: bool = False, document: str = ""
) -> list[tuple[str, str]]:
    """A clause in a list: sign of its state, flag, question (`worded`: and the state in a word), the
    document where another one begins, marker and the beginning of its text.
    """
    more = ("!" if review.flagged else "") + ("?" if review.question else "")
    if review.returned:
        state, sign, tone = say("rounds.returned_state"), "<", "warn"
    else:
        sign = SIGNS[review.state]
        tone = {"submitted": "good", "draft": "strong", "skipped": "dim"}.get(review.state, "")
        state = say(f"review.state_{review.state}") if review.state != "untouched" else ""
    return [
        (f"{sign}{more or ' '}", "warn" if more else tone),
        (f"{state} " if worded and state else "", tone),
        (f"{fitted(document, TITLE[worded])}｜" if document else "", "dim"),
        (marker, "dim"),
        (beginning, tone if tone == "dim" else ""),
    ]
