"""Who may decide, and who may read the work of others: the one place where adjudication asks."""

from annotator.errors import Refused
from annotator.model.round import Round
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
    elif (one := _open_round(project, reviewer)) is not None:
        raise Refused("adjudication.round_open", reviewer=reviewer, name=one.name)


def _open_round(project: Project, reviewer: str) -> Round | None:
    return next(
        (
            one
            for one in rounds.rounds(project)
            if one.open
            and one.kind != "training"
            and any(rounds.assigned(project, one.id, name) for name in people.names(project, reviewer))
        ),
        None,
    )
