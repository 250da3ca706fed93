"""A release appears whole or not at all, and takes the place of nothing but a release."""

import json
import os
import subprocess
import sys

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.exporting import export, folder
from annotator.flows.reviewing import Reviewing
from annotator.store import repeating
from annotator.store.project import Project
from tests.exporting.office import CODEBOOK, NOTICE, PLAN, Piece


def contents(path):
    return sorted(one.relative_to(path).as_posix() for one in path.rglob("*") if one.is_file())


@pytest.fixture
def out(office, tmp_path):
    office.bring("方案.txt", PLAN)
    return tmp_path / "deep" / "out"


def test_a_release_holds_what_it_should(office, out):
    office.at("amy").finish(first(office))
    export(office.project, office.codebook, out)
    assert contents(out) == [
        "README.md", "SHA256SUMS", "clauses.csv", "codebook.toml", "data/canonical/all.jsonl",
        "data/classification/all.jsonl", "data/documents.jsonl", "datapackage.json", "manifest.json", "schema/canonical.schema.json",
        "schema/classification.schema.json", "schema/documents.schema.json",
    ]  # fmt: skip
    assert os.listdir(out.parent) == ["out"]


def first(office):
    return office.project.db.execute("SELECT clause_id FROM clause_in_force WHERE ord = 0").fetchone()[0]


def test_a_project_without_clauses_is_refused(office, tmp_path):
    office.bring("空.txt", NOTICE[2:])
    with pytest.raises(AnnotatorError, match="annotator import"):
        export(office.project, office.codebook, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_codebook_that_is_not_in_force_is_refused(office, out):
    old = office.codebook
    office.use(CODEBOOK + "\n")
    with pytest.raises(AnnotatorError, match="trial"):
        export(office.project, old, out)
    assert not out.exists()


def test_an_empty_folder_is_filled(office, out):
    out.mkdir(parents=True)
    export(office.project, office.codebook, out)
    assert "manifest.json" in contents(out)


def test_a_folder_with_something_in_it_is_refused_without_force(office, out):
    export(office.project, office.codebook, out)
    before = (out / "manifest.json").read_bytes()
    office.now += 1000
    with pytest.raises(AnnotatorError, match="--force"):
        export(office.project, office.codebook, out)
    assert (out / "manifest.json").read_bytes() == before


def test_force_swaps_a_release_whole(office, out):
    office.at("amy").finish(first(office))
    export(office.project, office.codebook, out)
    office.at("amy").undo()
    export(office.project, office.codebook, out, force=True)
    assert "data/classification/all.jsonl" not in contents(out)
    assert os.listdir(out.parent) == ["out"]


@pytest.mark.parametrize("name", ["thesis.docx", "data/canonical/mine.jsonl"])
def test_force_replaces_no_folder_with_files_of_another_origin(office, out, name):
    export(office.project, office.codebook, out)
    (out / name).write_text("mine", encoding="utf-8")
    with pytest.raises(AnnotatorError, match=name):
        export(office.project, office.codebook, out, force=True)
    assert (out / name).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("manifest", ["", "[]", '{"files": [1]}', '{"files": null}', "\udcff"])
def test_force_takes_no_foreign_manifest_for_its_own(office, out, manifest):
    out.mkdir(parents=True)
    (out / "manifest.json").write_bytes(manifest.encode(errors="surrogateescape"))
    (out / "notes.txt").write_bytes(b"mine")
    with pytest.raises(AnnotatorError, match=r"notes\.txt"):
        export(office.project, office.codebook, out, force=True)


def test_a_file_is_no_folder(office, tmp_path, out):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(AnnotatorError, match="file"):
        export(office.project, office.codebook, tmp_path / "file", force=True)


def test_a_link_goes_on_pointing_at_the_folder_it_names(office, tmp_path, out):
    out.mkdir(parents=True)
    link = tmp_path / "link"
    link.symlink_to(out)
    export(office.project, office.codebook, link)
    assert link.is_symlink()
    assert "manifest.json" in contents(out)


@pytest.mark.parametrize("failing", ["fsync", "rename"])
def test_a_failing_disk_leaves_the_old_release_and_nothing_else(office, out, monkeypatch, failing):
    export(office.project, office.codebook, out)
    before = (out / "manifest.json").read_bytes()

    def full(*arguments):
        raise OSError(28, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(folder.os, "fsync", full)
    else:
        rename = folder.Path.rename
        monkeypatch.setattr(
            folder.Path, "rename", lambda a, b: full() if a.suffix == ".partial" else rename(a, b)
        )
    with pytest.raises(AnnotatorError, match="磁盘已满"):
        export(office.project, office.codebook, out, force=True)
    assert (out / "manifest.json").read_bytes() == before
    assert os.listdir(out.parent) == ["out"]


def test_a_folder_that_cannot_be_made_is_a_sentence(office, tmp_path, out):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(AnnotatorError, match="file"):
        export(office.project, office.codebook, tmp_path / "file" / "out")


def test_what_comes_in_while_one_moment_is_exported_is_in_no_part_of_it(office, out, monkeypatch):
    other = Project.open(office.project.path)
    stream = folder.Folder.stream

    def and_meanwhile(self, name, **options):
        if name == "clauses.csv":
            Reviewing(other, office.codebook, "bo").finish(first(office), {"kind": ["task"]})
        return stream(self, name, **options)

    monkeypatch.setattr(folder.Folder, "stream", and_meanwhile)
    manifest = export(office.project, office.codebook, out)
    other.close()
    monkeypatch.undo()
    assert manifest.counts["clauses"]["status"]["unreviewed"] == 7
    again = export(office.project, office.codebook, out, force=True)
    assert again.counts["clauses"]["status"]["single"] == 1


CHILD = """
import sys, time
from pathlib import Path
from annotator.flows.exporting import export, folder
from annotator.store import repeating
from annotator.store.project import Project
from annotator.store import codebooks
from annotator.tools.codebook import parse

point = sys.argv[3]
def stop(*arguments, **options):
    print("here", flush=True)
    time.sleep(60)
if point == "stream":
    folder.Stream.finish = stop
elif point == "manifest":
    folder.Folder.publish = stop
else:
    folder.shutil.rmtree = stop
project = Project.open(Path(sys.argv[1]))
export(project, parse(codebooks.in_force(project)[1], "trial"), Path(sys.argv[2]), force=True)
"""


@pytest.mark.parametrize("point", ["stream", "manifest", "swapped"])
def test_a_killed_export_leaves_nothing_that_looks_whole(office, out, point):
    old = export(office.project, office.codebook, out, command="old")
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(office.project.path), str(out), point], stdout=subprocess.PIPE
    )
    assert child.stdout.readline() == b"here\n"
    child.kill()
    child.wait()
    child.stdout.close()
    command = (out / "manifest.json").read_text(encoding="utf-8")
    assert ('"old"' in command) == (point != "swapped")
    assert len(contents(out)) == len(old.files) + 1
    for left in set(out.parent.iterdir()) - {out}:
        assert left.suffix == (".replaced" if point == "swapped" else ".partial")
        assert (point == "swapped") == (left / "manifest.json").exists()
    again = export(office.project, office.codebook, out, force=True)
    assert again.files == old.files
    assert not list(out.parent.glob("*.partial"))


