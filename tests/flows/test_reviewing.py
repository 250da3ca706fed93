"""What each key does to the data. Undo and redo have tests of their own, with the store."""

from typing import Any

import pytest

from annotator.errors import AnnotatorError, Refused
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing, fingerprint
from annotator.model.codebook import Code, Codebook, Field
from annotator.model.event import Event
from annotator.model.review import Review
from annotator.model.value import unanswered, wanting
from annotator.store import events, people
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.codebook import parse, shipped
from tests.making import add_document, faults


@pytest.fixture
def work(project: Project, codebook: Codebook) -> Reviewing:
    add_document(project, ["一。", "二。"])
    return Reviewing(project, codebook, "li")


CLAUSE = "cl-1"


def field(work: Reviewing, name: str) -> Field:
    found = work.codebook.field(name)
    assert found
    return found


def acts(work: Reviewing) -> list[Event]:
    return events.history(work.project, CLAUSE)


# ---------------------------------------------------------------- put and pick


def test_an_act_records_its_circumstances(work: Reviewing) -> None:
    seen = fingerprint("加强组织领导。")
    act = work.put(
        CLAUSE,
        {"clause_type": ["task"], "category": []},
        suggested=["category"], seen=seen, seconds=3.21, origin="suggestion",
    )  # fmt: skip
    first, second = acts(work)
    assert len(seen) == 16
    assert {first.act, second.act} == {act}
    assert (first.suggested, second.suggested) == (False, True)
    assert (first.seen, second.seen) == (seen, seen)
    assert (first.seconds, second.seconds) == (3.2, 0.0)
    assert {one.origin for one in acts(work)} == {"suggestion"}
    assert {one.codebook for one in acts(work)} == {work.codebook.digest}


@pytest.mark.parametrize("value", [None, [], ["task"]])
def test_what_stands_already_is_left_alone(work: Reviewing, value: list[str] | None) -> None:
    work.put(CLAUSE, {"clause_type": value})
    before = len(acts(work))
    assert work.put(CLAUSE, {"clause_type": value}) == ""
    assert len(acts(work)) == before


def test_only_what_changes_is_recorded(work: Reviewing) -> None:
    work.put(CLAUSE, {"clause_type": ["task"], "category": ["data"]})
    work.put(CLAUSE, {"clause_type": ["task"], "category": ["data", "infra"]})
    assert [one.field for one in acts(work)] == ["clause_type", "category", "category"]


def test_the_order_of_codes_is_part_of_the_value(work: Reviewing) -> None:
    work.put(CLAUSE, {"category": ["data", "infra"]})
    assert work.put(CLAUSE, {"category": ["infra", "data"]})
    assert work.review(CLAUSE).values == {"category": ["infra", "data"]}


@pytest.mark.parametrize(
    ("picked", "value"),
    [
        (["data"], ["data"]),
        (["data", "infra"], ["data", "infra"]),
        (["data", "infra", "data"], ["infra"]),
        (["data", "data"], None),
        (["data", "infra", "model", "infra", "talent"], ["data", "model", "talent"]),
    ],
)
def test_picking_codes_of_a_multi_field(work: Reviewing, picked: list[str], value: list[str] | None) -> None:
    for code in picked:
        work.pick(CLAUSE, field(work, "category"), code)
    assert work.review(CLAUSE).values.get("category") == value


@pytest.mark.parametrize(
    ("picked", "value"),
    [
        (["task"], ["task"]),
        (["task", "goal"], ["goal"]),
        (["task", "task"], None),
        (["task", "goal", "task"], ["task"]),
    ],
)
def test_picking_the_code_of_a_single_field(
    work: Reviewing, picked: list[str], value: list[str] | None
) -> None:
    for code in picked:
        work.pick(CLAUSE, field(work, "clause_type"), code)
    assert work.review(CLAUSE).values.get("clause_type") == value


def test_a_pick_after_none_begins_anew(work: Reviewing) -> None:
    work.put(CLAUSE, {"category": []})
    work.pick(CLAUSE, field(work, "category"), "data")
    assert work.review(CLAUSE).values == {"category": ["data"]}


def test_a_full_field_takes_no_more(work: Reviewing) -> None:
    for code in ("data", "infra", "model"):
        work.pick(CLAUSE, field(work, "category"), code)
    with pytest.raises(Refused, match="最多选 3 项"):
        work.pick(CLAUSE, field(work, "category"), "talent")
    assert work.review(CLAUSE).values == {"category": ["data", "infra", "model"]}
    assert len(acts(work)) == 3


UNIT = {"name": "市数据局"}


