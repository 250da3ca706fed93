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
    clause of which nobody said anything is not in the answer. Without `timed` the circumstances are left out
    (time spent, suggestions seen, codebook), which take as long as all else.
    """
    query = (
        "SELECT subject, owner, layer, kind, field, value, at FROM present "
        "WHERE pass_no = 1 AND layer IN ('review', 'gold') "
        "AND subject IN (SELECT value FROM json_each(?)) ORDER BY subject, owner"
    )
    found: dict[str, Standing] = {}
    rows = project.db.execute(query, (json.dumps(subjects),)).fetchall()
    around = _circumstances(project, sorted({row[0] for row in rows})) if timed else {}
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
            submitted_at = at if review.state == "submitted" else None
            account = Account(review, submitted_at, *around.get((subject, owner), ()))
            accounts = {**standing.accounts, owner: account}
            found[subject] = Standing(accounts, standing.gold, standing.discarded)
    return found


def _circumstances(
    project: Project, subjects: Sequence[str]
) -> dict[tuple[str, str], tuple[float, frozenset[str], str]]:
    """The time that each reviewer spent on each clause, in whole tenths of a second; the fields for which
    they saw a suggestion; the codebook of their last label or submission.

    Tenths are added as integers: a sum of floats would depend on the order of the rows.
    """
    query = (
        f"SELECT subject, {PERSON.format('reviewer')} AS person, "
        "sum(CAST(round(seconds * 10) AS INTEGER)), "
        "group_concat(CASE WHEN suggested AND kind = 'label' THEN field END), "
        # Of the row that has the maximum, as SQLite documents it.
        "codebook, max(CASE WHEN kind IN ('label', 'submit') THEN at ELSE 0 END) FROM event "
        "WHERE layer = 'review' AND pass_no = 1 AND subject IN (SELECT value FROM json_each(?)) "
        "GROUP BY subject, person"
    )
    rows = project.db.execute(query, (json.dumps(subjects),))
    return {
        (subject, reviewer): (tenths / 10, frozenset(prompted.split(",") if prompted else ()), codebook)
        for subject, reviewer, tenths, prompted, codebook, _ in rows
    }
