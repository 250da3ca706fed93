"""The same lines in other clothes: compressed, in shards, as Parquet; and what describes them."""

import gzip
import hashlib
import json
import sys

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.exporting import Options, export
from tests.exporting.office import NOTICE, Piece, label, lines
from tests.exporting.test_exporting_card import head


@pytest.fixture
def released(office, tmp_path):
    """A function that exports with options and gives the folder."""
    label(office)
    office.bring("通知.txt", NOTICE)

    def call(name="out", **options):
        office.manifest = export(office.project, office.codebook, tmp_path / name, options=Options(**options))
        return tmp_path / name

    return call


def data(folder):
    """The data files by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "data").rglob("*"))
        if path.is_file()
    }


def test_compressed_files_hold_the_same_bytes_and_tell_no_time(released):
    plain = data(released("plain", views=("all",)))
    packed = data(released("packed", views=("all",), gzip=True))
    assert {name.removesuffix(".gz"): gzip.decompress(one) for name, one in packed.items()} == plain
    for one in packed.values():
        assert one[3:8] == b"\0\0\0\0\0"  # no flags, so no name, and no time
    again = data(released("again", views=("all",), gzip=True))
    assert again == packed


def test_a_shard_has_so_many_lines_and_the_last_one_what_is_left(released, office):
    whole = data(released("whole", views=("all",)))
    out = released("shards", views=("all",), shard=4)
    found = data(out)
    names = [name for name in found if name.startswith("data/canonical/")]
    assert names == [f"data/canonical/all-{n:05}-of-00003.jsonl" for n in range(3)]
    assert [found[name].count(b"\n") for name in names] == [4, 4, 1]
    assert b"".join(found[name] for name in names) == whole["data/canonical/all.jsonl"]
    assert "data/classification/all.jsonl" in found  # four lines need no shards
    assert found["data/sft/all.jsonl"] == whole["data/sft/all.jsonl"]
    card = head((out / "README.md").read_text("utf-8"))
    (canonical,) = (one for one in card["configs"] if one["config_name"] == "canonical")
    assert canonical["data_files"] == [{"split": "train", "path": names}]
    assert office.manifest.counts["views"]["canonical"]["files"] == names


@pytest.mark.parametrize("view", ["sft", "sft_pc", "preference"])
def test_what_is_named_file_by_file_stays_whole(released, view):
    assert len([name for name in data(released(views=("all",), shard=1)) if f"/{view}/" in name]) == 1


def test_parquet_holds_the_lines_with_the_types_of_the_shape(released, office):
    parquet = pytest.importorskip("pyarrow.parquet")
    out = released(views=("all",), parquet=True)
    for view, about in office.manifest.counts["views"].items():
        if about["lines"]:
            table = parquet.read_table(out / f"parquet/{view}/all.parquet")
            assert table.to_pylist() == lines(out / f"data/{view}/all.jsonl"), view
            assert not [column for column in table.schema if str(column.type) == "null"]
    sums = dict(reversed(line.split("  ")) for line in (out / "SHA256SUMS").read_text().splitlines())
    name = "parquet/canonical/all.parquet"
    assert sums[name] == hashlib.sha256((out / name).read_bytes()).hexdigest()
    (file,) = (one for one in office.manifest.files if one.path == name)
    assert (file.records, file.bytes) == (9, (out / name).stat().st_size)


def test_a_stopped_export_with_parquet_leaves_nothing(released, tmp_path, monkeypatch):
    pytest.importorskip("pyarrow.parquet")
    from annotator.flows.exporting import folder

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder.os, "fsync", full)
    with pytest.raises(AnnotatorError, match="磁盘已满"):
        released(parquet=True)
    assert [one.name for one in tmp_path.iterdir() if one.is_dir()] == []


def test_without_its_library_parquet_is_refused_with_what_to_install(released, tmp_path, monkeypatch):
    for name in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(AnnotatorError, match=r"annotator\[parquet\]"):
        released(parquet=True)
    assert not (tmp_path / "out").exists()
    assert released("plain").exists()


@pytest.mark.parametrize("packed", [False, True])
def test_the_data_package_describes_every_data_file(released, packed):
    out = released(views=("all",), gzip=packed, shard=4)
    package = json.loads((out / "datapackage.json").read_bytes())
    resources = {one["path"]: one for one in package["resources"]}
    assert set(resources) == set(data(out))
    assert len({one["name"] for one in package["resources"]}) == len(resources)
    for name, content in data(out).items():
        about = resources[name]
        assert about["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert about["bytes"] == len(content)
        rows = [json.loads(row) for row in (gzip.decompress(content) if packed else content).splitlines()]
        fields = [field["name"] for field in about["schema"]["fields"]]
        assert all(list(row) == fields for row in rows)
        if key := about["schema"].get("primaryKey"):
            assert len({row[key[0]] for row in rows}) == len(rows)


def test_sums_are_those_of_every_file_but_the_manifest(released):
    out = released(views=("all",), tables=("csv", "long", "xlsx"))
    said = dict(reversed(line.split("  ")) for line in (out / "SHA256SUMS").read_text().splitlines())
    files = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    assert set(files) - set(said) == {"manifest.json", "SHA256SUMS"}
    for name, digest in said.items():
        assert hashlib.sha256(files[name].read_bytes()).hexdigest() == digest


def test_clauses_that_read_alike_name_their_group(office, tmp_path):
    from annotator.store import repeating

    same = "完善全民健身公共服务体系，新建改建社区体育设施，举办群众性赛事活动。"
    for name in ("甲", "乙"):
        office.bring(f"{name}.txt", [Piece(same), Piece(f"为{name}项工作另行安排专项经费并加强绩效管理。")])
    repeating.extend(office.project)
    export(office.project, office.codebook, tmp_path / "out")
    records = lines(tmp_path / "out/data/canonical/all.jsonl")
    alike = [one["id"] for one in records if one["alike"]]
    assert {one["alike"] for one in records} == {None, min(alike)}
    (group,) = lines(tmp_path / "out/data/repeats.jsonl")
    assert sorted(alike) == group["clauses"]
    assert {one["split"] for one in records} == {"all"}
