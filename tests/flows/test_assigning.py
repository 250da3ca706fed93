"""Rounds come to be: what is drawn from, for whom, and what is refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli.group import annotator
from annotator.errors import AnnotatorError
from annotator.flows.assigning import Asked, Proposal, propose, record
from annotator.flows.grading import accuracy
from annotator.flows.leading import balance, parts
from annotator.model.codebook import Codebook
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.model.round import Round, Task
from annotator.store import cuttings, events, people, repeating, rounds
from annotator.store.project import Project
from annotator.store.round_figures import Done
from annotator.tools.drawing import Plan
from tests.making import add_document, faults


@pytest.fixture
def clauses(project: Project) -> list[str]:
    for name in ("wang", "zhao", "王芳", "李四", "王五"):
        people.store(project, "li", Person(name, name))
    return [
        *add_document(project, [f"第{n}句。" for n in range(20)]),
        *add_document(project, [f"又{n}句。" for n in range(10)], name="乙.txt"),
    ]


def drawn(
    project: Project, codebook: Codebook, *to: str, name: str = "一", plan: Plan | None = None, **more: object
) -> Proposal:
    asked = Asked(name, to, plan or Plan(), **more)  # type: ignore[arg-type]
    return propose(project, codebook, "li", asked)


def given(proposal: Proposal) -> set[str]:
    return {task.clause_id for tasks in proposal.drawn.tasks.values() for task in tasks}


def decide(project: Project, clause_ids: list[str]) -> None:
    said = {"how": "anew", "from": [], "reason": "", "seen": {}}
    changes = [Change("label", one, "category", ["data"], layer="gold") for one in clause_ids]
    changes += [Change("decision", one, "category", said, layer="gold") for one in clause_ids]
    events.record(project, "li", changes, origin="command")


def test_a_round_is_drawn_shown_and_recorded_whole(
    project: Project, codebook: Codebook, clauses: list[str], path: Path
) -> None:
    proposal = drawn(project, codebook, "王芳,李四、王五", plan=Plan(overlap=0.3, retest=0.1))
    assert given(proposal) == set(clauses)
    assert not rounds.rounds(project)
    before = events.count(project)
    assert record(project, "li", proposal)
    assert events.count(project) == before + 1 + 3
    assert rounds.assignments(project, proposal.round.id) == proposal.drawn.tasks
    assert faults(path) == []


def test_the_same_line_gives_the_same_round_and_another_one_under_its_name_is_refused(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    first = drawn(project, codebook, "li", "wang", plan=Plan(seed=3))
    assert record(project, "li", first)
    again = drawn(project, codebook, "li", "wang", plan=Plan(seed=3))
    assert (again.round.id, again.there) == (first.round.id, True)
    assert not record(project, "li", again)
    with pytest.raises(AnnotatorError) as refused:
        drawn(project, codebook, "li", "wang", plan=Plan(seed=4))
    assert refused.value.key == "assigning.name_taken"


def test_the_next_round_draws_what_no_other_has_and_nobody_decided(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    decide(project, clauses[:3])
    record(project, "li", first := drawn(project, codebook, "wang", plan=Plan(most=10)))
    second = drawn(project, codebook, "wang", name="二")
    assert given(first) | given(second) == set(clauses[3:])
    assert not given(first) & given(second)


def test_training_takes_decided_clauses_for_everyone(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    with pytest.raises(AnnotatorError) as refused:
        drawn(project, codebook, "wang", kind="training")
    assert refused.value.key == "assigning.nothing_decided"
    decide(project, clauses[:3])
    proposal = drawn(project, codebook, "wang", "zhao", kind="training", plan=Plan(overlap=1, each=9))
    assert [set(tasks) for tasks in proposal.drawn.tasks.values()] == [{Task(one) for one in clauses[:3]}] * 2


def test_checks_are_decided_clauses_that_the_reviewer_has_not_worked_on_and_stand_in_no_word_of_the_round(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    decide(project, clauses[:4])
    events.record(project, "wang", [Change("label", clauses[0], "category", ["data"])], origin="key")
    proposal = drawn(project, codebook, "wang", "zhao", plan=Plan(check=0.2))
    mine = {
        name: {task.clause_id for task in tasks} & proposal.drawn.checks
        for name, tasks in proposal.drawn.tasks.items()
    }
    assert {name: len(one) for name, one in mine.items()} == {"wang": 3, "zhao": 3}
    assert clauses[0] not in mine["wang"]
    assert not proposal.short
    assert "check" not in proposal.round.drawn
    assert drawn(project, codebook, "wang", plan=Plan(check=1.0)).short
    record(project, "li", proposal)
    assert rounds.checks(project, proposal.round.id) == proposal.drawn.checks


def test_documents_queries_and_wanted_codes_choose_what_is_drawn(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    assert given(drawn(project, codebook, "wang", documents=["乙.txt"])) == set(clauses[20:])
    assert given(drawn(project, codebook, "wang", where="又3句")) == {clauses[23]}
    heavy = clauses[::10]
    events.record(
        project, "wang", [Change("label", one, "category", ["data"]) for one in heavy], origin="key"
    )
    people.welcome(project, "wang")
    assert given(drawn(project, codebook, "zhao", where="reviewer:wang category:数据要素")) == set(heavy)
    often = sum(
        len(
            given(drawn(project, codebook, "wang", more_of=["数据要素"], plan=Plan(seed=seed, most=6)))
            & set(heavy)
        )
        for seed in range(40)
    )
    assert often > 40 * 6 * len(heavy) / len(clauses) * 2
    for wrong, key in ({"more_of": ["没有"]}, "no_code"), ({"where": "没有这样的字"}, "nothing_to_draw"):
        with pytest.raises(AnnotatorError) as refused:
            drawn(project, codebook, "wang", **wrong)
        assert refused.value.key == f"assigning.{key}"


@pytest.mark.parametrize(
    ("to", "name", "key"),
    [([""], "一", "nobody"), ([], "一", "nobody"), (["a\nb"], "一", "bad_reviewer"), (["x" * 61], "一", "bad_reviewer"),
     (["wang"], "\x1b[31m", "bad_name"), (["wang"], " ", "bad_name"),
     (["wang", "王方"], "一", "unknown")],
)  # fmt: skip
def test_names_that_cannot_be_are_refused(
    project: Project, codebook: Codebook, to: list[str], name: str, key: str
) -> None:
    with pytest.raises(AnnotatorError) as refused:
        drawn(project, codebook, *to, name=name)
    assert refused.value.key == f"assigning.{key}"


def test_a_person_is_meant_by_any_name_and_one_with_a_comma_by_the_whole(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    people.store(project, "li", Person("wang", "王方"))
    people.join(project, "li", ["小王"], "wang")
    people.store(project, "li", Person("Li, Ming", "Li, Ming"))
    proposal = drawn(project, codebook, "小王,王方", "Li, Ming")
    assert list(proposal.drawn.tasks) == ["wang", "Li, Ming"]


def test_only_owner_and_supervisor_may(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    people.store(project, "li", Person("wang", "wang"))
    people.store(project, "li", Person("zhao", "zhao", roles=("supervisor",)))
    assert propose(project, codebook, "zhao", Asked("一", ["wang"], Plan()))
    for who in ("wang", "nobody"):
        with pytest.raises(AnnotatorError) as refused:
            propose(project, codebook, who, Asked("一", ["wang"], Plan()))
        assert refused.value.key == "people.no_assign"


def test_checks_from_other_documents_stand_where_they_are_read(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    decide(project, clauses[3:6])
    plan = Plan(check=0.3, order="document")
    (tasks,) = drawn(project, codebook, "wang", plan=plan, documents=["乙.txt"]).drawn.tasks.values()
    assert [task.clause_id for task in tasks] == [*clauses[3:6], *clauses[20:]]


def test_an_empty_project_has_nothing_to_draw(project: Project, codebook: Codebook) -> None:
    people.store(project, "li", Person("wang", "wang"))
    with pytest.raises(AnnotatorError) as refused:
        drawn(project, codebook, "wang")
    assert refused.value.key == "assigning.nothing_to_draw"


def test_the_lead_reads_how_far_everyone_is_and_whose_labels_are_odd(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    tasks = {"wang": [Task(one) for one in clauses], "zhao": [Task(one) for one in clauses]}
    made = Round.of("一", "work", {}, tasks)
    rounds.add(project, "li", made, tasks)
    for who in tasks:
        for n, one in enumerate(clauses[:25]):
            code = "model" if who == "zhao" and n % 5 else "data"
            said = [
                Change("label", one, "category", [code, "infra"]),
                Change("submit", one, value="submitted"),
            ]
            events.record(project, who, said, origin="key", seconds=36)
    cuttings.retire(project, "li", next(doc for doc in _documents(project) if "乙" in doc[1])[0])
    assert {part.reviewer: (part.done, part.hourly) for part in parts(project, made)} == {
        "wang": (Done(30, 25, 5), 100.0), "zhao": (Done(30, 25, 5), 100.0),
    }  # fmt: skip
    used = {one.code: one for one in balance(project, codebook, made, ["wang", "zhao", "sun"])}
    assert set(used) == {"data", "model"}
    assert used["data"].everyone == 30 / 50
    assert used["data"].each == {"wang": (1.0, True), "zhao": (5 / 25, True), "sun": None}
    assert used["model"].each["zhao"] == (20 / 25, True)


def test_what_was_assigned_to_several_names_of_a_person_is_theirs(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    tasks = {"wang": [Task(clauses[0]), Task(clauses[1])], "王": [Task(clauses[1]), Task(clauses[2])]}
    made = Round.of("一", "work", {}, tasks)
    rounds.add(project, "li", made, tasks, clauses[:3])
    for who, clause in (("wang", clauses[0]), ("王", clauses[2])):
        said = [Change("label", clause, "category", ["data"]), Change("submit", clause, value="submitted")]
        events.record(project, who, said, origin="key")
    decide(project, clauses[:3])
    people.join(project, "li", ["王"], "wang")
    assert [(part.reviewer, part.done) for part in parts(project, made)] == [("wang", Done(3, 2, 0))]
    assert accuracy(project, codebook, made, "wang")["category"].n == 2


def _documents(project: Project) -> list[tuple[str, str]]:
    return project.db.execute("SELECT doc_id, file_name FROM document").fetchall()


def test_the_command_assigns_lists_closes_and_opens_again(
    path: Path, project: Project, clauses: list[str]
) -> None:
    def run(*line: str) -> tuple[int, str]:
        done = CliRunner().invoke(annotator, ["assign", *line, "--project", str(path), "--reviewer", "li"])
        return done.exit_code, done.output

    assert run("--list") == (0, "还没有分派过。\n")
    code, out = run("--name", "一", "--to", "wang,zhao", "--overlap", "50%", "--dry-run")
    assert (code, "没有保存" in out, "15 条多人共标" in out) == (0, True, True)
    assert run("--name", "一", "--to", "wang,zhao", "--each", "2")[0] == 0
    assert "早已这样分派" in run("--name", "一", "--to", "wang,zhao", "--each", "2")[1]
    assert "0/30" in run("--list")[1]
    assert '"assigned": 30' in run("--list", "--json")[1]
    told = "结束前：wang 0/30、zhao 0/30；没做完的共 60 条。\n已结束“一”。\n"
    assert run("--close", "一")[1] == told
    assert "早已结束" in run("--close", "一")[1]
    assert "已重开" in run("--reopen", "一")[1]
    for wrong in (["--list", "--close", "一"], [], ["--close", "二"], ["--name", "二", "--to", "w", "--overlap", "30"],
                  ["--name", "二", "--to", "w", "--retest", "60%"], ["--name", "二", "--to", "w", "--training", "--each", "2"]):  # fmt: skip
        assert run(*wrong)[0] != 0


def test_of_two_rounds_of_one_name_the_open_one_is_closed_or_one_is_named(
    path: Path, project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    def run(*line: str) -> str:
        return (
            CliRunner()
            .invoke(annotator, ["assign", *line, "--project", str(path), "--reviewer", "li"])
            .output
        )

    ids = []
    for seed in (1, 2):
        given = {"wang": [Task(clauses[seed])]}
        new = Round.of("一", "work", {"seed": seed}, given)
        rounds.add(project, "li", new, given)
        ids.append(new.id)
    assert all(one in run("--close", "一") for one in ids)
    assert run("--close", ids[0]).endswith("\n已结束“一”。\n")
    assert run("--close", "一").endswith("\n已结束“一”。\n")
    assert not any(one.open for one in rounds.rounds(project))
    assert "早已结束" in run("--close", "一")
    assert all(one in run("--reopen", "一") for one in ids)


def test_clauses_that_read_alike_are_told_of_and_may_be_drawn_once(
    project: Project, codebook: Codebook, path: Path
) -> None:
    people.store(project, "li", Person("王芳", "王芳"))
    same = "完善全民健身公共服务体系，新建改建社区体育设施，举办群众性赛事活动。"
    first = add_document(project, [same, "另有一条与别的都不相同。"])
    second = add_document(project, [same.replace("群众性", "全市性"), same], name="乙.txt")
    repeating.extend(project)
    proposal = drawn(project, codebook, "王芳")
    assert given(proposal) == {*first, *second}
    assert proposal.repeated == 2
    line = ["assign", "--name", "二", "--to", "王芳", "--reviewer", "li", "--project", str(path), "--dry-run"]
    assert "2 条与所抽的前面条款相同或相近" in CliRunner().invoke(annotator, line).stderr
    once = drawn(project, codebook, "王芳", once=True)
    assert given(once) == set(first)
    assert (once.repeated, once.round.drawn["once"]) == (0, True)
    assert "once" not in proposal.round.drawn
