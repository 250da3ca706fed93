"""A release that is sound has no finding; each planted fault is found, with its file and its line."""

import json

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.exporting import Options, export
from annotator.flows.exporting.wanted import Wanted
from annotator.flows.releases import verify
from annotator.store import documents
from annotator.tools.release.layout import EVENTS, MANIFEST, SUMS, holding, source
from tests.exporting.office import NOTICE, Piece, label
from tests.releases.conftest import FULL
from tests.releases.forging import forge, less, other, swapped

CANONICAL = "data/canonical/all.jsonl"
CLASSES = "data/classification/all.jsonl"


def test_what_was_just_exported_is_sound(full):
    assert [one.sentence() for one in verify(full)] == []


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(views=("all",), gzip=True, shard=2, tables=()),
        Options(views=("classification", "raw", "eval")),
        Options(views=("all",), statuses=("gold",), parquet=True),
        Options(full=True, gzip=True),
    ],
)
def test_so_is_one_with_any_options(office, tmp_path, options):
    if options.parquet:
        pytest.importorskip("pyarrow")
    label(office)
    office.bring("通知.txt", NOTICE)
    export(office.project, office.codebook, tmp_path / "out", options=options)
    assert [one.sentence() for one in verify(tmp_path / "out")] == []


def test_so_is_a_part_of_a_project_and_one_under_another_codebook(office, tmp_path):
    label(office)
    office.bring("通知.txt", NOTICE)
    export(office.project, office.codebook, tmp_path / "part", where="条", options=Options(views=("all",)))
    assert [one.sentence() for one in verify(tmp_path / "part")] == []
    bare = 'name = "bare"\nversion = "1"\nzh = "空"\nen = "Bare"\n[[field]]\nid = "why"\nkind = "text"\nzh = "由"\nen = "Why"\n'
    office.use(bare)
    export(office.project, office.codebook, tmp_path / "bare", options=FULL)
    assert [one.sentence() for one in verify(tmp_path / "bare")] == []


PLANTED = [
    # A line
    (CANONICAL, other('"marker":"1."', '"markr":"1."'), "misfit_missing", None),
    (CANONICAL, other('"tail":"",', '"tail":"","more":1,', 1), "misfit_extra", 1),
    (CANONICAL, other('"lead":0,"split":"all"', '"split":"all","lead":0', 1), "misfit_order", 1),
    (CANONICAL, other('"seq":3', '"seq":"3"'), "misfit_type", None),
    (CANONICAL, other('"seq":3', '"seq":3.0'), "misfit_type", None),
    (CANONICAL, other('"status":"gold"', '"status":"golden"'), "misfit_choice", None),
    (CANONICAL, other('"doc_id":"doc-', '"doc_id":"DOC-', 1), "misfit_pattern", 1),
    (CANONICAL, other('"kind_state":"set"', '"kind_state":"unset"', 1), "misfit_empty", None),
    (CANONICAL, other('"topic_state":"none"', '"topic_state":"set"', 1), "misfit_unset", None),
    (CANONICAL, other('"id":', '"id": ', 1), "line_spelt", 1),
    (CANONICAL, other('"lead":', '"lead":1,"lead":', 1), "line_spelt", 1),
    (CANONICAL, lambda data: data.rstrip(b"\n"), "line_spelt", None),
    (CANONICAL, lambda data: b"\xef\xbb\xbf" + data, "line_json", 1),
    (CANONICAL, lambda data: data.replace("算力".encode(), b"\xff", 1), "line_json", None),
    (CANONICAL, lambda data: data[:-40], "line_json", None),
    (CANONICAL, other('"seconds":12.3', '"seconds":NaN'), "line_json", None),
    # What it says of the text
    (CANONICAL, other('"surface":"算力"', '"surface":"算法"'), "record_place", None),
    (CANONICAL, other('"text":"第四条。"', '"text":"第九条。"'), "record_hash", None),
    (CANONICAL, other('"anchor":{"start":', '"anchor":{"start":1', 1), "record_hash", 1),
    (CANONICAL, other('"source_start":', '"source_start":1', 1), "record_source", None),
    (CANONICAL, other('"tail":""', '"tail":"空"', 1), "record_source", 1),
    # What people said
    (CANONICAL, other('"n_reviews":2,"none":0,"votes":[2', '"n_reviews":2,"none":0,"votes":[1', 1), "record_votes", None),
    (CANONICAL, other('"status":"gold"', '"status":"silver"'), "counts", None),
    # Which lines there are
    (CANONICAL, less(4), "lines", 0),
    (CANONICAL, swapped, "record_order", 2),
    (CLASSES, swapped, "order", None),
    (CLASSES, less(0), "lines", 0),
    (CLASSES, other('"text":"', '"text":"又', 1), "record_beside", 1),
    (CLASSES, other('"votes":[', '"votes":[1', 1), "record_votes", 1),
    (CLASSES, other('"labels":["infra.compute","data"]', '"labels":["infra.compute","date"]'), "misfit_choice", None),
    (CLASSES, other('"id":"cl-', '"id":"cl-0000000000000000","was":"', 1), "misfit_extra", 1),
    ("data/ner/all.jsonl", other('"surface":"市数据局"', '"surface":"市数据厅"'), "record_place", None),
    ("data/relations/all.jsonl", other('"surface":"市数据局"', '"surface":"市数据厅"'), "record_place", None),
    ("data/raw/all.jsonl", other('"reviewer":"amy"', '"reviewer":"ann"', 1), "record_beside", None),
    ("data/raw/all.jsonl", other('"surface":"第六条"', '"surface":"第七条"'), "record_place", None),
    ("data/documents.jsonl", other('"source_sha256":"', '"source_sha256":"0'), "misfit_pattern", 1),
    ("data/documents.jsonl", lambda data: data + data.splitlines(keepends=True)[0], "lines", 0),
    ("data/organisations.jsonl", other('"name":', '"nom":', 1), "misfit_missing", 1),
    ("schema/canonical.schema.json", other('"lead"', '"led"'), "misfit_missing", 1),
    ("schema/canonical.schema.json", lambda data: b"{", "schema", 0),
    ("schema/ner.schema.json", lambda data: b"[]", "schema", 0),
    ("codebook.toml", lambda data: b"?", "bad_codebook", 0),
    # What the project says
    (EVENTS, other("待查", "已查"), "no_project", 0),
    (holding("segments"), other("第四条", "第九条"), "no_project", 0),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "what", "line"), PLANTED)
