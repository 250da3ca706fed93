"""A full release holds its project: made again of it, it is exported to the same bytes."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from annotator.errors import AnnotatorError, Refused
from annotator.flows.exporting import Options, export
from annotator.flows.merging import merge
from annotator.flows.releases import is_full, replace, restore, verify
from annotator.model.review import Suggestion
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.release.layout import EVENTS, HOLDINGS, MANIFEST, holding, source
from tests.blinding import LEAD, ME, blind_project
from tests.exporting.office import Office, label, unit
from tests.histories import content
from tests.making import faults
from tests.releases.conftest import FULL, hashed
from tests.releases.forging import forge, less, other


def again(path, out, options=FULL):
    with Project.open(path) as project:
        export(project, codebook_of(project), out, options=options, timestamp="0")
    return hashed(out)


def said(path):
    """What a project says; the codebook of the trial has no keys yet, which is mended on the way."""
    return content(path) | {"codebook": None}


def test_a_full_release_makes_its_project_again(office, full, tmp_path):
    counts = restore(full, tmp_path / "made.db")
    assert counts["document"] == 2
    assert faults(tmp_path / "made.db") == []
    assert again(tmp_path / "made.db", tmp_path / "out") == hashed(full)


def test_what_is_made_says_what_the_project_said(office, full, tmp_path):
    restore(full, tmp_path / "made.db")
    assert said(tmp_path / "made.db") == said(office.project.path)


def test_suggestions_come_back_and_so_does_what_is_owed_of_them(office, tmp_path):
    source_text, named = label(office)
    units = (unit("市经信委", source_text, "市经信委"),)
    office.suggest(
        Suggestion(named["draft"], "unit", "import", "1", units, 0.5),
        Suggestion(named["draft"], "topic", "model", "2", ("data",), 1 / 3),
    )
    office.project.db.execute("DELETE FROM suggested")
    export(office.project, office.codebook, tmp_path / "a", options=FULL, timestamp="0")
    restore(tmp_path / "a", tmp_path / "made.db")
    assert again(tmp_path / "made.db", tmp_path / "b") == hashed(tmp_path / "a")
    with closing(sqlite3.connect(tmp_path / "made.db")) as db:
        assert db.execute("SELECT count(*) FROM suggested").fetchone() == (0,)


def test_its_texts_are_those_that_offsets_count(office, full):
    (document, *_) = documents.listing(office.project)
    text = (full / source(document.source_sha256)).read_bytes().decode()
    assert text == documents.source_text(office.project, document.source_sha256)
    assert "\r\n" in text
    assert "\u00a0" in text
    assert "𠮷" in text
    for record in map(json.loads, (full / "data/canonical/all.jsonl").read_bytes().splitlines()):
        if record["doc_id"] == document.doc_id:
            start, end = record["anchor"].values()
            assert record["text"][:2] in text[start:end].replace("(guī)", "")


def test_its_log_can_be_merged(office, full, tmp_path):
    restore(full, tmp_path / "made.db")
    office.at("amy").note(
        next(documents.clauses(office.project, documents.listing(office.project)[0])).clause_id, "后来"
    )
    with Project.open(tmp_path / "made.db") as made:
        merge(made, [office.project.path])
        assert merge(made, [full / EVENTS]).counts["event"] == 0
    assert said(tmp_path / "made.db") == said(office.project.path)


def test_a_table_that_is_added_to_the_schema_is_thought_of(office):
    """A new table is in a full release, or is derived, or is of this file alone."""
    derived = {"bigram", "sketch", "repeat", "identity", "present"}
    local = {"draft", "asked", "addressee", "decided", "stamp", "secret"}
    released = {
        "document", "suggested", "source", "cutting", "piece", "edit", "placement", "suggestion", "codebook",
        "event", "left_out",
    }  # fmt: skip
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    assert {name for (name,) in office.project.db.execute(query)} <= derived | local | released


@pytest.mark.parametrize("options", [Options(full=True, gzip=True, shard=2), Options(full=True, tables=())])
def test_packed_and_bare_ones_come_back_too(office, tmp_path, options):
    label(office)
    export(office.project, office.codebook, tmp_path / "a", options=options, timestamp="0")
    restore(tmp_path / "a", tmp_path / "made.db")
    assert again(tmp_path / "made.db", tmp_path / "b", options) == hashed(tmp_path / "a")


# What is refused


def test_a_part_of_a_project_is_no_full_release(office, tmp_path):
    label(office)
    with pytest.raises(AnnotatorError) as told:
        export(office.project, office.codebook, tmp_path / "out", where="算力", options=FULL)
    assert told.value.key == "releases.part"
    assert not (tmp_path / "out").exists()


def test_who_may_not_see_others_work_gets_no_full_release(tmp_path):
    blind_project(tmp_path / "round.db")
    with Project.open(tmp_path / "round.db") as project:
        for asker, where in ((ME, "mine"), ("陌生人", "strange")):
            with pytest.raises(Refused):
                export(project, codebook_of(project), tmp_path / where, options=FULL, asker=asker)
            assert not (tmp_path / where).exists()
        export(project, codebook_of(project), tmp_path / "lead", options=FULL, asker=LEAD)
    restore(tmp_path / "lead", tmp_path / "made.db")
    assert content(tmp_path / "made.db") == content(tmp_path / "round.db")


def test_a_release_without_its_project_is_refused(office, tmp_path):
    label(office)
    export(office.project, office.codebook, tmp_path / "out")
    assert not is_full(tmp_path / "out")
    with pytest.raises(AnnotatorError) as told:
        restore(tmp_path / "out", tmp_path / "made.db")
    assert told.value.key == "releases.not_full"


def test_nothing_that_stands_there_is_replaced(full, office):
    before = office.project.path.read_bytes()
    with pytest.raises(AnnotatorError) as told:
        restore(full, office.project.path)
    assert told.value.key == "releases.exists"
    assert office.project.path.read_bytes() == before


def test_replacing_keeps_what_stood_there(full, tmp_path):
    other = Office(tmp_path / "other.db")
    other.project.close()
    kept = replace(full, tmp_path / "other.db")
    assert kept
    assert kept.exists()
    assert again(tmp_path / "other.db", tmp_path / "out") == hashed(full)
    assert not list(tmp_path.glob("*of-release*"))


@pytest.mark.parametrize("name", [EVENTS, "data/canonical/all.jsonl", *map(holding, HOLDINGS)])
def test_a_file_that_was_altered_is_refused(full, tmp_path, name):
    (full / name).write_bytes((full / name).read_bytes() + b"\n")
    with pytest.raises(AnnotatorError) as told:
        restore(full, tmp_path / "made.db")
    assert told.value.key == "releases.altered"
    assert name in str(told.value)
    assert not (tmp_path / "made.db").exists()


FORGED = [
    (EVENTS, "merging.altered", other("待查", "已查")),
    (EVENTS, "merging.gap", less(3)),
    (EVENTS, "merging.not_json", lambda data: b"?" + data),
    (holding("documents"), "releases.altered", other('"suggested":', '"suggest":')),
    (holding("documents"), "merging.content", other('"doc_id":"doc-7', '"doc_id":"doc-8')),
    (holding("segments"), "releases.unsound", other("第四条", "第九条")),
    (holding("segments"), "releases.unsound", less(1)),
    (holding("segments"), "releases.refused", lambda data: data + data.splitlines(keepends=True)[-1]),
    (holding("segments"), "releases.altered", other('"level":1', '"level":"1"')),
    (holding("cuttings"), "merging.no_cutting", lambda data: b""),
    (holding("placements"), "releases.unsound", other('"seq":0', '"seq":90')),
    (holding("sources"), "releases.refused", less(0)),
    (holding("suggestions"), "releases.refused", other('"value":"[', '"value":"{')),
]


@pytest.mark.parametrize(("name", "key", "change"), FORGED)
def test_a_release_that_was_forged_with_its_sums_is_refused(full, tmp_path, name, key, change):
    forge(full, name, change)
    with pytest.raises(AnnotatorError) as told:
        restore(full, tmp_path / "made.db")
    assert told.value.key == key
    assert str(told.value)
    assert not (tmp_path / "made.db").exists()


def test_a_text_that_was_forged_with_its_sums_is_refused(office, full, tmp_path):
    digest = documents.listing(office.project)[0].source_sha256
    forge(full, source(digest), lambda data: data.replace("第四条".encode(), "第九条".encode()))
    with pytest.raises(AnnotatorError) as told:
        restore(full, tmp_path / "made.db")
    assert told.value.key == "merging.content", str(told.value)


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"{}",
        b'{"files": [{}], "options": {}}',
        b"\xff",
        b'{"files": [], "options": []}',
        b'{"files": [{"path": "\\ud800", "bytes": 1, "sha256": "", "records": null}], "options": {}}',
    ],
)
def test_a_manifest_that_is_none_is_a_sentence(tmp_path, manifest):
    (tmp_path / MANIFEST).write_bytes(manifest)
    with pytest.raises(AnnotatorError) as told:
        restore(tmp_path, tmp_path / "made.db")
    assert told.value.key == "releases.bad_manifest"


@pytest.mark.parametrize("name", ["/etc/passwd", "../secret", "round/secret", "data", "", ".", "a" * 5000])
def test_a_file_that_is_none_of_the_folder_is_told(full, tmp_path, name):
    (tmp_path / "secret").write_text("x")
    (full / "round").symlink_to(full / "round")
    manifest = json.loads((full / MANIFEST).read_bytes())
    manifest["files"].append({"path": name, "bytes": 1, "sha256": "", "records": None})
    (full / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    assert {one.key for one in verify(full) if one.file == name} <= {
        "releases.file_missing", "releases.file_unreadable"
    }  # fmt: skip
    assert any(one.file == name for one in verify(full))


def test_files_outside_the_folder_are_not_read(full, tmp_path):
    (tmp_path / "secret").write_text("x")
    manifest = json.loads((full / MANIFEST).read_bytes())
    manifest["files"].append({"path": "../secret", "bytes": 1, "sha256": "", "records": None})
    (full / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(AnnotatorError) as told:
        restore(full, tmp_path / "made.db")
    assert told.value.key == "releases.altered"
    assert "../secret" in str(told.value)


CHILD = """
import sys, time
from pathlib import Path
from annotator.flows.releases import restore
from annotator.store import incoming_release

def stop(*arguments, **options):
    print("here", flush=True)
    time.sleep(60)
if sys.argv[3] == "gathering":
    incoming_release._suggestions = stop
else:
    incoming_release._faults = stop
restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("point", ["gathering", "merged"])
def test_who_is_killed_on_the_way_leaves_no_project(full, tmp_path, point):
    (tmp_path / "made").mkdir()
    target = tmp_path / "made/made.db"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(full), str(target), point], stdout=subprocess.PIPE
    )
    assert child.stdout.readline() == b"here\n"
    child.kill()
    child.wait()
    child.stdout.close()
    assert not target.exists()
    restore(full, target)
    assert [path.name for path in target.parent.iterdir()] == ["made.db"]


def test_a_full_disk_leaves_no_project(full, tmp_path, monkeypatch):
    def no_room(*arguments, **options):
        raise OSError(28, "No space left on device")

    (tmp_path / "made").mkdir()
    monkeypatch.setattr("annotator.store.incoming_release._segments", no_room)
    with pytest.raises(AnnotatorError, match="磁盘已满"):
        restore(full, tmp_path / "made/made.db")
    assert not list((tmp_path / "made").iterdir())
