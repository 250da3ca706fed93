"""Splitting and merging in a project: what comes of the labels, who may, what is taken back."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator import words
from annotator.errors import Refused
from annotator.flows.cutting import Cutting
from annotator.flows.exporting import export
from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.document import Clause, Document
from annotator.model.edit import Edit
from annotator.model.event import Change
from annotator.model.former import Former
from annotator.model.review import Person, Progress, Review, Suggestion
from annotator.store import cuttings, documents, events, people, pieces, reviews, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.former import former
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.making import add_document, store_segments, write

SAMPLES = sorted((Path(__file__).parents[2] / "annotator" / "samples").glob("*.txt"))
TEXT = """上海市算力建设工作方案
一、任务
1.建设平台。建成三处算力平台；加快建立调度机制，由市经信委负责。（责任单位：市科委、市教委）
2.推进应用。推进各类应用。（责任单位：市数据局）
立足本市实际，鼓励探索。
二、保障
3.加强领导。
"""


@pytest.fixture
def document(project: Project, codebook: Codebook, tmp_path: Path) -> Document:
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert import_files(project, "li", codebook, [path])[0].clauses == 4
    return documents.listing(project)[0]


@pytest.fixture
def cutting(project: Project, codebook: Codebook) -> Cutting:
    return Cutting(project, codebook, "li")


@pytest.fixture
def work(project: Project, codebook: Codebook) -> Reviewing:
    return Reviewing(project, codebook, "li")


def put_in_force(project: Project, document: Document, cutting: str, by: str = "li") -> None:
    """A cutting in force that no key put there."""
    change = Change("cut", document.doc_id, value=cutting, layer="project")
    events.record(project, by, [change], origin="command")


def clauses(project: Project) -> list[Clause]:
    return list(documents.clauses(project, documents.listing(project)[0]))


def texts(project: Project) -> list[tuple[str, str, str]]:
    return [(clause.marker, clause.text, clause.tail) for clause in clauses(project)]


def split(cutting: Cutting, ord_no: int, before: str) -> Document:
    """Split a clause of the first document before some words of it."""
    document = documents.listing(cutting.project)[0]
    clause = documents.clause(cutting.project, document, ord_no)
    assert clause
    return cutting.split(document, clause, clause.text.index(before))


def merge(cutting: Cutting, first: int, last: int) -> Document:
    document = documents.listing(cutting.project)[0]
    found = clauses(cutting.project)
    return cutting.merge(document, found[first], found[last])


# ---------------------------------------------------------------- cutting


def test_places_are_those_behind_sentences_in_text_and_source(cutting: Cutting, document: Document) -> None:
    clause = clauses(cutting.project)[0]
    found = cutting.places(document, clause)
    source = documents.source_text(cutting.project, document.source_sha256)
    assert [clause.text[place.text :][:2] for place in found] == ["建成", "加快"]
    assert [source[place.source :][:2] for place in found] == ["建成", "加快"]


def test_a_split_is_a_cutting_of_the_whole_document(cutting: Cutting, document: Document) -> None:
    project = cutting.project
    before = clauses(project)
    after = split(cutting, 0, "加快")
    assert (after.clauses, after.cutting_id != document.cutting_id) == (5, True)
    found = clauses(project)
    assert [(one.marker, one.text, one.tail) for one in found[:2]] == [
        ("1.", "建设平台。建成三处算力平台；", ""),
        ("", "加快建立调度机制，由市经信委负责。", "（责任单位：市科委、市教委）"),
    ]
    assert found[2:] == [one._replace(ord=one.ord + 1, seq=one.seq + 1) for one in before[1:]]
    assert {one.path for one in found[:2]} == {before[0].path}
    cutter = project.db.execute(
        "SELECT cutter FROM cutting WHERE cutting_no = ?", (after.cutting,)
    ).fetchone()
    assert cutter == ("li",)
    assert not list(verify(project))


def test_a_merge_makes_one_of_several(cutting: Cutting, document: Document) -> None:
    after = merge(cutting, 0, 2)
    assert after.clauses == 2
    (marker, text, tail), _ = texts(cutting.project)
    assert (marker, tail) == ("1.", "")
    assert text.split("\n") == [
        "建设平台。建成三处算力平台；加快建立调度机制，由市经信委负责。（责任单位：市科委、市教委）",
        "2.推进应用。推进各类应用。（责任单位：市数据局）",
        "立足本市实际，鼓励探索。",
    ]
    assert not list(verify(cutting.project))


def test_a_range_that_was_cut_before_reads_as_it_did(cutting: Cutting, document: Document) -> None:
    project = cutting.project
    before = clauses(project)
    split(cutting, 0, "建成")
    halves = clauses(project)[:2]
    merge(cutting, 0, 1)
    assert clauses(project) == before
    merge(cutting, 0, 2)
    split(cutting, 0, "立足")
    split(cutting, 0, "2.推进")
    assert clauses(project) == before
    split(cutting, 0, "建成")
    assert clauses(project)[:2] == halves
    assert not list(verify(project))


def test_under_other_repairs_a_range_is_read_anew(
    project: Project, codebook: Codebook, cutting: Cutting
) -> None:
    (identity,) = add_document(project, ["一；二。"])
    document = documents.listing(project)[0]
    (old,) = pieces.read(project, document.cutting)
    repaired = replace(old, text="一；三。", edits=(Edit(2, 3, "test", "二", "三"),))
    better = cuttings.add_cutting(project, document.source_sha256, "test/2", [repaired])
    put_in_force(project, document, better)
    split(cutting, 0, "三")
    merge(cutting, 0, 1)
    (clause,) = clauses(project)
    assert (clause.clause_id, clause.text) == (identity, "一；三。")


def test_the_same_cutting_is_stored_once(cutting: Cutting, document: Document) -> None:
    first = split(cutting, 0, "建成")
    back = merge(cutting, 0, 1)
    assert split(cutting, 0, "建成").cutting_id == first.cutting_id
    assert merge(cutting, 0, 1).cutting_id == back.cutting_id != document.cutting_id
    assert cutting.project.db.execute("SELECT count(*) FROM cutting").fetchone() == (3,)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
def test_every_clause_of_the_samples_splits_and_comes_back(sample: Path, tmp_path: Path) -> None:
    with create(tmp_path / "annotator.db", "li") as project:
        import_files(project, "li", codebook_of(project), [sample])
        cutting = Cutting(project, codebook_of(project), "li")
        before = clauses(project)
        (document,) = documents.listing(project)
        split_at = 0
        for clause in reversed(before):
            if found := cutting.places(document, clause):
                document = cutting.split(document, clause, found[-1].text)
                split_at += 1
        assert document.clauses == len(before) + split_at > len(before)
        ids = {clause.clause_id for clause in before}
        for clause in reversed(clauses(project)):
            beside = documents.clause(project, document, clause.ord + 1)
            if clause.clause_id not in ids and beside and clause.start in {one.start for one in before}:
                document = cutting.merge(document, clause, beside)
        assert clauses(project) == before
        assert not list(verify(project))


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [(0, 0, "one_clause"), (1, 0, "one_clause"), (2, 3, "something_between"), (0, 3, "something_between")],
)
def test_only_neighbours_merge(cutting: Cutting, document: Document, first: int, last: int, key: str) -> None:
    with pytest.raises(Refused) as caught:
        merge(cutting, first, last)
    assert caught.value.key == f"cutting.{key}"
    assert len(clauses(cutting.project)) == 4


def test_clauses_of_two_headings_do_not_merge(project: Project, cutting: Cutting) -> None:
    kinds = [("heading", 1), ("heading", 2), ("clause", 3), ("clause", 2)]
    text = "甲乙丙丁"
    segments = [
        Segment(kind, level, "", (), n, n + 1, text[n], n, n + 1) for n, (kind, level) in enumerate(kinds)
    ]
    store_segments(project, text, segments)
    with pytest.raises(Refused) as caught:
        merge(cutting, 0, 1)
    assert caught.value.key == "cutting.other_heading"


# ---------------------------------------------------------------- suggestions


def suggested(project: Project, clause: Clause, field: str) -> list[str]:
    found = [one for one in suggestions.of(project, [clause.clause_id]) if one.field == field]
    return [item["surface"] if isinstance(item, dict) else item for one in found for item in one.value]


def roles(project: Project, clause: Clause) -> dict[str, str]:
    found = suggestions.of(project, [clause.clause_id])
    units = next((one.value for one in found if one.field == "responsible_unit"), [])
    return {unit["surface"]: unit["role"] for unit in units}


def test_units_follow_their_part(cutting: Cutting, document: Document) -> None:
    project = cutting.project
    whole = suggested(project, clauses(project)[0], "responsible_unit")
    assert whole == ["市经信委", "市科委", "市教委"]
    split(cutting, 0, "加快")
    first, second, *_ = clauses(project)
    assert suggested(project, first, "responsible_unit") == []
    assert suggested(project, second, "responsible_unit") == whole
    split(cutting, 1, "由市经信委")
    merge(cutting, 2, 3)
    assert suggested(project, clauses(project)[2], "responsible_unit") == [
        "市经信委",
        "市科委",
        "市教委",
        "市数据局",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "上海市算力建设任务分工表\n序号\t任务\t牵头单位\t配合单位\n"
            "1\t建设平台。推进应用。\t市科委\t市教委\n2\t加强领导。\t市科委\t市教委\n",
            id="by the head of its column",
        ),
        pytest.param(
            "上海市算力建设工作方案\n一、任务\n1.建设平台。推进应用。（责任单位：市科委、市教委）\n"
            "二、保障\n2.排在第一位的部门为牵头部门。\n",
            id="by the rule of a document",
        ),
    ],
)
def test_units_keep_the_role_that_another_segment_gives_them(
    project: Project, codebook: Codebook, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "分工.txt"
    path.write_text(text, encoding="utf-8")
    import_files(project, "li", codebook, [path])
    whole = roles(project, clauses(project)[0])
    assert whole["市科委"] == "lead"
    cutting = Cutting(project, codebook, "li")
    split(cutting, 0, "推进应用")
    assert roles(project, clauses(project)[0]) == {}
    assert roles(project, clauses(project)[1]) == whole


def test_new_clauses_have_suggestions_and_the_others_keep_theirs(
    cutting: Cutting, document: Document
) -> None:
    project = cutting.project
    kept = {clause.clause_id: suggestions.of(project, [clause.clause_id]) for clause in clauses(project)}
    split(cutting, 0, "加快")
    first, second, *others = clauses(project)
    for part in (first, second):
        assert suggested(project, part, "clause_type") == ["task"]
    # What another source said of the whole clause is not said of its parts.
    for clause in others:
        assert suggestions.of(project, [clause.clause_id]) == kept[clause.clause_id]
    taken = Suggestion(second.clause_id, "clause_type", "import", "rules/1", ("goal",), 0.5)
    suggestions.add(project, [taken])
    merge(cutting, 0, 1)
    assert {one.clause_id: suggestions.of(project, [one.clause_id]) for one in clauses(project)} == kept
    split(cutting, 0, "加快")
    assert taken in suggestions.of(project, [second.clause_id])


# ---------------------------------------------------------------- what was said


def test_a_clause_left_alone_keeps_what_was_said(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    for clause in clauses(project):
        work.finish(clause.clause_id, {"category": ["infra"]})
    before = {clause.clause_id: work.review(clause.clause_id) for clause in clauses(project)}
    split(cutting, 0, "加快")
    now = documents.listing(project)[0]
    assert reviews.progress(project, now) == {"li": Progress(3, 0, 0)}
    assert reviews.next_unfinished(project, now, "li", -1) == 0
    assert [work.review(one.clause_id) for one in clauses(project)[2:]] == list(before.values())[1:]
    merge(cutting, 0, 1)
    assert {one.clause_id: work.review(one.clause_id) for one in clauses(project)} == before
    assert reviews.progress(project, documents.listing(project)[0]) == {"li": Progress(4, 0, 0)}


def formers(project: Project, ord_no: int, reviewer: str = "li") -> list[Former]:
    document = documents.listing(project)[0]
    clause = documents.clause(project, document, ord_no)
    assert clause
    return former(project, document, clause, reviewer)


def test_what_was_said_of_the_whole_is_offered_for_the_parts(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    whole = clauses(project)[0]
    work.finish(whole.clause_id, {"category": ["infra"]})
    work.note(whole.clause_id, "看")
    assert formers(project, 0) == []
    split(cutting, 0, "加快")
    for ord_no in (0, 1):
        (found,) = formers(project, ord_no)
        assert (found.clause_id, found.marker, found.text) == (whole.clause_id, "1.", whole.text)
        assert found.review == work.review(whole.clause_id)
        assert found.review.state == "submitted"
        assert formers(project, ord_no, "wang") == []
    first, second = (found.share for ord_no in (0, 1) for found in formers(project, ord_no))
    assert first + second == pytest.approx(1)
    assert 0 < first < second
    assert formers(project, 2) == []


def test_the_last_that_was_said_is_offered_first(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    split(cutting, 0, "加快")
    first, second, third, *_ = clauses(project)
    work.put(second.clause_id, {"category": ["data"]})
    work.flag(third.clause_id)
    work.flag(first.clause_id)
    work.flag(first.clause_id)  # nothing is said of it any more
    merge(cutting, 0, 2)
    assert [found.clause_id for found in formers(project, 0)] == [third.clause_id, second.clause_id]
    work.note(clauses(project)[0].clause_id, "并")
    split(cutting, 0, "建成")
    assert [found.review.note for found in formers(project, 1)] == ["并", "", ""]
    assert [found.review.note for found in formers(project, 0)] == ["并"]


def test_every_old_clause_that_overlaps_is_found(cutting: Cutting, work: Reviewing) -> None:
    project = cutting.project
    add_document(project, ["一；二；三；四。", "五；六；七；八。"])
    for before in "三二四七":
        ord_no = next(one.ord for one in clauses(project) if before in one.text)
        split(cutting, ord_no, before)
    merge(cutting, 1, 4)
    places = dict[str, range]()
    for _, identity, start, end in project.db.execute("SELECT piece_no, clause_id, start, end FROM piece"):
        places[identity] = range(start, end)
        if identity not in {one.clause_id for one in clauses(project)}:
            event_of = Change("flag", identity, value=True)
            events.record(project, "li", [event_of], origin="key")
    for clause in clauses(project):
        here = range(clause.start, clause.end)
        wanted = {name for name, place in places.items() if set(place) & set(here)} - {clause.clause_id}
        assert {one.clause_id for one in formers(project, clause.ord)} == wanted


def test_carrying_takes_over_what_fits(cutting: Cutting, work: Reviewing, document: Document) -> None:
    project = cutting.project
    whole = clauses(project)[0]
    (units,) = [
        one.value for one in suggestions.of(project, [whole.clause_id]) if one.field == "responsible_unit"
    ]
    assigned = {
        "org_id": None,
        "name": "市委办",
        "role": "lead",
        "stated": False,
        "surface": "",
        "start": None,
        "end": None,
    }
    said = {
        "category": ["infra"],
        "clause_type": ["task"],
        "priority": [],
        "responsible_unit": [*units, assigned],
    }
    work.put(whole.clause_id, said)
    work.flag(whole.clause_id)
    work.note(whole.clause_id, "看")
    work.note(whole.clause_id, "因", "category")
    work.ask(whole.clause_id, "能否拆开？")
    split(cutting, 0, "由市经信委")
    first, second, *_ = clauses(project)
    work.put(first.clause_id, {"category": ["data"]})
    before = work.review(first.clause_id)
    act = work.carry(first.clause_id, formers(project, 0)[0])
    review = work.review(first.clause_id)
    assert review.values == {
        "category": ["data"], "clause_type": ["task"], "priority": [], "responsible_unit": [assigned]
    }  # fmt: skip
    assert (review.state, review.flagged, review.note, review.question) == ("draft", True, "看", "")
    assert review.reasons == {"category": "因"}
    made = list(events.read(project, "act = ?", (act,)))
    assert {one.origin for one in made} == {"carry"}
    assert work.carry(first.clause_id, formers(project, 0)[0]) == ""
    work.undo()
    assert work.review(first.clause_id) == before
    work.carry(second.clause_id, formers(project, 1)[0])
    assert work.review(second.clause_id).values["responsible_unit"] == [*units, assigned]


def test_where_all_units_stay_behind_nobody_says_there_are_none(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    whole = clauses(project)[0]
    (units,) = [
        one.value for one in suggestions.of(project, [whole.clause_id]) if one.field == "responsible_unit"
    ]
    work.put(whole.clause_id, {"responsible_unit": list(units)})
    split(cutting, 0, "加快")
    assert work.carry(clauses(project)[0].clause_id, formers(project, 0)[0]) == ""
    assert work.carry(clauses(project)[1].clause_id, formers(project, 1)[0])


def test_labels_that_the_codebook_no_longer_has_stay_behind(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    old = Former(
        "cl-0", "", "", 1.0, Review("draft", {"category": ["gone"], "topic": ["x"], "clause_type": ["task"]})
    )
    clause = clauses(project)[0].clause_id
    assert work.carry(clause, old)
    assert work.review(clause).values == {"clause_type": ["task"]}
    with pytest.raises(Refused):
        work.carry("cl-0", old)


def test_nothing_is_said_of_a_clause_that_is_gone(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    whole = clauses(project)[0].clause_id
    split(cutting, 0, "加快")
    before = events.count(project)
    acts: list[Callable[[], object]] = [
        lambda: work.put(whole, {"category": ["data"]}),
        lambda: work.finish(whole),
        lambda: work.skip(whole),
        lambda: work.flag(whole),
        lambda: work.note(whole, "看"),
        lambda: work.ask(whole, "？"),
        lambda: work.carry(whole, Former("cl-0", "", "", 1.0, Review(flagged=True))),
    ]
    for act in acts:
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.key == "review.clause_gone"
    assert events.count(project) == before
    merge(cutting, 0, 1)
    assert work.flag(whole)
    cuttings.retire(project, "li", document.doc_id)
    with pytest.raises(Refused):
        work.flag(whole)


# ---------------------------------------------------------------- who may, and when


def count_all(project: Project) -> list[int]:
    tables = ("event", "cutting", "piece", "placement", "suggestion")
    return [project.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


def test_nothing_is_taken_back_of_a_clause_that_is_gone(
    cutting: Cutting, work: Reviewing, document: Document, reopen: Callable[..., Project]
) -> None:
    whole = clauses(cutting.project)[0].clause_id
    work.put(whole, {"category": ["data"]})
    work.put(whole, {"category": ["infra"]})
    work.undo()
    other = reopen()
    people.store(other, "li", Person("wang", "wang", roles=("owner",)))
    split(Cutting(other, work.codebook, "wang"), 0, "加快")
    for act in (work.undo, work.redo):
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.key == "review.clause_gone"
        assert work.review(whole).values == {"category": ["data"]}
    Reviewing(other, work.codebook, "wang").undo()
    work.redo()
    assert work.review(whole).values == {"category": ["infra"]}


def test_only_an_owner_cuts(project: Project, codebook: Codebook, document: Document) -> None:
    wang = Cutting(project, codebook, "wang")
    assert people.may(project, "li", "cut")
    assert not people.may(project, "wang", "cut")
    assert not people.may(project, "nobody", "cut")
    before = count_all(project)
    for act in (lambda: split(wang, 0, "加快"), lambda: merge(wang, 0, 1)):
        with pytest.raises(Refused) as caught:
            act()
        said = set()
        for language in words.LANGUAGES:
            words.choose(language)
            said.add(str(caught.value))
        words.choose(None)
        assert len(said) == 2
        assert all("li" in sentence for sentence in said)
    assert count_all(project) == before
    people.store(project, "li", Person("wang", "王", roles=("annotator", "owner")))
    assert split(wang, 0, "加快").clauses == 5


def test_a_document_cut_meanwhile_is_not_cut_again(
    cutting: Cutting, document: Document, reopen: Callable[..., Project]
) -> None:
    project, other = cutting.project, reopen()
    there = Cutting(other, cutting.codebook, "li")
    clause = clauses(project)[1]
    split(there, 0, "加快")
    before = count_all(project)
    for act in (
        lambda: cutting.split(document, clause, 5),
        lambda: cutting.merge(document, clauses_of(project, document)[0], clause),
    ):
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.key == "cutting.cut_meanwhile"
        assert document.title in str(caught.value)
    assert count_all(project) == before
    # What was open before can still be read as it was.
    assert [one.clause_id for one in clauses_of(project, document)][1] == clause.clause_id
    cuttings.retire(other, "li", document.doc_id)
    with pytest.raises(Refused):
        cutting.split(document, clause, 5)


def clauses_of(project: Project, document: Document) -> list[Clause]:
    return list(documents.clauses(project, document))


def test_under_another_codebook_nothing_is_cut(cutting: Cutting, document: Document) -> None:
    project = cutting.project
    change = Change("codebook", "codebook", value="0" * 64, layer="project")
    events.record(project, "li", [change], origin="command")
    before = count_all(project)
    with pytest.raises(Refused) as caught:
        split(cutting, 0, "加快")
    assert caught.value.key == "review.codebook_changed"
    assert count_all(project) == before


# ---------------------------------------------------------------- back and forth


def test_a_cut_is_taken_back_and_done_again_in_any_process(
    cutting: Cutting, work: Reviewing, document: Document, reopen: Callable[..., Project]
) -> None:
    project = cutting.project
    states = [texts(project)]
    work.put(clauses(project)[0].clause_id, {"category": ["data"]})
    split(cutting, 0, "加快")
    states.append(texts(project))
    part = clauses(project)[1].clause_id
    work.put(part, {"category": ["infra"]})
    merge(cutting, 1, 2)
    states.append(texts(project))
    project.close()
    later = Reviewing(reopen(), work.codebook, "li")
    assert later.undo().events[0].subject == document.doc_id
    assert texts(later.project) == states[1]
    assert later.review(part).values == {"category": ["infra"]}
    later.undo()
    assert later.review(part).values == {}
    assert texts(later.project) == states[1]
    later.undo()
    assert texts(later.project) == states[0]
    assert clauses_of(later.project, documents.listing(later.project)[0]) == clauses_of(
        later.project, document
    )
    assert later.review(clauses(later.project)[0].clause_id).values == {"category": ["data"]}
    again = Reviewing(reopen(), work.codebook, "li")
    for state in (states[1], states[1], states[2]):
        again.redo()
        assert texts(again.project) == state
    assert again.review(part).values == {"category": ["infra"]}
    for _ in range(4):
        again.undo()
    with pytest.raises(Refused, match="没有可撤销"):  # the import is no act of a key
        again.undo()
    assert texts(again.project) == states[0]
    assert not list(verify(again.project))


def test_what_others_said_of_the_parts_waits_for_them(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    split(cutting, 0, "加快")
    wang = Reviewing(project, cutting.codebook, "wang")
    part = clauses(project)[1].clause_id
    wang.put(part, {"category": ["data"]})
    with pytest.raises(Refused, match="没有可撤销"):
        Reviewing(project, cutting.codebook, "zhao").undo()
    work.undo()
    assert [found.clause_id for found in formers(project, 0, "wang")] == [part]
    assert reviews.progress(project, documents.listing(project)[0]) == {}
    work.redo()
    assert reviews.progress(project, documents.listing(project)[0]) == {"wang": Progress(0, 0, 1)}


def test_a_cut_is_not_taken_back_once_the_document_was_cut_again(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    split(cutting, 0, "加快")
    people.store(project, "li", Person("wang", "王", roles=("owner",)))
    split(Cutting(project, cutting.codebook, "wang"), 2, "推进各类")
    before = events.count(project)
    with pytest.raises(Refused) as caught:
        work.undo()
    assert caught.value.key == "store.cut_since"
    assert events.count(project) == before
    Reviewing(project, cutting.codebook, "wang").undo()
    work.undo()
    assert len(clauses(project)) == 4


def test_a_cutting_by_a_command_is_not_taken_back_by_a_key(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    later = split(cutting, 0, "加快")
    work.undo()
    put_in_force(cutting.project, document, later.cutting_id)
    work.flag(clauses(cutting.project)[0].clause_id)
    work.undo()
    with pytest.raises(Refused, match="没有可撤销"):
        work.undo()
    assert len(clauses(cutting.project)) == 5


def test_the_last_cutting_by_the_clock_is_in_force_wherever_it_was_made(
    cutting: Cutting, work: Reviewing, document: Document
) -> None:
    project = cutting.project
    split(cutting, 0, "加快")
    last = events.history(project, document.doc_id)[-1]
    away = last._replace(
        value=document.cutting_id, run="run-copy", seq=1, prev="", act="run-copy:1", at=last.at - 1
    )
    write(project, away)
    assert len(clauses(project)) == 5
    write(project, away._replace(run="run-later", act="run-later:1", at=last.at + 1))
    assert len(clauses(project)) == 4
    assert merge(cutting, 0, 1).clauses == 3
    assert not list(verify(project))


# ---------------------------------------------------------------- what leaves the project


def test_an_export_holds_the_cutting_in_force_and_the_log_everything(
    cutting: Cutting, work: Reviewing, document: Document, tmp_path: Path
) -> None:
    project = cutting.project
    whole = clauses(project)[0]
    work.finish(whole.clause_id, {"category": ["infra"]})
    after = split(cutting, 0, "由市经信委")
    part = clauses(project)[1]
    work.carry(part.clause_id, formers(project, 1)[0])
    export(project, cutting.codebook, tmp_path / "out")

    def lines(name: str) -> list[Any]:
        text = (tmp_path / "out" / "data" / name).read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    (about,) = lines("documents.jsonl")
    assert (about["cutting"], about["clauses"]) == (after.cutting_id, 5)
    records = lines("canonical/all.jsonl")
    assert [one["id"] for one in records] == [one.clause_id for one in clauses(project)]
    assert [one["seq"] for one in records] == list(range(5))
    carried = records[1]
    assert carried["anchor"] == {"start": part.start, "end": part.end}
    assert carried["reviews"][0]["state"] == "draft"
    assert [review["state"] for one in records for review in one["reviews"]] == ["draft"]
    said = events.history(project, whole.clause_id)
    assert {one.kind for one in said} == {"label", "submit"}
    assert not list(verify(project))
