"""The schema of a project file: made from schema.sql, brought up to date by numbered steps.

schema.sql is the one source of the schema. When it changes, VERSION grows by one and STEPS gains
the SQL that turns the version before into it; a test holds that both roads end in the same schema.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from annotator.store.beside import unused, whole

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


def upgrade(db: sqlite3.Connection, path: Path, version: int, steps: Sequence[str] = STEPS) -> Path:
    """Bring a file of an older `version` up to date, after a copy of it was put beside it.

    Returns the path of the copy. Nothing changes where a step fails.
    """
    copy = unused(path, f"version-{version}-copy")
    with closing(sqlite3.connect(copy)) as target:
        db.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been quicker; then there is nothing left to do.
        version = db.execute("PRAGMA user_version").fetchone()[0]
        for number, step in enumerate(steps[version - 1 :], version + 1):
            for statement in statements(step):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")
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
