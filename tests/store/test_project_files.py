"""Files that are no project, or cannot be used as one: a sentence each, and nothing touched."""

import errno
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.opening import create
from annotator.model.event import Change
from annotator.store import beside, events, people
from annotator.store.project import APPLICATION_ID, Project
from annotator.store.upgrade import VERSION
from annotator.store.verify import verify
from tests.making import assert_sentence, faults

NOBODY = 65534


def text_file(path: Path) -> None:
    path.write_text("第一条 加强组织领导。\n" * 99, encoding="utf-8")


def header_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def noise(path: Path) -> None:
    path.write_bytes(bytes((n * n + 7) % 251 for n in range(3 * 4096)))


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(
            "CREATE TABLE event (n INTEGER); INSERT INTO event VALUES (1); PRAGMA user_version = 1;"
        )


def foreign_database_left_open(path: Path) -> None:
    """A database that another program writes, or left behind in a crash: its -wal holds work."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode = WAL; CREATE TABLE other (n); INSERT INTO other VALUES (1);")
        left = path.with_name(path.name + "-wal").read_bytes()
    path.with_name(path.name + "-wal").write_bytes(left)


def project(path: Path) -> None:
    Project.create(path).close()


def newer(path: Path) -> None:
    project(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")


def headless(path: Path) -> None:
    project(path)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def files(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (Path.touch, "store.foreign"),
        (text_file, "store.foreign"),
        (header_alone, "store.foreign"),
        (noise, "store.foreign"),
        (foreign_database, "store.foreign"),
        (foreign_database_left_open, "store.foreign"),
        (headless, "store.foreign"),
        (newer, "store.newer"),
    ],
)
def test_what_is_no_project_of_ours_is_left_byte_for_byte(
    tmp_path: Path, make: Callable[[Path], None], key: str
) -> None:
    path = tmp_path / "某个.db"
    make(path)
    before = files(tmp_path)
    with pytest.raises(AnnotatorError) as caught:
        Project.open(path)
    assert_sentence(caught.value, key, path)
    assert files(tmp_path) == before


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.db", tmp_path / "没有" / "没有.db", Path("/dev/null/没有.db")):
        with pytest.raises(AnnotatorError) as caught:
            Project.open(path)
        assert_sentence(caught.value, "store.missing", path)
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError) as caught:
        Project.open(tmp_path)
    assert_sentence(caught.value, "store.folder", tmp_path)


def test_what_is_no_file_is_no_project(tmp_path: Path) -> None:
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/null")):
        with pytest.raises(AnnotatorError) as caught:
            Project.open(path)
        assert_sentence(caught.value, "store.foreign", path)


@pytest.mark.parametrize(
    "name",
    ["a b.db", "第 1 期?mode=ro#x.db", "100%41.db", 'it\'s "here".db', "-wal.db", "行\n行.db", "无后缀"],
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with Project.create(path) as opened:
        people.welcome(opened, "li")
    assert faults(path) == []
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_file_that_another_process_is_writing_to_is_not_taken_for_a_damaged_one(path: Path) -> None:
    """A checkpoint writes the new size first and the new pages then."""
    with Project.open(path) as opened:
        events.record(opened, "li", [Change("note", "cl-1", value="长" * 99999)], origin="key")
        left = files(path.parent)
    for name, data in left.items():
        path.with_name(name).write_bytes(data)
    before = bytearray(path.read_bytes())
    before[28:32] = (len(before) // 4096 + 50).to_bytes(4)
    path.write_bytes(before)
    torn = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    with closing(torn), pytest.raises(sqlite3.DatabaseError, match="malformed"):
        torn.execute("PRAGMA application_id")
    with Project.open(path) as opened:
        assert [len(one.value) for one in events.read(opened, "kind = 'note'")] == [99999]
    assert faults(path) == []


def test_a_link_to_a_project_is_the_project(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with Project.open(link) as linked, Project.open(path) as straight:
        events.record(linked, "li", [Change("note", "cl-1", value="注")], origin="key")
        assert [one.value for one in events.read(straight, "kind = 'note'")] == ["注"]


# ---------------------------------------------------------------- making one


@pytest.mark.parametrize("make", [Path.touch, text_file, project, Path.mkdir])
def test_a_new_project_takes_nobodys_place(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "a.db"
    make(path)
    before = path.is_dir() or path.read_bytes()
    with pytest.raises(AnnotatorError) as caught:
        Project.create(path)
    assert_sentence(caught.value, "store.exists", path)
    assert (path.is_dir() or path.read_bytes()) == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_new_project_does_not_replace_one_that_appears_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.symlink_to(tmp_path / "nowhere")  # it stands there, and `exists` does not see it
    with pytest.raises(AnnotatorError) as caught:
        Project.create(path)
    assert_sentence(caught.value, "store.exists", path)
    assert path.is_symlink()
    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]


def test_where_there_are_no_hard_links_a_project_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a.db"
    Project.create(path).close()
    assert faults(path) == []
    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]


@pytest.mark.parametrize("where", ["没有/a.db", "文件/a.db", "长" * 100 + ".db"])
def test_a_project_that_cannot_be_made_is_told(tmp_path: Path, where: str) -> None:
    (tmp_path / "文件").touch()
    path = tmp_path / where
    with pytest.raises(AnnotatorError) as caught:
        Project.create(path)
    assert_sentence(caught.value, "store.cannot_open", path)
    assert [one.name for one in tmp_path.iterdir()] == ["文件"]


def test_a_new_file_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with pytest.raises(ZeroDivisionError), beside.whole(path) as partial:
        partial.write_bytes(bytes(1 // 0))
    assert not list(tmp_path.iterdir())


KILLED = """
import sys
from pathlib import Path
from annotator.store import beside
from annotator.store.project import Project

