"""How far the task on the desk is, as the ledger that came back tells it."""

from annotator.model.progress import WRITTEN
from annotator.store import progress
from annotator.tui.desk import Desk
from annotator.words import say
from annotator.words.plain import plain


def tracked(desk: Desk) -> str:
    """That in a line; empty where nothing is told."""
    clause_id = desk.clause.clause_id
    said = progress.of(desk.project, [clause_id]).get(clause_id, {})
    told = [
        say("ledger.told", column=say(f"ledger.{name}"), words=" ".join(said[name].split()))
        for name in WRITTEN
        if said.get(name)
    ]
    return plain(say("ledger.here", told=say("review.pause").join(told))) if told else ""
