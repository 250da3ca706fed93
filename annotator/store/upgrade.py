"""The schema of a project file: made from schema.sql, brought up to date by numbered steps.

schema.sql is the one source of the schema. When it changes, VERSION grows by one and STEPS gains
the SQL that turns the version before into it; a test holds that both roads end in the same schema.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

from annotator.store import stamp
from annotator.store.beside import copy_database, unused, whole

VERSION = 1
STEPS: tuple[str, ...] = ()
"""STEPS[n] is the SQL that turns version n + 1 into version n + 2."""


def schema() -> str:
    """The text of schema.sql: inside the package when installed, at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "schema.sql"
    return (inside if inside.exists() else package.parent / "schema.sql").read_text(encoding="utf-8")


def create(path: Path) -> None:
    """Make an empty project file, whole or not at all. Raises FileExistsError where one stands there."""
    with whole(path) as partial, closing(sqlite3.connect(partial, isolation_level=None)) as db:
        db.executescript(f"BEGIN;\n{schema()}\nCOMMIT;")


def missing(db: sqlite3.Connection) -> list[str]:
    """The names of the tables, triggers, views and indexes of the schema that a file lacks, or has
    otherwise than the schema says.
    """
    held = _parts(db)
    return sorted(name for name, sql in _wanted().items() if held.get(name) != sql)


@cache  # a merge asks for every file
def _wanted() -> dict[str, str]:
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(schema())
        return _parts(fresh)


def _parts(db: sqlite3.Connection) -> dict[str, str]:
    """The SQL of the tables, triggers, views and indexes of a file, by name."""
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    return {name: " ".join(sql.split()) for name, sql in db.execute(query)}


def upgrade(db: sqlite3.Connection, path: Path, steps: Sequence[str] = STEPS) -> Path | None:
    """Bring an older file up to date, after a copy of it was put beside it.

    Returns the path of the copy, or None where another process has upgraded the file meanwhile.
    Nothing changes where a step fails.
    """
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN IMMEDIATE")
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        copy = None
        if version <= len(steps):
            copy = unused(path, f"version-{version}-copy")
            # A connection that writes cannot be copied.
            with whole(copy) as partial, closing(sqlite3.connect(path)) as source:
                copy_database(source, partial)
        for number, step in enumerate(steps[version - 1 :], version + 1):
            for statement in statements(step):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")
        stamp.mark(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # some errors end it
            db.execute("ROLLBACK")
        raise
    db.execute("PRAGMA foreign_keys = ON")
    return copy


def statements(script: str) -> list[str]:
    """The statements of a script one by one; executescript would commit the open transaction."""
    found, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return [*found, statement] if statement.strip() else found