@pytest.mark.parametrize(
    "values",
    [
        {"category": ["no such code"]},
        {"category": ["data", "data"]},
        {"category": ["data", "infra", "model", "talent"]},
        {"clause_type": ["task", "goal"]},
        {"clause_type": [""]},
        {"priority": [None]},
        {"responsible_unit": [UNIT, UNIT]},
        {"responsible_unit": [{**UNIT, "role": "owner"}]},
        {"clause_type": ["task"], "category": ["no such code"]},
    ],
)
def test_what_the_codebook_does_not_know_is_not_stored(work: Reviewing, values: dict[str, Any]) -> None:
    with pytest.raises(AnnotatorError):
        work.put(CLAUSE, values)
    with pytest.raises(AnnotatorError):
        work.finish(CLAUSE, values)
    assert acts(work) == []


def test_a_value_is_stored_in_its_one_form(work: Reviewing) -> None:
    work.put(CLAUSE, {"category": ("data",), "responsible_unit": [UNIT]})
    assert work.review(CLAUSE).values == {
        "category": ["data"],
        "responsible_unit": [
            {
                "org_id": None, "name": "市数据局", "role": "unspecified", "stated": False,
                "surface": "", "start": None, "end": None,
            }
        ],
    }  # fmt: skip


# ---------------------------------------------------------------- finish


def test_finishing_says_none_for_what_was_seen_empty(work: Reviewing) -> None:
    work.put(CLAUSE, {"priority": ["routine"]})
    work.finish(CLAUSE)
    assert work.review(CLAUSE) == Review(
        "submitted",
        {"clause_type": [], "category": [], "responsible_unit": [], "priority": ["routine"]},
    )


def test_finishing_leaves_out_what_does_not_apply(work: Reviewing) -> None:
    work.put(CLAUSE, {"clause_type": ["background"]})
    work.finish(CLAUSE)
    assert work.review(CLAUSE).values == {
        "clause_type": ["background"],
        "category": [],
        "responsible_unit": [],
    }


def test_what_is_given_decides_what_applies(work: Reviewing) -> None:
    work.finish(CLAUSE, {"clause_type": ["background"]})
    assert "priority" not in work.review(CLAUSE).values


def test_a_value_that_came_to_apply_no_more_is_kept(work: Reviewing) -> None:
    work.put(CLAUSE, {"clause_type": ["task"], "priority": ["routine"]})
    work.put(CLAUSE, {"clause_type": ["background"]})
    work.finish(CLAUSE)
    assert work.review(CLAUSE).values["priority"] == ["routine"]


def test_finishing_is_one_act_with_what_was_accepted(work: Reviewing) -> None:
    act = work.finish(CLAUSE, {"category": ["data"]}, suggested=["category"])
    assert {one.act for one in acts(work)} == {act}
    assert [one.field for one in acts(work) if one.origin == "suggestion"] == ["category"]
    assert {one.origin for one in acts(work)} == {"suggestion", "finish"}
    assert [one.field for one in acts(work) if one.suggested] == ["category"]
    assert [one.kind for one in acts(work)] == ["label"] * 4 + ["submit"]
    work.undo()
    assert work.review(CLAUSE) == Review()


def test_finishing_records_nothing_twice(work: Reviewing) -> None:
    work.put(CLAUSE, {"category": ["data"]})
    work.finish(CLAUSE, {"category": ["data"]})
    assert [one.field for one in acts(work)].count("category") == 1
    assert acts(work)[-1].origin == "finish"
    assert work.finish(CLAUSE) == ""
    assert work.finish(CLAUSE, {"category": ["data"]}) == ""


def test_taking_nothing_from_a_suggestion_is_seeing_nothing(work: Reviewing) -> None:
    work.finish(CLAUSE, {"category": None})
    assert work.review(CLAUSE).values["category"] == []


def test_a_clause_finished_stays_so_when_it_is_changed(work: Reviewing) -> None:
    work.finish(CLAUSE)
    work.put(CLAUSE, {"category": ["data"]})
    assert work.review(CLAUSE).state == "submitted"


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"category": ["infra"]}, "submitted"),
        ({"category": []}, "submitted"),
        ({"category": None}, "draft"),
        ({"clause_type": ["status"]}, "submitted"),
        ({"clause_type": ["task"]}, "draft"),  # now priority applies, and was not asked
        ({"clause_type": ["task"], "priority": []}, "submitted"),
        ({"clause_type": ["background"]}, "submitted"),  # nothing changes
    ],
)
def test_a_submitted_clause_that_is_left_without_an_answer_is_a_draft_again(
    work: Reviewing, change: dict[str, Any], state: str
) -> None:
    work.finish(CLAUSE, {"clause_type": ["background"], "category": ["data"]})
    before = work.review(CLAUSE)
    act = work.put(CLAUSE, change)
    assert work.review(CLAUSE).state == state
    if act:
        work.undo()
    assert work.review(CLAUSE) == before


