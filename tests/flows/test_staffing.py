"""Who works, in which role, under which names: said by the owner alone, and never without an owner left."""

from collections.abc import Callable, Sequence
from typing import Any, get_args

import pytest

from annotator.errors import AnnotatorError, Refused
from annotator.flows import staffing
from annotator.flows.opening import met
from annotator.flows.reviewing import Reviewing
from annotator.model.event import Change
from annotator.model.role import MAY, ROLES, Deed, allow
from annotator.store import events, people, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.making import add_document


def refused(key: str, act: Callable[..., Any], *given: Any) -> AnnotatorError:
    with pytest.raises(AnnotatorError) as told:
        act(*given)
    assert told.value.key == f"people.{key}"
    assert str(told.value)
    return told.value


def test_every_deed_is_some_roles_and_the_owners_sum_is_all() -> None:
    assert set(MAY) == set(ROLES)
    for deed in get_args(Deed):
        assert allow(["owner"], deed)
    assert [role for role in ROLES if allow([role], "see")] == ["arbitrator", "supervisor", "owner"]
    assert not allow(["supervisor"], "label")
    assert not allow(["督导组"], "label")


def test_the_owner_adds_people_and_changes_their_roles(project: Project) -> None:
    assert staffing.add(project, "li", " 王芳 ", ["审核", "arbitrator", "审核"]).roles == (
        "reviewer", "arbitrator",
    )  # fmt: skip
    refused("there", staffing.add, project, "li", "王芳", ["annotator"])
    refused("no_role", staffing.add, project, "li", "赵", ["boss"])
    refused("bad_name", staffing.add, project, "li", "长" * 61, ["annotator"])
    refused("no_roles", staffing.add, project, "王芳", "赵", ["annotator"])
    refused("no_roles", staffing.assign_roles, project, "王芳", "王芳", ["owner"])
    refused("unknown", staffing.assign_roles, project, "li", "赵", ["owner"])
    assert staffing.add(project, "li", "长" * 60, ["annotator"]).id == "长" * 60
    assert staffing.assign_roles(project, "li", "王芳", ["annotator"])[1]
    before = events.count(project)
    assert not staffing.assign_roles(project, "li", "王芳", ["annotator"])[1]
    assert events.count(project) == before


def test_who_is_refused_is_told_who_may(project: Project) -> None:
    people.welcome(project, "wang")
    assert "li" in str(refused("no_roles", staffing.add, project, "wang", "赵", ["annotator"]))


@pytest.mark.parametrize("names", [["li"], ["li", "zhao"]])
def test_a_project_keeps_an_owner(project: Project, names: Sequence[str]) -> None:
    people.welcome(project, "wang")
    if "zhao" in names:
        staffing.add(project, "li", "zhao", ["owner"])
        assert staffing.assign_roles(project, "li", "zhao", ["annotator"])[1]
        staffing.assign_roles(project, "li", "zhao", ["owner"])
    else:
        refused("last_owner", staffing.assign_roles, project, "li", "li", ["annotator"])
    refused("last_owner", staffing.join, project, "li", "wang", names)
    assert "li" in [one.id for one in people.owners(project)]


def test_an_owner_may_become_another_name_of_an_owner(project: Project) -> None:
    staffing.add(project, "li", "李", ["owner"])
    staffing.join(project, "li", "李", ["li"])
    assert [(one.id, one.aliases) for one in people.people(project)] == [("李", ("li",))]
    assert people.may(project, "li", "roles")  # who comes as li is 李


def test_a_role_of_a_later_version_stays_when_others_change(project: Project) -> None:
    people.store(project, "li", people.Person("wang", "wang", (), ("annotator", "督导组")))
    assert staffing.assign_roles(project, "li", "wang", ["reviewer"])[0].roles == ("reviewer", "督导组")


def test_names_are_joined_as_one_act_and_it_is_told_how_much_moves(project: Project) -> None:
    clauses = add_document(project, ["一条。", "二条。"])
    for name in ("张三", "张 三", "zhangsan"):
        people.welcome(project, name)
    for name, n in (("张 三", 0), ("zhangsan", 0), ("zhangsan", 1)):
        events.record(project, name, [Change("label", clauses[n], "category", ["data"])], origin="key")
    before = events.count(project)
    told = staffing.join(project, "li", "张三", ["zhangsan", "张 三"], dry=True)
    assert [(one.alias, one.answers) for one in told] == [("zhangsan", 2), ("张 三", 1)]
    assert events.count(project) == before
    assert staffing.join(project, "li", "张三", ["zhangsan", "张 三"]) == told
    assert len({one.act for one in events.read(project, "field = 'alias'")}) == 1
    assert reviews.reviewers(project) == ["张三"]
    refused("itself", staffing.join, project, "li", "zhangsan", ["张三"])
    refused("taken", staffing.join, project, "li", "li", ["zhangsan"])
    refused("taken", staffing.add, project, "li", "zhangsan", ["annotator"])
    refused("no_alias", staffing.part, project, "张三", "张三", ["zhangsan"])
    refused("no_alias_of", staffing.part, project, "li", "li", ["zhangsan"])
    staffing.part(project, "li", "张三", ["zhangsan"])
    assert reviews.reviewers(project) == ["zhangsan", "张三"]


def test_copies_that_said_the_opposite_are_put_straight_by_the_next_word(project: Project) -> None:
    for name in ("a", "b"):
        people.welcome(project, name)
    people.join(project, "li", ["a"], "b")
    events.record(project, "li", [Change("person", "b", "alias", "a", layer="project")], origin="command")
    assert people.identities(project) == {"b": "a"}
    staffing.join(project, "li", "a", ["c"])
    staffing.part(project, "li", "a", ["b"])
    assert people.identities(project) == {"c": "a"}


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (
            ["张三", "张 三", "張三", "zhangsan", "Zhang San"],
            [["Zhang San", "zhangsan", "张 三", "张三", "張三"]],
        ),
        (["Ｌｉ", "wang-fang", "WangFang"], [["li", "Ｌｉ"], ["WangFang", "wang-fang"]]),
        (["é", "e\u0301"], [["e\u0301", "é"]]),
        (["张三", "章三", "张叁"], []),
        (["张三", "李四"], []),
    ],
)
def test_names_that_may_be_one_persons_are_told(
    project: Project, names: list[str], alike: list[list[str]]
) -> None:
    for name in names:
        people.welcome(project, name)
    assert [[one.id for one in group] for group in staffing.doubles(project)] == sorted(alike)


def test_who_comes_under_a_name_much_like_a_known_one_is_told(project: Project) -> None:
    people.welcome(project, "张三")
    assert [one.values["near"] for one in met(project, "張 三")] == ["张三"]
    assert not met(project, "张三")
    assert not met(project, "王芳")
    people.join(project, "li", ["張 三"], "张三")
    assert not met(project, "張 三")


def test_who_may_not_label_is_refused_with_who_may(project: Project) -> None:
    clause = add_document(project, ["一条。"])[0]
    staffing.add(project, "li", "wang", ["supervisor"])
    reviewing = Reviewing(project, codebook_of(project), "wang")
    with pytest.raises(Refused, match="li"):
        reviewing.put(clause, {"category": ["data"]})
    assert not reviews.review(project, clause, "wang").touched
