"""What training tells of a finished clause: where it was decided otherwise; and the result at the end."""

from collections.abc import Iterator

from annotator.flows.grading import accuracy, differences
from annotator.model.codebook import name_of
from annotator.tui.assigned import RoundQueue
from annotator.tui.desk import Desk
from annotator.tui.passage import Passage
from annotator.tui.presenting import value_words
from annotator.words import say
from annotator.words.plain import plain_lines


def title(desk: Desk) -> str:
    """What is told below."""
    return say("training.title", number=desk.clause.ord + 1)


def passages(desk: Desk) -> list[Passage]:
    """One for each field that differs; the result behind them where nothing is left to be done. Nothing
    where there is nothing to tell.
    """
    return [_passage(*lines) for lines in (*_differing(desk), *_result(desk))]


def _passage(head: str, *lines: str) -> Passage:
    text = plain_lines("\n".join([head, *lines]))
    return Passage(text, [(0, len(plain_lines(head)), "note")], gap=True)


def _differing(desk: Desk) -> Iterator[tuple[str, ...]]:
    codebook = desk.reviewing.codebook
    for one in differences(desk.project, codebook, desk.clause.clause_id, desk.review):
        given = value_words(one.field, one.given or ()) or say("review.none")
        decided = value_words(one.field, one.decided) or say("review.none")
        lines = [say("training.given", value=given), say("training.decided", value=decided)]
        lines += [say("training.reason", text=one.reason)] if one.reason else []
        yield (name_of(one.field), *lines)


def _result(desk: Desk) -> Iterator[tuple[str, ...]]:
    queue = desk.queue
    if not isinstance(queue, RoundQueue) or queue.round is None or queue.done.left:
        return
    codebook = desk.reviewing.codebook
    found = accuracy(desk.project, codebook, queue.round, desk.reviewing.reviewer)
    names = {field.id: name_of(field) for field in codebook.clause_fields}
    lines = [
        say("training.share", field=names[field], right=one.right, n=one.n, percent=f"{one.share or 0:.0%}")
        for field, one in found.items()
    ]
    yield (say("training.result", title=queue.title), *(lines or [say("training.no_result")]))
