"""`annotator export --full`, `import` and `restore` of what it wrote."""

import json

import pytest
from click.testing import CliRunner

from annotator.cli.group import annotator
from tests.exporting.office import label
from tests.making import faults
from tests.releases.conftest import hashed


@pytest.fixture
def run(office, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*words, code=0):
        done = CliRunner().invoke(annotator, list(words))
        assert done.exit_code == code, done.output
        return done.output

    return call


def test_a_full_release_is_imported_as_a_project(run, full, tmp_path):
    assert "2" in run("import", "full", "--project", "made.db")
    run("export", "again", "--project", "made.db", "--full", "--views", "all", "--tables", "csv,long,xlsx",
        "--timestamp", "0")  # fmt: skip
    first, second = hashed(full), hashed(tmp_path / "again")
    assert first.pop("manifest.json") != second.pop("manifest.json")  # the command is another
    assert first == second
    assert "made.db" in run("import", "full", "--project", "made.db", code=2)


def test_it_tells_programs_what_came_back(run, full):
    assert json.loads(run("import", "full", "--project", "made.db", "--json"))["document"] == 2


def test_a_full_release_takes_the_place_of_a_project(run, full, tmp_path):
    before = (tmp_path / "trial.db").read_bytes()
    (tmp_path / "old.db").write_bytes(before)
    run("restore", "full", "--project", "old.db")
    assert faults(tmp_path / "old.db") == []
    assert list(tmp_path.glob("old.before-restore*"))


def test_verifying_ends_in_1_where_a_fault_is_found(run, full):
    assert "完好" in run("export", "full", "--verify")
    (full / "README.md").unlink()
    assert "README.md" in run("export", "full", "--verify", code=1)
    told = json.loads(run("export", "full", "--verify", "--json", code=1).splitlines()[0])
    assert (told["file"], told["line"], told["what"]) == ("README.md", None, "file_missing")


def test_two_releases_are_told_apart(run, full, office, tmp_path):
    assert "相同" in run("export", "diff", "full", "full")
    office.use(office.codebook_text.replace("背景", "说明"))
    run("export", "new", "--project", "trial.db")
    assert "kind:no" in run("export", "diff", "full", "new")
    assert json.loads(run("export", "diff", "full", "new", "--json"))["code"] == "no"
    assert "diff" in run("export", "diff", "--help")


def test_a_folder_may_be_called_diff(run, office, tmp_path):
    label(office)
    run("export", "diff", "--project", "trial.db")
    assert (tmp_path / "diff" / "README.md").exists()


def test_one_folder_is_not_compared(run, full):
    assert "新发布" in run("export", "diff", "full", code=2)


def test_verifying_takes_no_option_of_an_export(run, full):
    assert "--full" in run("export", "full", "--verify", "--full", code=2)
    assert "--verify" in run("export", "--ledger", "a.xlsx", "--verify", code=2)
