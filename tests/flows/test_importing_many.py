"""Thousands of files: several processes, stops, kills, and files that break what reads them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.flows.importing import Outcome, Stopped, import_files, making
from annotator.flows.importing import files as each_file
from annotator.flows.importing.making import Job, Made, Setting
from annotator.flows.importing.workers import Workers
from annotator.flows.opening import create
from annotator.store import arrivals, documents, repeats
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.making import faults

PLAN = (
    "某市{n}号方案\n一、任务\n1.建设平台{n}。建设算力平台。（责任单位：市科委）\n2.培育人才{n}。引进人才。\n"
)
KILL = "\x00kill"
"""A document at which its process dies (see `work_and_die`)."""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(PLAN.format(n=number), encoding="utf-8")
    (tmp_path / "05.txt").write_bytes(b"%PDF-1.7 broken off")
    (tmp_path / "07.txt").write_text(PLAN.format(n=3), encoding="utf-8")  # the bytes of 03.txt
    (tmp_path / "08.txt").write_text(PLAN.format(n=4), encoding="gb18030")  # the text of 04.txt
    return sorted(tmp_path.glob("*.txt"))


@pytest.fixture
def project(tmp_path: Path):
    with create(tmp_path / "p.db", "li") as project:
        yield project


def brought(project: Project, files: list[Path], **options: int) -> list[Outcome]:
    return import_files(project, "li", codebook_of(project), files, **options)


def test_several_processes_make_the_same_project_as_one(tmp_path: Path, files: list[Path]) -> None:
    found = []
    for count in (0, 2):
        with create(tmp_path / f"{count}.db", "li") as project:
            outcomes = brought(project, files, processes=count)
            pieces = project.db.execute("SELECT * FROM piece ORDER BY piece_no").fetchall()
            suggested = project.db.execute("SELECT * FROM suggestion ORDER BY 1, 2, 3, 4").fetchall()
            every = [(one.doc_id, one.cutting_id, one.title) for one in documents.listing(project)]
            found.append((outcomes, every, pieces, suggested))
            assert not faults(project.path)
    assert found[0] == found[1]
    states = [one.state for one in found[0][0]]
    assert states == ["new"] * 5 + ["failed", "new", "known", "twin"] + ["new"] * 3


def test_what_is_in_is_not_made_again(
    project: Project, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    brought(project, files, processes=0)
    before = list(project.db.iterdump())
    monkeypatch.setattr(making, "segmented", lambda *_: pytest.fail("made again"))
    assert {one.state for one in brought(project, files[:5])} == {"known"}
    assert list(project.db.iterdump()) == before


def test_of_a_stop_all_that_was_told_is_stored_and_the_rest_comes_later(
    project: Project, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, told = making.segmented, []

    def segmented(data: bytes, name: str, *rest: object):
        if name == "03.txt":
            signal.raise_signal(signal.SIGINT)
        return real(data, name, *rest)

    monkeypatch.setattr(making, "segmented", segmented)
    with pytest.raises(Stopped) as stopped:
        import_files(project, "li", codebook_of(project), files, told.append, processes=0)
    assert [one.place for one in stopped.value.outcomes] == ["00.txt", "01.txt", "02.txt"]
    assert told == stopped.value.outcomes
    assert [one.file_name for one in documents.listing(project)] == ["00.txt", "01.txt", "02.txt"]
    monkeypatch.setattr(making, "segmented", real)
    assert [one.state for one in brought(project, files)][:4] == ["known"] * 3 + ["new"]
    assert not faults(project.path)


def test_a_stop_while_documents_are_stored_is_heard_behind_them(
    project: Project, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = arrivals.put

    def put(*values):
        signal.raise_signal(signal.SIGINT)
        return real(*values)

    monkeypatch.setattr(arrivals, "put", put)
    with pytest.raises(Stopped) as stopped:
        brought(project, files[:4], processes=0)
    assert len(stopped.value.outcomes) == len(documents.listing(project)) == 4
    assert not faults(project.path)


@pytest.mark.parametrize("error", [ZeroDivisionError("oh"), MemoryError(), RecursionError()])
def test_a_file_at_which_the_program_fails_stops_no_other(
    project: Project, files: list[Path], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    real = making.segmented

    def segmented(data: bytes, name: str, *rest: object):
        if name == "01.txt":
            raise error
        return real(data, name, *rest)

    monkeypatch.setattr(making, "segmented", segmented)
    monkeypatch.delenv("ANNOTATOR_DEBUG", raising=False)
    outcomes = brought(project, files[:3], processes=0)
    assert [one.state for one in outcomes] == ["new", "failed", "new"]
    assert len(outcomes[1].notes) == 1


def test_a_document_that_cannot_be_stored_takes_none_with_it(
    project: Project, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = arrivals.put

    def put(store, reviewer, one):
        if one.file_name == "01.txt":
            raise ValueError("surrogates")
        return real(store, reviewer, one)

    monkeypatch.setattr(arrivals, "put", put)
    monkeypatch.delenv("ANNOTATOR_DEBUG", raising=False)
    assert [one.state for one in brought(project, files[:3], processes=0)] == ["new", "failed", "new"]
    assert not faults(project.path)


def work_and_die(connection, setting, language):
    """What a process does here: it dies at a document that asks for it."""
    connection.send(None)
    while True:
        job = connection.recv()
        if job.data == KILL.encode():
            os._exit(9)
        connection.send(Made(Outcome(job.path, job.place, "new")))


def never_begin(connection, setting, language):
    os._exit(3)


def jobs(*texts: str) -> list[Job]:
    return [Job(Path(f"{n}.txt"), f"{n}.txt", "", text.encode(), {}, ()) for n, text in enumerate(texts)]


def test_a_process_that_dies_takes_its_own_document_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.flows.importing.workers.work", work_and_die)
    with Workers(2, Setting(codebook_of(project), ())) as workers:
        found = [one.outcome for one in workers.made(jobs("a", KILL, "b", "c", KILL, "d"))]
    assert [one.state for one in found] == ["new", "failed", "new", "new", "failed", "new"]
    assert [one.place for one in found] == [f"{n}.txt" for n in range(6)]


def test_where_no_process_can_begin_the_documents_are_made_here(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.flows.importing.workers.work", never_begin)
    with Workers(2, Setting(codebook_of(project), ())) as workers:
        found = [one.outcome for one in workers.made(jobs(PLAN, PLAN))]
    assert [one.clauses for one in found] == [2, 2]


def test_an_import_that_is_killed_goes_on_where_it_was(tmp_path: Path, files: list[Path]) -> None:
    environment = {**os.environ, "ANNOTATOR_REVIEWER": "li", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "annotator", "import", *map(str, files), "--project", "k.db"]
    slow = (
        "import sys, time; from annotator.flows.importing import many; from annotator.cli import main\n"
        "many._BATCH = 1; real = many._jobs\n"
        "def jobs(*values):\n    for one in real(*values):\n        time.sleep(0.3); yield one\n"
        f"many._jobs = jobs; sys.argv = {['annotator', *command[3:]]!r}; main()"
    )
    begun = subprocess.Popen([sys.executable, "-c", slow], cwd=tmp_path, env=environment)
    try:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if (tmp_path / "k.db").exists():
                with Project.open(tmp_path / "k.db") as project:
                    if documents.listing(project):
                        break
            time.sleep(0.05)
    finally:
        begun.kill()
        begun.wait()
    with Project.open(tmp_path / "k.db") as project:
        assert 0 < len(documents.listing(project)) < 9
        assert not faults(project.path)
    subprocess.run(command, cwd=tmp_path, env=environment, timeout=60, check=False, capture_output=True)
    with Project.open(tmp_path / "k.db") as project:
        assert len(documents.listing(project)) == 9
        assert not faults(project.path)


def test_a_folder_of_thousands_is_worth_processes_and_a_few_files_are_not(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.flows.importing import many

    monkeypatch.setattr(many, "cores", lambda: 4)
    assert many._worth(files) == 0
    monkeypatch.setattr(many, "_WORTH", 500)
    assert many._worth(files) == 4
    assert many._worth(files[:1]) == 0
    monkeypatch.setattr(many, "cores", lambda: 1)
    assert many._worth(files) == 0


def test_what_a_killed_import_had_stored_is_compared_by_the_next(tmp_path: Path) -> None:
    same = "完善全民健身公共服务体系，新建改建社区体育设施，举办群众性赛事活动。"
    for name in "甲乙":
        text = f"江州市{name}方案\n一、任务\n1.{same}\n2.为{name}项工作另行安排专项经费并加强绩效管理。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with create(tmp_path / "p.db", "王芳") as project:
        codebook, paths = codebook_of(project), sorted(tmp_path.glob("*.txt"))
        import_files(project, "王芳", codebook, paths)
        found = repeats.groups(project)
        assert len(found) == 1
        with project.transaction() as db:  # killed after the documents were stored
            db.execute("DELETE FROM sketch")
            db.execute("DELETE FROM repeat")
        import_files(project, "王芳", codebook, paths)
        assert repeats.groups(project) == found


@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders, and links need rights")
def test_what_is_no_file_is_told_of(tmp_path: Path, project: Project) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "甲.txt").write_text(PLAN.format(n=1), encoding="utf-8")
    (folder / "乙.txt").symlink_to(folder / "nothing.txt")
    (folder / "丙.txt").symlink_to(folder / "丙.txt")
    (folder / "again").symlink_to(folder)
    os.mkfifo(folder / "丁.txt")
    outcomes = import_files(project, "li", codebook_of(project), list(each_file([folder])))
    assert sorted((one.path.name, one.state) for one in outcomes) == [
        ("丁.txt", "failed"), ("丙.txt", "failed"), ("乙.txt", "failed"), ("甲.txt", "new"),
    ]  # fmt: skip
    assert all(one.notes for one in outcomes if one.state == "failed")
