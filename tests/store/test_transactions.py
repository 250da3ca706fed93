"""All or nothing, one writer at a time, and a sentence where the disk or another program is in the way."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, Busy
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.event import Change
from annotator.model.review import Suggestion
from annotator.store import bulk, documents, events, suggestions
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.making import add_document, add_repaired, assert_sentence, taken_back

TABLES = (
    "document",
    "source",
    "cutting",
    "piece",
    "placement",
    "edit",
    "suggestion",
    "codebook",
    "event",
    "present",
)


ROW = {
    "subject": "cl-1", "field": "category", "source": "model", "version": "1", "value": "[]", "score": 0.5
}  # fmt: skip


def everything(project: Project) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(project.db.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


def note(project: Project, text: str = "注", reviewer: str = "li") -> str:
    return events.record(project, reviewer, [Change("note", "cl-1", value=text)], origin="key")


# ---------------------------------------------------------------- all or nothing


def test_nothing_is_stored_where_the_block_raises(project: Project) -> None:
    before = everything(project)
    with taken_back(project):
        add_document(project, ["一。"])
        add_repaired(project)
        note(project)
        suggestions.add(project, [Suggestion("cl-1", "category", "model", "1", ("data",), 0.5)])
    assert everything(project) == before


def test_a_block_inside_a_block_is_undone_with_it(project: Project) -> None:
    before = everything(project)
    with taken_back(project):
        with project.transaction():
            note(project)
        bulk.insert(project, "suggestion", [ROW])
        assert project.db.in_transaction
    assert everything(project) == before
    assert not project.db.in_transaction


def test_bulk_rows_are_all_or_none(project: Project) -> None:
    rows = [{**ROW, "subject": f"cl-{number}"} for number in range(5000)]
    count = "SELECT count(*) FROM suggestion"
    with pytest.raises(sqlite3.IntegrityError):
        bulk.insert(project, "suggestion", [*rows, {**ROW, "value": "{}"}])
    assert project.db.execute(count).fetchone() == (0,)
    bulk.insert(project, "suggestion", rows)
    assert project.db.execute(count).fetchone() == (5000,)


def test_bulk_never_changes_the_schema_in_passing(project: Project) -> None:
    schema = project.db.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    with pytest.raises(sqlite3.Error):
        bulk.insert(project, "suggestion", [{**ROW, "colour": "red"}])
    assert project.db.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall() == schema


def test_an_import_that_fails_leaves_nothing(project: Project) -> None:
    before = everything(project)
    lines = ["一。", "二。"]
    with pytest.raises(UnicodeEncodeError):
        add_document(project, lines, name="坏\udcff.txt")
    assert everything(project) == before


def test_reading_goes_on_as_of_one_moment(project: Project, reopen: Callable[..., Project]) -> None:
    other = reopen()
    with project.snapshot():
        before = events.count(project)
        note(other)
        assert events.count(project) == before
    assert events.count(project) == before + 1


# ---------------------------------------------------------------- one writer at a time


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program writes, and takes its time."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("ROLLBACK")


def test_a_held_project_is_busy_and_nothing_is_stored(path: Path, reopen: Callable[..., Project]) -> None:
    project = reopen(wait=0.01)
    before = everything(project)
    with held(path), pytest.raises(Busy) as caught:
        note(project)
    assert_sentence(caught.value, "store.busy", path)
    assert everything(project) == before
    note(project)
    assert not list(verify(project))


def test_every_act_says_busy(path: Path, reopen: Callable[..., Project], codebook: Codebook) -> None:
    project = reopen(wait=0.01)
    work = Reviewing(project, codebook, "li")
    clause = add_document(project, ["一。"])[0]
    work.put(clause, {"category": ["data"]})
    acts: list[Callable[[], object]] = [
        lambda: work.put(clause, {"category": []}),
        lambda: work.pick(clause, codebook.clause_fields[0], "task"),
        lambda: work.finish(clause),
        lambda: work.skip(clause),
        lambda: work.flag(clause),
        lambda: work.note(clause, "注"),
        lambda: work.ask(clause, "？"),
        work.undo,
        lambda: Reviewing(project, codebook, "wang"),
        lambda: add_document(project, ["二。"]),
    ]
    for act in acts:
        with held(path), pytest.raises(Busy):
            act()
    assert work.review(clause).values == {"category": ["data"]}


def test_reading_does_not_wait_for_a_writer(path: Path, reopen: Callable[..., Project]) -> None:
    project = reopen(wait=0.0)
    add_document(project, ["一。"])
    with held(path):
        assert [document.clauses for document in documents.listing(project)] == [1]
        assert not list(verify(project))


# ---------------------------------------------------------------- the disk


def test_a_full_disk_is_told_and_earlier_work_is_there(project: Project) -> None:
    note(project, "早")
    pages = project.db.execute("PRAGMA page_count").fetchone()[0]
    project.db.execute(f"PRAGMA max_page_count = {pages}")
    before = everything(project)
    with pytest.raises(AnnotatorError) as caught:
        add_document(project, ["长" * 2000] * 20)
    assert_sentence(caught.value, "store.full", project.path)
    told = str(caught.value)
    assert told.index("此前保存的都在") < told.index(str(project.path)), (
        "a long path cuts off nothing but itself"
    )
    assert everything(project) == before
    project.db.execute("PRAGMA max_page_count = 1000000")
    note(project, "后")
    assert [one.value for one in events.read(project, "kind = 'note'")] == ["早", "后"]
    assert not list(verify(project))


def test_a_disk_that_fills_up_in_the_log_keeps_the_chain(project: Project) -> None:
    pages = project.db.execute("PRAGMA page_count").fetchone()[0]
    project.db.execute(f"PRAGMA max_page_count = {pages}")
    stored = 0
    with suppress(AnnotatorError):
        while note(project, "长" * 500):
            stored += 1
    with pytest.raises(AnnotatorError, match="磁盘已满"):
        note(project, "长" * 500)
    assert len(list(events.read(project, "kind = 'note'"))) == stored
    project.db.execute("PRAGMA max_page_count = 1000000")
    note(project)
    assert not list(verify(project))


def test_an_error_of_the_database_is_a_sentence_where_a_project_is_closed(path: Path) -> None:
    with pytest.raises(AnnotatorError, match="只读"), Project.open(path) as project:
        project.db.executescript("PRAGMA query_only = 1; DELETE FROM suggestion")


def test_a_defect_is_not_dressed_up_as_a_sentence(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), Project.open(path) as project:
        project.db.execute("SELECT * FROM nowhere")


def test_a_closed_project_is_one_file(path: Path) -> None:
    with Project.open(path) as project, Project.open(path) as other:
        note(project)
        note(other)
        assert {one.name for one in path.parent.iterdir()} > {path.name}
    assert [one.name for one in path.parent.iterdir()] == [path.name]
