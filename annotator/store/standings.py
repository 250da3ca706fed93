"""Everything that stands about some clauses: what was decided, what each reviewer said, when, how long."""

import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from annotator.model.decision import WHOLE
from annotator.model.review import Review
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
        "SELECT subject, owner, layer, json_group_array(json_array(kind, field, value)), "
        "max(CASE kind WHEN 'submit' THEN at END) FROM present "
        "WHERE pass_no = 1 AND layer IN ('review', 'gold') "
        "AND subject IN (SELECT value FROM json_each(?)) "
        "GROUP BY subject, layer, owner ORDER BY subject, layer, owner"
    )
    found: dict[str, Standing] = {}
    rows = project.db.execute(query, (json.dumps(subjects),)).fetchall()
    around = _circumstances(project, sorted({row[0] for row in rows})) if timed else {}
    for subject, owners in groupby(rows, key=itemgetter(0)):
        accounts: dict[str, Account] = {}
        gold, gone = Review().values, False
        for _, owner, layer, said, at in owners:
            if not seen.shows(owner):  # nobody owns what was decided
                continue
            review, touched, discards = _read(said)
            if layer == "gold":
                gold, gone = review.values, discards
            elif touched:
                submitted_at = at if review.state == "submitted" else None
                accounts[owner] = Account(review, submitted_at, *around.get((subject, owner), ()))
        if accounts or gold or gone:
            found[subject] = Standing(accounts, gold, gone)
    return found


@lru_cache(4096)
def _read(said: str) -> tuple[Review, bool, bool]:
    """What the rows of one owner say, whether that is anything, and whether it discards the clause. Many
    clauses have the same said of them: who reads these values leaves them as they are.
    """
    rows = json.loads(said)
    review = assemble(rows)
    gone = any((kind, field) == ("decision", WHOLE) for kind, field, value in rows if value != "null")
    return review, review.touched, gone


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
