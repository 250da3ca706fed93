"""Organisations that nobody knew: entered, found again, settled by the owner, merged with other copies."""

import pytest

from annotator.errors import AnnotatorError, Refused
from annotator.flows import naming
from annotator.flows.auditing import answers
from annotator.flows.reviewing import Reviewing
from annotator.model.addition import Addition
from annotator.model.codebook import Codebook
from annotator.model.round import Round, Task
from annotator.model.units import NOWHERE
from annotator.store import additions, blinding, events, people, rounds
from annotator.store.project import Project
from annotator.store.undo import undo
from annotator.store.verify import verify
from tests.making import add_document, write

SHANGHAI = ("上海市",)
DATA = "org-sh-sjj"


def taken(org_id: str | None, name: str) -> list[dict[str, object]]:
    return [{"org_id": org_id, "name": name, "role": "responsible", **NOWHERE}]


def test_a_name_is_entered_once_and_known_from_then_on(project: Project) -> None:
    first = naming.propose(project, "wang", "市某某局", SHANGHAI)
    assert (first.name, first.place, first.state) == ("上海市某某局", "上海市", "proposed")
    count = events.count(project)
    assert naming.propose(project, "li", "上海市某某局", ()).org_id == first.org_id
    assert naming.propose(project, "li", "上海市某某局", ()) == additions.additions(project)[first.org_id]
    assert events.count(project) == count
    found = naming.known(project).resolve("市某某局", SHANGHAI)
    assert found is not None
    assert found.org_id == first.org_id
    assert not list(verify(project))


def test_a_traditional_name_is_the_same_organisation(project: Project) -> None:
    typed = naming.propose(project, "wang", "市數據資源處", SHANGHAI)
    assert typed.name == "上海市数据资源处"
    assert naming.propose(project, "wang", "市数据资源处", SHANGHAI).org_id == typed.org_id


def test_entering_a_name_is_not_taken_back_with_the_label(project: Project, codebook: Codebook) -> None:
    (clause,) = add_document(project, ["推进。"])
    work = Reviewing(project, codebook, "wang")
    added = naming.propose(project, "wang", "市某某局", SHANGHAI, lambda one: label(work, clause, one))
    assert [one["org_id"] for one in work.review(clause).values["responsible_unit"] or ()] == [added.org_id]
    undo(project, "wang")
    assert work.review(clause).values == {}
    assert additions.additions(project) == {added.org_id: added}


def test_a_name_is_not_entered_where_its_label_is_refused(project: Project, codebook: Codebook) -> None:
    work = Reviewing(project, codebook._replace(digest="0" * 64), "wang")
    (clause,) = add_document(project, ["推进。"])
    count = events.count(project)
    with pytest.raises(Refused):
        naming.propose(project, "wang", "市某某局", SHANGHAI, lambda one: label(work, clause, one))
    assert (additions.additions(project), events.count(project)) == ({}, count)


def label(work: Reviewing, clause: str, addition: Addition) -> None:
    work.put(clause, {"responsible_unit": taken(addition.org_id, addition.name)})


def test_the_owner_confirms_merges_and_drops(project: Project) -> None:
    for name in ("市甲局", "市乙局", "市丙局"):
        naming.propose(project, "wang", name, SHANGHAI)
    assert {one.addition.name for one in naming.listing(project)} == {
        "上海市甲局",
        "上海市乙局",
        "上海市丙局",
    }
    naming.confirm(project, "li", "市甲局")
    naming.merge(project, "li", "市乙局", "市数据局")
    naming.drop(project, "li", "上海市丙局")
    assert naming.listing(project) == []
    states = {one.name: (one.state, one.into) for one in additions.additions(project).values()}
    assert states == {
        "上海市甲局": ("confirmed", ""), "上海市乙局": ("merged", DATA), "上海市丙局": ("dropped", ""),
    }  # fmt: skip
    found = naming.known(project).resolve("市乙局", SHANGHAI)
    assert found is not None
    assert found.org_id == DATA
    count = events.count(project)
    naming.confirm(project, "li", "市甲局")
    assert events.count(project) == count


