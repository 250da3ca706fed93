"""Marking words: from a range on the screen to what is stored, and back."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.flows.marking import Marking
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook, Field
from annotator.model.document import Clause
from annotator.model.place import Part
from annotator.model.review import Review
from annotator.store import documents, events
from annotator.store.project import Project
from annotator.store.reviews import progress
from annotator.store.verify import verify
from annotator.tools.codebook import check
from tests.making import add_document, add_repaired, taken_back

TRADITIONAL = "推動建設,新建充電樁3萬個以上,到2027年底建成30個以上標識解析二級節點。"
UNIT = {
    "org_id": "org-1", "name": "市数据局", "role": "lead", "stated": False,
    "surface": "", "start": None, "end": None,
}  # fmt: skip


def opened(project: Project, ord_no: int = 0, where: Part = "text") -> tuple[Clause, Marking]:
    [document] = documents.listing(project)
    clause = documents.clause(project, document, ord_no)
    assert clause
    return clause, Marking(clause, documents.places(project, document, clause), where)


def field(codebook: Codebook, name: str) -> Field:
    found = codebook.field(name)
    assert found
    return found


# ---------------------------------------------------------------- words


def test_words_figures_and_names_are_steps(project: Project) -> None:
    add_document(project, ["5G室外基站已建成2500余个,2027年底前由市经济信息委完成“鹰眼”模型。"])
    clause, marking = opened(project)

    def parts(stops: list[int]) -> list[str]:
        return [clause.text[a:b] for a, b in pairwise(stops)]

    assert parts(marking.steps()) == [
        "5G室外基站", "已建成", "2500余个", ",", "2027年底前", "由市经济信息委完成", "“", "鹰眼", "”", "模型", "。",
    ]  # fmt: skip
    assert parts(marking.word_steps()) == [
        "5G室外基站", "已", "建成", "2500余个", ",", "2027年底前", "由", "市经济信息委", "完成",
        "“", "鹰眼", "”", "模型", "。",
    ]  # fmt: skip


def test_the_places_of_values_are_steps(project: Project) -> None:
    add_document(project, ["由量子城市公司负责建设。"])
    clause, marking = opened(project)
    at = clause.text_start + 1
    unit = {**UNIT, "stated": True, "surface": "量子城市公司", "start": at, "end": at + 6}
    assert 1 in marking.steps([unit, UNIT])
    assert not {2, 3, 4, 5, 6} & set(marking.word_steps([unit]))


def test_steps_of_a_traditional_text_are_those_of_its_simplified_form(project: Project) -> None:
    add_document(project, ["國家稅務總局會同財政部推進建設。"])
    clause, marking = opened(project)
    stops = marking.word_steps()
    assert [clause.text[a:b] for a, b in pairwise(stops)][:3] == [
        "國家稅務總局",
        "會同",
        "財政部",
    ]


# ---------------------------------------------------------------- targets


def test_a_marked_target_is_a_value_with_all_that_the_text_tells(
    project: Project, codebook: Codebook
) -> None:
    add_document(project, [TRADITIONAL])
    clause, marking = opened(project)
    target = field(codebook, "target")
    pile, node = marking.targets
    told = marking.span(target, node.start, node.end)
    assert told == {
        "surface": "30個以上", "start": clause.text_start + node.start, "end": clause.text_start + node.end,
        "indicator": "標識解析二級節點", "comparator": "at_least", "value": 30, "value_high": None,
        "unit": "個", "deadline": "2027-12-31", "nature": None,
    }  # fmt: skip
    assert check(target, told) == [told]
    assert (pile.value, pile.deadline) == (30_000, None)


def test_a_mark_without_a_number_is_a_target_with_nothing_told(project: Project, codebook: Codebook) -> None:
    add_document(project, ["实现全覆盖。"])
    told = opened(project)[1].span(field(codebook, "target"), 2, 5)
    assert told
    assert {name for name, value in told.items() if value is None} == {
        "indicator", "comparator", "value", "value_high", "unit", "deadline", "nature"
    }  # fmt: skip


def test_a_codebook_of_other_attributes_gets_what_fits_them(project: Project, codebook: Codebook) -> None:
    add_document(project, ["建成20个以上中心。"])
    target = field(codebook, "target")
    number, other = target.attributes[2], target.attributes[0]._replace(id="comparator")
    told = opened(project)[1].span(target._replace(attributes=(number, other)), 2, 7)
    assert told
    assert (told["value"], told["comparator"]) == (20, "at_least")
    assert set(told) == {"surface", "start", "end", "value", "comparator"}


# ---------------------------------------------------------------- places


def test_a_range_of_text_or_tail_leads_to_the_source_and_back(project: Project) -> None:
    add_repaired(project)
    clause, tail = opened(project, where="tail")
    unit = tail.unit(UNIT, 1, 5)
    assert unit
    assert (unit["stated"], unit["surface"], unit["role"]) == (True, "市数据局", "lead")
    source = documents.source_text(project, documents.listing(project)[0].source_sha256)
    assert source[unit["start"] : unit["end"]] == "市数据局"
    assert tail.shown([unit, UNIT]) == [(1, 5)]
    assert opened(project)[1].shown([unit]) == []
    assert tail.evidence(1, 5) == {key: unit[key] for key in ("surface", "start", "end")}
    assert clause.tail[1:5] == "市数据局"


def test_an_empty_range_is_no_mark(project: Project, codebook: Codebook) -> None:
    add_document(project, ["一。"])
    _, marking = opened(project)
    assert marking.evidence(1, 1) is None
    assert marking.unit(UNIT, 2, 1) is None
    assert marking.span(field(codebook, "target"), 0, 9) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text("建設數據20個2027年底前以上，。“”規 ", min_size=1, max_size=40), st.data())
def test_whatever_is_marked_in_either_script_can_be_stored_and_shown(
    project: Project, codebook: Codebook, text: str, data: st.DataObject
) -> None:
    with taken_back(project):
        add_document(project, [text])
        _, marking = opened(project)
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        target = field(codebook, "target")
        told = marking.span(target, start, end)
        if text[start:end].strip():
            assert check(target, told) == [told]
        assert told
        assert marking.shown([told]) == [(start, end)]
        assert told["surface"] == text[start:end]
        for stops in (marking.steps([told]), marking.word_steps()):
            assert (stops[0], stops[-1]) == (0, len(text))


# ---------------------------------------------------------------- evidence


@pytest.fixture
def work(project: Project, codebook: Codebook) -> Reviewing:
    add_document(project, ["加快建设算力网络。", "推进开放。"])
    return Reviewing(project, codebook, "li")


def marked(work: Reviewing, words: str) -> tuple[str, dict[str, Any]]:
    clause, marking = opened(work.project)
    at = clause.text.index(words)
    place = marking.evidence(at, at + len(words))
    assert place
    return clause.clause_id, place


def test_evidence_is_one_event_beside_the_answer(work: Reviewing, codebook: Codebook) -> None:
    clause_id, place = marked(work, "算力网络")
    act = work.mark(clause_id, field(codebook, "category"), [place], seen="x", seconds=2.0)
    [event] = events.history(work.project, clause_id)
    assert (event.kind, event.field, event.value, event.act, event.origin) == (
        "evidence", "category", [place], act, "key",
    )  # fmt: skip
    assert work.review(clause_id) == Review(evidence={"category": [place]})
    assert progress(work.project, documents.listing(work.project)[0]) == {}
    work.put(clause_id, {"category": ["infra"]})
    assert work.review(clause_id).evidence == {"category": [place]}
    assert not list(verify(work.project))


def test_evidence_is_given_whole_and_taken_back_whole(work: Reviewing, codebook: Codebook) -> None:
    category = field(codebook, "category")
    clause_id, network = marked(work, "网络")
    _, compute = marked(work, "算力")
    work.mark(clause_id, category, [network, compute, network])
    assert work.review(clause_id).evidence["category"] == [compute, network]
    assert work.mark(clause_id, category, [network, compute]) == ""
    work.mark(clause_id, category, None)
    assert work.review(clause_id) == Review()
    assert work.mark(clause_id, category, []) == ""


def test_evidence_is_undone_and_done_again(work: Reviewing, codebook: Codebook) -> None:
    clause_id, place = marked(work, "算力")
    work.mark(clause_id, field(codebook, "priority"), [place])
    work.undo()
    assert not work.review(clause_id).touched
    work.redo()
    assert work.review(clause_id).evidence == {"priority": [place]}


@pytest.mark.parametrize("name", ["responsible_unit", "target"])
def test_a_field_whose_values_have_places_takes_no_evidence(
    work: Reviewing, codebook: Codebook, name: str
) -> None:
    clause_id, place = marked(work, "算力")
    with pytest.raises(AnnotatorError, match=field(codebook, name).zh):
        work.mark(clause_id, field(codebook, name), [place])


@pytest.mark.parametrize("moved", [{"end": 999}, {"start": -1}, {"surface": ""}])
def test_evidence_outside_the_clause_is_refused(
    work: Reviewing, codebook: Codebook, moved: dict[str, object]
) -> None:
    clause_id, place = marked(work, "算力")
    with pytest.raises(AnnotatorError):
        work.mark(clause_id, field(codebook, "category"), [{**place, **moved}])
    assert not events.history(work.project, clause_id)
