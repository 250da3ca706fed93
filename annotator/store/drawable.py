"""What may be drawn for a round: the clauses in use, who worked on them, which codes they have."""

import json
from collections.abc import Collection, Sequence

from annotator.store import documents
from annotator.store.project import Project


def clauses(project: Project, chosen: Collection[str] = ()) -> list[tuple[str, str]]:
    """(clause, document) for the clauses in use, in the order in which they are read. A clause that several
    documents share, which a merge may bring, is of the first of them, before all of one that is `chosen`.
    """
    query = "SELECT clause_id FROM segment WHERE cutting_no = ? AND ord IS NOT NULL ORDER BY ord"
    found: dict[str, str] = {}
    for cutting, doc_id in documents.in_order(project):
        for (clause_id,) in project.db.execute(query, (cutting,)):
            if clause_id not in found or (doc_id in chosen and found[clause_id] not in chosen):
                found[clause_id] = doc_id
    return [*found.items()]


def worked_on(project: Project, reviewer: str) -> set[str]:
    """The clauses of which a reviewer said anything that stands."""
    query = (
        "SELECT DISTINCT subject FROM present WHERE kind IN ('label', 'submit') AND layer = 'review' "
        "AND owner = ? AND value != 'null'"
    )
    return {subject for (subject,) in project.db.execute(query, (reviewer,))}


def with_codes(project: Project, codes: Sequence[str]) -> set[str]:
    """The clauses that anyone gave one of some codes, or for which one is suggested."""
    among = "AND item.value IN (SELECT value FROM json_each(:codes))"
    query = (
        "SELECT present.subject FROM present, json_each(present.value) AS item "
        f"WHERE kind = 'label' AND layer IN ('review', 'gold') {among} UNION "
        f"SELECT suggestion.subject FROM suggestion, json_each(suggestion.value) AS item WHERE 1 {among}"
    )
    return {subject for (subject,) in project.db.execute(query, {"codes": json.dumps(codes)})}
