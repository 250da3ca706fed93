"""The path of a team, each with a file of their own: an owner, three reviewers, an arbitrator, the five
documents; from the assignment to the gold export. What one reviewer wrote reaches no other before the round
is closed.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

import annotator as package
from annotator.cli.group import annotator
from tests.terminal import Terminal

LEAD, JUDGE = "李组长", "周仲裁"
WANG, LI, ZHAO = "王芳", "李四", "赵六"
TEAM = (WANG, LI, ZHAO)
SAMPLES = Path(package.__file__).parent / "samples"
WORD = "饕餮"
"""Stands in no document; 赵六 writes it wherever one can write."""
ANNOTATOR = [sys.executable, "-m", "annotator"]

GOAL, TASK, SAFEGUARD, PROJECT = "goal", "task", "safeguard", "project"
KINDS = [
    (GOAL, GOAL, GOAL),
    (GOAL, GOAL, GOAL),
    (GOAL, GOAL, TASK),
    (TASK, TASK, TASK),
    (TASK, TASK, TASK),
    (TASK, TASK, GOAL),
    (TASK, GOAL, TASK),
    (SAFEGUARD, SAFEGUARD, SAFEGUARD),
    (SAFEGUARD, GOAL, TASK),
]
"""The types that 王芳, 李四 and 赵六 find in the nine clauses that all three have."""
CATEGORIES = {1: (["data"], ["model"], ["data", "model"])}
PRIORITIES = {4: ("routine", "routine", "expedited")}
UNIT_AT = 3
"""There 赵六 enters a unit of her own; elsewhere nobody finds one."""
KEYS = {GOAL: "g", TASK: "t", SAFEGUARD: "s", PROJECT: "p", "data": "d", "model": "m", "routine": "w"}
NAMES = {
    GOAL: "目标", TASK: "任务举措", SAFEGUARD: "保障措施", PROJECT: "工程行动", "data": "数据要素",
    "model": "模型与智能体", "routine": "常规推进", "expedited": "重点加快",
}  # fmt: skip


class Answer(NamedTuple):
    """What is said of a clause; the unit is one of the reviewer's own."""

    kind: str
    categories: Sequence[str] = ("data",)
    priority: str = "routine"
    unit: str = ""


