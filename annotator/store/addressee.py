"""For whom a file was made. A bundle knows its reviewer. It is asked before the file is opened; as nothing
changes it, the log beside the file need not be read.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.store import people, stamp
from annotator.store.project import Project

_FOR = f"SELECT {people.PERSON.format('reviewer')} FROM addressee"


def address(project: Project, reviewer: str) -> None:
    """Say for whom a new file is."""
    with project.transaction() as db:
        db.execute("INSERT INTO addressee VALUES (1, ?)", (reviewer,))


def of(project: Project) -> str:
    """The id of the person for whom the project's file was made; empty where it is for nobody alone."""
    row = project.db.execute(_FOR).fetchone()
    return str(row[0]) if row else ""


def of_file(path: Path) -> str:
    """The same of a file that is not open; empty where it cannot be read, which opening it will explain."""
    return _read(path, "")[0]


def for_another(path: Path, name: str) -> str:
    """The id of the person for whom a file was made, where that is not whoever goes by `name` and they have
    said nothing in it yet; else empty.
    """
    whom, known = _read(path, name)
    return "" if known else whom


def _read(path: Path, name: str) -> tuple[str, bool]:
    """For whom a file is, and whether `name` is theirs or of somebody who worked in it."""
    worked = (
        f"SELECT {people.PERSON.format('?1')} = ?2 OR EXISTS (SELECT 1 FROM present WHERE kind IN "
        f"('label', 'submit') AND layer = 'review' AND owner = {people.PERSON.format('?1')})"
    )
    try:
        with closing(stamp.alone(path)) as db:
            if not (row := db.execute(_FOR).fetchone()):
                return "", False
            return str(row[0]), bool(db.execute(worked, (name, row[0])).fetchone()[0])
    except sqlite3.Error:
        return "", False
