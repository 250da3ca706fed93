"""A file for one reviewer with what they may see, and their file handed in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.model.review import Progress
from annotator.store import bundles, documents, drafts, people, reviews, rounds
from annotator.store.project import Project


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
    """What was handed in; `drafts` were being written and stay behind."""

    stands: tuple[Stand, ...]
    drafts: int


def bundle(project: Project, reviewer: str, target: Path) -> bool:
    """Make a project file with only what a reviewer may see; False where the project does not know them yet.
    Raises AnnotatorError where a file stands there.
    """
    mine = people.names(project, people.known_as(project, reviewer))
    bundles.build(project, target, bundles.for_reviewer(project, mine))
    return people.person(project, reviewer) is not None


def hand_in(project: Project, reviewer: str, target: Path) -> HandedIn:
    """Make a closed file of a reviewer's work for whoever merges it, and tell how far they are. Of a file
    that several share it has no more than a bundle. Raises AnnotatorError where a file stands there.
    """
    names = people.names(project, people.known_as(project, reviewer))
    bundles.build(project, target, bundles.for_reviewer(project, names, handing_in=True))
    return HandedIn(tuple(_stands(project, names)), sum(drafts.count(project, name) for name in names))


def _stands(project: Project, names: Sequence[str]) -> Iterator[Stand]:
    """By rounds where an open one assigns something, else by documents."""
    assigned = [(one, tasks) for one, tasks in rounds.open_for(project, names[0]) if tasks]
    for one, tasks in assigned:
        done = rounds.outcomes(project, names[0], tasks)
        yield Stand(one.name, len(tasks), done.count("submitted"), done.count("skipped"), round=True)
    for document in () if assigned else documents.listing(project):
        said = reviews.progress(project, document).get(names[0], Progress())
        yield Stand(document.title, document.clauses, said.submitted, said.skipped)
