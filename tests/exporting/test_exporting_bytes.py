"""The same state of a project gives the same bytes, whoever exports it, when and where."""

import hashlib
import json

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.exporting import export
from annotator.model.review import Suggestion
from annotator.words import choose
from tests.exporting.office import NOTICE, Office, label, lines, unit


def hashed(folder):
    """Everything but the manifest, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }


def work(office):
    source, named = label(office)
    office.suggest(
        Suggestion(named["draft"], "unit", "import", "1", (unit("市经信委", source, "市经信委"),), 0.5)
    )
    office.now += 60_000


def test_two_exports_are_alike(office, tmp_path):
    work(office)
    export(office.project, office.codebook, tmp_path / "a", command="first")
    office.now += 86_400_000
    export(office.project, office.codebook, tmp_path / "sub/b", command="second")
    assert hashed(tmp_path / "a") == hashed(tmp_path / "sub/b")


def test_the_order_of_import_does_not_show(office, tmp_path):
    office.bring("通知.txt", NOTICE)
    work(office)
    office.bring("三.txt", (*NOTICE, *NOTICE))
    other = Office(tmp_path / "other.db")
    other.bring("三.txt", (*NOTICE, *NOTICE))
    work(other)
    other.bring("通知.txt", NOTICE)
    for place, name in ((office, "a"), (other, "b")):
        export(place.project, place.codebook, tmp_path / name)
    assert hashed(tmp_path / "a") == hashed(tmp_path / "b")
    other.project.close()


def test_the_language_of_the_screens_does_not_show(office, tmp_path):
    work(office)
    try:
        for language in ("zh", "en"):
            choose(language)
            export(office.project, office.codebook, tmp_path / language)
    finally:
        choose(None)
    assert hashed(tmp_path / "zh") == hashed(tmp_path / "en")


def test_records_stand_in_the_order_of_document_and_place(office, tmp_path):
    office.bring("通知.txt", NOTICE)
    work(office)
    export(office.project, office.codebook, tmp_path / "out")
    order = [
        (record["doc_id"], record["anchor"]["start"])
        for record in lines(tmp_path / "out/data/canonical/all.jsonl")
    ]
    assert order == sorted(order)
    assert len(order) == 9


def test_no_hashed_file_knows_time_place_or_version(office, tmp_path):
    work(office)
    export(
        office.project, office.codebook, tmp_path / "out", timestamp="2031-05-06T07:08:09Z", command="cmd-xyz"
    )
    together = b"".join(hashed(tmp_path / "out").values())
    for secret in ("2031-05", "cmd-xyz", str(tmp_path), "annotator/0", "trial.db"):
        assert secret.encode() not in together


@pytest.fixture(autouse=True)
def no_epoch(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.mark.parametrize(
    ("timestamp", "environment", "stated"),
    [
        ("2031-05-06T07:08:09Z", {}, "2031-05-06T07:08:09.000Z"),
        ("2031-05-06T15:08:09.25+08:00", {"SOURCE_DATE_EPOCH": "1"}, "2031-05-06T07:08:09.250Z"),
        ("2031-05-06", {}, "2031-05-06T00:00:00.000Z"),
        ("86400", {}, "1970-01-02T00:00:00.000Z"),
        (None, {"SOURCE_DATE_EPOCH": "86400"}, "1970-01-02T00:00:00.000Z"),
        (None, {}, "2026-09-21T14:13:20.000Z"),
    ],
)
def test_the_time_in_the_manifest(office, tmp_path, timestamp, environment, stated):
    office.bring("通知.txt", NOTICE)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        manifest = export(office.project, office.codebook, tmp_path / "out", timestamp=timestamp)
    assert manifest.exported_utc == stated


@pytest.mark.parametrize("timestamp", ["", "soon", "2031-13-01", "9" * 30, "①"])
def test_what_is_no_time_is_refused_before_anything_is_written(office, tmp_path, timestamp):
    office.bring("通知.txt", NOTICE)
    with pytest.raises(AnnotatorError, match="2026-11-20T08:00:00Z"):
        export(office.project, office.codebook, tmp_path / "out", timestamp=timestamp)
    assert not (tmp_path / "out").exists()


def test_the_manifest_accounts_for_every_file_and_record(office, tmp_path):
    work(office)
    office.bring("通知.txt", NOTICE)
    manifest = export(office.project, office.codebook, tmp_path / "out", command="annotator export out")
    found = {
        name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in hashed(tmp_path / "out").items()
    }
    assert {file.path: (file.bytes, file.sha256) for file in manifest.files} == found
    records = {file.path: file.records for file in manifest.files if file.records is not None}
    assert records == {
        name: data.count(b"\n") for name, data in hashed(tmp_path / "out").items() if name.endswith(".jsonl")
    }
    canonical = manifest.counts["clauses"]
    assert sum(canonical["status"].values()) == canonical["records"] == 9
    assert all(sum(states.values()) == 9 for states in canonical["states"].values())
    view, left_out = manifest.counts["views"]["classification"]["lines"], manifest.excluded["classification"]
    assert view + sum(left_out.values()) == 9
    stored = json.loads((tmp_path / "out/manifest.json").read_bytes())
    assert stored["codebook"] == {"name": "trial", "version": "1", "digest": office.codebook.digest}
    assert (stored["command"], stored["files"][0]["path"]) == ("annotator export out", "README.md")


def test_the_sums_are_those_of_every_file_but_themselves_and_the_manifest(office, tmp_path):
    work(office)
    export(office.project, office.codebook, tmp_path / "out")
    files = hashed(tmp_path / "out")
    sums = files.pop("SHA256SUMS").decode()
    assert sums == "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
    )


def test_the_codebook_goes_along_as_it_was_given(office, tmp_path):
    work(office)
    export(office.project, office.codebook, tmp_path / "out")
    digest = hashlib.sha256((tmp_path / "out/codebook.toml").read_bytes()).hexdigest()
    assert digest == office.codebook.digest


def test_every_line_is_utf_8_json_without_marks_escapes_or_nan(office, tmp_path):
    work(office)
    office.bring("通知.txt", NOTICE)
    export(office.project, office.codebook, tmp_path / "out")
    for name, data in hashed(tmp_path / "out").items():
        if name.endswith(".jsonl"):
            assert data.endswith(b"\n")
            assert b"\r" not in data
            assert not data.startswith(b"\xef\xbb\xbf")
            for line in data.decode().split("\n")[:-1]:
                record = json.loads(line)
                assert json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False) == line
