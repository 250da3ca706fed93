"""The commands of a team as its people type them: whose file, for whom, how far, and what comes next."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import annotator
from annotator.flows.reviewing import Reviewing
from annotator.model.round import Round
from annotator.store import addressee, people, rounds
from annotator.store.codebooks import codebook_of
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


@pytest.fixture
def bundle(run: Run) -> str:
    """The bundle of 王芳, who has three clauses of a round to do and has finished two of them, one of which
    came back.
    """
    for name in ("王芳", "李四"):
        run("reviewers", "add", name)
    run("assign", "--name", "第一轮", "--to", "王芳,李四", "--overlap", "0%")
    with Project.open(Path("annotator.db")) as project:
        first, second, _ = (task.clause_id for task in rounds.open_for(project, "王芳")[0].tasks)
        book = codebook_of(project)
        Reviewing(project, book, "王芳").finish(first, {"clause_type": ["goal"]})
    run("adjudicate", "--return", "王芳", first, "--reason", "再看")
    run("bundle", "给王芳.db", "--reviewer", "王芳")
    with Project.open(Path("给王芳.db")) as project:
        Reviewing(project, book, "王芳").finish(second, {"clause_type": ["task"]})
    return "给王芳.db"


def test_handing_in_counts_what_was_asked_and_names_the_person(run: Run, bundle: str) -> None:
    said = run("--project", bundle, "hand-in", "交回.db", who="").output
    assert "轮次“第一轮”：完成 2/3，跳过 0，未完成 1" in said
    assert "还有退回的 1 条没有重做" in said
    assert "内有王芳的全部标注" in said
    run("assign", "--close", "第一轮")
    run("--project", bundle, "merge", "annotator.db")
    assert "“第一轮”：完成 2/3" in run("--project", bundle, "hand-in", "再交.db", who="").output


@pytest.mark.parametrize("untouched", [True, False])
def test_somebody_elses_work_is_not_handed_in_under_my_name(run: Run, bundle: str, untouched: bool) -> None:
    if untouched:
        run("bundle", bundle := "给李四.db", "--reviewer", "李四")
    whom = "李四" if untouched else "王芳"
    said = run("--project", bundle, "hand-in", "交回.db", who="root", code=2).output
    assert f"没有“root”的标注，没有写出任何文件；里面是{whom}的。请加 --reviewer {whom}" in said
    assert not Path("交回.db").exists()
    told = run("--project", bundle, "hand-in", "交回.db", "--reviewer", whom, "--json", who="root").output
    assert json.loads(told)["reviewer"] == whom


def test_each_step_names_the_next_as_it_is_typed(run: Run, bundle: str) -> None:
    said = run("assign", "--name", "第一轮", "--to", "王芳,李四", "--overlap", "0%").output
    assert "annotator bundle --reviewer 王芳 给王芳.db" in said
    said = run("bundle", "再给王芳.db", "--reviewer", "王芳").output
    assert "分派的 3 条，退回的 1 条" in said
    assert "没有条款分派" not in said
    assert "打开：annotator 再给王芳.db；做完交回：annotator 再给王芳.db hand-in 王芳交回.db" in said
    assert "2/3" in run(bundle, "hand-in", "王芳交回.db", who="").output  # as it said


def test_a_bundle_names_the_person_of_an_alias_and_is_for_nobody_unknown(run: Run, bundle: str) -> None:
    run("reviewers", "alias", "王芳", "wangfang")
    assert "“wangfang”是王芳的另一个名字" in run("bundle", "又.db", "--reviewer", "wangfang").output
    assert addressee.of_file(Path("又.db")) == "王芳"
    assert "没有叫“王方”的人" in run("bundle", "错.db", "--reviewer", "王方", code=2).output
    assert not Path("错.db").exists()
    run("reviewers", "add", "赵六")
    assert "没有条款分派给赵六" in run("bundle", "给赵六.db", "--reviewer", "赵六").output


def test_a_project_that_is_missing_is_told_with_those_that_are_there(run: Run, bundle: str) -> None:
    for words in (["没有.db", "status"], ["没有.db"], ["--project", "没有.db", "status"]):
        assert "这个文件夹里的项目：annotator.db、给王芳.db" in run(*words, code=2).output


def test_a_new_codebook_tells_of_bundles_while_a_round_is_open(run: Run, bundle: str) -> None:
    for name, told in (("instruments", True), ("default", False)):
        assert ("已发出的任务包仍用旧版" in run("codebook", "use", name).output) == told
        run("assign", "--close", "第一轮")


def test_nobody_is_assigned_work_by_a_slip_of_the_pen(run: Run) -> None:
    said = run("assign", "--name", "一", "--to", "王芳,李 四", code=2).output
    assert "项目里没有：王芳、李 四" in said
    assert "annotator reviewers add 王芳 '李 四'" in said
    run("reviewers", "add", "王芳", "李 四")
    said = run("assign", "--name", "一", "--to", "王芳,李 四", "--each", "3", code=2).output
    assert "--to 只有 2 人" in said
    assert "王芳" in run("assign", "--name", "一", "--to", "王芳,李 四", "--each", "2").output
    assert names("annotator.db") == {LEAD, "王芳", "李 四"}


def test_a_reviewer_lists_what_is_theirs_and_nothing_tells_a_retest(run: Run, bundle: str) -> None:
    with Project.open(Path("annotator.db")) as project:
        (given,) = rounds.open_for(project, "王芳")
        again = [*given.tasks, given.tasks[0]._replace(pass_no=2)]
        made = Round.of("第二轮", "work", {}, {"李四": again})
        rounds.add(project, LEAD, made, {"李四": again}, [again[1].clause_id])
    run("--project", bundle, "merge", "annotator.db")
    said = run("--project", bundle, "assign", "--list", who="").output
    assert "退回的条目：1 条，完成 0" in said
    assert "第一轮：3 条，完成 1" in said
    states = [line.split()[1] for line in said.splitlines() if line.startswith("  cl-")]
    assert states == ["退回", "退回", "已完成", "未做"]
    hers = json.loads(run("assign", "--list", "--json", who="李四").output)
    assert [(one["name"], len(one["clauses"])) for one in hers] == [("第一轮", 3), ("第二轮", 3)]
    assert set(hers[1]["clauses"][0]) == {"clause", "title", "seq", "state"}
    assert "不能分配任务" in run("assign", "--close", "第一轮", who="李四", code=2).output


def test_a_bundle_tells_its_reviewer_what_was_decided_on_her_clauses_and_nothing_of_others(run: Run) -> None:
    word = "窅窊"
    for name in ("王芳", "李四"):
        run("reviewers", "add", name)
    run("reviewers", "add", word, "--role", "arbitrator")
    run("assign", "--name", "第一轮", "--to", "王芳,李四", "--each", "2", "--most", "3")
    with Project.open(Path("annotator.db")) as project:
        book, tasks = (
            codebook_of(project),
            [task.clause_id for task in rounds.open_for(project, "王芳")[0].tasks],
        )
        for who, code in (("王芳", "goal"), ("李四", "task")):
            for clause in tasks[:2]:
                Reviewing(project, book, who).finish(clause, {"clause_type": [code]})
        Reviewing(project, book, "李四").finish(tasks[2], {"clause_type": ["goal"]})
    run("assign", "--close", "第一轮")
    for clause, reason in zip(tasks, ("是举措", "另有缘故", "没标过"), strict=True):
        Path("裁定.jsonl").write_text(
            json.dumps({"clause": clause, "field": "clause_type", "value": "任务举措", "reason": reason}),
            encoding="utf-8",
        )
        run("adjudicate", "裁定.jsonl", who=word)
    run("adjudicate", "--return", "王芳", tasks[1], "--reason", "再看")
    run("assign", "--name", "第二轮", "--to", "王芳", "--overlap", "0%")
    run("bundle", "给王芳.db", "--reviewer", "王芳")
    told = json.loads(run("给王芳.db", "adjudicate", "--feedback", "王芳", "--json", who="").output)
    (one,) = told["clauses"]
    assert (one["clause"], one["decided"], one["reason"], one["by"], one["how"]) == (
        tasks[0], ["task"], "是举措", None, None,
    )  # fmt: skip
    said = run("给王芳.db", "adjudicate", "--feedback", "王芳", who="").output
    assert "第 1 条“建设调度平台。建设全市算力调度平台，面向企业开放。” 条款类型" in said
    assert "标为 目标；裁定为 任务举措。是举措\n" in said
    with Project.open(Path("给王芳.db")) as project:
        assert project.db.execute("SELECT count(*) FROM event WHERE layer = 'gold'").fetchone() == (0,)
    told = json.loads(run("adjudicate", "--feedback", "王芳", "--json", who=LEAD).output)
    assert [one["by"] for one in told["clauses"]] == [word, word]


def test_a_merge_tells_the_lead_who_is_still_missing_in_the_round(run: Run, bundle: str) -> None:
    run(bundle, "hand-in", "王芳交回.db", who="")
    assert "完成到" not in run("merge", "王芳交回.db", "--dry-run").output
    assert "“第一轮”完成到：李四 0/3、王芳 2/3（退回 1）" in run("merge", "王芳交回.db").output
    assert "完成到" not in run("merge", "王芳交回.db", who="李四").output
    done = json.loads(run("merge", "王芳交回.db", "--json").output)["rounds"]["第一轮"]["王芳"]
    assert (done["finished"], done["returned"]) == (2, 1)


def test_people_are_listed_once_under_headings_and_the_roles_stand_where_one_is_given(run: Run) -> None:
    run("reviewers", "add", "王芳", "--role", "审核")
    run("reviewers", "alias", "王芳", "wangfang")
    assert [line.split() for line in run("reviewers").output.splitlines()] == [
        ["姓名", "角色", "又名"], [LEAD, "负责人、标注员"], ["王芳", "审核", "wangfang"],
    ]  # fmt: skip
    for name in ("add", "role"):
        assert "arbitrator  仲裁" in run("reviewers", name, "--help").output


def test_a_value_that_is_none_is_told_with_the_names_of_those_that_are(run: Run) -> None:
    line = {"doc": "方案.txt", "seq": 0, "reviewer": "王芳", "field": "priority", "value": "常规"}
    Path("labels.jsonl").write_text(json.dumps(line), encoding="utf-8")
    said = run("label", "labels.jsonl", code=2).output
    assert "“优先级”没有“常规”这个值；可用的有：" in said
    assert "常规推进" in said
    assert "routine" not in said


def test_gold_is_exported_alone_and_what_was_decided_as_nothing_is_no_gap_in_it(run: Run) -> None:
    run("reviewers", "add", "周仲裁", "--role", "arbitrator")
    nothing = {"doc": "方案.txt", "seq": 0, "field": "category", "value": []}
    other = {"doc": "方案.txt", "seq": 1, "field": "priority", "value": "常规推进"}
    Path("裁定.jsonl").write_text("\n".join(map(json.dumps, (nothing, other))), encoding="utf-8")
    run("adjudicate", "裁定.jsonl", who="周仲裁")
    assert "--where 已裁定:是" in run("export", "--help").output
    run("export", "out", "--where", "已裁定:是")

    def lines(view: str) -> list[dict[str, Any]]:
        files = Path("out/data", view).glob("*.jsonl")
        return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]

    assert [one["labels"]["category_state"] for one in lines("canonical")] == ["none", "unset"]
    (only,) = lines("classification")
    assert (only["labels"], only["primary"], only["status"]) == ([], None, "gold")
