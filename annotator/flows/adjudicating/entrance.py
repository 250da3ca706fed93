"""Who may decide, and who may read the work of others: the one place where adjudication asks."""

from annotator.errors import Refused
from annotator.model.round import Round
from annotator.store import people, rounds
from annotator.store.project import Project
from annotator.words import say

DECIDING = ("arbitrator", "owner")


def require_arbitrator(project: Project, reviewer: str) -> None:
    """Raises Refused, naming who may, for whoever is neither an arbitrator nor the owner."""
    every = people.people(project)
    if any(one.id == reviewer and not set(DECIDING).isdisjoint(one.roles) for one in every):
        return
    names = [one.id for one in every if not set(DECIDING).isdisjoint(one.roles)]
    raise Refused("adjudication.role", reviewer=reviewer, who=say("review.comma").join(names))


def require_feedback(project: Project, asker: str, reviewer: str) -> None:
    """Raises Refused where somebody may not read how a reviewer's answers were decided: others than
    arbitrators read of themselves alone, when no round they have a part in is open.
    """
    if asker != reviewer:
        require_arbitrator(project, asker)
    elif (one := _open_round(project, reviewer)) is not None:
        raise Refused("adjudication.round_open", reviewer=reviewer, name=one.name)


def _open_round(project: Project, reviewer: str) -> Round | None:
    return next(
        (
            one
            for one in rounds.rounds(project)
            if one.open and one.kind != "training" and rounds.assigned(project, one.id, reviewer)
        ),
        None,
    )
