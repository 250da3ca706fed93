"""Fresh project files, built row by row from another one: a copied file has remains of what was deleted in
its pages. What is built goes the way of a merge, so that it is checked on the way.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from annotator.model.gaps import Gap, joined
from annotator.store import additions, addressee, decided, incoming_content, left_out, merging, rounds
from annotator.store.events import COLUMNS
from annotator.store.fresh_project import fresh_project
from annotator.store.incoming import Incoming
from annotator.store.project import Project

_SHARED = (
    "import", "cut", "edit", "metadata", "retire", "codebook", "person", "hold", "progress", "query",
    "setting",
)  # fmt: skip
"""What is said about the project, for everyone to see."""
_ADDRESSED = ("assignment", "return", "reply")
"""What is said to the reviewer whom the field names."""
_LED = ("assignment", "return", "reply", "round", "check", "split")
"""What those who lead and decide say in the project."""

_SEEN = (
    "layer = 'review' AND reviewer IN (SELECT value FROM json_each(:mine)) OR "
    "layer = 'project' AND (kind IN (SELECT value FROM json_each(:shared)) AND "
    "(subject NOT IN (SELECT doc_id FROM document) OR subject IN (SELECT value FROM json_each(:documents))) "
    "OR kind IN (SELECT value FROM json_each(:addressed)) AND field IN (SELECT value FROM json_each(:mine)) "
    f"OR kind = 'unit' AND {additions.OWN_OR_SETTLED.format(subject='event.subject')} "
    "OR kind = 'round' AND subject IN (SELECT value FROM json_each(:rounds))) OR "
    "layer = 'gold' AND (subject IN (SELECT value FROM json_each(:training)) OR "
    "reviewer IN (SELECT value FROM json_each(:leading))) OR "
    "layer = 'project' AND kind IN (SELECT value FROM json_each(:led)) "
    "AND reviewer IN (SELECT value FROM json_each(:leading))"
)


class Selection(NamedTuple):
    """Which events, as a condition over the columns of `event` with its parameters; and which documents
    (rows of `document`), None for all with all that hangs on them. The file is made for `reviewer`, by id,
    with what is `told` of decisions on their clauses.
    """

    where: str = "1"
    values: Mapping[str, str] = {}
    documents: Sequence[tuple[str, str, str]] | None = None
    reviewer: str = ""
    told: decided.Rows = ()


EVERYTHING = Selection()


def for_reviewer(project: Project, mine: Sequence[str], *, handing_in: bool = False) -> Selection:
    """What a reviewer may see, whose names are `mine`, the id first: what is about the project, their own
    work, what is said to them, and of the gold layer what their training rounds ask. Of documents those in
    which an open round assigns them something, else all. When they are `handing_in`, it is all documents, and
    what they decided themselves and said as a lead.

    Whoever opens the file with other tools can find out which clauses come again, pass numbers or not: they
    stand twice in the queue, beside the first answer. Which are checks is not in it.
    """
    here = [
        (one, [task.clause_id for task in rounds.assigned(project, one.id, mine[0])])
        for one in rounds.rounds(project)
    ]
    here = [(one, clauses) for one, clauses in here if clauses]
    told = () if handing_in else decided.gather(project, mine[0])
    documents = _documents_of(project, chain.from_iterable(clauses for one, clauses in here if one.open))
    documents |= _documents_of(project, (row[0] for row in told)) if documents else set()
    query = "SELECT doc_id, file_sha256, file_name FROM document ORDER BY doc_id"
    every = project.db.execute(query).fetchall()
    kept = [row for row in every if handing_in or not documents or row[0] in documents]
    lists = {
        "mine": mine,
        "shared": _SHARED,
        "addressed": _ADDRESSED,
        "led": _LED,
        "leading": mine if handing_in else (),
        "documents": [row[0] for row in kept],
        "rounds": [one.id for one, _ in here],
        "training": {clause for one, clauses in here if one.kind == "training" for clause in clauses},
    }
    values = {name: json.dumps(list(one)) for name, one in lists.items()}
    return Selection(_SEEN, values, kept, "" if handing_in else mine[0], told)


def _documents_of(project: Project, clauses: Iterable[str]) -> set[str]:
    """The documents that have some clauses, now or before they were cut anew; where two files read the
    same, both.
    """
    query = (
        "SELECT cut.subject, source.doc_id FROM piece JOIN cutting USING (cutting_no) "
        "JOIN source USING (source_sha256) JOIN cutting AS any USING (source_sha256) JOIN present AS cut "
        "ON cut.kind = 'cut' AND cut.value = '\"' || any.cutting_id || '\"' "
        "WHERE piece.clause_id IN (SELECT value FROM json_each(?))"
    )
    rows = project.db.execute(f"SELECT DISTINCT * FROM ({query})", (json.dumps(list(set(clauses))),))
    return set(chain.from_iterable(rows))


def build(project: Project, target: Path, selection: Selection = EVERYTHING) -> None:
    """Make a project file of what is selected at `target`, whole or not at all, which needs no other file
    beside it. What is being written and was asked last stays out. Raises AnnotatorError where a file stands
    there, and where the project does not verify.
    """
    with fresh_project(target, "bundling.exists", project.clock) as made:
        _fill(made, project, selection)


def _fill(made: Project, project: Project, selection: Selection) -> None:
    where, values, documents, reviewer, told = selection
    with project.snapshot() as db, Incoming(made, ahead=1 << 62) as incoming:
        rows = db.execute(f"SELECT id, {COLUMNS} FROM event WHERE {where} ORDER BY run, seq", values)
        incoming.events(project.path, rows, _left_out(db, selection), whole=True)
        incoming_content.gather(made, project, project.path, documents)
        merging.merge(incoming)
    if reviewer:
        addressee.address(made, reviewer)
        decided.keep(made, told)


def _left_out(db: sqlite3.Connection, selection: Selection) -> list[Gap]:
    """The events that are not selected, of the runs of which some are."""
    where, values, *_ = selection
    query = (
        f"SELECT run, seq, seq FROM event WHERE NOT ({where}) "
        f"AND run IN (SELECT run FROM event WHERE {where}) ORDER BY run, seq"
    )
    kept = {run for (run,) in db.execute(f"SELECT DISTINCT run FROM event WHERE {where}", values)}
    before = (gap for gap in left_out.declared(db) if gap.run in kept)
    return joined(chain(map(Gap._make, db.execute(query, values)), before))