def test_an_export_that_runs_is_left_alone_by_another(office, out):
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(office.project.path), str(out), "manifest"], stdout=subprocess.PIPE
    )
    assert child.stdout.readline() == b"here\n"
    foreign = out.with_name(f"{out.name}.draft.partial")
    foreign.mkdir()
    export(office.project, office.codebook, out)
    (running,) = set(out.parent.glob("*.partial")) - {foreign}
    assert contents(running)
    child.kill()
    child.wait()
    child.stdout.close()
    export(office.project, office.codebook, out, force=True)
    assert set(out.parent.iterdir()) == {out, foreign}


def test_clauses_that_read_alike_are_told_as_groups(office, tmp_path):
    same = "完善全民健身公共服务体系，新建改建社区体育设施，举办群众性赛事活动。"
    for name in ("甲", "乙"):
        other = f"为{name}项工作另行安排专项经费并加强绩效管理。"
        office.bring(f"{name}.txt", [Piece(same), Piece(other)])
    repeating.extend(office.project)
    query = "SELECT clause_id FROM clause_in_force WHERE ord = 0"
    firsts = sorted(one for (one,) in office.project.db.execute(query))
    manifest = export(office.project, office.codebook, tmp_path / "out")
    (line,) = (tmp_path / "out/data/repeats.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line) == {"clauses": firsts}
    assert manifest.counts["repeats"] == {"groups": 1}
    assert "data/repeats.jsonl" in (tmp_path / "out/README.md").read_text("utf-8")
    export(office.project, office.codebook, tmp_path / "part", where="doc:甲")
    assert not (tmp_path / "part/data/repeats.jsonl").exists()
