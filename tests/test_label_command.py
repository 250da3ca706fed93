"""`annotator label` and the codebooks of other programs, from the command line."""

import json

import pytest
from click.testing import CliRunner

from annotator.cli.group import annotator
from tests.exporting.office import PLAN, Office, Piece, label


@pytest.fixture
def run(tmp_path):
    office = Office(tmp_path / "trial.db")
    office.bring("方案.txt", PLAN)
    office.at("amy").flag(office.bring("再来.txt", (*PLAN[1:], Piece("甲。")))[1][0])  # amy is known
    office.project.close()

    def call(*arguments, code=0):
        done = CliRunner().invoke(annotator, [*map(str, arguments), "--project", str(tmp_path / "trial.db")])
        assert done.exit_code == code, done.output
        return done

    return call


def write(path, *records):
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    return path


def test_a_file_of_doccano_is_recognised_and_is_whose_it_is_named_after(run, tmp_path):
    records = [
        {"id": number, "text": text, "label": ["data"]}
        for number, text in enumerate(("没有。", "第四条。", "甲。"))
    ]
    done = run("label", write(tmp_path / "amy.jsonl", *records), "--json", code=1)
    told = json.loads(done.stdout)
    assert [one["line"] for one in told["unplaced"]] == [1, 2]  # two documents have a fourth clause
    assert (told["read"], told["placed"], told["stored"]) == (3, 1, 1)
    nobody = run("label", write(tmp_path / "all.jsonl", *records), code=2)
    assert "--by" in nobody.stderr
    assert "1" in run("label", tmp_path / "all.jsonl", "--by", "amy", code=1).stdout


def test_names_are_mapped_and_what_is_left_is_told(run, tmp_path):
    task = {"data": {"text": "总体"}, "annotations": []}
    release = tmp_path / "tasks.json"
    other = Office(tmp_path / "other.db")
    label(other)
    other.project.close()
    CliRunner().invoke(
        annotator,
        ["export", str(tmp_path / "o"), "--interop", "label-studio", "--project", str(tmp_path / "other.db")],
    )
    tasks = json.loads((tmp_path / "o/interop/label_studio/all.json").read_bytes())
    release.write_text(json.dumps([*tasks, {**task, "annotations": [{"result": []}]}]), encoding="utf-8")
    done = run("label", release, "--names", "bo=王芳，amy=amy", code=1)
    assert f"第 {len(tasks) + 1} 行" in done.stderr
    told = json.loads(run("label", release, "--names", "bo=王芳，amy=amy", "--json", code=1).stdout)
    assert told["stored"] == 0
    assert told["placed"] > 5
    assert "王芳" in run("reviewers").output
    assert "bo" not in run("reviewers").output


@pytest.mark.parametrize("names", ["bo", "=amy", "bo="])
def test_names_that_map_nothing_are_a_mistake(run, tmp_path, names):
    path = write(tmp_path / "x.jsonl", {"text": "第四条。", "label": ["data"]})
    assert names in run("label", path, "--by", "amy", "--names", names, code=2).stderr


def test_a_codebook_goes_out_to_other_programs_and_comes_back_as_a_version(run, tmp_path):
    path = tmp_path / "trial.qdc"
    run("codebook", "write", path)
    assert path.read_bytes().startswith(b"<?xml")
    checked = CliRunner().invoke(annotator, ["codebook", "check", str(path)])
    assert checked.exit_code == 0, checked.output
    path.write_text(path.read_text("utf-8").replace('name="算力"', 'name="计算能力"'), encoding="utf-8")
    run("codebook", "use", path, "--reviewer", "amy")
    assert "计算能力" in run("codebook", "show").output
