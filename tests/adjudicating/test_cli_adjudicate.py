"""`annotator adjudicate` as an arbitrator types it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.group import annotator
from annotator.flows import bundling
from annotator.store import events, gold, people
from annotator.store.project import Project
from annotator.store.undo import undo
from annotator.store.verify import verify
from tests.adjudicating.conftest import Team
from tests.decided import decided_many


@pytest.fixture
def run(team: Team, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    for name, kind in (("amy", "task"), ("bo", "goal")):
        team.says(name, 0, clause_type=[kind], category=["data"])
        team.says(name, 1, clause_type=["task"])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_PROJECT", str(team.project.path))
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "zhou")

    def call(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(annotator, ["adjudicate", *arguments])
        assert result.exit_code == code, (result.output, result.exception)
        return result

    return call


def standing(team: Team) -> Any:
    with Project.open(team.project.path) as project:
        return decided_many(project, team.clauses)


def test_what_is_open_is_listed(run: Any, team: Team) -> None:
    assert run("--list").stdout.splitlines() == [
        f"{team.clauses[0]}  《甲》第 1 条  条款类型",
        "共 1 条要裁定。",
    ]
    (clause,) = json.loads(run("--list", "--json").stdout)["clauses"]
    assert (clause["clause"], clause["seq"], clause["state"]) == (team.clauses[0], 0, "open")
    kind = next(one for one in clause["fields"] if one["field"] == "clause_type")
    assert kind["said"] == {"amy": ["task"], "bo": ["goal"]}
    assert (kind["differs"], kind["open"], kind["decided"]) == ("content", True, None)
    assert json.loads(run("--list", "--json", "--field", "category").stdout) == {"clauses": []}


def test_what_all_agree_on_is_taken_and_undone_at_once(run: Any, team: Team) -> None:
    assert run("--agreed").stdout == "裁定了 2 条、7 项。\n"
    assert standing(team)[team.clauses[0]]["category"] == ["data"]
    undo(team.project, "zhou")
    assert standing(team) == {}


def test_a_reviewer_is_followed(run: Any, team: Team) -> None:
    run("--accept", "bo", team.clauses[0], "--field", "条款类型", "--reason", "写的是数量")
    assert standing(team) == {team.clauses[0]: {"clause_type": ["goal"]}}
    run("--accept", "amy", *team.clauses[:2])
    assert standing(team)[team.clauses[0]]["clause_type"] == ["task"]
    undo(team.project, "zhou")  # both clauses are one act
    assert standing(team) == {team.clauses[0]: {"clause_type": ["goal"]}}


def test_decisions_come_from_a_file_all_or_none(run: Any, team: Team) -> None:
    lines = [
        {"doc": "甲.txt", "seq": 0, "field": "clause_type", "value": "task", "reason": "有动词"},
        {"clause": team.clauses[0], "field": "category", "value": ["data", "infra"]},
        {"doc": "甲.txt", "seq": 1, "state": "discarded", "reason": "是标题"},
    ]
    Path("good.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert json.loads(run("good.jsonl", "--json").stdout) == {"clauses": 2, "fields": 3}
    assert standing(team) == {team.clauses[0]: {"clause_type": ["task"], "category": ["data", "infra"]}}
    lines = [{**lines[0], "value": None}, {**lines[0], "value": "nonsense"}]
    Path("bad.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert "第 2 行" in run("bad.jsonl", code=2).stderr
    assert standing(team)[team.clauses[0]]["clause_type"] == ["task"]
    undo(team.project, "zhou")
    assert standing(team) == {}


def test_feedback_names_who_decided_unless_that_is_hidden(run: Any, team: Team) -> None:
    run("--accept", "amy", team.clauses[0], "--reason", "有动词\x1b]0;x\x07")
    out = run("--feedback", "bo").stdout
    assert "条款类型：标为“目标”，裁定为“任务举措”，1 次" in out
    assert "周裁" in out
    assert "\x1b" not in out
    assert "周裁" not in run("--feedback", "bo", "--anonymous").stdout
    told = json.loads(run("--feedback", "bo", "--json").stdout)
    assert {one["field"]: one["share"] for one in told["fields"]}["clause_type"] == 0.0
    assert told["clauses"][0]["by"] == "周裁"
    assert told["confusions"][0] == {
        "field": "clause_type", "how": "value", "said": ["goal"], "decided": ["task"], "n": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "decided", "told"),
    [
        (["data"], ["data", "infra"], "少了“算力网络感知”，1 次"),
        (["data", "infra"], ["data"], "多了“算力网络感知”，1 次"),
        (["data", "infra"], ["data", "model"], "多了“算力网络感知”，少了“模型与智能体”，1 次"),
        (["data", "infra"], ["infra", "data"], "主类标为“数据要素”，裁定为“算力网络感知”，1 次"),
        ([], ["data"], "标为“文中未写明”，裁定为“数据要素”，1 次"),
    ],
)
def test_feedback_on_sets_tells_what_is_missing_and_what_is_too_many(
    run: Any, team: Team, said: list[str], decided: list[str], told: str
) -> None:
    team.says("bo", 2, clause_type=["task"], category=said)
    team.zhou.put(team.case(2), {"category": decided})
    (line,) = [one for one in run("--feedback", "bo").stdout.splitlines() if one.startswith("主题类别：")]
    assert line.endswith(told)


def test_clauses_that_were_given_back_wait_to_be_taken(run: Any, team: Team) -> None:
    run("--return", "bo", team.clauses[1], "--reason", "请再看")
    done = run("--agreed")
    assert "还在退回、没有改过的 1 条没有裁定" in done.stderr
    assert set(standing(team)) == {team.clauses[0]}
    team.says("bo", 1, clause_type=["task"])
    assert "退回" not in run("--agreed").stderr
    assert set(standing(team)) == set(team.clauses[:2])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "请只给出一件事"),
        (("--list", "--agreed"), "请只给出一件事"),
        (("--accept", "bo"), "请只给出一件事"),
        (("--accept", "cy", "cl-0"), "“cl-0”"),
        (("none.jsonl",), "none.jsonl"),
        (("--list", "--reviewer", "amy"), "不能裁定"),
        (("--feedback", "bo", "--reviewer", "amy"), "不能裁定"),
    ],
)
def test_a_mistake_is_a_sentence(run: Any, arguments: tuple[str, ...], told: str) -> None:
    assert told in run(*arguments, code=2).stderr


def test_a_clause_is_given_back_with_a_reason(run: Any, team: Team) -> None:
    first = team.clauses[0]
    assert "理由" in run("--return", "bo", first, code=2).output
    told = run("--return", "bo", first, "--field", "条款类型", "--reason", "请看第二句").stdout
    assert told == "退回给“bo”1 条。\n"
    back = gold.returns(team.project, [first])[first]["bo"]
    assert (back.reason, back.fields, back.by) == ("请看第二句", ("clause_type",), "zhou")
    assert "“cy”没有标过" in run("--return", "cy", first, "--reason", "再看", code=2).output
    for way in ("--return", "--accept"):
        assert "“cl-0”" in run(way, "bo", "cl-0", "--reason", "再看", code=2).output
    assert list(gold.returns(team.project, [first])[first]) == ["bo"]


def test_a_reviewer_is_meant_by_any_name(run: Any, team: Team) -> None:
    people.join(team.project, "li", ["老波"], "bo")
    run("--accept", "老波", team.clauses[0], "--field", "条款类型")
    assert standing(team) == {team.clauses[0]: {"clause_type": ["goal"]}}
    run("--return", "老波", team.clauses[0], "--reason", "再看")
    assert list(gold.returns(team.project, [team.clauses[0]])[team.clauses[0]]) == ["bo"]


def test_what_an_arbitrator_decided_is_handed_in_and_in_no_bundle(
    run: Any, team: Team, tmp_path: Path
) -> None:
    run("--agreed")
    run("--return", "bo", team.clauses[0], "--reason", "请看第二句")
    for who, target in (("zhou", tmp_path / "zhou.db"), ("amy", tmp_path / "amy.db")):
        bundling.hand_in(team.project, who, target)
    bundling.bundle(team.project, "zhou", tmp_path / "for-zhou.db")
    with Project.open(tmp_path / "zhou.db") as handed:
        assert decided_many(handed, team.clauses) == decided_many(team.project, team.clauses)
        assert list(gold.returns(handed, team.clauses)[team.clauses[0]]) == ["bo"]
        assert not [one for one in events.read(handed) if one.layer == "review"]
        assert not list(verify(handed))
    for name in ("amy.db", "for-zhou.db"):
        with Project.open(tmp_path / name) as other:
            assert decided_many(other, team.clauses) == {}
