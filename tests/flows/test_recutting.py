"""A better cutter meets a labelled project: what it would change, what stays, what is offered."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest

from annotator.errors import Refused
from annotator.flows.adjudicating import Adjudicating
from annotator.flows.cutting import Cutting
from annotator.flows.importing import import_files
from annotator.flows.merging import merge
from annotator.flows.recutting import Plan, Recutting
from annotator.flows.reviewing import Reviewing
from annotator.model.addition import Addition, addition_id
from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.document import Clause, Document
from annotator.model.edit import Edit
from annotator.model.event import Change
from annotator.model.former import Former
from annotator.model.review import Person
from annotator.model.round import Round, Task
from annotator.store import additions, cuttings, documents, events, people, recuts, rounds, suggestions
from annotator.store.former import former
from annotator.store.project import Project
from annotator.store.verify import verify
from annotator.tools.text import CUTTER, cut
from annotator.tools.text.recut import merged, split
from annotator.tui.assigned import queues
from tests.making import add_document

TEXT = """上海市算力建设工作方案
一、任务
1.建设平台。建成三处算力平台；加快建立调度机制，由市经信委负责。（责任单位：市科委、市教委）
2.推进应用。推进各类应用。（责任单位：市数据局）
立足本市实际，鼓励探索。
二、保障
3.加强领导。
"""
Cutter = Callable[[str], Sequence[Segment]]


def same(source: str) -> Sequence[Segment]:
    return cut(source)


def at_sentences(source: str) -> list[Segment]:
    """Cuts before 加快, wherever that stands inside a clause."""
    found = list[Segment]()
    for one in cut(source):
        at = one.text.find("加快") if one.kind == "clause" else 0
        found += split(source, one, at) if at > 0 else [one]
    return found


def joining(source: str) -> list[Segment]:
    """Makes one of clauses that stand next to each other under one heading."""
    found = list[Segment]()
    for one in cut(source):
        if found and one.kind == found[-1].kind == "clause" and one.level == found[-1].level:
            found[-1] = merged(source, [found[-1], one])
        else:
            found.append(one)
    return found


def wider(source: str) -> list[Segment]:
    """The white space between the second clause and the one behind it goes to the latter, as do two signs."""
    found = list(cut(source))
    n = [n for n, one in enumerate(found) if one.kind == "clause"][1]
    found[n : n + 2] = [
        replace(found[n], end=found[n].end - 1),
        replace(found[n + 1], start=found[n + 1].start - 1),
    ]
    return found


def headed(source: str) -> list[Segment]:
    """Takes the line without a number for a heading, under which nothing stands."""
    return [
        replace(one, kind="heading") if one.kind == "clause" and not one.marker else one
        for one in cut(source)
    ]


def nothing(source: str) -> list[Segment]:
    return [Segment("boilerplate", 0, "", (), 0, len(source), source, 0, len(source))]


@pytest.fixture
def document(project: Project, codebook: Codebook, tmp_path: Path) -> Document:
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert import_files(project, "li", codebook, [path])[0].clauses == 4
    return documents.listing(project)[0]


@pytest.fixture
def work(project: Project, codebook: Codebook, document: Document) -> Reviewing:
    return Reviewing(project, codebook, "li")


def clauses(project: Project) -> list[Clause]:
    return list(documents.clauses(project, documents.listing(project)[0]))


def flow(work: Reviewing, better: Cutter, name: str = "rules/next", **options: bool) -> Recutting:
    return Recutting(work.project, work.codebook, "li", cut=better, cutter=name, **options)


def planned(work: Reviewing, better: Cutter, **options: bool) -> Plan:
    return flow(work, better, **options).plan(documents.listing(work.project)[0])


def recut(work: Reviewing, better: Cutter, name: str = "rules/next", **options: bool) -> str | None:
    """Cut the first document anew; why it was left as it is."""
    this = flow(work, better, name, **options)
    return this.apply(this.plan(documents.listing(work.project)[0]))


def formers(work: Reviewing, ord_no: int, reviewer: str = "li") -> list[Former]:
    found = documents.listing(work.project)[0]
    clause = documents.clause(work.project, found, ord_no)
    assert clause
    return former(work.project, found, clause, reviewer)


def hand_split(work: Reviewing, ord_no: int, before: str) -> None:
    found = documents.listing(work.project)[0]
    clause = documents.clause(work.project, found, ord_no)
    assert clause
    Cutting(work.project, work.codebook, "li").split(found, clause, clause.text.index(before))


def content(project: Project) -> list[int]:
    tables = ("event", "cutting", "piece", "placement", "suggestion")
    return [project.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


# ---------------------------------------------------------------- comparing


def test_the_same_cutter_changes_nothing(work: Reviewing) -> None:
    plan = planned(work, same)
    assert (plan.changes, plan.left, plan.comparison.same) == (False, None, 4)
    before = events.count(work.project)
    assert recuts.outdated(work.project, "rules/next")
    assert recut(work, same) is None
    assert events.count(work.project) == before
    assert not recuts.outdated(work.project, "rules/next")
    assert not recuts.outdated(work.project, CUTTER)
    assert not list(verify(work.project))


@pytest.mark.parametrize(
    ("better", "counts", "stay"),
    [
        (at_sentences, {"split": 1}, 3),
        (joining, {"merged": 3}, 1),
        (wider, {"moved": 2}, 2),
        (headed, {"gone": 1}, 3),
        (nothing, {"gone": 4}, 0),
    ],
)
def test_a_comparison_counts_what_becomes_of_clauses_and_writes_nothing(
    work: Reviewing, better: Cutter, counts: dict[str, int], stay: int
) -> None:
    before = content(work.project)
    found = planned(work, better).comparison
    assert {fate: count for fate, count in found.counts.items() if count} == counts
    assert found.same + len(found.other) == stay
    assert content(work.project) == before


def test_what_reads_otherwise_is_told_by_aspect(work: Reviewing) -> None:
    def better(source: str) -> list[Segment]:
        found = list(cut(source))
        n = next(n for n, one in enumerate(found) if one.kind == "clause")
        one, at = found[n], found[n].text_start
        edit = Edit(at, at + 2, "test", "建设", "建成")
        found[n] = replace(
            one, marker="１．", text="建成" + one.text[2:], edits=(edit,), path=("别处",), tail="（略）"
        )
        return found

    plan = planned(work, better)
    assert list(plan.comparison.other.values()) == [("marker", "text", "units", "path", "repairs")]
    assert (plan.comparison.same, plan.changes, plan.comparison.changes) == (3, True, ())


def test_a_plan_tells_what_lies_on_the_clauses_that_go(work: Reviewing) -> None:
    project, (whole, second, *_) = work.project, clauses(work.project)
    work.finish(whole.clause_id, {"category": ["infra"]})
    work.flag(whole.clause_id)
    work.note(whole.clause_id, "看")
    work.ask(whole.clause_id, "？")
    work.put(second.clause_id, {"category": ["data"]})
    events.record(
        project, "li", [Change("label", whole.clause_id, "category", ["data"], "gold")], origin="key"
    )
    rounds.add(project, "li", *a_round(whole.clause_id))
    plan = planned(work, at_sentences)
    assert dict(plan.holding) == {
        whole.clause_id: ["labels", "states", "gold", "notes", "flags", "questions", "tasks"]
    }
    assert (plan.rounds, plan.left) == (["一轮"], "round")


def test_other_units_of_the_gazetteer_are_a_change_of_suggestions_alone(work: Reviewing) -> None:
    project = work.project
    first = clauses(project)[0]
    name = "上海市经信委办公室"
    addition = Addition(addition_id(name, ""), name, "", ("市经信委",))
    additions.enter(project, "li", addition)
    additions.settle(project, "li", addition._replace(state="confirmed"))
    plan = planned(work, same)
    assert (plan.cut, plan.changes, plan.otherwise) == (False, True, [first.clause_id])
    before = events.count(project)
    assert recut(work, same) is None
    assert events.count(project) == before
    found = [one for one in suggestions.of(project, [first.clause_id]) if one.field == "responsible_unit"]
    assert next(item["name"] for one in found for item in one.value) == name
    assert not planned(work, same).changes


# ---------------------------------------------------------------- in force


def test_an_unchanged_clause_keeps_its_labels_and_a_changed_one_is_offered_them(work: Reviewing) -> None:
    project = work.project
    for clause in clauses(project):
        work.finish(clause.clause_id, {"category": ["infra"]})
    before = {clause.clause_id: work.review(clause.clause_id) for clause in clauses(project)}
    whole, *others = clauses(project)
    assert recut(work, at_sentences) is None
    now = clauses(project)
    assert [one.clause_id for one in now[2:]] == [one.clause_id for one in others]
    assert [work.review(one.clause_id) for one in now[2:]] == list(before.values())[1:]
    for ord_no in (0, 1):
        assert [one.clause_id for one in formers(work, ord_no)] == [whole.clause_id]
        assert suggestions.of(project, [now[ord_no].clause_id])
    assert not list(verify(project))
    work.undo()
    assert clauses(project) == [whole, *others]
    assert {one.clause_id: work.review(one.clause_id) for one in clauses(project)} == before
    work.redo()
    assert clauses(project) == now
    assert not list(verify(project))


def test_every_reviewer_is_offered_what_they_said_and_several_that_became_one(work: Reviewing) -> None:
    project = work.project
    wang = Reviewing(project, work.codebook, "wang")
    first, second, third, _ = clauses(project)
    work.put(first.clause_id, {"category": ["infra"]})
    work.put(third.clause_id, {"category": ["data"]})
    wang.put(second.clause_id, {"category": ["model"]})
    assert recut(work, joining) is None
    assert len(clauses(project)) == 2
    assert [one.clause_id for one in formers(work, 0)] == [third.clause_id, first.clause_id]
    assert [one.clause_id for one in formers(work, 0, "wang")] == [second.clause_id]
    assert formers(work, 1) == []


def test_the_nearest_is_offered_before_the_last(work: Reviewing) -> None:
    first, second, *_ = [*clauses(work.project)[1:], None]
    assert first
    assert second
    work.put(second.clause_id, {"category": ["infra"]})
    work.put(first.clause_id, {"category": ["data"]})
    assert recut(work, wider) is None
    # The sign that was the first one's belongs to the second one now.
    assert [one.clause_id for one in formers(work, 2)] == [second.clause_id, first.clause_id]


def test_one_undo_takes_back_one_document(work: Reviewing) -> None:
    add_document(work.project, ["一；加快二。"])
    first, second = documents.listing(work.project)
    this = flow(work, at_sentences)
    assert [this.apply(plan) for plan in this.plans([first, second])] == [None, None]
    assert [one.clauses for one in documents.listing(work.project)] == [5, 2]
    work.undo()
    assert [one.clauses for one in documents.listing(work.project)] == [5, 1]
    work.undo()
    assert documents.listing(work.project) == [first, second]


def test_only_an_owner_cuts_anew(work: Reviewing) -> None:
    Reviewing(work.project, work.codebook, "wang")
    with pytest.raises(Refused) as caught:
        Recutting(work.project, work.codebook, "wang")
    assert caught.value.key == "people.no_cut"
    this = flow(work, at_sentences)
    plan = this.plan(documents.listing(work.project)[0])
    people.store(work.project, "li", Person("wang", "wang", roles=("owner",)))
    people.store(work.project, "wang", Person("li", "li", roles=("annotator",)))
    with pytest.raises(Refused):
        this.apply(plan)


def test_a_document_cut_meanwhile_is_left(work: Reviewing) -> None:
    this = flow(work, at_sentences)
    plan = this.plan(documents.listing(work.project)[0])
    hand_split(work, 1, "推进各类")
    before = content(work.project)
    assert this.apply(plan) == "meanwhile"
    assert content(work.project) == before
    plan = this.plan(documents.listing(work.project)[0])
    cuttings.retire(work.project, "li", plan.document.doc_id)
    assert this.apply(plan) == "meanwhile"


def test_a_cutting_without_a_clause_is_not_put_in_force(work: Reviewing) -> None:
    before = content(work.project)
    assert recut(work, nothing) == "empty"
    assert content(work.project) == before
    assert recuts.outdated(work.project, "rules/next")


# ---------------------------------------------------------------- cuts by hand


def test_what_was_cut_by_hand_stays_cut(work: Reviewing) -> None:
    hand_split(work, 1, "推进各类")
    now = clauses(work.project)
    plan = planned(work, at_sentences)
    assert (plan.by_hand, plan.cutter, plan.comparison.counts["split"]) == (1, "li", 1)
    assert recut(work, at_sentences) is None
    assert [one.text for one in clauses(work.project)][2:4] == [one.text for one in now[1:3]]
    assert [one.clause_id for one in clauses(work.project)[2:]] == [one.clause_id for one in now[1:]]
    assert not list(verify(work.project))
    # It is known as cut by hand the next time, too, and another cutter keeps it again.
    assert recut(work, same, "rules/3") is None
    assert [one.clause_id for one in clauses(work.project)] == [one.clause_id for one in now]


def test_a_merge_by_hand_stays_under_the_heading_that_stands_above_it_then(work: Reviewing) -> None:
    def renamed(source: str) -> list[Segment]:
        return [replace(one, text=one.text.replace("任务", "事项")) for one in cut(source)]

    found = clauses(work.project)
    Cutting(work.project, work.codebook, "li").merge(documents.listing(work.project)[0], found[1], found[2])
    whole = clauses(work.project)[1]
    assert recut(work, renamed) is None
    now = clauses(work.project)[1]
    assert (now.clause_id, now.text) == (whole.clause_id, whole.text)
    assert now.path == ("事项",)


def test_what_was_cut_by_hand_gets_the_new_repairs(work: Reviewing) -> None:
    def repaired(source: str) -> list[Segment]:
        found = list(cut(source))
        n = next(n for n, one in enumerate(found) if one.text.startswith("推进应用"))
        at = source.index("各类应用")
        edit = Edit(at, at + 2, "test", "各类", "多种")
        found[n] = replace(found[n], text=found[n].text.replace("各类", "多种"), edits=(edit,))
        return found

    hand_split(work, 1, "推进各类")
    ids = [one.clause_id for one in clauses(work.project)]
    assert recut(work, repaired) is None
    assert [one.clause_id for one in clauses(work.project)] == ids
    assert clauses(work.project)[2].text == "推进多种应用。"
    assert not list(verify(work.project))


@pytest.mark.parametrize("better", [wider, joining])
def test_a_document_in_which_they_have_no_place_is_left(work: Reviewing, better: Cutter) -> None:
    hand_split(work, 1, "推进各类")
    before, now = content(work.project), clauses(work.project)
    assert recut(work, better) == "hand"
    assert content(work.project) == before
    assert recut(work, better, discard=True) is None
    assert clauses(work.project) != now
    assert recuts.by_hand(work.project, documents.listing(work.project)[0].cutting) is False
    work.undo()
    assert clauses(work.project) == now


def test_what_the_cutter_does_itself_now_is_no_longer_by_hand(work: Reviewing) -> None:
    hand_split(work, 0, "加快")
    now = [one.clause_id for one in clauses(work.project)]
    plan = planned(work, at_sentences)
    assert (plan.cutter, plan.comparison.changes) == ("rules/next", ())
    assert recut(work, at_sentences) is None
    assert [one.clause_id for one in clauses(work.project)] == now


# ---------------------------------------------------------------- rounds


def a_round(*clause_ids: str) -> tuple[Round, dict[str, list[Task]]]:
    tasks = {"li": [Task(one, 1) for one in clause_ids]}
    return Round.of("一轮", "work", {}, tasks), tasks


def test_clauses_of_an_open_round_stay_unless_it_is_asked_for(work: Reviewing) -> None:
    project = work.project
    first, _, _, last = clauses(project)
    made, tasks = a_round(first.clause_id, last.clause_id)
    rounds.add(project, "li", made, tasks)
    before = content(project)
    assert recut(work, at_sentences) == "round"
    assert content(project) == before
    assert recut(work, at_sentences, during_rounds=True) is None
    (queue,) = queues(project, "li")
    assert (queue.done.assigned, queue.done.gone, queue.done.left) == (2, 1, 1)
    work.undo()
    rounds.close(project, "li", made.id)
    assert recut(work, at_sentences) is None


def test_a_round_that_came_since_the_plan_is_seen(work: Reviewing) -> None:
    this = flow(work, at_sentences)
    plan = this.plan(documents.listing(work.project)[0])
    rounds.add(work.project, "li", *a_round(clauses(work.project)[0].clause_id))
    assert this.apply(plan) == "round"


# ---------------------------------------------------------------- taken over at once


def test_labels_follow_where_one_former_clause_is_nearly_the_same(work: Reviewing) -> None:
    project = work.project
    first, second, third, last = clauses(project)
    for one in (first, second, last):
        work.finish(one.clause_id, {"category": ["infra"]})
    work.put(third.clause_id, {"category": ["data"]})
    work.flag(second.clause_id)
    place = {"surface": "推进", "start": second.text_start, "end": second.text_start + 2}
    work.mark(second.clause_id, work.codebook.clause_fields[0], [place])
    said = {one.clause_id: work.review(one.clause_id) for one in (second, third)}
    assert recut(work, wider) is None
    now = clauses(project)
    every = documents.listing(project)
    wang = Reviewing(project, work.codebook, "wang")
    assert wang.carry_all(every) == (0, 0)
    assert work.carry_all(every) == (2, 1)
    # The words are the same: what was finished is; what was a draft is one.
    assert work.review(now[1].clause_id) == said[second.clause_id]
    assert work.review(now[2].clause_id) == said[third.clause_id]
    assert work.carry_all(every) == (0, 0)
    made = list(events.read(project, "origin = 'carry'"))
    assert len({one.act for one in made}) == 1
    assert {one.reviewer for one in made} == {"li"}
    work.undo()
    assert not work.review(now[1].clause_id).touched
    assert not list(verify(project))


def test_halves_and_what_was_answered_since_take_nothing_over_at_once(work: Reviewing) -> None:
    project = work.project
    first, second, *_ = clauses(project)
    work.finish(first.clause_id, {"category": ["infra"]})
    assert recut(work, at_sentences) is None
    assert work.carry_all(documents.listing(project)) == (0, 0)
    work.undo()
    work.finish(second.clause_id, {"category": ["infra"]})
    assert recut(work, wider) is None
    now = clauses(project)[1]
    work.put(now.clause_id, {"category": ["data"]})
    assert work.carry_all(documents.listing(project)) == (1, 0)
    review = work.review(now.clause_id)
    assert (review.values["category"], review.state) == (["data"], "draft")


def test_decisions_follow_by_whoever_may_decide(work: Reviewing) -> None:
    project = work.project
    for name in ("wang", "zhao"):
        Reviewing(project, work.codebook, name)
    people.store(project, "li", Person("zhao", "zhao", roles=("arbitrator",)))
    second = clauses(project)[1]
    work.finish(second.clause_id, {"category": ["infra"]})
    desk = Adjudicating(project, work.codebook, "zhao")
    desk.put(desk.cases.one(second.clause_id), {"category": ["data"]}, "见定义")
    assert recut(work, wider) is None
    now, every = clauses(project)[1].clause_id, documents.listing(project)
    work.carry_all(every)
    assert Adjudicating(project, work.codebook, "li").carry_all(every) == 0  # their own work
    with pytest.raises(Refused):
        Adjudicating(project, work.codebook, "wang")
    assert desk.carry_all(every) == 1
    case = desk.cases.one(now)
    decision = case.decisions["category"]
    assert (decision.value, decision.reason, decision.by, case.stale) == (["data"], "见定义", "zhao", ())
    assert desk.carry_all(every) == 0
    assert not list(verify(project))


def test_the_log_holds_the_cutting_in_words_of_its_own(work: Reviewing) -> None:
    before = documents.listing(work.project)[0].cutting_id
    recut(work, joining)
    (event,) = events.read(work.project, "origin = 'recut'")
    assert (event.kind, event.reviewer, event.layer) == ("cut", "li", "project")
    found = recuts.recut(work.project, before, event.value)
    assert found == ("merge", 0, 3)
    recut(work, wider, "rules/3")
    after = documents.listing(work.project)[0].cutting_id
    assert recuts.recut(work.project, event.value, after) == ("anew", 0, 1)
    json.dumps(event.value)


def test_copies_of_which_one_was_cut_anew_lose_nothing(work: Reviewing, tmp_path: Path) -> None:
    project, (whole, second, *_) = work.project, clauses(work.project)
    work.project.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = Path(copyfile(project.path, tmp_path / "copy.db"))
    assert recut(work, at_sentences) is None
    work.put(clauses(project)[0].clause_id, {"category": ["data"]})
    with Project.open(copy) as other:
        wang = Reviewing(other, work.codebook, "wang")
        for one in (whole, second):
            wang.put(one.clause_id, {"category": ["infra"]})
    merge(project, [copy])
    assert not list(verify(project))
    assert [one.clause_id for one in formers(work, 1, "wang")] == [whole.clause_id]
    here = Reviewing(project, work.codebook, "wang")
    assert here.review(second.clause_id).values["category"] == ["infra"]
    assert work.review(clauses(project)[0].clause_id).values["category"] == ["data"]
