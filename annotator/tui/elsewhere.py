"""Where the clause on the desk stands once more, and what the reviewer said of it there."""

from annotator.store import repeats, titles
from annotator.tui.desk import Desk
from annotator.tui.presenting import value_words
from annotator.words import say
from annotator.words.plain import plain


def elsewhere(desk: Desk) -> str:
    """That in a line; empty where the clause stands nowhere else. Nothing is taken over from there."""
    found = repeats.others(desk.project, desk.clause.clause_id)
    if not found:
        return ""
    said = ((one, _labels(desk, one.clause_id)) for one in found)
    first, labels = next(((one, labels) for one, labels in said if labels), (found[0], ""))
    how = say("repeats.same" if first.likeness == 1 else "repeats.near")
    key = "here" if first.doc_id == desk.document.doc_id else "elsewhere"
    title = titles.told(desk.project, {first.doc_id: first.title})[first.doc_id]
    line = say(f"repeats.{key}", title=title, number=first.ord + 1, how=how)
    line = say("repeats.labelled", where=line, labels=labels) if labels else line
    return plain(say("repeats.more", where=line, count=len(found)) if len(found) > 1 else line)


def _labels(desk: Desk, clause_id: str) -> str:
    values = desk.reviewing.review(clause_id).values
    told = [
        value_words(field, value) or say("review.none")
        for field in desk.reviewing.codebook.clause_fields
        if (value := values.get(field.id)) is not None
    ]
    return say("review.pause").join(told)