def test_a_planted_fault_is_found_though_its_sums_were_put_right(full, name, change, what, line):
    forge(full, name, change)
    found = [one for one in verify(full) if one.key == f"releases.{what}"]
    assert found
    assert all(one.sentence() for one in found)
    if what not in ("counts", "no_project"):
        assert {one.file for one in found} >= {
            name if not name.startswith("schema") or what == "schema" else CANONICAL
        }
    if line is not None:
        assert line in {one.line for one in found}


def test_the_sentence_begins_with_the_file_and_the_line(full):
    forge(full, CANONICAL, other('"text":"第四条。"', '"text":"第九条。"'))
    sentences = [one.sentence() for one in verify(full)]
    number = (
        (full / CANONICAL)
        .read_bytes()
        .split(b"\n")
        .index(
            next(line for line in (full / CANONICAL).read_bytes().split(b"\n") if "第九条".encode() in line)
        )
    )
    assert any(one.startswith(f"{CANONICAL}:{number + 1}") for one in sentences)


def test_packed_shards_are_looked_into(office, tmp_path):
    label(office)
    out = tmp_path / "out"
    export(office.project, office.codebook, out, options=Options(gzip=True, shard=2))
    forge(out, "data/canonical/all-00001-of-00004.jsonl.gz", other('"status":"', '"status":"x', 1))
    assert [(one.file, one.line) for one in verify(out) if one.key == "releases.misfit_choice"] == [
        ("data/canonical/all-00001-of-00004.jsonl.gz", 1)
    ]
    path = out / "data/canonical/all-00002-of-00004.jsonl.gz"
    path.write_bytes(path.read_bytes()[:-9])
    assert "releases.broken_off" in {one.key for one in verify(out)}


def test_files_that_went_came_or_changed_are_told(full, tmp_path):
    (full / "codebook.toml").unlink()
    (full / "more.txt").write_text("?")
    with (full / "README.md").open("ab") as file:
        file.write(b"?")
    data = (full / "clauses.csv").read_bytes()
    (full / "clauses.csv").write_bytes(data.replace(b"1", b"2", 1))
    (full / "labels.csv").rename(tmp_path / "labels.csv")
    (full / "labels.csv").symlink_to(tmp_path / "labels.csv")
    found = {(one.file, one.key) for one in verify(full)}
    assert {
        ("codebook.toml", "releases.file_missing"), ("more.txt", "releases.file_unknown"),
        ("README.md", "releases.file_size"), ("clauses.csv", "releases.file_hash"),
        ("labels.csv", "releases.file_unreadable"),
    } <= found  # fmt: skip


