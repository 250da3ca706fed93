"""Titles that tell documents apart: two of the same title are told with their files' names."""

import json
from collections.abc import Mapping

from annotator.store.project import Project
from annotator.words import say

# The plus signs keep SQLite from looking through all that is known of documents, for the index of titles.
_NAMESAKE = (
    "SELECT 1 FROM present AS other WHERE other.kind = 'metadata' AND other.field = 'title' "
    "AND +other.layer = 'project' AND +other.owner = '' AND other.value = mine.value "
    "AND other.subject != doc_id "
    "AND EXISTS (SELECT 1 FROM document_in_force AS used WHERE used.doc_id = other.subject)"
)


def told(project: Project, titles: Mapping[str, str]) -> dict[str, str]:
    """By the ids of documents their `titles`, with the file's name where another one in use has the same."""
    query = (
        "SELECT doc_id, file_name FROM json_each(?) AS asked CROSS JOIN document ON doc_id = asked.value "
        "CROSS JOIN present AS mine ON (mine.subject, mine.layer, mine.owner, mine.pass_no, mine.kind, "
        "mine.field) = (doc_id, 'project', '', 1, 'metadata', 'title') "
        f"WHERE EXISTS ({_NAMESAKE})"
    )
    files = dict(project.db.execute(query, (json.dumps(list(titles)),)))
    return {
        doc_id: say("status.titled", title=title, file=files[doc_id]) if doc_id in files else title
        for doc_id, title in titles.items()
    }
