"""A codebook is revised: whose labels that touches, and their return to be checked."""

from pathlib import Path
from shutil import copyfile

import pytest

from annotator.errors import Refused
from annotator.flows import revising, suggesting
from annotator.flows.merging import merge
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.store import asking, codebooks, cuttings, documents, events
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.codebook import parse, shipped, with_boundary, with_code, with_field, with_keys
from tests.making import add_document


@pytest.fixture
def clauses(project: Project, codebook: Codebook) -> list[str]:
    add_document(project, ["一。", "二。", "三。"], name="甲.txt")
    add_document(project, ["四。"], name="乙.txt")
    found = [c.clause_id for one in documents.listing(project) for c in documents.clauses(project, one)]
    for reviewer, codes in {"li": ["data", "infra", "model"], "wang": ["infra", "infra"]}.items():
        work = Reviewing(project, codebook, reviewer)
        for clause, code in zip(found, codes, strict=False):
            work.put(clause, {"category": [code]})
    return found


def text(project: Project) -> str:
    return codebooks.in_force(project)[1]


def previewed(project: Project, codebook: Codebook, revised: str) -> revising.Preview:
    return revising.preview(project, codebook, with_keys(parse(revised, "new")))


def test_a_boundary_touches_the_clauses_that_have_one_of_its_codes(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    seen = previewed(
        project, codebook, with_boundary(text(project), "category", ("data", "infra"), "存数归数据。")
    )
    first, second, _, _ = clauses
    assert seen.touched == {
        "li": {first: ["category"], second: ["category"]},
        "wang": {first: ["category"], second: ["category"]},
    }
    assert seen.clauses == 2


def test_a_tie_break_touches_every_label_of_its_field(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    seen = previewed(project, codebook, with_field(text(project), "category", {"tie_break": "取首项。"}))
    assert {who: list(touched) for who, touched in seen.touched.items()} == {
        "li": clauses[:3],
        "wang": clauses[:2],
    }


def test_other_words_touch_nothing(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    field = codebook.field("category")
    code = field.code("data") if field else None
    assert code
    revised = with_code(text(project), "category", code._replace(zh="数据", key="d"), "data")
    seen = previewed(project, codebook, revised)
    assert [one.how for one in seen.changes] == ["words"]
    assert seen.clauses == 0


def test_a_clause_that_is_cut_away_and_a_label_that_was_taken_back_are_not_touched(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    work = Reviewing(project, codebook, "li")
    work.put(clauses[0], {"category": None})
    cuttings.retire(project, "wang", documents.listing(project)[0].doc_id)
    revised = with_boundary(text(project), "category", ("data", "infra"), "存数归数据。")
    assert previewed(project, codebook, revised).touched == {}


def test_a_recheck_gives_each_clause_back_to_whoever_labelled_it_in_one_act(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    revised = with_boundary(text(project), "category", ("data", "infra"), "存数归数据。")
    new = with_keys(parse(revised, "new"))
    returned = list[int]()

    def give_back() -> None:
        returned.append(revising.recheck(project, "li", codebook, new))

    assert suggesting.use(project, "li", new, revised, lambda done, total: None, following=give_back)
    assert returned == [4]
    told = list(events.read(project, "kind = 'return'"))
    assert {(one.subject, one.field) for one in told} == {
        (c, who) for c in clauses[:2] for who in ("li", "wang")
    }
    assert len({one.act for one in told}) == 1
    assert told[0].value["fields"] == ["category"]
    assert "数据要素" in told[0].value["reason"]
    assert codebook_of(project).version == new.version


def test_a_codebook_and_what_it_gives_back_come_together_or_not_at_all(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    revised = with_boundary(text(project), "category", ("data", "infra"), "存数归数据。")
    new = with_keys(parse(revised, "new"))

    def breaks() -> None:
        assert revising.recheck(project, "li", codebook, new)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        suggesting.use(project, "li", new, revised, lambda done, total: None, following=breaks)
    assert codebook_of(project).digest == codebook.digest
    assert not list(events.read(project, "kind = 'return'"))


def test_a_revision_does_not_take_the_place_of_somebody_elses(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    for rule, codes in (("一。", ("data", "infra")), ("二。", ("data", "model"))):
        revised = with_boundary(shipped("default"), "category", codes, rule)
        new = with_keys(parse(revised, "new"))
        if rule == "一。":
            suggesting.use(project, "li", new, revised, lambda done, total: None, before=codebook)
        else:
            with pytest.raises(Refused, match="码表"):
                suggesting.use(project, "li", new, revised, lambda done, total: None, before=codebook)
    assert "一。" in text(project)


def test_labels_of_an_earlier_version_that_come_in_later_are_given_back_when_asked_again(
    project: Project, codebook: Codebook, clauses: list[str], tmp_path: Path
) -> None:
    late = Path(copyfile(project.path, tmp_path / "late.db"))
    revised = with_field(text(project), "category", {"tie_break": "先看主语。"})
    after = with_keys(parse(revised, "new"))
    assert codebooks.use(project, "li", after, revised)
    assert revising.recheck(project, "li", codebook, after) == 5
    Reviewing(project, after, "li").finish(clauses[0])
    with Project.open(late, clock=project.clock) as copy:
        Reviewing(copy, codebook, "wang").put(clauses[3], {"category": ["data"]})
        Reviewing(copy, codebook, "wang").put(clauses[2], {"clause_type": ["task"]})
    merge(project, [late])
    Reviewing(project, after, "wang").put(clauses[2], {"category": ["data"]})
    assert revising.overdue(project, after).touched == {"wang": {clauses[3]: ["category"]}}
    assert revising.recheck(project, "li", after, after) == 1
    assert [one.clause_id for one in asking.returned(project, "wang")] == [*clauses[:2], clauses[3]]
    assert revising.recheck(project, "li", after, after) == 0


def test_only_what_reviewers_took_for_each_other_can_be_given_back(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    revised = with_boundary(text(project), "category", ("data", "infra"), "存数归数据。")
    new = with_keys(parse(revised, "new"))
    seen = revising.preview(project, codebook, new)
    assert seen.disputed == {clauses[0]}
    codebooks.use(project, "li", new, revised)
    assert revising.recheck(project, "li", codebook, new, disputed=True) == 2
    given = events.read(project, "kind = 'return'")
    assert {(one.subject, one.field) for one in given} == {(clauses[0], "li"), (clauses[0], "wang")}


def test_a_tie_break_disputes_every_clause_with_other_values(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    seen = previewed(project, codebook, with_field(text(project), "category", {"tie_break": "取首项。"}))
    assert seen.disputed == {clauses[0]}


def test_the_reason_says_which_rule_is_new(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    revised = with_boundary(text(project), "category", ("data", "infra"), "存数归数据。")
    new = with_keys(parse(revised, "new"))
    codebooks.use(project, "li", new, revised)
    revising.recheck(project, "li", codebook, new)
    reason = next(iter(events.read(project, "kind = 'return'"))).value["reason"]
    assert "主题类别·数据要素（包括：存数归数据）" in reason
    assert "不含：存数归数据" in reason
