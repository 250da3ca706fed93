"""Labels without texts, and with them again."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from annotator.cli.group import annotator
from annotator.errors import AnnotatorError
from annotator.flows.exporting import Options, export
from annotator.flows.exporting.joining import join
from annotator.flows.exporting.wanted import Wanted
from annotator.flows.releases import verify
from annotator.model.review import Suggestion
from annotator.tools.release.prompting import Prompt, default
from annotator.tools.release.standoff import StandOff
from annotator.tools.release.terms import Terms
from annotator.tools.release.views import views
from tests.exporting.office import NOTICE, PLAN, Office, label, lines, unit

VIEWS = (
    *("canonical", "classification", "classification_kind", "ner", "priority", "relations", "targets"),
    *("raw", "agreement"),
)
BARE = Terms(texts=False)


def work(office):
    source, named = label(office)
    office.bring("通知.txt", NOTICE)
    office.suggest(
        Suggestion(named["draft"], "unit", "import", "1", (unit("市经信委", source, "市经信委"),), 0.5)
    )


def released(office, out, terms=BARE, **options):
    wanted = Options(views=VIEWS, tables=(), terms=terms, **options)
    return export(office.project, office.codebook, out, asker="amy", options=wanted)


def data(folder):
    """The data files and schemas, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in (".jsonl", ".gz", ".json") and path.name != "manifest.json"
    }


def test_no_words_of_a_document_but_its_title_are_there(office, tmp_path):
    work(office)
    released(office, tmp_path / "out")
    words = [piece.text[:6] for piece in (*PLAN, *NOTICE[1:]) if piece.kind == "clause"]
    words += ["总体要求", "责任单位", "算力", "100个"]
    for path, text in data(tmp_path / "out").items():
        for word in words:
            assert word not in text.decode("utf-8"), path
        assert b'"surface"' not in text
    record = lines(tmp_path / "out/data/canonical/all.jsonl")[-1]
    assert {"text_sha256", "tail_sha256", "anchor"} <= record.keys()


def test_what_is_joined_is_what_would_have_been_released(office, tmp_path):
    work(office)
    released(office, tmp_path / "bare")
    released(office, tmp_path / "whole", Terms())
    count = join(office.project, tmp_path / "bare", tmp_path / "joined")
    whole, joined = data(tmp_path / "whole"), data(tmp_path / "joined")
    whole.pop("data/organisations.jsonl"), joined.pop("data/organisations.jsonl")
    package = json.loads(whole.pop("datapackage.json")), json.loads(joined.pop("datapackage.json"))
    assert joined == whole
    named = [[one["name"] for one in told["resources"]] for told in package]
    assert named[0] == named[1]
    assert count == sum(len(lines(tmp_path / "whole" / f"data/{view}/all.jsonl")) for view in VIEWS)
    manifest = json.loads((tmp_path / "joined/manifest.json").read_bytes())
    assert manifest["options"]["texts"] is True
    head = (tmp_path / "joined/README.md").read_text("utf-8")
    assert "annotator join" not in head
    assert head.startswith("---\npretty_name")


@pytest.mark.parametrize(
    "options", [{"gzip": True, "shard": 3}, {"division": Wanted((1, 0, 1))}, {"division": Wanted(folds=2)}]
)
def test_shards_packed_files_and_parts_are_joined_too(office, tmp_path, options):
    work(office)
    released(office, tmp_path / "bare", **options)
    released(office, tmp_path / "whole", Terms(), **options)
    join(office.project, tmp_path / "bare", tmp_path / "joined")
    whole, joined = (
        {path: text for path, text in data(tmp_path / name).items() if "organisations" not in path}
        for name in ("whole", "joined")
    )
    for told in (whole, joined):
        told.pop("datapackage.json")
    assert joined == whole


@pytest.mark.parametrize("terms", [BARE, Terms("pseudonym", "day", notes=False, mask=True)])
def test_what_is_kept_back_leaves_a_sound_release(office, tmp_path, terms):
    work(office)
    released(office, tmp_path / "out", terms)
    assert list(verify(tmp_path / "out")) == []


def test_what_is_joined_is_a_sound_release(office, tmp_path):
    work(office)
    released(office, tmp_path / "bare")
    join(office.project, tmp_path / "bare", tmp_path / "joined")
    assert list(verify(tmp_path / "joined")) == []


def test_lines_without_texts_fit_their_schema(office, tmp_path):
    work(office)
    released(office, tmp_path / "out")
    for view in VIEWS:
        schema = json.loads((tmp_path / f"out/schema/{view}.schema.json").read_bytes())
        assert schema["$id"].endswith(":standoff")
        for line in lines(tmp_path / f"out/data/{view}/all.jsonl"):
            Draft202012Validator(schema).validate(line)


