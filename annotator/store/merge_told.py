"""How a merge tells the people of a project something: a check looks before anything is put in, and again
afterwards, in the same transaction.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from annotator.store import people
from annotator.store.incoming import Incoming


class Told(NamedTuple):
    """Something to be told: a key of the catalogue and the values for its sentence."""

    key: str
    values: Mapping[str, object]


Afterwards = Callable[[], Iterable[Told]]
Check = Callable[[Incoming], Afterwards]


def last_word(incoming: Incoming, kind: str, subject: str) -> tuple[str, str]:
    """When, and by whom, the last word on a subject was said."""
    query = (
        "SELECT event.at, event.reviewer FROM present JOIN event ON event.id = present.event "
        "WHERE present.layer = 'project' AND present.kind = ? AND present.subject = ? "
        f"AND present.field IN ('', '{people.ARRIVAL}') ORDER BY present.field LIMIT 1"
    )
    at, by = incoming.db.execute(query, (kind, subject)).fetchone()
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M"), by
