"""What a choice of a unit stores, and what the desk shows where it could not be stored."""

import sqlite3
from typing import Any

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.store import additions, documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.desk import Desk
from annotator.tui.taking import take
from annotator.tui.units import Units

NEW = "上海市量子城市管理局"


class Full:
    """A connection to a disk that is full when an act is to be written down."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)

    def execute(self, query: str, *values: Any) -> sqlite3.Cursor:
        if query == "COMMIT":
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return self._db.execute(query, *values)


@pytest.fixture
def units(project: Project) -> Units:
    desk = Desk(Reviewing(project, codebook_of(project), "王芳"), documents.listing(project)[0])
    return Units(desk, next(n for n, field in enumerate(desk.fields) if field.kind == "entity"))


@pytest.mark.parametrize(("typed", "mark"), [("", ""), (NEW, "new")])
def test_the_desk_shows_a_unit_only_when_it_is_on_the_disk(
    units: Units, project: Project, monkeypatch: pytest.MonkeyPatch, typed: str, mark: str
) -> None:
    row = next(row for row in units.rows(typed)[0] if row.mark == mark)
    with monkeypatch.context() as patch:
        patch.setattr(project, "db", Full(project.db))
        with pytest.raises(AnnotatorError) as told:
            take(units, row)
    assert told.value.key == "store.full"
    assert (units.value, dict(units.desk.additions), additions.additions(project)) == ([], {}, {})
    take(units, row)
    stored = units.desk.reviewing.review(units.desk.clause.clause_id).values["responsible_unit"]
    assert [unit["name"] for unit in stored or ()] == [unit["name"] for unit in units.value]
    assert [unit["name"] for unit in units.value] == [row.unit["name"]]
    assert list(additions.additions(project)) == ([units.value[0]["org_id"]] if mark else [])