class Team:
    """The folder in which everyone's files lie; whoever runs a command names their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lead, self.judge = folder / "负责人.db", folder / "仲裁.db"

    def run(self, who: str, project: Path, *words: object, code: int = 0) -> str:
        """A command on a project file, in this process."""
        line = ["--project", str(project), *map(str, words)]
        result = CliRunner().invoke(annotator, line, env={"ANNOTATOR_REVIEWER": who}, prog_name="annotator")
        assert result.exit_code == code, (line, result.output, result.exception)
        return result.output

    def json(self, who: str, project: Path, *words: object) -> Any:
        return json.loads(self.run(who, project, *words, "--json"))

    def say(self, who: str, project: Path, lines: Sequence[str]) -> str:
        """Lines of the linear mode, all of which must be done."""
        done = subprocess.run(
            [*ANNOTATOR, "--linear", "--project", str(project)], input="\n".join(lines), text=True,
            capture_output=True, env={**os.environ, "ANNOTATOR_REVIEWER": who}, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def bundle_of(self, who: str) -> Path:
        return self.folder / f"给{who}.db"

    def handed_by(self, who: str) -> Path:
        return self.folder / f"{who}交回.db"

    def events(self, project: Path, **wanted: str) -> list[dict[str, Any]]:
        """Of the log as the owner is shown it, the events with these values."""
        told = self.run(LEAD, project, "log", "--json").splitlines()
        every = [json.loads(line) for line in told if line.startswith("{")]
        return [one for one in every if wanted.items() <= one.items()]


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    for name, value in (("HOME", str(tmp_path)), ("LANG", "zh_CN.UTF-8"), ("ANNOTATOR_LANG", "zh")):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("ANNOTATOR_PROJECT", raising=False)
    monkeypatch.chdir(tmp_path)
    return Team(tmp_path)


def test_from_five_documents_to_gold(team: Team) -> None:
    queues = assign(team)
    plan = Plan(queues)
    for who in TEAM:
        team.run(LEAD, team.lead, "bundle", team.bundle_of(who), "--reviewer", who)
        assert not places_of(WORD, team.bundle_of(who).read_bytes())
    label(team, plan)
    hand_in_and_merge(team)
    nobody_is_shown_what_another_wrote(team, plan)
    team.run(LEAD, team.lead, "assign", "--close", "第一轮")
    the_audit_is_the_one_worked_out_by_hand(team)
    said = reviewed(team.lead)
    reply(team)
    gold = decide(team, plan)
    assert reviewed(team.lead) == said
    said_again(team, plan, said)
    feedback_is_what_was_decided_otherwise(team)
    the_export_has_the_decisions(team, plan, gold)


# ---------------------------------------------------------------- the plan


class Plan:
    """Who says what of which task: `shared` are the clauses that all have, in the order of `KINDS`."""

    def __init__(self, queues: Mapping[str, Sequence[tuple[str, int]]]) -> None:
        self.queues = queues
        first = {who: {clause for clause, pass_no in tasks if pass_no == 1} for who, tasks in queues.items()}
        self.shared = sorted(set.intersection(*first.values()))
        self.alone = {who: sorted(first[who] - set(self.shared)) for who in TEAM}
        assert [len(self.shared), *map(len, self.alone.values())] == [9, 2, 2, 2]
        self.retests = {who: [clause for clause, number in queues[who] if number == 2] for who in TEAM}
        assert [len(one) for one in self.retests.values()] == [2, 2, 2]

    def answer(self, who: str, clause: str, pass_no: int) -> Answer:
        """The second time all say the same again, but 王芳 of the first that comes again."""
        if clause not in self.shared:
            said = Answer(TASK)
        else:
            at, person = self.shared.index(clause), TEAM.index(who)
            categories = CATEGORIES.get(at, (["data"],) * 3)[person]
            priority = PRIORITIES.get(at, ("routine",) * 3)[person]
            unit = f"{WORD}局" if (at, who, pass_no) == (UNIT_AT, ZHAO, 1) else ""
            said = Answer(KINDS[at][person], categories, priority, unit)
        if pass_no == 2 and who == WANG and clause == self.retests[who][0]:
            return said._replace(kind=PROJECT)
        return said

    def answers(self, who: str) -> list[tuple[str, int, Answer]]:
        return [(clause, number, self.answer(who, clause, number)) for clause, number in self.queues[who]]


def assign(team: Team) -> dict[str, list[tuple[str, int]]]:
    """The project, its people, the round; returns everyone's queue."""
    assert "5 份文件 221 条" in team.run(LEAD, team.lead, "import", SAMPLES)
    team.run(LEAD, team.lead, "reviewers", "add", JUDGE)
    assert "仲裁" in team.run(LEAD, team.lead, "reviewers", "role", JUDGE, "arbitrator")
    for who in TEAM:
        team.run(LEAD, team.lead, "reviewers", "add", who)
    roles = {one["id"]: one["roles"] for one in team.json(LEAD, team.lead, "reviewers")}
    assert roles == {
        LEAD: ["owner", "annotator"], JUDGE: ["arbitrator"], **{who: ["annotator"] for who in TEAM},
    }  # fmt: skip
    line = ["--to", ",".join(TEAM), "--each", 3, "--overlap", "60%", "--most", 15, "--retest", "20%"]
    line = ["assign", "--name", "第一轮", *line, "--order", "shuffled", "--seed", 7]
    team.run(LEAD, team.lead, *line, "--dry-run")
    assert not team.events(team.lead, kind="round")
    team.run(LEAD, team.lead, *line)
    team.run(LEAD, team.lead, "backup", team.judge)
    given = {one["field"]: one["value"] for one in team.events(team.lead, kind="assignment")}
    documents = {doc_of(team.lead)[clause] for tasks in given.values() for clause, _ in tasks}
    assert len(documents) == 5
    return {who: [(clause, number) for clause, number in given[who]] for who in TEAM}