def test_a_field_emptied_after_finishing_is_asked_again(work: Reviewing) -> None:
    work.finish(CLAUSE)
    work.put(CLAUSE, {"category": None})
    assert work.finish(CLAUSE)
    assert work.review(CLAUSE).values["category"] == []


# ---------------------------------------------------------------- beside the labels


def test_skipping_and_back(work: Reviewing) -> None:
    work.put(CLAUSE, {"category": ["data"]})
    for state in ("skipped", "draft", "skipped"):
        work.skip(CLAUSE)
        assert work.review(CLAUSE).state == state
    work.finish(CLAUSE)
    assert work.review(CLAUSE).state == "submitted"
    work.skip(CLAUSE)
    assert work.review(CLAUSE).state == "skipped"
    assert work.review(CLAUSE).values["category"] == ["data"]


def test_flag_note_and_question_go_beside_any_state(work: Reviewing) -> None:
    work.flag(CLAUSE)
    work.note(CLAUSE, "  注意\n")
    work.ask(CLAUSE, "何谓“等”？")
    assert work.review(CLAUSE) == Review(flagged=True, note="注意", question="何谓“等”？")
    work.finish(CLAUSE)
    assert work.review(CLAUSE).flagged
    work.flag(CLAUSE)
    work.note(CLAUSE, " ")
    work.ask(CLAUSE, "")
    assert work.review(CLAUSE)._replace(values={}) == Review("submitted")


def test_saying_the_same_again_is_no_act(work: Reviewing) -> None:
    for say in (work.note, work.ask):
        assert say(CLAUSE, "") == ""
        assert say(CLAUSE, "一") != ""
        assert say(CLAUSE, " 一 ") == ""
    assert len(acts(work)) == 2


def test_reviewers_do_not_touch_each_other(work: Reviewing) -> None:
    other = Reviewing(work.project, work.codebook, "wang")
    work.put(CLAUSE, {"category": ["data"]})
    other.finish(CLAUSE)
    other.flag(CLAUSE)
    assert work.review(CLAUSE) == Review("draft", {"category": ["data"]})
    assert other.review(CLAUSE).values["category"] == []


# ---------------------------------------------------------------- what is left to answer

ASK = Codebook(
    "ask", "1", "", "",
    (
        Field("type", "single", "", "", codes=(Code("task", "", ""), Code("no", "", ""))),
        Field("unit", "entity", "", ""),
        Field("urgency", "ordinal", "", "", applies_to=(("type", ("task",)),)),
        Field("about", "multi", "", ""),
        Field("target", "span", "", ""),
        Field("issuer", "single", "", "", scope="document"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("values", "left"),
    [
        ({}, ["type", "urgency", "about"]),
        ({"type": ["task"]}, ["urgency", "about"]),
        ({"type": ["no"]}, ["about"]),
        ({"type": []}, ["urgency", "about"]),
        ({"about": []}, ["type", "urgency"]),
        ({"type": ["task"], "urgency": [], "about": ["x"]}, []),
    ],
)
def test_coded_fields_that_apply_and_have_no_value_are_wanting(
    values: dict[str, list[str]], left: list[str]
) -> None:
    assert [one.id for one in wanting(ASK, values)] == left
    assert [one.id for one in unanswered(ASK, values) if one.id != "unit"] == left


@pytest.mark.parametrize(
    ("values", "asked"),
    [({}, True), ({"unit": None}, True), ({"unit": []}, False), ({"unit": [UNIT]}, False)],
)
def test_a_unit_is_asked_too_and_a_span_and_a_document_field_are_not(
    values: dict[str, Any], asked: bool
) -> None:
    left = [one.id for one in unanswered(ASK, values)]
    assert ("unit" in left) == asked
    assert not {"target", "issuer"} & set(left)


# ---------------------------------------------------------------- a project comes to be


def test_a_new_project_has_its_codebook_and_its_owner(tmp_path: Any) -> None:
    path = tmp_path / "a.db"
    with create(path, "王芳") as project:
        assert codebook_of(project).name == "default"
        assert all(code.key for one in codebook_of(project).fields for code in one.codes)
        assert people.people(project)[0].roles == ("owner", "annotator")
    assert faults(path) == []
    with pytest.raises(AnnotatorError, match="已经存在"):
        create(path, "li")


def test_a_project_can_have_another_codebook(tmp_path: Any) -> None:
    with create(tmp_path / "a.db", "li", shipped("instruments")) as project:
        assert codebook_of(project).name == parse(shipped("instruments"), "").name


def test_a_bad_codebook_makes_no_project(tmp_path: Any) -> None:
    with pytest.raises(AnnotatorError):
        create(tmp_path / "a.db", "li", "name = 'half'")
    assert not list(tmp_path.iterdir())