with beside.whole(Path(sys.argv[1])) as partial:
    project = Project.create(partial)
    project.db.execute("BEGIN IMMEDIATE")
    print("here", flush=True)
    sys.stdin.read()
"""


@contextmanager
def no_room(most: int) -> Iterator[None]:
    """Files can grow to so many bytes only."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_where_a_project_is_opened(path: Path) -> None:
    with no_room(16_384), pytest.raises(AnnotatorError) as caught:
        Project.open(path)
    assert_sentence(caught.value, "store.full", path)
    Project.open(path).close()
    assert faults(path) == []


def test_a_disk_without_room_for_a_new_project_is_told_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    with no_room(16_384), pytest.raises(AnnotatorError) as caught:
        create(path, "li")
    assert_sentence(caught.value, "keeping.cannot_write", path)
    assert ".partial" not in str(caught.value)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    for make, key in (
        (lambda: create(path, "li"), "keeping.cannot_write"),
        (lambda: Project.create(path), "store.full"),
    ):
        with pytest.raises(AnnotatorError, match="磁盘已满") as caught:
            make()
        assert_sentence(caught.value, key, path)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="without such locks nobody is known to be dead")
def test_what_a_killed_process_left_goes_when_the_file_is_written_the_next_time(tmp_path: Path) -> None:
    path, other = tmp_path / "a.db", tmp_path / "b.db"
    command = [sys.executable, "-c", KILLED, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stdout.readline() == b"here\n"
        Project.create(other).close()
        (left,) = set(tmp_path.iterdir()) - {other}
        with beside.whole(path) as partial:
            partial.write_bytes(b"quicker")
        assert left.exists(), "it is at work still"
        path.unlink()
        child.kill()
    assert {left, other} == set(tmp_path.iterdir())
    assert left.name.startswith(".")
    Project.create(other.with_name("c.db")).close()
    assert left.exists(), "it is of another file"
    Project.create(path).close()
    assert {one.name for one in tmp_path.iterdir()} == {"a.db", "b.db", "c.db"}


def test_unused_names_are_unused(tmp_path: Path) -> None:
    path = tmp_path / "a.b.db"
    for number in (1, 2, 3):
        name = beside.unused(path, "old")
        assert name.name == f"a.b.old-{number}.db"
        name.touch()


# ---------------------------------------------------------------- without permission


@contextmanager
def as_nobody() -> Iterator[None]:
    """Permissions do not bind the superuser: be somebody else meanwhile."""
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)