def doc_of(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT clause_id, doc_id FROM clause_in_force"))


def reviewed(path: Path) -> list[tuple[Any, ...]]:
    """All that reviewers ever said."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT id, value FROM event WHERE layer = 'review' ORDER BY id").fetchall()


def present(path: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT * FROM present ORDER BY 1, 2, 3, 4, 5, 6").fetchall()


# ---------------------------------------------------------------- labelling


def label(team: Team, plan: Plan) -> None:
    """王芳 and 赵六 speak line by line, 李四 presses keys."""
    team.say(WANG, team.bundle_of(WANG), [line for task in plan.answers(WANG) for line in lines(*task)])
    spoken: list[str] = []
    for clause, number, answer in plan.answers(ZHAO):
        if (clause, number) == (plan.shared[0], 1):
            spoken += [f"备注 {WORD}的意见", f"提问 {WORD}是什么？"]
        spoken += lines(clause, number, answer)
    team.say(ZHAO, team.bundle_of(ZHAO), spoken)
    with Terminal(
        ANNOTATOR, cwd=team.folder,
        environment={"ANNOTATOR_REVIEWER": LI, "ANNOTATOR_PROJECT": str(team.bundle_of(LI))},
    ) as terminal:  # fmt: skip
        for at, (_, _, answer) in enumerate(plan.answers(LI)):
            terminal.wait_for(f"第一轮：完成 {at}/13")
            kind, *categories = (KEYS[one] for one in (answer.kind, *answer.categories))
            terminal.press(kind, *categories, "3", "-", KEYS[answer.priority], "enter")
        terminal.wait_for("第一轮：完成 13/13")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0


def lines(clause: str, number: int, answer: Answer) -> list[str]:
    """What is said of a task, up to the next; 赵六 gives a reason and evidence with her unit."""
    said = [NAMES[answer.kind], *(NAMES[one] for one in answer.categories), NAMES[answer.priority]]
    if answer.unit:
        said += ["主题类别", f"理由 因为{WORD}", "标 数据 1", f"单位 {answer.unit}", "1", "完成"]
    else:
        said += ["责任单位", "未写明", "完成"]
    return said


def hand_in_and_merge(team: Team) -> None:
    """Into the lead's file and, in another order, into the arbitrator's."""
    for who in TEAM:
        told = team.json(who, team.bundle_of(who), "hand-in", team.handed_by(who))
        assert told["stands"] == [
            {"title": "第一轮", "clauses": 13, "finished": 13, "skipped": 0, "round": True, "open": 0}
        ]
    files = [team.handed_by(who) for who in TEAM]
    before = present(team.lead)
    would = team.json(LEAD, team.lead, "merge", *files, "--dry-run")
    assert present(team.lead) == before
    done = team.json(LEAD, team.lead, "merge", *files)
    assert would["rounds"] == {}
    assert {**would, "dry_run": False, "rounds": done["rounds"]} == done
    assert {one["finished"] for one in done["rounds"]["第一轮"].values()} == {13}
    assert done["told"] == []
    assert present(team.lead) != before
    for path in reversed(files):
        team.run(JUDGE, team.judge, "merge", path)
    assert present(team.judge) == present(team.lead)
    assert "没有新内容" in team.run(LEAD, team.lead, "merge", *files, team.judge)
    for path in (team.lead, team.judge, *files):
        assert "完好" in team.run(LEAD, path, "verify")


# ---------------------------------------------------------------- nobody sees it


def places_of(word: str, data: bytes) -> list[str]:
    """The ways in which a word stands in bytes."""
    ways = {name: word.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")}
    ways["json"] = json.dumps(word)[1:-1].encode()
    return [name for name, written in ways.items() if written.lower() in data.lower()]


def asked(team: Team, who: str, project: Path, out: Path) -> dict[str, bytes]:
    """What each command tells a reviewer, and each file that it writes."""
    commands = [
        ["log"], ["log", "--json"], ["log", "--reviewer", ZHAO], ["log", "--events", out / "events.jsonl"],
        ["search", f"note:{WORD[0]}"], ["search", f"question:{WORD[0]}"], ["search", f"unit:{WORD[0]}"],
        ["search", "note:意见"], ["search", WORD[0]], ["search", f"reviewer:{ZHAO}"],
        ["export", out / "export"], ["export", out / "of-her", "--where", f"reviewer:{ZHAO}"],
        ["agreement"], ["agreement", "--json"], ["agreement", "--export-ratings", out / "ratings.jsonl"],
        ["status"], ["status", "--json"], ["reviewers"], ["reviewers", "--json"],
        ["units"], ["units", "--proposed"], ["units", "--proposed", "--json"],
        ["adjudicate", "--list", "--json"], ["adjudicate", "--feedback", ZHAO], ["assign", "--list"],
        ["suggest", "--report"], ["hand-in", out / "handed.db"], ["bundle", out / "b.db", "--reviewer", who],
    ]  # fmt: skip
    out.mkdir()
    told = {}
    for words in commands:
        line = ["--project", str(project), *map(str, words)]
        result = CliRunner().invoke(annotator, line, env={"ANNOTATOR_REVIEWER": who}, prog_name="annotator")
        assert isinstance(result.exception, SystemExit | None), (line, result.exception)
        assert "程序出错" not in result.output
        told[" ".join(line[2:])] = result.output.encode()
    files = {str(path): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert any(name.endswith("all.jsonl") for name in files)
    return told | files


def nobody_is_shown_what_another_wrote(team: Team, plan: Plan) -> None:
    shared = team.folder / "共用.db"
    shutil.copy(team.lead, shared)
    later = {who: team.folder / f"再给{who}.db" for who in (WANG, LI)}
    for who, path in later.items():
        team.run(LEAD, team.lead, "bundle", path, "--reviewer", who)
        assert not places_of(WORD, path.read_bytes())
    for who, project in ((WANG, later[WANG]), (WANG, shared), (LI, shared)):
        told = asked(team, who, project, team.folder / f"看{who}{project.stem}")
        assert not {name: found for name, data in told.items() if (found := places_of(WORD, data))}
    # Looked for in the same way, it is found where it may stand.
    assert places_of(WORD, team.bundle_of(ZHAO).read_bytes()) == ["utf-8"]
    for who in (ZHAO, LEAD):
        told = asked(team, who, shared, team.folder / f"对照{who}")
        found = {name.split("/")[-1] for name, data in told.items() if places_of(WORD, data)}
        assert {"log", "log --json", "all.jsonl", "organisations.jsonl", "units --proposed"} <= found
    events = team.events(team.lead, reviewer=ZHAO)
    written = {one["kind"] for one in events if WORD in json.dumps(one["value"], ensure_ascii=False)}
    assert written == {"note", "question", "label", "unit"}
    (evidence,) = [one for one in events if one["kind"] == "evidence"]
    assert evidence["subject"] == plan.shared[UNIT_AT]


# ---------------------------------------------------------------- audit, decisions


def the_audit_is_the_one_worked_out_by_hand(team: Team) -> None:
    """Of `KINDS`: five clauses on which all three agree, three with one pair of three, one with none. Of 27
    ratings 11 are goals, 12 tasks, 4 safeguards.
    """
    fields = {
        one["field"]: one for one in team.json(LEAD, team.lead, "agreement", "--resamples", 50)["fields"]
    }
    kind = fields["clause_type"]
    assert (kind["items"], kind["compared"], kind["ratings"], kind["retests"]) == (15, 9, 33, 6)
    figures = kind["coefficients"]
    agreed = (5 * 3 + 3 * 1) / 27
    chance = ((11 / 3) ** 2 + (12 / 3 + 6) ** 2 + (4 / 3) ** 2) / 15**2  # with the six that one has alone
    apart = 1 - (11 * 10 + 12 * 11 + 4 * 3) / (27 * 26)
    assert figures["percent_agreement_pairs"] == pytest.approx(agreed, abs=1e-12)
    assert figures["percent_unanimous"] == pytest.approx(5 / 9, abs=1e-12)
    assert figures["fleiss_kappa_missing"] == pytest.approx((agreed - chance) / (1 - chance), abs=1e-12)
    assert figures["alpha_nominal"] == pytest.approx(1 - (1 - agreed) / apart, abs=1e-12)
    assert figures["alpha_nominal"] == pytest.approx(107 / 224, abs=1e-12)
    pair = next(one for one in kind["pairs"] if {one["a"], one["b"]} == {WANG, LI})
    assert (pair["n"], pair["cohen_kappa"]) == (9, pytest.approx(17 / 26, abs=1e-12))
    intra = {one["reviewer"]: (one["n"], one["percent"]) for one in kind["intra"]}
    assert intra == {WANG: (2, 0.5), LI: (2, 1.0), ZHAO: (2, 1.0)}
    assert fields["category"]["coefficients"]["percent_unanimous"] == pytest.approx(8 / 9, abs=1e-12)


def reply(team: Team) -> None:
    """The lead replies to 赵六 on the lead's screen."""
    (waiting,) = team.json(LEAD, team.lead, "assign", "--list")["questions"]
    assert (waiting["reviewer"], waiting["text"]) == (ZHAO, f"{WORD}是什么？")
    with Terminal(
        ANNOTATOR, cwd=team.folder,
        environment={"ANNOTATOR_REVIEWER": LEAD, "ANNOTATOR_PROJECT": str(team.lead)},
    ) as terminal:  # fmt: skip
        terminal.wait_for("第 1/29 条")
        terminal.press("ctrl+p", *"轮次总览", "enter")
        terminal.wait_for("待答复的提问：1")
        terminal.press("r", *"神兽", "escape")
        terminal.wait_for("已答复")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert team.json(LEAD, team.lead, "assign", "--list")["questions"] == []


def decide(team: Team, plan: Plan) -> dict[str, dict[str, Any]]:
    """The arbitrator decides all but one clause, which goes back to 王芳; returns gold as it then stands."""
    team.run(JUDGE, team.judge, "merge", team.lead)
    at = plan.shared
    agreed = team.json(JUDGE, team.judge, "adjudicate", "--agreed")
    assert agreed["clauses"] == 9
    assert {one["clause"] for one in team.json(JUDGE, team.judge, "adjudicate", "--list")["clauses"]} == {
        at[one] for one in (1, 2, 3, 4, 5, 6, 8)
    }
    decisions: list[dict[str, Any]] = [
        {"clause": at[1], "field": "主题类别", "value": ["model", "data"], "reason": "以模型为主"},
        {"clause": at[2], "field": "clause_type", "value": "目标"},
        {"clause": at[5], "field": "clause_type", "value": "task", "reason": "是举措"},
        {"clause": at[UNIT_AT], "field": "responsible_unit", "value": "文中未写明"},
        {"clause": at[6], "state": "discarded", "reason": "不是一条"},
    ]
    path = team.folder / "裁定.jsonl"
    path.write_text(
        "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in decisions), encoding="utf-8"
    )
    assert team.json(JUDGE, team.judge, "adjudicate", path) == {"clauses": 5, "fields": 5}
    team.run(JUDGE, team.judge, "adjudicate", "--accept", LI, at[4], "--field", "优先级")
    team.run(JUDGE, team.judge, "adjudicate", "--return", WANG, at[8], "--reason", "再看一眼")
    (left,) = team.json(JUDGE, team.judge, "adjudicate", "--list")["clauses"]
    assert (left["clause"], left["returned"]) == (at[8], {WANG: "再看一眼"})
    team.run(JUDGE, team.judge, "hand-in", team.handed_by(JUDGE))
    team.run(LEAD, team.lead, "merge", team.handed_by(JUDGE))
    assert present(team.lead) == present(team.judge)
    gold = {
        clause: {
            "clause_type": KINDS[number][0],
            "category": ["data"],
            "priority": 1,  # ordinals are exported by their place, from 0
            "responsible_unit": [],
        }
        for number, clause in enumerate(at)
        if number != 6
    }
    gold[at[1]]["category"] = ["model", "data"]
    gold[at[8]]["clause_type"] = TASK
    return gold


def said_again(team: Team, plan: Plan, before: list[tuple[Any, ...]]) -> None:
    """王芳 corrects what came back, and nothing else changes; 赵六 reads the reply, which 王芳 does not."""
    clause = plan.shared[8]
    for who in (WANG, ZHAO):
        again = team.folder / f"第二次给{who}.db"
        team.run(LEAD, team.lead, "bundle", again, "--reviewer", who)
        assert bool(places_of("神兽", again.read_bytes())) == (who == ZHAO)
        # She finished that clause in a round that is closed; who decided it, and from what, is not in there.
        assert places_of("是举措", again.read_bytes())
        told = team.json(who, again, "adjudicate", "--feedback", who)
        assert ("是举措" in {one["reason"] for one in told["clauses"]}) == (who == ZHAO)
        assert {one["by"] for one in told["clauses"]} == {None}
    read = team.say(ZHAO, team.folder / f"第二次给{ZHAO}.db", ["前往 有提问", ""])
    assert "神兽" in read
    back = team.folder / f"第二次给{WANG}.db"
    read = team.say(WANG, back, ["任务举措", "完成"])
    assert "再看一眼" in read
    again = team.folder / f"{WANG}再交.db"
    team.run(WANG, back, "hand-in", again)
    for who, path in ((LEAD, team.lead), (JUDGE, team.judge)):
        team.run(who, path, "merge", again)
    new = [one for one in reviewed(team.lead) if one not in before]
    assert [one for one in before if one in reviewed(team.lead)] == before
    events = {one["id"]: one for one in team.events(team.lead, reviewer=WANG)}
    assert {events[one]["subject"] for one, _ in new} == {clause}
    assert [json.loads(value) for one, value in new if events[one]["kind"] == "label"] == [[TASK]]
    team.run(JUDGE, team.judge, "adjudicate", "--accept", WANG, clause)
    assert team.json(JUDGE, team.judge, "adjudicate", "--list") == {"clauses": []}
    team.handed_by(JUDGE).unlink()
    team.run(JUDGE, team.judge, "hand-in", team.handed_by(JUDGE))
    team.run(LEAD, team.lead, "merge", team.handed_by(JUDGE))
    assert present(team.lead) == present(team.judge)
    assert "完好" in team.run(LEAD, team.lead, "verify")


def feedback_is_what_was_decided_otherwise(team: Team) -> None:
    told = team.json(LEAD, team.lead, "adjudicate", "--feedback", LI)
    shares = {one["field"]: (one["right"], one["decided"]) for one in told["fields"]}
    assert shares["clause_type"] == (7, 8)
    assert shares["category"] == (7, 8)
    assert shares["priority"] == (8, 8)
    assert [(one["said"], one["decided"]) for one in told["clauses"] if one["field"] == "clause_type"] == [
        ([GOAL], [TASK])
    ]
    told = team.json(ZHAO, team.lead, "adjudicate", "--feedback", ZHAO)
    shares = {one["field"]: (one["right"], one["decided"]) for one in told["fields"]}
    assert (shares["clause_type"], shares["responsible_unit"]) == ((6, 8), (7, 8))
    assert {one["reason"] for one in told["clauses"]} >= {"以模型为主", "是举措"}


def the_export_has_the_decisions(team: Team, plan: Plan, gold: Mapping[str, Mapping[str, Any]]) -> None:
    team.run(LEAD, team.lead, "export", team.folder / "out")
    path = team.folder / "out/data/canonical/all.jsonl"
    records = {one["id"]: one for one in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    by_status: dict[str, set[str]] = {}
    for one in records.values():
        by_status.setdefault(one["status"], set()).add(one["id"])
    assert by_status.pop("gold") == set(gold)
    assert by_status.pop("discarded") == {plan.shared[6]}
    assert by_status.pop("single") == {clause for alone in plan.alone.values() for clause in alone}
    assert {name: len(clauses) for name, clauses in by_status.items()} == {"unreviewed": 206}
    for clause, expected in gold.items():
        labels = records[clause]["labels"]
        assert {name: labels[name] for name in expected} == expected
        assert labels["responsible_unit_state"] == "none"
        said = {one["reviewer"]: one["labels"]["clause_type"] for one in records[clause]["reviews"]}
        kinds = dict(zip(TEAM, KINDS[plan.shared.index(clause)], strict=True))
        assert said == (kinds | {WANG: TASK} if clause == plan.shared[8] else kinds)
