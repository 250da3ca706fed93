"""The commands of a team as its people type them: whose file, for whom, how far, and what comes next."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import annotator
from annotator.store import people
from annotator.store.project import Project

LEAD = "李组长"
PLAN = "上海市算力建设实施方案\n\n一、主要任务\n" + "".join(
    f"{number}.建设{what}。建设全市算力{what}，面向企业开放。\n"
    for number, what in enumerate(["调度平台", "资源池", "数据港", "监测网", "标准库", "安全中心"], 1)
)
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command in the folder of the project `annotator.db`, by its lead; `who` types it otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))

    def call(*words: str, who: str = LEAD, code: int = 0) -> Result:
        result = CliRunner().invoke(annotator, words, env={"ANNOTATOR_REVIEWER": who or None})
        assert result.exit_code == code, (words, result.output, result.exception)
        return result

    Path("方案.txt").write_text(PLAN, encoding="utf-8")
    call("import", "方案.txt")
    return call


def names(path: str) -> set[str]:
    with Project.open(Path(path)) as project:
        return {one.id for one in people.people(project)}


@pytest.mark.parametrize("before", [True, False])
def test_the_project_that_is_typed_goes_before_that_of_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    run("backup", "B.db")
    monkeypatch.setenv("ANNOTATOR_PROJECT", "annotator.db")
    typed, command = ("--project", "B.db"), ("reviewers", "add", "测试人")
    run(*((*typed, *command) if before else (*command, *typed)))
    assert "测试人" in names("B.db")
    assert "测试人" not in names("annotator.db")
    run("reviewers", "add", "甲")
    assert "甲" in names("annotator.db")


def test_a_command_in_a_bundle_is_by_its_reviewer_unless_another_is_named(run: Run) -> None:
    run("reviewers", "add", "王芳")
    run("bundle", "给王芳.db", "--reviewer", "王芳")
    run("preferences", "set", "reviewer", "李四")
    for typed, whom in (("", "王芳"), ("李四", "李四")):
        run("--project", "给王芳.db", "search", "--save", f"{whom}的", "算力", who=typed)
        with Project.open(Path("给王芳.db")) as project:
            query = "SELECT reviewer FROM event WHERE kind = 'query' ORDER BY n DESC LIMIT 1"
            assert project.db.execute(query).fetchone() == (whom,)