def test_only_the_owner_settles(project: Project) -> None:
    naming.propose(project, "wang", "市甲局", SHANGHAI)
    for act in (naming.confirm, naming.drop):
        with pytest.raises(Refused) as caught:
            act(project, "wang", "市甲局")
        assert caught.value.key == "units.not_owner"
    assert len(naming.listing(project)) == 1


@pytest.mark.parametrize(
    ("name", "into", "key"),
    [
        ("市无局", "市数据局", "units.not_added"),
        ("市数据局", "市教委", "units.not_added"),
        ("市甲局", "市无局", "units.no_unit"),
        ("市甲局", "市甲局", "units.into_itself"),
        ("市甲局", "org-sh", "units.no_unit"),
    ],
)
def test_what_cannot_be_merged_is_named(project: Project, name: str, into: str, key: str) -> None:
    naming.propose(project, "wang", "市甲局", SHANGHAI)
    with pytest.raises(AnnotatorError) as caught:
        naming.merge(project, "li", name, into)
    assert caught.value.key == key


def test_a_name_that_several_places_have_is_asked_for_by_its_id(project: Project) -> None:
    here = naming.propose(project, "wang", "市甲局", SHANGHAI)
    naming.propose(project, "wang", "市甲局", ("重庆市",))
    with pytest.raises(AnnotatorError) as caught:
        naming.confirm(project, "li", "市甲局")
    assert here.org_id in str(caught.value)
    assert naming.confirm(project, "li", here.org_id).state == "confirmed"


def test_one_cannot_be_merged_into_what_was_merged_into_it(project: Project) -> None:
    naming.propose(project, "wang", "市甲局", SHANGHAI)
    naming.propose(project, "wang", "市乙局", SHANGHAI)
    naming.merge(project, "li", "市甲局", "市乙局")
    with pytest.raises(AnnotatorError) as caught:
        naming.merge(project, "li", "市乙局", "市甲局")
    assert caught.value.key == "units.into_itself"


def test_a_dropped_name_can_be_entered_again_and_a_merged_one_stays_merged(project: Project) -> None:
    naming.propose(project, "wang", "市甲局", SHANGHAI)
    naming.drop(project, "li", "市甲局")
    assert naming.propose(project, "wang", "市甲局", SHANGHAI).state == "proposed"
    assert len(naming.listing(project)) == 1
    naming.merge(project, "li", "市甲局", "市数据局")
    assert naming.propose(project, "wang", "市甲局", SHANGHAI).into == DATA
    assert naming.listing(project) == []


def test_the_listing_tells_where_each_is_used_and_what_is_much_like_it(
    project: Project, codebook: Codebook
) -> None:
    first, second = add_document(project, ["一。", "二。"])
    work = Reviewing(project, codebook, "wang")
    used = naming.propose(project, "wang", "市数据管理局", SHANGHAI)
    naming.propose(project, "wang", "市某某处", SHANGHAI)
    for clause in (first, second):
        work.put(clause, {"responsible_unit": taken(used.org_id, used.name)})
    listed = naming.listing(project)
    assert [(one.addition.name, one.labels) for one in listed] == [
        ("上海市数据管理局", 2),
        ("上海市某某处", 0),
    ]
    assert "上海市数据局" in listed[0].close
    assert listed[1].close == ()


def test_a_name_entered_once_more_in_another_copy_takes_back_nothing(project: Project) -> None:
    added = naming.propose(project, "wang", "市甲局", SHANGHAI)
    naming.confirm(project, "li", "市甲局")
    told = [one for one in events.read(project) if one.kind == "unit"]
    later = told[0]._replace(run="run-other", seq=1, prev="", at=told[-1].at + 5000, act="run-other:1")
    write(project, later)
    assert additions.additions(project)[added.org_id].state == "confirmed"


