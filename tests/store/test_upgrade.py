"""An older file becomes a newer one after a copy was put beside it, or stays as it was."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.model.event import Change
from annotator.store import events, upgrade
from annotator.store import project as project_module
from annotator.store.project import Project
from annotator.store.upgrade import STEPS, VERSION, schema, statements
from tests.making import add_document, faults

STEP = """-- A step may have comments; with semicolons
ALTER TABLE document ADD COLUMN colour TEXT;

CREATE TABLE lot (n INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER lot_no_update BEFORE UPDATE ON lot
BEGIN SELECT raise(ABORT, 'no; never'); END;
INSERT INTO lot VALUES (1)"""  # and its last statement may go without one

SECOND = "INSERT INTO lot VALUES (2);\n-- the end\n"


@pytest.fixture
def older(path: Path) -> Path:
    """A project of a version before, with work in it."""
    with Project.open(path) as project:
        add_document(project, ["一。", "二。"])
        events.record(project, "li", [Change("note", "cl-1", value="注")], origin="key")
    return path


@pytest.fixture
def two_versions_on(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that knows two versions more than this one."""
    install(monkeypatch, STEP, SECOND)


def install(monkeypatch: pytest.MonkeyPatch, *steps: str) -> None:
    every = (*STEPS, *steps)
    monkeypatch.setattr(project_module, "VERSION", VERSION + len(steps))
    monkeypatch.setattr(project_module, "upgrade", lambda *given: upgrade.upgrade(*given, steps=every))


def look(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(query).fetchall()


def contents(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [
            *db.iterdump(),
            *(str(look(path, f"PRAGMA {name}")) for name in ("user_version", "application_id")),
        ]


@pytest.mark.usefixtures("two_versions_on")
def test_an_older_file_is_upgraded_after_a_copy_of_it(older: Path) -> None:
    before = contents(older)
    with Project.open(older) as project:
        assert project.db.execute("PRAGMA user_version").fetchone() == (VERSION + 2,)
        assert project.db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert project.db.execute("SELECT colour FROM document").fetchall() == [(None,)]
        assert project.db.execute("SELECT n FROM lot").fetchall() == [(1,), (2,)]
        assert [one.value for one in events.read(project, "kind = 'note'")] == ["注"]
    (copy,) = [one for one in older.parent.iterdir() if one != older]
    assert f"version-{VERSION}" in copy.name
    assert contents(copy) == before


@pytest.mark.usefixtures("two_versions_on")
def test_an_upgraded_file_is_not_upgraded_again(older: Path) -> None:
    for _ in range(2):
        Project.open(older).close()
    assert len(list(older.parent.iterdir())) == 2
    assert look(older, "SELECT count(*) FROM lot") == [(2,)]


def test_an_earlier_copy_is_not_overwritten(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = older.read_bytes()
    install(monkeypatch, STEP)
    Project.open(older).close()
    first = {one: one.read_bytes() for one in older.parent.iterdir() if one != older}
    older.write_bytes(original)  # brought back by hand
    Project.open(older).close()
    assert len(list(older.parent.iterdir())) == 3
    assert all(one.read_bytes() == data for one, data in first.items())


@pytest.mark.parametrize(
    "broken",
    [
        "INSERT INTO nowhere VALUES (1);",
        "UPDATE event SET value = '[]';",
        "DELETE FROM event;",
        "INSERT INTO lot VALUES (1); INSERT INTO lot VALUES (3);",
        "INSERT INTO lot VALUES ('one');",
    ],
)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    before = contents(older)
    install(monkeypatch, STEP, broken)
    with pytest.raises(sqlite3.Error):
        Project.open(older)
    assert contents(older) == before
    assert not list(older.parent.glob("*-wal"))
    (copy,) = [one for one in older.parent.iterdir() if one != older]
    assert contents(copy) == before
    monkeypatch.undo()
    assert faults(older) == []


def test_another_process_that_was_quicker_is_let_have_it(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, STEP)

    def late(db: sqlite3.Connection, path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as quicker:
            assert upgrade.upgrade(quicker, path, (*STEPS, STEP))
        assert upgrade.upgrade(db, path, (*STEPS, STEP)) is None

    monkeypatch.setattr(project_module, "upgrade", late)
    with Project.open(older) as project:
        assert project.db.execute("SELECT n FROM lot").fetchall() == [(1,)]
        assert project.db.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)


@pytest.mark.usefixtures("two_versions_on")
def test_a_file_that_cannot_be_written_is_not_upgraded_and_says_so(older: Path) -> None:
    with closing(sqlite3.connect(older, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(AnnotatorError, match="正在写"):
            Project.open(older, wait=0.01)
        db.execute("ROLLBACK")
    assert [one.name for one in older.parent.iterdir()] == [older.name]
    Project.open(older).close()
    assert look(older, "SELECT count(*) FROM lot") == [(2,)]


def test_a_script_falls_into_its_statements() -> None:
    assert len(statements(STEP)) == 4
    assert statements(STEP)[-1] == "INSERT INTO lot VALUES (1)"
    assert [one.strip() for one in statements("SELECT ';';\n\n  \n")] == ["SELECT ';';"]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        for statement in statements(schema()):
            db.execute(statement)
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)


def shape(db: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Everything in a schema, without its comments and spaces."""
    rows = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
    return [(kind, name, " ".join(re.sub(r"--[^\n]*", "", sql).split())) for kind, name, sql in rows]


def test_the_shipped_steps_end_in_the_schema(tmp_path: Path) -> None:
    first, fresh = tmp_path / "version-1.db", tmp_path / "fresh.db"
    with closing(sqlite3.connect(first)) as db:
        db.executescript(Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8"))
    assert len(STEPS) == VERSION - 1
    Project.open(first).close()
    Project.create(fresh).close()
    with closing(sqlite3.connect(first)) as stepped, closing(sqlite3.connect(fresh)) as made:
        assert shape(stepped) == shape(made)
        for pragma in ("user_version", "application_id"):
            query = f"PRAGMA {pragma}"
            assert stepped.execute(query).fetchone() == made.execute(query).fetchone()
    assert faults(first) == []
