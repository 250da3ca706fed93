"""What an arbitrator does to the data: only gold and returns change, and every act is taken back whole."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError, Refused
from annotator.flows import revising
from annotator.flows.adjudicating import Adjudicating, orders
from annotator.flows.filing import file_labels
from annotator.flows.merging import merge
from annotator.flows.reviewing import Reviewing
from annotator.model.addition import Addition
from annotator.model.review import Person
from annotator.model.round import Round, Task
from annotator.store import (
    additions,
    asking,
    codebooks,
    cuttings,
    documents,
    executors,
    gold,
    people,
    reviews,
    rounds,
)
from annotator.store.project import Project
from annotator.store.undo import redo, undo
from annotator.store.verify import verify
from annotator.tools.codebook import parse, shipped, with_keys
from tests.adjudicating.conftest import Team, unit
from tests.decided import decided, decided_many
from tests.making import taken_back


def refused(key: str) -> Any:
    return pytest.raises(Refused, check=lambda error: error.key == f"adjudication.{key}")


def differ(team: Team) -> None:
    team.says("amy", clause_type=["task"], category=["data", "infra"], priority=["routine"])
    team.says("bo", clause_type=["task"], category=["infra", "data"], priority=["expedited"])


def test_a_field_of_a_reviewer_is_taken(team: Team) -> None:
    differ(team)
    before = team.review_layer()
    team.zhou.accept(team.case(), "bo", ["category"], "先写的为主")
    assert decided(team.project, team.clauses[0]) == {"category": ["infra", "data"]}
    one = team.case().decisions["category"]
    assert (one.how, one.sources, one.reason, one.by) == ("accept", ("bo",), "先写的为主", "zhou")
    assert set(one.seen) == {"amy", "bo"}
    assert team.review_layer() == before
    assert [point.field.id for point in team.case().open] == ["priority"]


def test_a_whole_column_is_taken_and_taken_back(team: Team) -> None:
    differ(team)
    team.zhou.accept(team.case(), "amy")
    assert decided(team.project, team.clauses[0]) == {
        "clause_type": ["task"], "category": ["data", "infra"], "responsible_unit": [],
        "priority": ["routine"],
    }  # fmt: skip
    assert team.case().state == "decided"
    undo(team.project, "zhou")
    assert decided(team.project, team.clauses[0]) == {}
    assert team.case().state == "open"
    redo(team.project, "zhou")
    assert team.case().state == "decided"
    assert list(verify(team.project)) == []


def test_a_column_in_which_a_field_does_not_apply_withdraws_the_decision_on_it(team: Team) -> None:
    differ(team)
    team.says("cy", clause_type=["background"], category=["data"])
    team.zhou.accept(team.case(), "amy")
    team.zhou.accept(team.case(), "cy")
    assert "priority" not in decided(team.project, team.clauses[0])
    assert team.case().points["priority"].answer.state == "n/a"
    with refused("ruled_out"):
        team.zhou.accept(team.case(), "cy", ["priority"])


def test_what_some_named_is_combined_in_their_order(team: Team) -> None:
    team.says("amy", category=["data", "infra"], responsible_unit=[unit("甲局"), unit("乙局")])
    team.says("bo", category=["model", "data"], responsible_unit=[unit("乙局", "supervisor"), unit("丙局")])
    case = team.case()
    assert orders(case.points["category"]) == [("amy", "bo"), ("bo", "amy")]
    team.zhou.combine(case, "category", ("bo", "amy"))
    team.zhou.combine(team.case(), "responsible_unit", ("amy", "bo"))
    found = decided(team.project, team.clauses[0])
    assert found["category"] == ["model", "data", "infra"]
    named = [(one["name"], one["role"]) for one in found["responsible_unit"]]
    assert named == [("甲局", "responsible"), ("乙局", "responsible"), ("丙局", "responsible")]
    assert team.case().decisions["category"].sources == ("bo", "amy")


def test_too_many_codes_and_single_values_are_not_combined(team: Team) -> None:
    team.says("amy", clause_type=["task"], category=["data", "infra", "model"])
    team.says("bo", clause_type=["goal"], category=["talent", "open", "rules"])
    with pytest.raises(AnnotatorError, match="最多"):
        team.zhou.combine(team.case(), "category", ("amy", "bo"))
    with refused("one_value"):
        team.zhou.combine(team.case(), "clause_type", ("amy", "bo"))
    assert decided(team.project, team.clauses[0]) == {}


def test_it_is_decided_anew_and_withdrawn(team: Team) -> None:
    differ(team)
    team.zhou.put(team.case(), {"priority": ["dated"], "responsible_unit": []}, "写明了期限")
    assert decided(team.project, team.clauses[0]) == {"priority": ["dated"], "responsible_unit": []}
    assert team.case().decisions["priority"].how == "anew"
    team.zhou.put(team.case(), {"priority": None})
    assert decided(team.project, team.clauses[0]) == {"responsible_unit": []}
    with pytest.raises(AnnotatorError, match="没有"):
        team.zhou.put(team.case(), {"priority": ["no such"]})


def test_a_discarded_clause_has_no_gold_until_it_is_taken_up(team: Team) -> None:
    differ(team)
    team.zhou.accept(team.case(), "amy")
    with refused("needs_reason"):
        team.zhou.discard(team.case(), " ")
    team.zhou.discard(team.case(), "是标题")
    assert team.case().state == "discarded"
    assert decided(team.project, team.clauses[0]) == {}
    team.zhou.take_up(team.case())
    assert decided(team.project, team.clauses[0])["clause_type"] == ["task"]


def test_a_clause_is_given_back_until_its_reviewer_finishes_it_again(team: Team) -> None:
    differ(team)
    team.zhou.give_back(team.case(), "bo", "请再看主类", ["category"])
    back = team.case().returns["bo"]
    assert (back.reason, back.fields, back.by, back.answered) == ("请再看主类", ("category",), "zhou", False)
    team.corrects("bo", category=["data", "infra"])
    assert not team.case().returns["bo"].answered
    team.says("bo")
    assert team.case().returns["bo"].answered
    undo(team.project, "zhou")
    assert team.case().returns == {}
    with refused("needs_reason"):
        team.zhou.give_back(team.case(), "bo", "")


def test_what_was_given_back_to_a_name_is_its_persons_when_names_are_joined(team: Team) -> None:
    differ(team)
    team.zhou.give_back(team.case(), "bo", "请看第二句")
    people.join(team.project, "li", ["bo"], "bo wen")
    assert asking.returned(team.project, "bo wen") == [Task(team.clauses[0])]
    again = reviews.review(team.project, team.clauses[0], "bo wen").returned
    assert again is not None
    assert again.reason == "请看第二句"
    assert not team.case().returns["bo wen"].answered
    team.says("bo wen", clause_type=["task"])
    assert asking.returned(team.project, "bo wen") == []
    assert team.case().returns["bo wen"].answered


def test_what_all_agree_on_becomes_gold_in_one_act(team: Team) -> None:
    differ(team)
    for name in ("amy", "bo"):
        team.says(name, 1, clause_type=["background"], category=["data", "infra", "model"])
    team.says("amy", 2, clause_type=["task"])
    done = team.zhou.agree(team.clauses)
    assert (done.clauses, done.fields) == (2, 5)
    assert decided_many(team.project, team.clauses) == {
        team.clauses[0]: {"clause_type": ["task"], "responsible_unit": []},
        team.clauses[1]: {
            "clause_type": ["background"], "category": ["data", "infra", "model"], "responsible_unit": [],
        },
    }  # fmt: skip
    assert team.zhou.agree(team.clauses).act == ""
    assert Adjudicating(team.project, team.codebook, "li").agree(team.clauses).own == 0
    undo(team.project, "zhou")
    assert decided_many(team.project, team.clauses) == {}


def test_a_draft_and_a_skipped_clause_have_no_voice(team: Team) -> None:
    team.says("amy", clause_type=["task"])
    team.corrects("bo", clause_type=["goal"])
    Reviewing(team.project, team.codebook, "cy").skip(team.clauses[0])
    assert team.case().finished == ["amy"]
    assert team.zhou.agree(team.clauses).fields == 0
    with refused("not_finished"):
        team.zhou.accept(team.case(), "bo")


def test_only_arbitrators_and_owners_who_did_not_label_the_clause_decide(team: Team) -> None:
    differ(team)
    with pytest.raises(Refused, match="能裁定的有：li、周裁"):
        Adjudicating(team.project, team.codebook, "amy")
    team.corrects("li", clause_type=["goal"])
    own = Adjudicating(team.project, team.codebook, "li")
    with pytest.raises(Refused, match="周裁"):
        own.accept(team.case(), "amy")
    team.says("li", 1, clause_type=["task"])
    team.says("amy", 1, clause_type=["task"])
    assert own.agree(team.clauses)[:3] == (0, 0, 2)
    desk = team.zhou
    people.store(team.project, "li", Person("zhou", "周裁", roles=("annotator",)))
    with pytest.raises(Refused, match="不能裁定"):
        desk.accept(team.case(), "amy")


def test_a_decision_goes_stale_with_a_correction_and_keeps_what_was_decided(team: Team) -> None:
    differ(team)
    team.zhou.accept(team.case(), "bo", ["category"])
    team.says("cy", category=["talent"])  # who comes later changes nothing that was decided on
    assert team.case().points["category"].stale == ()
    team.corrects("bo", category=["talent"])
    point = team.case().points["category"]
    assert (point.stale, point.decision.value) == (("labels",), ["infra", "data"])
    team.corrects("bo", category=["infra", "data"])
    assert team.case().points["category"].stale == ()


def test_a_discard_goes_stale_too(team: Team) -> None:
    differ(team)
    team.zhou.discard(team.case(), "是标题")
    assert team.case().stale == ()
    team.corrects("amy", priority=["dated"])
    assert team.case().stale == ("labels",)


def test_a_decision_under_a_codebook_of_another_meaning_is_stale(team: Team) -> None:
    differ(team)
    team.zhou.accept(team.case(), "bo", ["category"])
    text = shipped("default").replace('id = "talent"', 'id = "skills"')
    other = with_keys(parse(text, "other"))
    codebooks.use(team.project, "li", other, text)
    with pytest.raises(Refused, match="码表"):
        team.zhou.accept(team.case(), "amy")
    team.codebook = other
    assert team.case().points["category"].stale == ("codebook",)


def test_a_value_that_has_left_the_codebook_is_open_again(team: Team) -> None:
    team.says("amy", category=["talent"])
    team.says("bo", category=["data"])
    team.zhou.accept(team.case(), "amy", ["category"])
    text = shipped("default").replace('id = "talent"', 'id = "skills"')
    team.codebook = with_keys(parse(text, "other"))
    codebooks.use(team.project, "li", team.codebook, text)
    case = team.case()
    assert case.points["category"].stale == ("codebook", "value")
    assert "category" in [point.field.id for point in case.open]
    assert case.points["category"].said["amy"].state == "unset"
    assert case.raw["amy"].values["category"] == ["talent"]
    with refused("unset"):
        team.zhou.accept(case, "amy", ["category"])
    team.zhou.accept(team.case(), "bo", ["category"])
    assert team.case().points["category"].stale == ()


def test_a_correction_while_the_arbitrator_decides_is_shown_first(team: Team) -> None:
    differ(team)
    shown = team.case()
    team.corrects("bo", category=["talent"])
    with refused("changed"):
        team.zhou.accept(shown, "bo", ["category"])
    assert decided(team.project, team.clauses[0]) == {}


def test_of_two_arbitrators_the_second_sees_first_what_the_first_decided(team: Team) -> None:
    differ(team)
    people.store(team.project, "li", Person("wu", "吴裁", roles=("arbitrator",)))
    shown = team.case()
    with Project.open(team.project.path) as elsewhere:
        Adjudicating(elsewhere, team.codebook, "wu").accept(shown, "amy")
    with refused("changed"):
        team.zhou.accept(shown, "bo")
    team.zhou.accept(team.case(), "bo")
    with pytest.raises(Refused):
        undo(team.project, "wu")
    assert decided(team.project, team.clauses[0])["category"] == ["infra", "data"]


def test_a_clause_that_was_cut_away_is_not_decided(team: Team) -> None:
    differ(team)
    shown = team.case()
    document = team.project.db.execute("SELECT doc_id FROM document").fetchone()[0]
    cuttings.retire(team.project, "li", document)
    with pytest.raises(Refused, match="重新切分"):
        team.zhou.accept(shown, "amy")


def test_units_are_the_same_by_what_their_organisation_has_become(team: Team) -> None:
    for org_id, name in (("org-x-1", "甲局"), ("org-x-2", "甲管理局")):
        additions.enter(team.project, "amy", Addition(org_id, name, ""))
    team.says("amy", responsible_unit=[unit("甲局", org_id="org-x-1")])
    team.says("bo", responsible_unit=[unit("甲管理局", org_id="org-x-2")])
    assert team.case().points["responsible_unit"].differs == "content"
    merged = Addition("org-x-2", "甲管理局", "", state="merged", into="org-x-1", into_name="甲局")
    additions.settle(team.project, "li", merged)
    assert team.case().points["responsible_unit"].differs == ""


def test_ten_reviewers_are_of_three_minds(team: Team) -> None:
    for at in range(10):
        team.says(f"r{at}", clause_type=[["task", "goal", "intro"][at % 3]])
    point = team.case().points["clause_type"]
    assert [point.camps[f"r{at}"] for at in range(10)] == [0, 1, 2, 0, 1, 2, 0, 1, 2, 0]
    assert point.open


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["accept", "field", "combine", "anew", "agree", "discard", "up", "back", "undo", "redo"]
        ),
        st.integers(0, 1),
        st.sampled_from(["amy", "bo"]),
    ),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_no_decision_touches_what_a_reviewer_said_and_undo_restores(team: Team, acts: list[Any]) -> None:
    with taken_back(team.project):
        for at in (0, 1):
            team.says("amy", at, clause_type=["task"], category=["data"], priority=["routine"])
            team.says("bo", at, clause_type=["task"], category=["model", "data"], priority=["dated"])
        said = team.review_layer()
        for name, at, reviewer in acts:
            before = _gold(team)
            try:
                act = _act(team, name, at, reviewer)
            except AnnotatorError:
                continue
            if act and name not in ("undo", "redo"):
                after = _gold(team)
                undo(team.project, "zhou")
                assert _gold(team) == before
                redo(team.project, "zhou")
                assert _gold(team) == after
        assert team.review_layer() == said
        for case in team.zhou.cases.of(team.clauses).values():
            for point in case.points.values():
                if point.decision and point.decision.how == "agreed":
                    assert all(list(one.value) == list(point.decision.value) for one in point.said.values())


def _gold(team: Team) -> Any:
    query = "SELECT subject, kind, field, value FROM present WHERE layer = 'gold' OR kind = 'return'"
    return {tuple(row[:3]): row[3] for row in team.project.db.execute(query) if row[3] != "null"}


def _act(team: Team, name: str, at: int, reviewer: str) -> str:
    desk, case = team.zhou, team.case(at)
    ways: dict[str, Callable[[], str]] = {
        "accept": lambda: desk.accept(case, reviewer),
        "field": lambda: desk.accept(case, reviewer, ["priority"]),
        "combine": lambda: desk.combine(case, "category", ["amy", "bo"]),
        "anew": lambda: desk.put(case, {"priority": ["exploratory"]}, reviewer),
        "agree": lambda: desk.agree(team.clauses).act,
        "discard": lambda: desk.discard(case, reviewer),
        "up": lambda: desk.take_up(case),
        "back": lambda: desk.give_back(case, reviewer, "再看"),
        "undo": lambda: undo(team.project, "zhou").act,
        "redo": lambda: redo(team.project, "zhou").act,
    }
    return ways[name]()


def test_an_arbitrator_with_work_of_their_own_left_sees_nothing_yet(team: Team) -> None:
    task = {"zhou": [Task(team.clauses[3])]}
    new = Round.of("首轮", "work", {}, task)
    rounds.add(team.project, "li", new, task)
    with pytest.raises(Refused, match="首轮"):
        _ = team.zhou
    rounds.close(team.project, "li", new.id)
    assert team.zhou.reviewer == "zhou"


def test_an_undone_overruling_leaves_the_first_decision_its_arbitrator_its_time_and_its_codebook(
    team: Team,
) -> None:
    people.store(team.project, "li", Person("sun", "孙裁", roles=("arbitrator",)))
    differ(team)
    team.zhou.accept(team.case(), "amy", ["category"])
    first = team.case().decisions["category"]
    text = shipped("default").replace("培育", "培养", 1) + "# 新\n"
    later = with_keys(parse(text, "default"))._replace(meaning="别的意思")
    codebooks.use(team.project, "li", later, text)
    sun = Adjudicating(team.project, later, "sun")
    sun.accept(sun.cases.one(team.clauses[0]), "bo", ["category"])
    undo(team.project, "sun")
    case = Adjudicating(team.project, later, "zhou").cases.one(team.clauses[0])
    assert case.decisions["category"] == first
    assert case.points["category"].stale == ("codebook",)
    redo(team.project, "sun")
    undo(team.project, "sun")
    cases = Adjudicating(team.project, later, "zhou").cases
    assert cases.one(team.clauses[0]).decisions["category"] == first
    (document,) = documents.listing(team.project)
    assert [place for part in gold.contested(team.project, document) for place in part]


def test_a_return_that_an_undo_puts_back_is_of_whom_and_when_it_was(team: Team) -> None:
    people.store(team.project, "li", Person("sun", "孙裁", roles=("arbitrator",)))
    differ(team)
    team.zhou.give_back(team.case(), "amy", "看主语")
    first = team.case().returns["amy"]
    Adjudicating(team.project, team.codebook, "sun").give_back(team.case(), "amy", "看动词")
    undo(team.project, "sun")
    assert team.case().returns["amy"] == first


def test_a_return_is_answered_where_it_was_known_whatever_is_merged_first(team: Team, tmp_path: Path) -> None:
    team.corrects("amy", clause_type=["task"], category=[])
    copies = [Path(copyfile(team.project.path, tmp_path / f"{name}.db")) for name in "ab"]
    team.zhou.give_back(team.case(), "amy", "再看")
    for path, answer in zip(copies, ("goal", "status"), strict=True):
        with Project.open(path, clock=team.project.clock) as copy:
            amy = Reviewing(copy, team.codebook, "amy")
            amy.put(team.clauses[0], {"clause_type": [answer]})
            amy.finish(team.clauses[0])
    merge(team.project, copies)
    assert asking.returned(team.project, "amy") == [Task(team.clauses[0])]
    assert not team.case().returns["amy"].answered
    team.says("amy")
    assert asking.returned(team.project, "amy") == []
    assert team.case().returns["amy"].answered
    undo(team.project, "amy")
    assert asking.returned(team.project, "amy") == [Task(team.clauses[0])]
    redo(team.project, "amy")
    assert asking.returned(team.project, "amy") == []


def test_what_was_answered_stays_so_when_a_second_return_is_taken_back(team: Team) -> None:
    differ(team)
    team.zhou.give_back(team.case(), "amy", "看主语")
    team.says("amy")
    team.zhou.give_back(team.case(), "amy", "看动词")
    assert asking.returned(team.project, "amy") == [Task(team.clauses[0])]
    undo(team.project, "zhou")
    assert asking.returned(team.project, "amy") == []


def test_a_return_joins_the_one_that_waits_and_takes_the_place_of_one_that_was_answered(team: Team) -> None:
    differ(team)
    team.zhou.give_back(team.case(), "amy", "看主语", ["category"])
    team.zhou.give_back(team.case(), "amy", "看动词", ["priority", "category"])
    one = team.case().returns["amy"]
    assert (one.reason, one.fields) == ("看主语。看动词", ("category", "priority"))
    tied = tuple(
        field._replace(tie_break="先看动词") if field.id == "category" else field
        for field in team.codebook.fields
    )
    revising.recheck(team.project, "li", team.codebook, team.codebook._replace(fields=tied, digest="新版"))
    one = team.case().returns["amy"]
    assert one.reason.startswith("看主语。看动词。")
    assert one.fields == ("category", "priority")
    team.zhou.give_back(team.case(), "amy", "全看")
    assert team.case().returns["amy"].fields == ()
    team.says("amy")
    team.zhou.give_back(team.case(), "amy", "再看一次", ["category"])
    assert (team.case().returns["amy"].reason, team.case().returns["amy"].fields) == (
        "再看一次",
        ("category",),
    )


def test_who_decided_a_clause_does_not_label_it_afterwards(team: Team) -> None:
    people.store(team.project, "li", Person("zhou", "周裁", roles=("arbitrator", "annotator")))
    differ(team)
    own = Reviewing(team.project, team.codebook, "zhou")
    own.put(team.clauses[0], {"category": ["data"]})
    own.undo()
    team.zhou.accept(team.case(), "amy", ["category"])

    def refused_own() -> Any:
        return pytest.raises(Refused, check=lambda error: error.key == "people.own_decision")

    for act in (
        lambda: own.put(team.clauses[0], {"category": ["data"]}),
        lambda: own.finish(team.clauses[0]),
        lambda: file_labels(
            team.project, team.codebook,
            [(1, {"clause": team.clauses[0], "reviewer": "zhou", "field": "category", "value": []})],
        ),
    ):  # fmt: skip
        with refused_own():
            act()
    own.note(team.clauses[0], "有意思")
    own.put(team.clauses[1], {"category": ["data"]})
    assert executors.own_decisions(team.project) == []
    own.undo()
    own.undo()
    own.undo()  # the decision
    own.finish(team.clauses[0])


def test_what_all_agree_on_is_from_those_who_were_asked(team: Team) -> None:
    for name, kind in (("amy", "task"), ("bo", "task"), ("cy", "background")):
        team.says(name, clause_type=[kind], **({"priority": ["routine"]} if kind == "task" else {}))
    team.zhou.accept(team.case(), "amy", ["clause_type"])
    team.zhou.agree(team.clauses)
    decisions = team.case().decisions
    assert (decisions["priority"].how, decisions["priority"].sources) == ("agreed", ("amy", "bo"))
    assert set(decisions["priority"].seen) == {"amy", "bo", "cy"}
    assert decisions["category"].sources == ("amy", "bo", "cy")
