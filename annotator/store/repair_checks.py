"""Whether the repairs of cuttings and what people said of repairs tell the same."""

import json
from collections.abc import Iterator

from annotator.model.edit import PERSON, Edit
from annotator.model.mending import edit_of, field_of
from annotator.model.shapes import fits
from annotator.store.content import Fault
from annotator.store.project import Project
from annotator.store.referring import Referring

_SAID = "SELECT subject, field, value FROM event WHERE kind = 'edit' AND value != 'null'"
# Nobody but a person refuses a repair, or writes one.
_BY_PERSON = (
    "SELECT DISTINCT source_sha256, edit.start, edit.end, rule, before, after, state "
    "FROM edit JOIN piece USING (piece_no) JOIN cutting USING (cutting_no) "
    "WHERE state = 'refused' OR rule = ?"
)
# What was said in the act that put a cutting in force is in it. After a merge one of two cuttings is in
# force, so that nothing can be told of what was said in other acts; and an undo puts back words with a
# cutting that may never have had them.
_IN_FORCE = """
    SELECT cut.subject, said.field, said.value, cutting.cutting_no
    FROM present AS cut
    JOIN event AS last ON last.id = cut.event AND last.undoes = ''
    JOIN event AS said ON said.run = last.run AND said.act = last.act AND said.kind = 'edit'
     AND said.subject = cut.subject
    JOIN cutting ON cutting.cutting_id = json_extract(cut.value, '$')
    WHERE cut.kind = 'cut' AND cut.layer = 'project'
"""
_HAS = (
    "SELECT rule, after, state FROM placement JOIN edit USING (piece_no) "
    "WHERE placement.cutting_no = ? AND (edit.start, edit.end) = (?, ?)"
)


def faults(project: Project) -> Iterator[Fault]:
    """What is said of a repair is about what stands in the source; a person's repair was said; what was said
    with a cutting is in it.
    """
    known, said = Referring(project), set[tuple[object, ...]]()
    sources = dict(project.db.execute("SELECT source_sha256, text FROM source"))
    for subject, field, stored in project.db.execute(_SAID):
        edit = _read(field, stored)
        source = sources.get(json.loads(stored)["source"]) if edit else None
        if edit is None or (source is not None and source[edit.start : edit.end] != edit.before):
            yield Fault("verify.repair_said", {"document": known.subject(subject), "range": field})
        if edit:
            said.add((json.loads(stored)["source"], *_told(edit)))
    for row in project.db.execute(_BY_PERSON, (PERSON,)):
        if row not in said:
            about = {"document": known.source(row[0]), "start": row[1]}
            yield Fault("verify.repair_unsaid", about)
    for subject, field, stored, cutting in project.db.execute(_IN_FORCE).fetchall():
        edit = _read(field, stored)
        start, _, end = field.partition(":")
        has = project.db.execute(_HAS, (cutting, start, end)).fetchone()
        by_person = has is not None and (has[0] == PERSON or has[2] == "refused")
        if has != (edit.rule, edit.after, edit.state) if edit else stored == "null" and by_person:
            yield Fault("verify.repair_lost", {"document": known.subject(subject), "range": field})


def _told(edit: Edit) -> tuple[object, ...]:
    return edit.start, edit.end, edit.rule, edit.before, edit.after, edit.state


def _read(field: str, stored: str) -> Edit | None:
    """The edit that an event tells of; None where it tells of none that fits its field."""
    try:
        value = json.loads(stored)
    except ValueError:
        return None
    edit = edit_of(value) if value is not None and fits("edit", field, value) else None
    return edit if edit and field_of(edit) == field else None
