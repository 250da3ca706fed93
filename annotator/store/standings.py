"""Everything that stands about some clauses: what was decided, what each reviewer said, when, how long."""

import json
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from annotator.model.decision import WHOLE
from annotator.model.standing import Account, Standing
from annotator.store.blinding import EVERYTHING, Sight
from annotator.store.people import PERSON
from annotator.store.project import Project
from annotator.store.reviews import assemble


def of(
    project: Project, subjects: Sequence[str], seen: Sight = EVERYTHING, *, timed: bool = True
) -> dict[str, Standing]:
    """What stands about some clauses, as far as it is `seen`; what was decided is only where everyone is. A
    clause of which nobody said anything is not in the answer. Without `timed` nobody's time is summed up,
    which takes as long as all else.
    """
    query = (
        "SELECT subject, owner, layer, kind, field, value, at FROM present "
        "WHERE pass_no = 1 AND layer IN ('review', 'gold') "
        "AND subject IN (SELECT value FROM json_each(?)) ORDER BY subject, owner"
    )
    found: dict[str, Standing] = {}
    rows = project.db.execute(query, (json.dumps(subjects),)).fetchall()
    spent = _seconds(project, sorted({row[0] for row in rows})) if timed else {}
    for (subject, owner), said in groupby(rows, key=itemgetter(0, 1)):
        standing = found.get(subject, Standing())
        of_owner = list(said)
        if not seen.shows(owner):  # nobody owns what was decided
            continue
        review = assemble(row[3:6] for row in of_owner)
        if of_owner[0][2] == "gold":
            gone = any(
                (kind, field) == ("decision", WHOLE)
                for *_, kind, field, value, _ in of_owner
                if value != "null"
            )
            found[subject] = Standing(standing.accounts, review.values, gone)
        elif review.touched:
            at = next((row[6] for row in of_owner if row[3] == "submit"), None)
            account = Account(
                review, at if review.state == "submitted" else None, spent.get((subject, owner), 0.0)
            )
            accounts = {**standing.accounts, owner: account}
            found[subject] = Standing(accounts, standing.gold, standing.discarded)
    return found


def _seconds(project: Project, subjects: Sequence[str]) -> dict[tuple[str, str], float]:
    """The time that each reviewer spent on each clause, in whole tenths of a second.

    Tenths are added as integers: a sum of floats would depend on the order of the rows.
    """
    query = (
        f"SELECT subject, {PERSON.format('reviewer')} AS person, "
        "sum(CAST(round(seconds * 10) AS INTEGER)) FROM event "
        "WHERE layer = 'review' AND pass_no = 1 AND subject IN (SELECT value FROM json_each(?)) "
        "GROUP BY subject, person"
    )
    rows = project.db.execute(query, (json.dumps(subjects),))
    return {(subject, reviewer): tenths / 10 for subject, reviewer, tenths in rows}
