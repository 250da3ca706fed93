"""What people said of the repairs of a document, as the log has it now."""

import json
from collections.abc import Iterator

from annotator.model.edit import Edit
from annotator.model.mending import edit_of
from annotator.model.shapes import fits
from annotator.store.project import Project

_SAID = (
    "SELECT field, value FROM present WHERE subject = ? AND layer = 'project' AND owner = '' AND pass_no = 1 "
    "AND kind = 'edit' AND value != 'null' ORDER BY at, run, seq"
)


def decided(project: Project, doc_id: str, source_sha256: str) -> list[Edit]:
    """The edits that people have in force in a document's source, the last said last."""
    return [edit for _, edit in _decided(project, doc_id, source_sha256)]


def said_of(project: Project, doc_id: str, source_sha256: str, start: int, end: int) -> list[str]:
    """The fields of what people say of ranges that share a character with source[start:end]."""
    found = _decided(project, doc_id, source_sha256)
    return [field for field, one in found if one.start < end and start < one.end]


def _decided(project: Project, doc_id: str, source_sha256: str) -> Iterator[tuple[str, Edit]]:
    for field, stored in project.db.execute(_SAID, (doc_id,)):
        value = json.loads(stored)
        # What a newer program says of a repair is not for this one to read.
        if fits("edit", field, value) and value["source"] == source_sha256:
            yield field, edit_of(value)
