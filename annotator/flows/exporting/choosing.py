"""Which clauses go into a release: all of them, or those that meet a query."""

from collections.abc import Mapping, Set

from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook
from annotator.store import reviews
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.store.search import search, whose
from annotator.tools.query import parse

Chosen = Mapping[str, Set[int]]
"""The numbers of the clauses to release, by document."""


def chosen(project: Project, codebook: Codebook, where: str, seen: Sight) -> Chosen | None:
    """The clauses that meet the query `where`; None, which is all, where it is empty.

    What it asks of labels is asked of every reviewer in the project who is `seen`, and one who meets it is
    enough; one whom it names is asked alone. Raises AnnotatorError where it is no query or no clause
    meets it, and where it names one who is not seen.
    """
    if not where.strip():
        return None
    query = parse(where, codebook)
    if query.asks_what_was_decided and seen.round:
        raise AnnotatorError("query.decided_blind", round=seen.round.name)
    people = [whose(project, query, "")] if query.reviewer else reviews.reviewers(project)
    if query.reviewer and not seen.shows(people[0]):
        raise AnnotatorError("query.other_reviewer", name=query.reviewer)
    found: dict[str, set[int]] = {}
    for batch in search(project, query, codebook, list(filter(seen.shows, people))):
        for hit in batch:
            found.setdefault(hit.doc_id, set()).add(hit.ord)
    if not found:
        raise AnnotatorError("export.no_match", query=where)
    return found
