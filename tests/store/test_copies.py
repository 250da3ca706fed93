"""Backup and restore: nothing that stood anywhere is lost."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.model.event import Change
from annotator.store import events
from annotator.store.copies import backup, restore
from annotator.store.project import Project
from tests.making import add_document, add_repaired, assert_sentence, faults


def note(project: Project, text: str) -> None:
    events.record(project, "li", [Change("note", "cl-1", value=text)], origin="key")


def notes(path: Path) -> list[str]:
    with Project.open(path) as project:
        return [event.value for event in events.read(project, "kind = 'note'")]


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """A copy of the project, made when it had one note; it has two now."""
    target = tmp_path / "备份" / "copy.db"
    target.parent.mkdir()
    with Project.open(path) as project:
        add_document(project, ["一。", "二。"])
        add_repaired(project)
        note(project, "早")
        backup(project, target)
        note(project, "晚")
    return target


def beside(path: Path) -> set[str]:
    return {one.name for one in path.parent.iterdir() if one.is_file()}


def test_a_copy_is_the_project_of_that_moment_in_one_file(path: Path, copy: Path) -> None:
    assert beside(copy) == {"copy.db"}
    assert notes(copy) == ["早"]
    assert notes(path) == ["早", "晚"]
    assert faults(copy) == []


def test_a_copy_is_made_while_others_write(
    path: Path, reopen: Callable[..., Project], tmp_path: Path
) -> None:
    project = reopen()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO suggestion VALUES ('cl-1', 'category', 'model', '1', '[]', 0.5)")
        backup(project, tmp_path / "copy.db")
        other.execute("COMMIT")
    with Project.open(tmp_path / "copy.db") as copied:
        assert copied.db.execute("SELECT * FROM suggestion").fetchall() == []


def test_there_and_back_is_the_same(path: Path, copy: Path) -> None:
    whole = dump(copy)
    path.unlink()
    assert restore(copy, path) is None
    assert dump(path) == whole
    assert faults(path) == []
    assert beside(path) == {path.name}
    assert notes(copy) == ["早"]


def test_what_stood_there_is_kept(path: Path, copy: Path) -> None:
    first = restore(copy, path)
    with Project.open(path) as project:
        note(project, "新")
    second = restore(copy, path)
    assert first
    assert second
    assert notes(path) == ["早"]
    assert notes(first) == ["早", "晚"]
    assert notes(second) == ["早", "新"]
    assert beside(path) == {path.name, first.name, second.name}
    assert [faults(one) for one in (path, first, second)] == [[], [], []]


def test_a_damaged_project_is_kept_too(path: Path, copy: Path) -> None:
    path.write_bytes(b"ruin" * 999)
    kept = restore(copy, path)
    assert kept
    assert kept.read_bytes() == b"ruin" * 999
    assert notes(path) == ["早"]


def test_a_copy_takes_nobodys_place(project: Project, tmp_path: Path) -> None:
    for target in (tmp_path / "there.txt", project.path, tmp_path):
        if not target.exists():
            target.write_text("precious")
        with pytest.raises(AnnotatorError) as caught:
            backup(project, target)
        assert_sentence(caught.value, "keeping.exists", target)
    assert (tmp_path / "there.txt").read_text() == "precious"
    assert {one.name for one in tmp_path.iterdir()} >= {"there.txt", project.path.name}
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("where", ["没有/copy.db", "文件/copy.db", "长" * 100])
def test_a_copy_that_cannot_be_written_is_told(project: Project, tmp_path: Path, where: str) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(AnnotatorError) as caught:
        backup(project, tmp_path / where)
    assert_sentence(caught.value, "keeping.cannot_write", tmp_path / where)
    assert not list(tmp_path.glob(".*"))
    note(project, "照常")


# ---------------------------------------------------------------- copies that are no good


def flip(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript("UPDATE source SET text = replace(text, '一', '二')")


def tear(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = bytes(64)
    path.write_bytes(data)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 5])


def blank(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "keys"),
    [
        (flip, {"keeping.unsound"}),
        (tear, {"keeping.unsound", "store.corrupt"}),
        (cut_short, {"keeping.unsound", "store.corrupt"}),
        (blank, {"store.foreign"}),
        (Path.unlink, {"keeping.no_copy"}),
    ],
)
def test_a_copy_that_is_not_sound_is_not_used(
    path: Path, copy: Path, spoil: Callable[[Path], None], keys: set[str]
) -> None:
    spoil(copy)
    before = path.read_bytes()
    with pytest.raises(AnnotatorError) as caught:
        restore(copy, path)
    assert caught.value.key in keys
    assert path.read_bytes() == before
    assert beside(path) == {path.name}


# ---------------------------------------------------------------- projects in use


def test_a_project_in_use_is_not_replaced(path: Path, copy: Path) -> None:
    with Project.open(path) as project:
        with pytest.raises(AnnotatorError) as caught:
            restore(copy, path)
        assert_sentence(caught.value, "keeping.in_use", path)
        note(project, "照常")
    assert notes(path) == ["早", "晚", "照常"]
    assert beside(path) == {path.name}


def crashed(path: Path) -> None:
    """Leave a file as a crash does: the last note only in the -wal beside it."""
    with Project.open(path) as project:
        note(project, "最后")
        left = {one: one.read_bytes() for one in path.parent.glob(path.name + "*")}
    for one, data in left.items():
        one.write_bytes(data)


def test_what_a_crash_left_does_not_stand_in_the_way_and_is_kept(path: Path, copy: Path) -> None:
    crashed(path)
    assert beside(path) >= {path.name, path.name + "-wal"}
    kept = restore(copy, path)
    assert kept
    assert notes(path) == ["早"]
    assert notes(kept) == ["早", "晚", "最后"]
    assert [faults(one) for one in (path, kept)] == [[], []]


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"ruin" * 999), Path.unlink])
def test_what_a_crash_left_of_a_ruined_project_does_not_get_into_the_restored_one(
    path: Path, copy: Path, damage: Callable[[Path], object]
) -> None:
    crashed(path)
    left = path.with_name(path.name + "-wal").read_bytes()
    damage(path)
    restore(copy, path)
    assert notes(path) == ["早"]
    assert faults(path) == []
    assert left in [one.read_bytes() for one in path.parent.iterdir() if one.is_file()]


@pytest.mark.parametrize("first", [Path.unlink, lambda _: None])
def test_another_copy_is_not_opened_with_the_log_that_a_crash_left(
    path: Path, copy: Path, first: Callable[[Path], object]
) -> None:
    crashed(path)
    first(path)
    path.write_bytes(copy.read_bytes())
    before = {one: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
    with pytest.raises(AnnotatorError) as caught:
        Project.open(path)
    assert_sentence(caught.value, "store.other_log", path)
    assert before == {one: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
    kept = restore(copy, path)
    assert notes(path) == ["早"]
    assert faults(path) == []
    assert kept
    assert kept.read_bytes() == before[path]


def test_a_file_that_was_away_is_opened_with_its_log(path: Path) -> None:
    crashed(path)
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    assert notes(path) == ["最后"]


def test_a_log_that_began_anew_still_belongs_to_its_file(path: Path) -> None:
    with Project.open(path) as project:
        note(project, "长" * 99999)
        project.db.execute("PRAGMA wal_checkpoint(RESTART)")
        note(project, "短")
        left = {one: one.read_bytes() for one in path.parent.glob(path.name + "*")}
    for one, data in left.items():
        one.write_bytes(data)
    assert notes(path)[-1] == "短"
    assert faults(path) == []


def test_a_folder_is_not_put_aside(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "文件夹"
    folder.mkdir()
    with pytest.raises(AnnotatorError) as caught:
        restore(copy, folder)
    assert_sentence(caught.value, "store.folder", folder)
    assert folder.is_dir()
