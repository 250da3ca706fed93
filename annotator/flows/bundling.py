"""A file for one reviewer with what they may see, and their file handed in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.model.review import Progress
from annotator.model.reviewer import proper
from annotator.store import addressee, asking, authors, bundles, documents, drafts, people, reviews, rounds
from annotator.store.project import Project
from annotator.words import say


class Stand(NamedTuple):
    """How far a reviewer is with a document or with what a round assigns (`round` tells which): so many
    clauses, so many of them finished or skipped.
    """

    title: str
    clauses: int
    finished: int
    skipped: int
    round: bool = False

    @property
    def open(self) -> int:
        """So many are neither."""
        return self.clauses - self.finished - self.skipped


class HandedIn(NamedTuple):
    """What was handed in, and whose it is, by id; `returned` clauses came back and wait for them, `drafts`
    were being written and stay behind.
    """

    reviewer: str
    stands: tuple[Stand, ...]
    returned: int
    drafts: int


class Bundled(NamedTuple):
    """For whom a bundle was made, by id, and what there is to do: `clauses` of open rounds, and
    clauses that were `returned`.
    """

    reviewer: str
    clauses: int
    returned: int


def bundle(project: Project, reviewer: str, target: Path) -> Bundled:
    """Make a project file with only what a reviewer, by id or alias, may see. Raises AnnotatorError where the
    project does not know them, or a file stands there.
    """
    person = people.person(project, proper(reviewer) or reviewer)
    if person is None:
        raise AnnotatorError("people.unknown", name=reviewer)
    mine = people.names(project, person.id)
    bundles.build(project, target, bundles.for_reviewer(project, mine))
    given = {task.clause_id for one in rounds.open_for(project, person.id) for task in one.tasks}
    return Bundled(person.id, len(given), len(asking.returned(project, person.id)))


def hand_in(project: Project, reviewer: str, target: Path) -> HandedIn:
    """Make a closed file of a reviewer's work for whoever merges it, and tell how far they are. Of a file
    that several share it has no more than a bundle. Raises AnnotatorError where a file stands there, and
    Refused where there is nothing of theirs, but of somebody else.
    """
    names = people.names(project, people.known_as(project, reviewer))
    _require_work(project, names[0])
    bundles.build(project, target, bundles.for_reviewer(project, names, handing_in=True))
    returned, writing = asking.returned(project, names[0]), sum(drafts.count(project, one) for one in names)
    return HandedIn(names[0], tuple(_stands(project, names)), len(returned), writing)


def _require_work(project: Project, reviewer: str) -> None:
    """Raises Refused, naming whose work is there, where it is not the reviewer's."""
    whom, there = addressee.of(project), authors.labelled(project)
    there = [whom, *(name for name in there if name != whom)] if whom else there
    if there and reviewer != whom and not authors.worked(project, reviewer):
        names = say("review.comma").join(there)
        raise Refused("bundling.not_theirs", reviewer=reviewer, names=names, first=there[0])


def _stands(project: Project, names: Sequence[str]) -> Iterator[Stand]:
    """By the rounds that assign something, the open ones where there are some; else by documents."""
    every = [(one, rounds.assigned(project, one.id, names[0])) for one in rounds.rounds(project)]
    given = [(one, tasks) for one, tasks in every if tasks]
    assigned = [(one, tasks) for one, tasks in given if one.open] or given[-1:]
    for one, tasks in assigned:
        done = rounds.outcomes(project, names[0], tasks)
        yield Stand(one.name, len(tasks), done.count("submitted"), done.count("skipped"), round=True)
    for document in () if assigned else documents.listing(project):
        said = reviews.progress(project, document).get(names[0], Progress())
        yield Stand(document.title, document.clauses, said.submitted, said.skipped)