def test_sums_that_differ_from_the_manifest_are_told(full):
    forge(full, SUMS, other("  README.md", "  readme.md"))
    assert ("releases.sums", SUMS) in {(one.key, one.file) for one in verify(full)}


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (lambda m: m["counts"]["clauses"]["status"].update(gold=7), "counts.clauses.status"),
        (lambda m: m["counts"]["clauses"]["codes"]["topic"].update(data=7), "counts.clauses.codes.topic"),
        (lambda m: m["counts"]["clauses"]["states"]["kind"].update({"set": 7}), "counts.clauses.states.kind"),
        (lambda m: m["counts"]["views"]["ner"].update(lines=7), "counts.views.ner.lines"),
        (lambda m: m["counts"]["views"]["ner"]["splits"].update(all=7), "counts.views.ner.splits.all"),
        (lambda m: m["counts"].update(documents=7), "counts.documents"),
        (lambda m: m["excluded"]["classification"].update(draft=7), "excluded.classification"),
    ],
)
def test_a_manifest_that_counts_otherwise_is_told(full, change, at):
    manifest = json.loads((full / MANIFEST).read_bytes())
    change(manifest)
    (full / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    found = [one for one in verify(full) if one.key == "releases.counts"]
    assert at in {one.values["at"] for one in found}


@pytest.mark.parametrize("part", ["counts", "excluded"])
def test_a_manifest_without_counts_is_told(full, part):
    manifest = json.loads((full / MANIFEST).read_bytes())
    manifest[part] = []
    (full / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    assert {one.file for one in verify(full)} == {MANIFEST}


def test_a_text_that_offsets_do_not_fit_is_told(office, full):
    digest = documents.listing(office.project)[0].source_sha256
    forge(full, source(digest), lambda data: b" " + data)
    assert [one.key for one in verify(full)] == ["releases.no_project"]


def test_a_folder_that_is_no_release_is_a_sentence(tmp_path):
    with pytest.raises(AnnotatorError) as told:
        list(verify(tmp_path))
    assert told.value.key == "releases.none"


@pytest.fixture
def divided(office, tmp_path):
    """A release of four documents, of which two are for training."""
    label(office)
    for number in range(4):
        office.bring(
            f"{number}.txt", [Piece(f"第{number}号文件写明的一项任务。"), Piece(f"又一项{number}。")]
        )
    out = tmp_path / "divided"
    options = Options(views=("all",), division=Wanted(shares=(60, 20, 20)))
    export(office.project, office.codebook, out, options=options, asker="amy")
    return out


def test_a_division_is_sound(divided):
    assert len({path.stem for path in (divided / "data/canonical").iterdir()}) > 1
    assert [one.sentence() for one in verify(divided)] == []


def test_a_document_on_both_sides_is_told(divided):
    parts = sorted((divided / "data/canonical").iterdir())
    name = parts[0].relative_to(divided).as_posix()
    line = parts[1].read_bytes().splitlines(keepends=True)[0]
    moved = line.replace(f'"split":"{parts[1].stem}"'.encode(), f'"split":"{parts[0].stem}"'.encode())
    forge(divided, name, lambda data: data + moved)
    found = [one for one in verify(divided) if one.key == "releases.record_sides"]
    assert [(one.file, one.values["at"]) for one in found] == [(name, json.loads(line)["doc_id"])]


def test_a_text_that_reads_alike_on_both_sides_is_told(divided):
    alike = '"alike":"cl-0000000000000000"'
    parts = sorted((divided / "data/canonical").iterdir())
    for path in parts[:2]:
        forge(divided, path.relative_to(divided).as_posix(), other('"alike":null', alike, 1))
    assert [one.file for one in verify(divided) if one.key == "releases.record_alike"] == [
        parts[1].relative_to(divided).as_posix()
    ]


def test_a_line_in_another_split_than_its_file_is_told(divided):
    path = sorted((divided / "data/canonical").iterdir())[0]
    name = path.relative_to(divided).as_posix()
    forge(divided, name, other(f'"split":"{path.stem}"', '"split":"all"', 1))
    assert {one.key for one in verify(divided) if one.line == 1} == {
        "releases.record_other",
        "releases.record_sides",
    }
