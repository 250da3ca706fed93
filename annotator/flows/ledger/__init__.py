"""The task ledger: written from a project as a spreadsheet, and read back when people have filled it in."""

from typing import NamedTuple

from annotator.errors import AnnotatorError
from annotator.flows.ledger.gathering import Gathering, Wanted
from annotator.flows.ledger.returning import Returned, take
from annotator.model.codebook import Codebook
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.ledger import book

__all__ = ["Made", "Returned", "Wanted", "export", "take"]


class Made(NamedTuple):
    """The file, how many documents and tasks are in it, and how many clauses are none by the code of their
    type (under "" those that were discarded).
    """

    data: bytes
    documents: int
    tasks: int
    left_out: dict[str, int]


def export(
    project: Project,
    codebook: Codebook,
    seen: Sight,
    *,
    wanted: Wanted | None = None,
    by_unit: bool = False,
    simple: bool = False,
) -> Made:
    """The ledger of a project at one moment, or of the clauses `wanted`: with a sheet for each unit too
    (`by_unit`), in simplified characters where it is to be `simple`. Raises AnnotatorError where there is no
    task.
    """
    with project.snapshot():
        gathering = Gathering(project, codebook, seen, simple=simple)
        found = list(gathering.documents(wanted))
    if not found:
        raise AnnotatorError("ledger.nothing", project=project.path)
    tasks = sum(len(one.tasks) for one in found)
    return Made(book(found, by_unit=by_unit), len(found), tasks, dict(gathering.left_out))
