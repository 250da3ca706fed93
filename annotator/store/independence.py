"""What stood before its reviewer may have learned of another answer: ratings are independent answers.

Told of a clause are: whoever an arbitrator gave it back to; everyone, once something of it was decided; and
whoever has it in a training round, where what was decided is shown. None of that tells anything before the
clause was finished for the first time. A new version of the codebook that gives clauses back tells no answer.
What was said in another copy meanwhile may have been known: the clock alone counts.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from annotator.store.people import PERSON
from annotator.store.project import Project
from annotator.store.undo import saying

Answerer = tuple[str, str, int]
"""A clause, the reviewer's id, the pass."""
Said = tuple[str, str, str, int, int, str]
"""Kind, field, value as JSON, when it came to stand and when it was said (UTC milliseconds; an undo may lie
between), and the digest of the codebook it was said under.
"""


class Told(NamedTuple):
    """When (UTC milliseconds) it was first told how a clause might be answered: to everyone by clause, to one
    reviewer by clause and id.
    """

    everyone: Mapping[str, int]
    one: Mapping[tuple[str, str], int]

    def of(self, clause_id: str, reviewer: str) -> int | None:
        """When a reviewer was first told of a clause, None for never."""
        found = self.everyone.get(clause_id), self.one.get((clause_id, reviewer))
        return min((at for at in found if at is not None), default=None)


SAID = f"{saying('event', 'at')}, {saying('event', 'codebook')}"
"""When and under which codebook it was said, for a statement over `event`."""
_EVER = "SELECT subject FROM present WHERE kind = '{kind}' AND layer = '{layer}' AND owner = ''"
_DECIDED = (
    "SELECT subject, min(at) FROM event WHERE kind = 'decision' AND value != 'null' "
    f"AND subject IN ({_EVER.format(kind='decision', layer='gold')}) GROUP BY subject"
)
_RETURNED = (
    f"SELECT subject, {PERSON.format('field')} AS person, min(at) FROM event WHERE kind = 'return' "
    "AND value != 'null' AND json_extract(value, '$.codebook') IS NULL "
    f"AND subject IN ({_EVER.format(kind='return', layer='project')}) GROUP BY subject, person"
)
_TRAINED = (
    "SELECT json_extract(task.value, '$[0]'), "
    f"{PERSON.format('given.field')}, json_extract(task.value, '$[1]'), given.at "
    "FROM present AS round CROSS JOIN present AS given ON given.subject = round.subject "
    "AND given.layer = 'project' AND given.owner = '' AND given.pass_no = 1 AND given.kind = 'assignment' "
    "CROSS JOIN json_each(given.value) AS task "
    "WHERE round.kind = 'round' AND round.layer = 'project' AND round.owner = '' AND round.field = '' "
    "AND json_extract(round.value, '$.kind') = 'training'"
)
_HISTORY = (
    f"SELECT subject, {PERSON.format('reviewer')} AS person, pass_no, kind, field, value, at, "
    f"{SAID} FROM event WHERE subject IN (SELECT value FROM json_each(?)) AND kind IN ('label', 'submit') "
    "AND layer = 'review' ORDER BY subject, person, pass_no, at, run, seq"
)


def training(project: Project) -> dict[Answerer, int]:
    """What was assigned in training rounds, with when it was."""
    found: dict[Answerer, int] = {}
    for clause_id, reviewer, pass_no, at in project.db.execute(_TRAINED):
        key = clause_id, reviewer, pass_no
        found[key] = min(at, found.get(key, at))
    return found


def told(project: Project) -> Told:
    """What was told of all clauses."""
    one = {(clause, reviewer): at for clause, reviewer, at in project.db.execute(_RETURNED)}
    for (clause, reviewer, _), at in training(project).items():
        one[clause, reviewer] = min(at, one.get((clause, reviewer), at))
    return Told(dict(project.db.execute(_DECIDED).fetchall()), one)


def first_given(
    project: Project, clause_ids: Sequence[str], known: Told
) -> Iterator[tuple[Answerer, list[Said]]]:
    """What stood, for every answer to some clauses, when it was first both finished and its reviewer told."""
    rows = project.db.execute(_HISTORY, (json.dumps(list(clause_ids)),))
    for key, events in groupby(rows, key=lambda row: row[:3]):
        clause_id, reviewer, _ = key
        at = known.of(clause_id, reviewer)
        if at is not None and (found := _standing([row[3:] for row in events], at)):
            yield key, found


def _standing(events: Sequence[Said], told_at: int) -> list[Said]:
    """What stood when it was told, or else at the first finishing; nothing where there is none."""
    now: dict[tuple[str, str], Said] = {}
    finished = False
    for event in events:
        kind, field, value, at, *_ = event
        if finished and at > told_at:
            break
        now[kind, field] = event
        finished = finished or (kind, value) == ("submit", '"submitted"')
    return [*now.values()] if finished else []
