"""A project in the middle of a round, with a rare word in whatever somebody else can say there."""

from pathlib import Path

from annotator.flows.opening import create
from annotator.model.addition import Addition, addition_id
from annotator.model.event import Change
from annotator.model.hold import Hold
from annotator.model.review import Suggestion
from annotator.model.round import Round, Task
from annotator.model.units import NOWHERE
from annotator.store import (
    additions,
    asked,
    codebooks,
    documents,
    drafts,
    events,
    holding,
    people,
    rounds,
    suggestions,
)
from annotator.store.project import Project
from tests.making import add_document

LEAD, ME, OTHER = "李组长", "王芳", "赵六"
WORD = "麒麟"
AGAIN = "貔貅"
"""What ME says when a clause comes again."""
TEXTS = ["建设算力平台。", "发展智慧养老。", "加强组织领导。"]


def blind_project(path: Path) -> list[str]:
    """Make it, with an open round for ME and OTHER; returns the ids of its clauses."""
    with create(path, LEAD) as project:
        clauses = add_document(project, TEXTS, reviewer=LEAD)
        for name in (ME, OTHER):
            people.welcome(project, name)
        holding.hold(project, LEAD, Hold(0.5, 3))
        suggestions.add(project, [Suggestion(one, "category", "m", "1", ("data",), 0.9) for one in clauses])
        tasks = {ME: [*map(Task, clauses), Task(clauses[0], 2)], OTHER: [Task(one) for one in clauses]}
        rounds.add(project, LEAD, Round.of("第一轮", "work", {"seed": 1}, tasks), tasks, clauses[:1])
        _work(project, clauses)
    return clauses


def _work(project: Project, clauses: list[str]) -> None:
    mine = [Change("label", clauses[0], "category", ["data"], suggested=True)]
    mine.append(Change("submit", clauses[0], value="submitted"))
    mine.append(Change("note", clauses[0], value=AGAIN, pass_no=2))
    events.record(project, ME, mine, origin="key", seconds=3)
    unit = {"org_id": None, "name": f"{WORD}局", "role": "lead", **NOWHERE}
    for clause in clauses:
        said = [
            Change("label", clause, "category", ["model"], suggested=True),
            Change("label", clause, "responsible_unit", [unit]),
            Change("label", clause, f"备注{WORD}", [f"{WORD}一词"]),
            Change("note", clause, value=f"{WORD}的意见"),
            Change("note", clause, "category", f"因为{WORD}"),
            Change("question", clause, value=f"{WORD}是什么？"),
            Change("flag", clause, value=True),
            Change("reject", clause, f"category:{WORD}", True),
            Change("evidence", clause, "category", [{"surface": WORD, "start": 0, "end": 2}]),
            Change("submit", clause, value="submitted"),
        ]
        events.record(project, OTHER, said, origin="key", seconds=5)
        decided = {"how": "anew", "from": [OTHER], "reason": f"{WORD}有据", "seen": {}}
        lead = [
            Change("label", clause, "responsible_unit", [unit], layer="gold"),
            Change("decision", clause, "responsible_unit", decided, layer="gold"),
            Change("return", clause, OTHER, {"reason": f"请看{WORD}", "fields": []}, layer="project"),
            Change("reply", clause, OTHER, f"{WORD}是神兽", layer="project"),
        ]
        events.record(project, LEAD, lead, origin="command")
        drafts.keep(project, drafts.Place(OTHER, clause, "note", ""), f"{WORD}未写完")
    place = f"{WORD}省"
    additions.enter(project, OTHER, Addition(addition_id(f"{WORD}局", place), f"{WORD}局", place))
    asked.remember(project, OTHER, f"note:{WORD}")
    assert documents.listing(project)
    assert codebooks.in_force(project)
