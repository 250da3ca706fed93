"""What the file itself refuses, whatever program writes to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.store.project import APPLICATION_ID, Project
from annotator.store.upgrade import VERSION
from tests.making import add_document, event, write


@pytest.fixture
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program's connection, with no settings of ours."""
    with Project.open(path) as project:
        add_document(project, ["一。", "二。"])
        write(project, event())
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.row_factory = sqlite3.Row
        yield db


def everything(db: sqlite3.Connection, table: str = "event") -> list[tuple[Any, ...]]:
    return sorted(map(tuple, db.execute(f"SELECT * FROM {table}")), key=repr)


def insert(db: sqlite3.Connection, table: str, verb: str = "INSERT", **changes: object) -> None:
    """Insert the last row of a table once more, with changes."""
    row = dict(db.execute(f"SELECT * FROM {table}").fetchall()[-1]) | changes
    db.execute(
        f"{verb} INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", [*row.values()]
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET value = '[]'",
        "UPDATE event SET value = value WHERE n = 1",
        "UPDATE OR REPLACE event SET seq = 1, run = 'run-1'",
        "UPDATE event SET n = n + 1000",
        "DELETE FROM event",
        "DELETE FROM event WHERE n = (SELECT max(n) FROM event)",
    ],
)
def test_the_log_refuses_update_and_delete(plain: sqlite3.Connection, statement: str) -> None:
    before = everything(plain)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        plain.execute(statement)
    assert everything(plain) == before


@pytest.mark.parametrize(
    "verb", ["INSERT", "INSERT OR REPLACE", "REPLACE", "INSERT OR FAIL", "INSERT OR IGNORE"]
)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"n": None, "run": "run-2", "value": "[]"},  # the id of an event that is there
        {"n": None, "id": "ev-2", "value": "[]"},  # its place in its run
        {"id": "ev-2", "run": "run-2", "value": "[]"},  # its place in the file
    ],
    ids=["all", "id", "run", "n"],
)
def test_the_log_refuses_an_event_in_the_place_of_another(
    plain: sqlite3.Connection, verb: str, changes: dict[str, object]
) -> None:
    before = everything(plain)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        insert(plain, "event", verb, **changes)
    assert everything(plain) == before


def test_an_upsert_does_not_pass_by_the_triggers(plain: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        plain.execute(
            "INSERT INTO event SELECT * FROM event WHERE true ON CONFLICT DO UPDATE SET value = '[]'"
        )


OTHER = {"piece_no": None, "piece_id": "seg-2"}


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("event", {"at": "yesterday"}),
        ("event", {"seq": 1.5}),
        ("event", {"pass_no": "first"}),
        ("event", {"value": b"[]"}),
        ("event", {"seconds": "long"}),
        ("event", {"value": None}),
        ("event", {"value": "no JSON"}),
        ("event", {"value": "['single quotes']"}),
        ("event", {"layer": "silver"}),
        ("event", {"suggested": 2}),
        ("event", {"reviewer": None}),
        ("document", {"doc_id": "no-id", "file_sha256": "0" * 64}),
        ("document", {"doc_id": "doc-000000000000", "file_sha256": "0" * 63}),
        ("document", {"doc_id": "doc-000000000000"}),  # the same file under another id
        ("source", {"source_sha256": "short"}),
        ("source", {"source_sha256": "0" * 64, "text": None}),
        ("cutting", {"cutting_no": None, "cutting_id": "cut-2", "clauses": "many"}),
        ("cutting", {"cutting_no": None}),  # the same cutting once more
        ("piece", {**OTHER, "kind": "chapter"}),
        ("piece", {**OTHER, "start": 5, "end": 5}),
        ("piece", {**OTHER, "clause_id": None}),
        ("piece", {**OTHER, "kind": "heading"}),
        ("piece", {"piece_no": None}),  # the same segment once more
        ("placement", {"seq": 9}),  # the same number among the clauses
        ("placement", {"ord": 9}),  # the same number among the segments
        ("codebook", {"digest": "short"}),
        ("codebook", {"digest": "0" * 64, "name": None}),
    ],
)
def test_wrong_types_and_impossible_rows_are_refused(
    plain: sqlite3.Connection, table: str, changes: dict[str, object]
) -> None:
    fresh = {"n": None, "id": "ev-2", "run": "run-2"} if table == "event" else {}
    with pytest.raises(sqlite3.IntegrityError):
        insert(plain, table, **fresh, **changes)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO suggestion VALUES ('cl-1', 'category', 'model', '1', '[]', 1.1)",
        "INSERT INTO suggestion VALUES ('cl-1', 'category', 'model', '1', '[]', -0.1)",
        "INSERT INTO suggestion VALUES ('cl-1', 'category', 'model', '1', '{}', 0.5)",
        "INSERT INTO suggestion VALUES ('cl-1', 'category', 'model', '1', '[]', 'high')",
        "INSERT INTO edit VALUES (1, 0, 1, 'rule', '一', '', 1.0, 'maybe')",
    ],
)
def test_impossible_values_are_refused(plain: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        plain.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        f"INSERT INTO source VALUES ('{'0' * 64}', 'doc-000000000000', 'txt/1', '')",
        f"INSERT INTO cutting VALUES (NULL, 'cut-2', '{'0' * 64}', 'cutter', 0)",
        "INSERT INTO placement VALUES (1, 9, 99, NULL, NULL)",
        "INSERT INTO placement VALUES (99, 0, 1, NULL, NULL)",
        "INSERT INTO edit VALUES (99, 0, 1, 'rule', '一', '', 1.0, 'applied')",
        "DELETE FROM document",
        "DELETE FROM source",
        "DELETE FROM cutting",
    ],
)
def test_an_open_project_refuses_rows_that_point_nowhere(project: Project, statement: str) -> None:
    add_document(project, ["一。"])
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        project.db.execute(statement)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("application_id", APPLICATION_ID),
        ("user_version", VERSION),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("synchronous", 2),
        ("journal_mode", "wal"),
    ],
)
def test_an_open_project_is_set_for_safety(project: Project, pragma: str, value: object) -> None:
    assert project.db.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_every_table_is_strict(project: Project) -> None:
    tables = project.db.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    loose = {name for name, strict in tables if not strict and not name.startswith("sqlite_")}
    assert not loose
