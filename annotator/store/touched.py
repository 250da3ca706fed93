"""Which clauses have labels that a new version of the codebook may have made wrong."""

import json
from collections.abc import Collection

from annotator.store.project import Project


def labelled(project: Project, field: str, codes: Collection[str] = ()) -> dict[str, list[str]]:
    """The ids of the clauses in force that a reviewer gave one of `codes` in a field, or any value where no
    code is named, by reviewer, in the order of the documents.
    """
    query = (
        "SELECT present.owner, clause.clause_id FROM present "
        "CROSS JOIN clause_in_force AS clause ON clause.clause_id = present.subject "
        "WHERE present.kind = 'label' AND present.layer = 'review' AND present.pass_no = 1 "
        "AND present.field = ?1 AND present.value != 'null' AND (?2 = '[]' OR EXISTS (SELECT 1 "
        "FROM json_each(present.value) AS one WHERE one.value IN (SELECT value FROM json_each(?2)))) "
        "ORDER BY present.owner, clause.doc_id, clause.seq"
    )
    found: dict[str, list[str]] = {}
    for reviewer, clause_id in project.db.execute(query, (field, json.dumps(sorted(codes)))):
        found.setdefault(reviewer, []).append(clause_id)
    return found