def test_reviewers_agree_who_meant_one_body_by_two_names(project: Project, codebook: Codebook) -> None:
    clauses = add_document(project, ["一。", "二。"])
    added = naming.propose(project, "wang", "市数据管理局", SHANGHAI)
    wang, zhao = Reviewing(project, codebook, "wang"), Reviewing(project, codebook, "zhao")
    for clause in clauses:
        wang.put(clause, {"responsible_unit": taken(added.org_id, added.name)})
        zhao.put(clause, {"responsible_unit": taken(DATA, "上海市数据局")})

    def percent() -> float | None:
        (one,) = [
            one
            for one in answers(project, codebook)
            if (one.question.field.id, one.question.part) == ("responsible_unit", "")
        ]
        named = {coefficient.name: coefficient.value for coefficient in one.audit().coefficients}
        return named["percent_agreement_items"]

    assert percent() == 0.0
    naming.merge(project, "li", "市数据管理局", "市数据局")
    assert percent() == 1.0


def test_what_another_enters_in_an_open_round_is_told_when_the_owner_has_settled_it(
    project: Project,
) -> None:
    (clause,) = add_document(project, ["推进。"])
    for name in ("wang", "zhao"):
        people.welcome(project, name)
    tasks = {name: [Task(clause)] for name in ("wang", "zhao")}
    made = Round.of("第一轮", "work", {}, tasks)
    rounds.add(project, "li", made, tasks)
    theirs = naming.propose(project, "zhao", "市某某局", SHANGHAI)
    other = naming.propose(project, "zhao", "市另一局", SHANGHAI)
    owner = people.owners(project)[0].id
    assert blinding.units(project, "wang") == {}
    assert set(blinding.units(project, "zhao")) == {theirs.org_id, other.org_id}
    assert [one.addition for one in naming.listing(project, "wang")] == []
    mine = naming.propose(project, "wang", "市某某局", SHANGHAI)
    assert mine == theirs
    assert set(blinding.units(project, "wang")) == {theirs.org_id}
    naming.confirm(project, owner, other.org_id)
    assert set(blinding.units(project, "wang")) == {theirs.org_id, other.org_id}


def test_a_unit_is_added_with_its_aliases_and_is_found_by_each(project: Project) -> None:
    added = naming.add(project, "li", "市审批服务局", "包头市", ("审批服务中心办", "市政务审批局"))
    assert [(one.name, one.state, one.into_name) for one in added] == [
        ("包头市审批服务局", "confirmed", ""),
        ("审批服务中心办", "merged", "包头市审批服务局"),
        ("包头市政务审批局", "merged", "包头市审批服务局"),
    ]
    rows = naming.known(project)
    for name in ("市审批服务局", "包头市审批服务局", "市政务审批局", "审批服务中心办"):
        found = rows.resolve(name, ("包头市",))
        assert found is not None
        assert found.org_id == added[0].org_id
        assert rows.resolve("市审批服务局", SHANGHAI) is None
    assert naming.listing(project) == []
    assert not list(verify(project))


def test_the_short_name_of_a_unit_is_its_own_where_its_full_name_says(project: Project) -> None:
    naming.add(project, "li", "安徽省财政厅", "", ("省财政厅",))
    rows = naming.known(project)
    assert rows.resolve("省财政厅", ("湖北省",)) is None
    found = rows.resolve("省财政厅", ("安徽省",))
    assert found is not None
    assert found.name == "安徽省财政厅"


def test_a_short_name_that_every_place_has_needs_a_place(project: Project) -> None:
    before = events.count(project)
    with pytest.raises(AnnotatorError, match="--place"):
        naming.add(project, "li", "大数据产业发展集团", "", ("市数发集团",))
    assert events.count(project) == before


def test_a_known_unit_gets_aliases_alone(project: Project) -> None:
    (alias,) = naming.add(project, "li", "市数据局", "上海市", ("市数局",))
    assert (alias.state, alias.into) == ("merged", DATA)
    found = naming.known(project).resolve("市数局", SHANGHAI)
    assert found is not None
    assert found.org_id == DATA


def test_an_alias_that_is_another_units_name_adds_nothing(project: Project) -> None:
    before = events.count(project)
    with pytest.raises(AnnotatorError, match="上海市教育委员会"):
        naming.add(project, "li", "市某某局", "上海市", ("市教委",))
    assert events.count(project) == before
