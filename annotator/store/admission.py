"""What may be recorded: nothing under a codebook that is not open, nothing about a clause that is gone."""

from collections.abc import Sequence

from annotator.errors import Refused
from annotator.model.event import Change
from annotator.store import documents, events
from annotator.store.project import Project


def require_in_force(project: Project, codebook: str, changes: Sequence[Change]) -> None:
    """Raises Refused where the codebook of that digest, or a clause, is no longer the one in force."""
    with project.transaction() as db:
        if events.codebook_digest(db) != codebook:
            raise Refused("review.codebook_changed")
        # A rejection is taken back wherever it was: nothing is said of the clause thereby.
        said = {one.subject for one in changes if not (one.kind == "reject" and one.value is None)}
        if documents.gone(project, said):
            raise Refused("review.clause_gone")
