"""What happened to a clause, in words: my own acts, and those of the project on its document."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby, pairwise

from annotator.model import telling
from annotator.model.event import Event
from annotator.store import blinding, events, people
from annotator.store.recuts import recut
from annotator.tui.desk import Desk
from annotator.tui.pace import time_words
from annotator.tui.passage import Passage
from annotator.words import say
from annotator.words.plain import plain_lines

PROJECT_KINDS = ("import", "cut", "edit", "retire")


def happened(desk: Desk) -> list[Event]:
    """The events of the clause that its reviewer may see, and those of its document, newest first; of their
    own work, what was said in this pass.
    """
    me, pass_no = people.names(desk.project, desk.reviewing.reviewer), desk.reviewing.pass_no
    seen = blinding.sight(desk.project, desk.reviewing.reviewer)
    of_clause = events.history(desk.project, desk.clause.clause_id)
    of_document = events.history(desk.project, desk.document.doc_id)
    found = [
        event
        for event in of_clause
        if (
            event.reviewer in me and event.pass_no == pass_no
            if event.layer == "review"
            else seen.tells(event)
        )
    ]
    found += [event for event in of_document if event.kind in PROJECT_KINDS]
    return sorted(found, key=lambda event: (event.at, event.run, event.seq), reverse=True)


def spent(desk: Desk) -> str:
    """The time that the reviewer spent on the clause in all."""
    names = people.names(desk.project, desk.reviewing.reviewer)
    mine = (event for event in happened(desk) if event.reviewer in names)
    return time_words(sum(event.seconds for event in mine))


def passages(desk: Desk) -> list[Passage]:
    """One for each act: when, who, how, how long; below it what it said."""
    every = happened(desk)
    cuts = [event for event in every if event.kind == "cut"]
    before = {event.id: earlier.value for event, earlier in pairwise(cuts)}
    acts = groupby(every, key=lambda event: event.act)
    told = [_act(desk, list(events)[::-1], before) for _, events in acts]
    return told or [Passage(say("history.nothing"))]


def _act(desk: Desk, act: list[Event], before: Mapping[str, object]) -> Passage:
    first = act[0]
    at = datetime.fromtimestamp(first.at / 1000).strftime("%Y-%m-%d %H:%M:%S")
    parts = [at, first.reviewer, say(f"origins.{first.origin}")]
    parts += [time_words(first.seconds)] if first.seconds else []
    head = "  ".join(parts)
    text = plain_lines("\n".join([head, *_lines(desk, act, before)]))
    return Passage(text, [(0, len(head), "note")], gap=True)


def _lines(desk: Desk, act: list[Event], before: Mapping[str, object]) -> Iterator[str]:
    for event in act:
        if event.kind == "cut":  # named by a hash, which tells a reader nothing
            back = event.origin in ("undo", "redo")
            yield (
                say("telling.cut_again")
                if back
                else telling.cut(recut(desk.project, before.get(event.id), event.value))
            )
            continue
        about = telling.about(event, desk.reviewing.codebook)
        value = telling.value(event, desk.reviewing.codebook)
        yield say("history.line", about=about, value=value) if value else about