@pytest.fixture
def given_away(path: Path) -> Path:
    """The project file in a folder that everybody can see."""
    for folder in path.parents:
        mode = stat.S_IMODE(folder.stat().st_mode)
        if mode & 0o005 != 0o005:
            folder.chmod(mode | 0o055)
    path.chmod(0o444)
    return path


def note(opened: Project) -> str:
    return events.record(opened, "li", [Change("note", "cl-1", value="注")], origin="key")


def test_a_read_only_file_can_be_read_and_says_so_when_written(given_away: Path) -> None:
    given_away.parent.chmod(0o777)
    before = given_away.read_bytes()
    with as_nobody(), Project.open(given_away) as opened:
        assert events.count(opened) == 2
        assert people.welcome(opened, "li").id == "li"
        with pytest.raises(AnnotatorError) as caught:
            note(opened)
        assert_sentence(caught.value, "store.readonly", given_away)
        assert events.count(opened) == 2
    assert given_away.read_bytes() == before


def test_a_read_only_folder_is_told(given_away: Path) -> None:
    given_away.chmod(0o666)
    before = files(given_away.parent)
    given_away.parent.chmod(0o555)
    with as_nobody(), pytest.raises(AnnotatorError) as caught, Project.open(given_away) as opened:
        note(opened)
    assert_sentence(caught.value, "store.readonly", given_away)
    assert files(given_away.parent) == before


def test_in_a_read_only_folder_what_only_reads_can_read(given_away: Path) -> None:
    before = files(given_away.parent)
    given_away.parent.chmod(0o555)
    with as_nobody(), Project.open(given_away, lying=True) as opened:
        assert opened.lying
        assert events.count(opened) == 2
        assert not list(verify(opened))
        with pytest.raises(AnnotatorError) as caught:
            note(opened)
    assert_sentence(caught.value, "store.readonly", given_away)
    assert files(given_away.parent) == before


def test_in_a_read_only_folder_a_file_with_a_log_beside_it_is_not_read_without_it(given_away: Path) -> None:
    given_away.chmod(0o666)
    with Project.open(given_away) as opened:
        note(opened)
        left = files(given_away.parent)
    for name, data in left.items():
        given_away.with_name(name).write_bytes(data)
        given_away.with_name(name).chmod(0o444)
    given_away.with_name(given_away.name + "-shm").unlink()
    given_away.parent.chmod(0o555)
    with as_nobody(), pytest.raises(AnnotatorError) as caught:
        Project.open(given_away, lying=True)
    assert_sentence(caught.value, "store.not_here", given_away)


def test_a_file_that_may_not_be_read_is_told(given_away: Path) -> None:
    given_away.chmod(0o000)
    with as_nobody(), pytest.raises(AnnotatorError) as caught:
        Project.open(given_away)
    assert_sentence(caught.value, "store.cannot_open", given_away)


def test_a_folder_that_may_not_be_entered_is_told(given_away: Path) -> None:
    given_away.parent.chmod(0o000)
    for use in (Project.open, Project.create):
        with as_nobody(), pytest.raises(AnnotatorError) as caught:
            use(given_away)
        assert_sentence(caught.value, "store.cannot_open", given_away)


def test_a_folder_that_may_not_be_written_is_told(given_away: Path) -> None:
    given_away.parent.chmod(0o555)
    new = given_away.with_name("新.db")
    with as_nobody(), pytest.raises(AnnotatorError) as caught:
        Project.create(new)
    assert_sentence(caught.value, "store.cannot_open", new)


def test_a_project_is_told_by_its_mark_alone(tmp_path: Path) -> None:
    path = tmp_path / "marked.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; VACUUM;"
        )
    with pytest.raises(AnnotatorError) as caught, Project.open(path) as opened:
        events.count(opened)
    assert_sentence(caught.value, "store.corrupt", path)
