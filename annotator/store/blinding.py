"""Whose work a person may see. While a round is open, those who work see their own.

A file that people share keeps them from each other's work as a courtesy: who opens it with other tools
reads all of it. A bundle guarantees it.
"""

from typing import NamedTuple

from annotator.errors import Refused
from annotator.model.addition import Addition
from annotator.model.event import Event
from annotator.model.round import Round
from annotator.store import additions, people, round_figures, rounds
from annotator.store.project import Project

_OF_ONE = frozenset({"return", "reply"})
"""What is said in the project to one reviewer, who is the field of the event."""
_OF_LEAD = frozenset({"assignment", "check", "decision"})
"""What tells how a round is made. An assignment says which clauses come again."""


class Sight(NamedTuple):
    """What a person may see: the work of `names`, or of everyone where that is None; `round` is the one that
    keeps the rest from them. `units` are the organisations that others entered meanwhile: they tell what
    those found in a clause, until the owner has settled them.
    """

    names: frozenset[str] | None = None
    round: Round | None = None
    units: frozenset[str] = frozenset()

    def shows(self, reviewer: str) -> bool:
        """Whether the work of a reviewer, by id or alias, may be shown."""
        return self.names is None or reviewer in self.names

    def tells(self, event: Event) -> bool:
        """Whether an event may be shown: my own work, and what is of the project and told to everyone. What I
        said when a clause came again waits for the end of the round: beside the first answer it would tell
        that it did, and invite to make both agree.
        """
        if self.names is None:
            return True
        if event.layer == "review":
            return event.reviewer in self.names and event.pass_no == 1
        if event.layer == "gold" or event.kind in _OF_LEAD:
            return False
        if event.kind == "unit":
            return event.subject not in self.units
        return event.kind not in _OF_ONE or event.field in self.names


EVERYTHING = Sight()


def sight(project: Project, asker: str) -> Sight:
    """What a person, by id or alias, may see now.

    Who may see others' work (owner, supervisor, arbitrator) sees it unless they have themselves something
    left to do in an open round; everyone else only while no round is open. Who is not known here is an
    annotator.
    """
    going = [one for one in rounds.rounds(project) if one.open]
    if not going:
        return EVERYTHING
    asker = people.known_as(project, asker)
    names = people.names(project, asker)
    if people.may(project, asker, "see"):
        mine = rounds.open_for(project, asker)
        going = [one for one, tasks in mine if round_figures.any_left(project, asker, tasks)]
    if not going:
        return EVERYTHING
    return Sight(frozenset(names), going[-1], additions.of_others(project, names))


def units(project: Project, asker: str) -> dict[str, Addition]:
    """The organisations that the project added, by their ids, as far as a person may see them now."""
    every = additions.additions(project)
    if not any(one.state == "proposed" for one in every.values()):
        return every
    hidden = sight(project, asker).units
    return {org_id: one for org_id, one in every.items() if org_id not in hidden}


def require(project: Project, asker: str) -> None:
    """Raises Refused, naming the round and who may see now, where a person may not see others' work now."""
    if closed := sight(project, asker).round:
        if people.may(project, asker, "see"):
            me = people.known_as(project, asker)
            done = round_figures.done(project, me, rounds.assigned(project, closed.id, me))
            raise Refused("people.own_left", round=closed.name, count=done.left)
        who = people.listed(
            [one for one in people.who_may(project, "see") if sight(project, one.id).round is None]
        )
        raise Refused("people.blind", round=closed.name, who=who)