def test_another_project_with_the_same_files_joins_them(office, tmp_path):
    work(office)
    released(office, tmp_path / "bare")
    other = Office(tmp_path / "other.db")
    other.bring("另存.txt", NOTICE)
    with pytest.raises(AnnotatorError, match="𠮷林省行动方案"):
        join(other.project, tmp_path / "bare", tmp_path / "joined")
    other.bring("方案.txt", PLAN)
    assert join(other.project, tmp_path / "bare", tmp_path / "joined") > 0
    other.project.close()


def test_a_text_that_reads_otherwise_is_not_joined(office, tmp_path):
    work(office)
    released(office, tmp_path / "bare")
    other = Office(tmp_path / "other.db")
    other.bring("通知.txt", NOTICE)
    repaired = PLAN[2].__class__(**{**vars(PLAN[2]), "repairs": {"(guī)": ""}})
    other.bring("方案.txt", (*PLAN[:2], repaired, *PLAN[3:]))
    with pytest.raises(AnnotatorError, match="切分或修复"):
        join(other.project, tmp_path / "bare", tmp_path / "joined")
    assert not (tmp_path / "joined").exists()
    other.project.close()


def test_what_was_changed_since_is_not_joined(office, tmp_path):
    work(office)
    released(office, tmp_path / "bare")
    path = tmp_path / "bare/data/ner/all.jsonl"
    path.write_bytes(path.read_bytes().replace(b"task", b"tusk").replace(b"gold", b"gild"))
    with pytest.raises(AnnotatorError, match=r"data/ner/all\.jsonl"):
        join(office.project, tmp_path / "bare", tmp_path / "joined")


@pytest.mark.parametrize("name", ["../bare/{}", "link/../../bare/{}", "/{}", "..\\{}"])
def test_a_release_with_names_that_lead_out_of_it_is_not_joined(office, tmp_path, name):
    work(office)
    released(office, tmp_path / "bare")
    (tmp_path / "bare/link").symlink_to("data/ner")
    manifest = json.loads((tmp_path / "bare/manifest.json").read_bytes())
    manifest["files"][0]["path"] = name.format(manifest["files"][0]["path"])
    (tmp_path / "bare/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(AnnotatorError):
        join(office.project, tmp_path / "bare", tmp_path / "out" / "joined")
    assert not list((tmp_path / "out").glob("*"))


def test_a_release_whose_manifest_is_no_exports_own_is_told_of(office, tmp_path):
    work(office)
    released(office, tmp_path / "bare")
    manifest = json.loads((tmp_path / "bare/manifest.json").read_bytes())
    manifest["leaks"] = [1]
    (tmp_path / "bare/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(AnnotatorError):
        join(office.project, tmp_path / "bare", tmp_path / "joined")


@pytest.mark.parametrize("what", ["texts", "folder", "manifest"])
def test_only_a_release_without_texts_is_joined(office, tmp_path, what):
    work(office)
    if what == "texts":
        released(office, tmp_path / "bare", Terms())
    if what == "manifest":
        (tmp_path / "bare").mkdir()
        (tmp_path / "bare/manifest.json").write_text("[]")
    with pytest.raises(AnnotatorError):
        join(office.project, tmp_path / "bare", tmp_path / "joined")


@pytest.mark.parametrize("wanted", [("--views", "sft"), ("--tables", "csv")])
def test_what_is_nothing_but_text_cannot_be_had_without(office, tmp_path, wanted):
    work(office)
    office.project.close()
    done = CliRunner().invoke(
        annotator,
        ["export", str(tmp_path / "o"), "--project", str(tmp_path / "trial.db"), "--without-texts", *wanted],
    )
    assert (done.exit_code, "--without-texts" in done.stderr) == (2, True)


def test_the_commands_go_the_whole_way(office, tmp_path):
    work(office)
    office.project.close()
    there = ["--project", str(tmp_path / "trial.db")]
    bare, out = str(tmp_path / "bare"), str(tmp_path / "joined")
    public = ["--public", "--licence", "CC-BY-4.0", "--without-texts", "--views", "all"]
    done = CliRunner().invoke(annotator, ["export", bare, *there, *public])
    assert done.exit_code == 0, done.output
    done = CliRunner().invoke(annotator, ["join", bare, out, *there])
    assert done.exit_code == 0, done.output
    assert lines(tmp_path / "joined/data/canonical/all.jsonl")[0]["text"]
    assert 'license: "cc-by-4.0"' in (tmp_path / "bare/README.md").read_text("utf-8")


def test_a_view_without_texts_is_written_as_the_view_is(office):
    for view in views(office.codebook, Prompt(default(), office.codebook)):
        bare = StandOff(view)
        assert (bare.whole, bare.units, bare.teaches, bare.field) == (
            view.whole, view.units, view.teaches, view.field,
        )  # fmt: skip
