"""Which clauses have labels that a new version of the codebook may have made wrong."""

import json
from collections.abc import Collection

from annotator.store.people import NAMES
from annotator.store.project import Project
from annotator.store.undo import saying

_SAME_MEANING = "IN (SELECT digest FROM codebook WHERE meaning = ?4)"
_LATE = (
    f"(SELECT {saying('said', 'codebook')} FROM event AS said WHERE said.id = present.event) = ?3 "
    "AND NOT EXISTS (SELECT 1 FROM present AS done CROSS JOIN event ON event.id = done.event "
    "WHERE (done.subject, done.layer, done.owner, done.pass_no, done.kind, done.field) "
    "= (present.subject, 'review', present.owner, 1, 'submit', '') AND done.value != 'null' "
    f"AND event.codebook {_SAME_MEANING}) "
    "AND NOT EXISTS (SELECT 1 FROM present AS back WHERE (back.subject, back.layer, back.owner, "
    "back.pass_no, back.kind) = (present.subject, 'project', '', 1, 'return') AND back.value != 'null' "
    f"AND back.field IN {NAMES.format('present.owner')} "
    f"AND json_extract(back.value, '$.codebook') {_SAME_MEANING})"
)
"""Whether a label was said under the codebook ?3, and its clause neither finished under one of the meaning ?4
nor given back for it.
"""


def disputed(project: Project, field: str, codes: Collection[str] = ()) -> set[str]:
    """The ids of the clauses in which reviewers who gave a field one of `codes` gave others of them than each
    other, or other values at all where no code is named.
    """
    query = (
        "SELECT subject, value FROM present WHERE kind = 'label' AND layer = 'review' AND pass_no = 1 "
        "AND field = ? AND value != 'null'"
    )
    said: dict[str, set[frozenset[str]]] = {}
    for clause_id, value in project.db.execute(query, (field,)):
        items = json.loads(value)
        kept = frozenset(json.dumps(one, sort_keys=True) for one in items if not codes or one in codes)
        if kept or not codes:
            said.setdefault(clause_id, set()).add(kept)
    return {clause_id for clause_id, answers in said.items() if len(answers) > 1}


def labelled(
    project: Project, field: str, codes: Collection[str] = (), *, under: str = "", meaning: str = ""
) -> dict[str, list[str]]:
    """The ids of the clauses in force that a reviewer gave one of `codes` in a field, or any value where no
    code is named, by reviewer, in the order of the documents. With `under`, the digest of a codebook, those
    that were given it under that one, and neither finished under one of the `meaning` in force nor given back
    for it.
    """
    query = (
        "SELECT present.owner, clause.clause_id FROM present "
        "CROSS JOIN clause_in_force AS clause ON clause.clause_id = present.subject "
        "WHERE present.kind = 'label' AND present.layer = 'review' AND present.pass_no = 1 "
        "AND present.field = ?1 AND present.value != 'null' AND (?2 = '[]' OR EXISTS (SELECT 1 "
        "FROM json_each(present.value) AS one WHERE one.value IN (SELECT value FROM json_each(?2)))) "
        f"AND (?3 = '' OR {_LATE}) "
        "ORDER BY present.owner, clause.doc_id, clause.seq"
    )
    found: dict[str, list[str]] = {}
    for reviewer, clause_id in project.db.execute(query, (field, json.dumps(sorted(codes)), under, meaning)):
        found.setdefault(reviewer, []).append(clause_id)
    return found
