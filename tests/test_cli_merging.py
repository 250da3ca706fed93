"""`annotator bundle`, `hand-in`, `merge` and `log --events`, as they are typed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli.group import annotator
from annotator.flows.reviewing import Reviewing
from annotator.model.round import Round, Task
from annotator.store import copies, documents, people, rounds
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.histories import begin


@pytest.fixture
def lead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "li")
    return begin(tmp_path, 1)[0]


def run(project: Path, *words: object) -> str:
    line = [*map(str, words), "--project", str(project)]
    return CliRunner().invoke(annotator, line, prog_name="annotator").output


def test_from_a_bundle_to_the_merged_project(lead: Path) -> None:
    bundle, handed = lead.with_name("给王芳.db"), lead.with_name("王芳交回.db")
    assert "没有叫“王芳”的人" in run(lead, "bundle", bundle, "--reviewer", "王芳")
    assert not bundle.exists()
    run(lead, "reviewers", "add", "王芳")
    said = run(lead, "bundle", bundle, "--reviewer", "王芳")
    assert f"已为王芳建好 {bundle}" in said
    assert "没有条款分派给王芳" in said
    with Project.open(bundle) as project:
        (first, *_) = documents.clause_ids(project, documents.listing(project)[0], 0, 1)
        Reviewing(project, codebook_of(project), "王芳").finish(first, {"category": ["data"]})
    said = run(bundle, "hand-in", handed, "--reviewer", "王芳")
    assert "《甲》：完成 1，跳过 0，未完成 2（共 3 条）" in said
    told = json.loads(run(lead, "merge", handed, "--dry-run", "--json"))
    assert (told["dry_run"], told["files"], told["documents"]) == (True, 1, 0)
    assert told["events"] > 1
    assert told["labelled"] == {"王芳": 1}
    said = run(lead, "merge", handed)
    assert f"记录 {told['events']} 条" in said
    assert "王芳：1 条的标注" in said
    said = run(lead, "merge", handed, bundle, lead)
    assert "没有新内容" in said
    assert "条的标注" not in said
    assert "完好" in run(lead, "verify")


def test_whose_labels_came_is_told_to_those_who_may_see_them(
    lead: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.db"
    with Project.open(lead) as project:
        copies.backup(project, other)
        clauses = documents.clause_ids(project, documents.listing(project)[0], 0, 3)
        tasks = {name: [*map(Task, clauses)] for name in ("王芳", "赵六")}
        rounds.add(project, "li", Round.of("一轮", "work", {}, tasks), tasks)
        people.join(project, "li", ["小赵"], "赵六")
    with Project.open(other) as project:
        for name, clause in (("王芳", clauses[0]), ("赵六", clauses[0]), ("小赵", clauses[1])):
            people.welcome(project, name)
            Reviewing(project, codebook_of(project), name).finish(clause, {"category": ["data"]})
    assert json.loads(run(lead, "merge", other, "--json", "--dry-run"))["labelled"] == {"王芳": 1, "赵六": 2}
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "王芳")
    assert json.loads(run(lead, "merge", other, "--json", "--dry-run"))["labelled"] == {"王芳": 1}
    said = run(lead, "merge", other)
    assert "王芳：1 条的标注" in said
    assert "赵六" not in said


def test_what_is_told_of_a_merge_has_a_name_for_programs(lead: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    far = begin(other, 1)[0]
    with Project.open(far, clock=lambda: 4_000_000_000_000) as project:
        people.welcome(project, "钱")
    (told,) = json.loads(run(lead, "merge", far, "--json"))["told"]
    assert (told["what"], told["count"], told["path"]) == ("ahead", 1, str(far))
    assert str(far) in told["sentence"]


def test_events_are_written_and_merged_back(lead: Path) -> None:
    target = lead.with_name("events.jsonl")
    count = json.loads(run(lead, "log", "--events", target, "--json"))["events"]
    lines = target.read_text("utf-8").splitlines()
    assert len(lines) == count
    assert all(json.loads(line)["id"].startswith("ev-") for line in lines)
    assert "没有新内容" in run(lead, "merge", target)
    run(lead, "log", "--events", target)
    assert target.read_text("utf-8").splitlines() == lines


@pytest.mark.parametrize(
    ("words", "said"),
    [(["bundle", "x.db"], "--reviewer"), (["log", "--events", "x.jsonl", "--reviewer", "li"], "x.jsonl")],
)
def test_what_is_not_clear_is_asked_for(lead: Path, words: list[str], said: str) -> None:
    assert said in run(lead, *words)
