"""Who may decide, and who may read the work of others: the one place where adjudication asks."""

from annotator.errors import Refused
from annotator.store import blinding, people, rounds
from annotator.store.project import Project


def require_arbitrator(project: Project, reviewer: str) -> None:
    """Raises Refused, naming who may, for whoever may not decide by their roles, or may not see the work of
    others while they have work of their own left in an open round.
    """
    people.require(project, reviewer, "decide")
    blinding.require(project, reviewer)


def require_feedback(project: Project, asker: str, reviewer: str) -> None:
    """Raises Refused where somebody may not read how a reviewer's answers were decided: others than
    arbitrators read of themselves alone, when no round they have a part in is open.
    """
    if people.known_as(project, asker) != people.known_as(project, reviewer):
        require_arbitrator(project, asker)
    else:
        asked = rounds.open_for(project, people.known_as(project, reviewer))
        for one in (given.round for given in asked if given.tasks and given.round.kind != "training"):
            raise Refused("adjudication.round_open", reviewer=reviewer, name=one.name)
