"""A round comes to be: clauses drawn for reviewers, shown first, then recorded in one act."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook
from annotator.model.review import Person
from annotator.model.reviewer import proper
from annotator.model.round import Round, RoundKind, Task
from annotator.store import documents, drawable, gold, people, repeats, rounds, settling
from annotator.store.project import Project
from annotator.store.search import prepare, search, whose_shown
from annotator.tools.drawing import Drawn, Item, Plan, draw, portion
from annotator.tools.query import parse
from annotator.words import say
from annotator.words.plain import typed

HEAVY = 5
"""How many times as often a clause with a wanted code is drawn."""


class Asked(NamedTuple):
    """What a lead asks for: `to` are names, `documents` file names or ids (none: all), `where` is a query,
    `more_of` are codes by id or name; `once` leaves out clauses that read like one before them.
    """

    name: str
    to: Sequence[str]
    plan: Plan
    kind: RoundKind = "work"
    documents: Sequence[str] = ()
    where: str = ""
    more_of: Sequence[str] = ()
    once: bool = False


class Share(NamedTuple):
    """What one reviewer gets: `tasks` in all, of them `shared` with others, `retests` and `checks`."""

    tasks: int
    shared: int
    retests: int
    checks: int


class Proposal(NamedTuple):
    """A round as it was drawn. `there` says that it was recorded before, `short` that there are fewer decided
    clauses than checks wanted; `repeated` counts the clauses drawn that read like one drawn before them.
    """

    round: Round
    drawn: Drawn
    there: bool
    short: bool
    repeated: int

    def shares(self) -> dict[str, Share]:
        """What each reviewer gets."""
        return {name: self._share(tasks) for name, tasks in self.drawn.tasks.items()}

    def _share(self, tasks: Sequence[Task]) -> Share:
        first = {task.clause_id for task in tasks if task.pass_no == 1}
        retests, checks = len(tasks) - len(first), len(first & self.drawn.checks)
        return Share(len(tasks), len(first & self.drawn.shared), retests, checks)


def propose(
    project: Project,
    codebook: Codebook,
    by: str,
    asked: Asked,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Proposal:
    """Draw a round and record nothing. Where suggestions have to be made first, `progress` hears of how many
    clauses they are, of how many. Raises AnnotatorError for whoever may not, for names that cannot be,
    and where there is nothing to draw.
    """
    people.require(project, by, "assign")
    name = proper(asked.name)
    if not name:
        raise AnnotatorError("assigning.bad_name", name=" ".join(asked.name.split()))
    prepare(project, codebook, asked.where, progress)
    if asked.more_of:
        settling.settle(project, codebook, progress=progress)
    with project.snapshot():
        team = _team(people.people(project), asked.to)
        for one in team:
            people.require(project, one, "label")
        chosen = {documents.find(project, one) for one in asked.documents}
        every = [Item(*one, place) for place, one in enumerate(drawable.clauses(project, chosen))]
        decided = gold.decided_ids(project)
        items = _items(project, codebook, by, asked, name, every=every, decided=decided, chosen=chosen)
        known = [item for item in every if item.clause_id in decided]
        checks = _checks(project, team, known) if asked.plan.check else {}
        drawn = draw(items, team, asked.plan, checks)
        there = rounds.named(project, name)
        repeated = len(_again(project, {task.clause_id for mine in drawn.tasks.values() for task in mine}))
    told: dict[str, Any] = {**asked.plan._asdict(), "clauses": len(items)}
    del told["check"]  # a reviewer may read how a round was drawn, and is not to know of checks
    told |= {"documents": list(asked.documents), "where": asked.where, "more_of": list(asked.more_of)}
    if asked.once:
        told["once"] = True
    made = Round.of(name, asked.kind, told, drawn.tasks)
    if there and there.id != made.id:
        raise AnnotatorError("assigning.name_taken", name=name)
    proposal = Proposal(made, drawn, there is not None, short=False, repeated=repeated)
    given = proposal.shares().values()
    most = max((one.tasks - one.retests - one.checks for one in given), default=0)
    wanted = portion(asked.plan.check, most)
    return proposal._replace(short=any(one.checks < wanted for one in given))


def record(project: Project, by: str, proposal: Proposal) -> bool:
    """Record a round; False where it is there already."""
    return rounds.add(project, by, proposal.round, proposal.drawn.tasks, sorted(proposal.drawn.checks))


def _team(every: Sequence[Person], names: Sequence[str]) -> list[str]:
    """The ids of those who are named, each once. Raises AnnotatorError where somebody is not in the project:
    a slip of the pen would give work to nobody.
    """
    known_as = {name: one.id for one in every for name in (*one.aliases, one.name)}
    known_as |= {one.id: one.id for one in every}
    team, unknown = list[str](), list[str]()
    for written in names:
        for given in [written] if proper(written) in known_as else separate(written):
            name = proper(given)
            if not name:
                raise AnnotatorError("assigning.bad_reviewer", name=" ".join(given.split()))
            if name not in known_as:
                unknown.append(name)
            elif known_as[name] not in team:
                team.append(known_as[name])
    if unknown:
        line = " ".join(map(typed, unknown))
        raise AnnotatorError("assigning.unknown", names=say("review.comma").join(unknown), line=line)
    if not team:
        raise AnnotatorError("assigning.nobody")
    return team


def separate(written: str) -> list[str]:
    """What is written with commas between, of whatever kind."""
    return [one for one in written.replace("，", ",").replace("、", ",").split(",") if one.strip()]


def _items(
    project: Project,
    codebook: Codebook,
    by: str,
    asked: Asked,
    name: str,
    *,
    every: Sequence[Item],
    decided: set[str],
    chosen: Collection[str],
) -> list[Item]:
    """The clauses to draw from: in training those that are decided; else those that are neither decided nor
    in another round.
    """
    heavy = drawable.with_codes(project, _codes(codebook, asked.more_of)) if asked.more_of else set()
    allowed = _allowed(project, codebook, by, asked.where)
    if asked.kind == "training":
        fits: Callable[[str], bool] = decided.__contains__
    else:
        taken = decided | _elsewhere(project, name)
        fits = lambda clause_id: clause_id not in taken  # noqa: E731  (one of two ways)
    items = [
        item._replace(weight=HEAVY if item.clause_id in heavy else 1)
        for item in every
        if fits(item.clause_id)
        and (not chosen or item.doc_id in chosen)
        and (allowed is None or item.clause_id in allowed)
    ]
    if asked.once:
        again = _again(project, [item.clause_id for item in items])
        items = [item for item in items if item.clause_id not in again]
    if not items:
        raise AnnotatorError(
            "assigning.nothing_decided" if asked.kind == "training" else "assigning.nothing_to_draw"
        )
    return items


def _again(project: Project, clause_ids: Collection[str]) -> set[str]:
    """Of some clauses those that read like one of the others before it."""
    turn = {clause_id: n for n, clause_id in enumerate(clause_ids)}
    alike = ([one for one in group if one in turn] for group in repeats.groups(project))
    return {one for group in alike for one in sorted(group, key=turn.__getitem__)[1:]}


def _allowed(project: Project, codebook: Codebook, by: str, where: str) -> Collection[str] | None:
    if not where.strip():
        return None
    query = parse(where, codebook)
    batches = search(project, query, codebook, [whose_shown(project, query, by)])
    return {hit.clause_id for batch in batches for hit in batch}


def _elsewhere(project: Project, name: str) -> set[str]:
    """The clauses that are assigned in other rounds of work."""
    others = [one.id for one in rounds.rounds(project) if one.name != name and one.kind == "work"]
    given = (tasks for one in others for tasks in rounds.assignments(project, one).values())
    return {task.clause_id for tasks in given for task in tasks}


def _codes(codebook: Codebook, names: Sequence[str]) -> list[str]:
    """Codes by their ids or names. Raises AnnotatorError for one that the codebook has not."""
    every = [code for field in codebook.clause_fields for code in field.codes]
    found = []
    for name in names:
        meant = [code.id for code in every if name.strip() in (code.id, code.zh, code.en)]
        if not meant:
            raise AnnotatorError("assigning.no_code", name=name)
        found += meant
    return found


def _checks(project: Project, team: Sequence[str], known: Sequence[Item]) -> dict[str, list[Item]]:
    """For each reviewer the decided clauses that they have not worked on."""
    pools = {}
    for reviewer in team:
        seen = drawable.worked_on(project, reviewer)
        pools[reviewer] = [item for item in known if item.clause_id not in seen]
    return pools
