"""Documents and their cuttings as they are stored and read back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.event import Change
from annotator.model.ids import clause_id, sha256
from annotator.model.mapping import Clean
from annotator.model.review import Suggestion
from annotator.store import cuttings, documents, events, pieces, suggestions
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.making import REPAIRED, add_document, add_repaired, store_segments, taken_back


def only(project: Project) -> documents.Document:
    (document,) = documents.listing(project)
    return document


def test_a_document_comes_in_once(project: Project) -> None:
    add_document(project, ["一。", "二。"])
    before = events.count(project)
    assert not store_segments(project, "一。\n二。\n", [])
    assert events.count(project) == before
    assert only(project).clauses == 2


def test_a_document_is_what_was_given(project: Project) -> None:
    clauses = add_document(project, ["一。", "二。"], name="通知.txt")
    document = only(project)
    assert (document.title, document.file_name, document.clauses) == ("通知", "通知.txt", 2)
    assert documents.document(project, document.doc_id) == document == documents.first(project)
    assert documents.known(project, document.doc_id)
    assert documents.source_text(project, document.source_sha256) == "一。\n二。\n"
    assert documents.reader(project, document.source_sha256) == "test/1"
    assert documents.metadata(project, document.doc_id) == {"title": "通知"}
    assert [one.clause_id for one in documents.clauses(project, document)] == clauses
    assert documents.find_clause(project, clauses[1]) == (document.doc_id, 1)


def test_what_is_not_there_is_none(project: Project) -> None:
    assert documents.first(project) is None
    add_document(project, ["一。"])
    assert documents.document(project, "doc-000000000000") is None
    assert not documents.known(project, "doc-000000000000")
    assert documents.clause(project, only(project), 1) is None
    assert documents.clause(project, only(project), -1) is None
    assert documents.find_clause(project, "cl-0") is None


def test_documents_stand_in_the_order_in_which_they_came(
    project: Project, reopen: Callable[..., Project]
) -> None:
    names = [f"{name}.txt" for name in "丙甲乙丁"]
    for number, name in enumerate(names):
        add_document((project, reopen())[number % 2], [f"{name}。"], name=name)
    assert [document.file_name for document in documents.listing(project)] == names


def test_a_document_out_of_use_is_not_listed_and_comes_back(project: Project) -> None:
    (clause,) = add_document(project, ["一。"])
    doc_id = only(project).doc_id
    for retired, count in ((True, 0), (None, 1), (True, 0), (False, 1)):
        events.record(
            project, "li", [Change("retire", doc_id, value=retired, layer="project")], origin="command"
        )
        assert len(documents.listing(project)) == count
        assert (documents.find_clause(project, clause) is not None) == bool(count)


def test_a_title_can_be_corrected_and_falls_back_to_the_name(project: Project) -> None:
    add_document(project, ["一。"])
    for title, shown in (("新标题", "新标题"), (None, "甲.txt")):
        change = Change("metadata", only(project).doc_id, "title", title, layer="project")
        events.record(project, "li", [change], origin="command")
        assert only(project).title == shown


def test_two_files_of_one_text_share_their_clauses(project: Project) -> None:
    first = add_document(project, ["一。"], name="甲.txt")
    second = add_document(project, ["一。"], name="乙.txt")
    assert first == second
    assert [document.clauses for document in documents.listing(project)] == [1, 1]
    assert len({document.cutting_id for document in documents.listing(project)}) == 1
    assert not list(verify(project))


def test_a_new_cutting_supersedes_the_old_as_a_whole(project: Project) -> None:
    old = add_document(project, ["一。", "二。"])
    document = only(project)
    joined = [Segment("clause", 1, "", (), 0, 6, "一。\n二。", 0, 5)]
    cutting = cuttings.add_cutting(project, document.source_sha256, "li", joined)
    assert only(project) == document
    for chosen, clauses in ((cutting, 1), (document.cutting_id, 2), (cutting, 1)):
        change = Change("cut", document.doc_id, value=chosen, layer="project")
        events.record(project, "li", [change], origin="command")
        assert only(project).clauses == clauses
        assert (documents.find_clause(project, old[0]) is None) == (clauses == 1)
    assert not list(verify(project))


def test_numbers_may_be_given_without_a_point(project: Project) -> None:
    edits = (Edit(0, 1, "test", "一", "二", 1, "applied"),)
    store_segments(project, "一", [Segment("clause", 1, "", (), 0, 1, "二", 0, 1, doubt=1, edits=edits)])
    assert not list(verify(project))


def test_the_same_cutting_is_stored_once(project: Project) -> None:
    add_repaired(project)
    document = only(project)
    segments = [
        replace(segment, edits=segment.edits[::-1]) for segment in pieces.read(project, document.cutting)
    ]
    again = cuttings.add_cutting(project, document.source_sha256, "test/1", segments)
    assert again == document.cutting_id
    assert project.db.execute("SELECT count(*) FROM cutting").fetchone() == (1,)


# ---------------------------------------------------------------- offsets


def test_clean_text_and_tail_lead_back_to_the_source(project: Project) -> None:
    add_repaired(project)
    document = only(project)
    clause = documents.clause(project, document, 0)
    assert clause
    assert (clause.marker, clause.text, clause.tail, clause.path) == (
        "１.", "建设算力平台。", "(市数据局)", ("总则",)
    )  # fmt: skip
    source = documents.source_text(project, document.source_sha256)
    places = documents.places(project, document, clause)
    marked = places.at("text", 0, 2)
    assert marked
    assert source[marked.source_start : marked.source_end] == marked.surface == "建设"
    widened = places.at("text", 2, 4)
    assert widened
    assert widened.surface == "算力平台"  # what a repair put there has no place of its own in the source
    start = source.index("市数据局")
    named = places.find(start, start + 4)
    assert named == places.at("tail", 1, 5)
    assert named
    assert named.stored() == {"surface": "市数据局", "start": start, "end": start + 4}
    second = documents.clause(project, document, 1)
    assert second
    assert second.text == "尾"  # a proposed repair waits


def test_segments_are_read_as_context(project: Project) -> None:
    add_repaired(project)
    found = documents.segment_texts(project, only(project).cutting, 0, 99)
    assert [(kind, marker) for _, kind, marker, _ in found] == [
        (kind, marker) for kind, _, marker, _, _ in REPAIRED
    ]
    assert documents.segment_texts(project, only(project).cutting, 1, 2) == [(1, "heading", "一、", "总则")]


def parts(project: Project, *kinds: tuple[str, int]) -> list[tuple[str, ...]]:
    """The paths of the clauses of a document with a letter a segment."""
    segments = [
        Segment(kind, level, "", (), at, at + 1, chr(97 + at), at, at + 1)
        for at, (kind, level) in enumerate(kinds)
    ]
    store_segments(project, "".join(segment.text for segment in segments), segments)
    return [clause.path for clause in documents.clauses(project, documents.listing(project)[-1])]


@pytest.mark.parametrize(
    ("kinds", "paths"),
    [
        ([("clause", 1)], [()]),
        ([("heading", 1), ("clause", 2)], [("a",)]),
        ([("heading", 1), ("heading", 2), ("clause", 3)], [("a", "b")]),
        ([("heading", 1), ("heading", 2), ("heading", 2), ("clause", 3)], [("a", "c")]),
        (
            [("heading", 1), ("heading", 2), ("clause", 3), ("heading", 1), ("clause", 2)],
            [("a", "b"), ("d",)],
        ),
        ([("heading", 1), ("heading", 2), ("clause", 2), ("clause", 3)], [("a",), ("a",)]),
        ([("heading", 1), ("clause", 1), ("clause", 2)], [(), ()]),
        ([("heading", 1), ("title", 0), ("clause", 2)], [()]),
        ([("heading", 1), ("title", 0), ("heading", 1), ("clause", 2)], [("c",)]),
        ([("heading", 1), ("boilerplate", 0), ("clause", 2)], [("a",)]),
        ([("heading", 1), ("heading", 3), ("clause", 4)], [("a", "b")]),
        ([("title", 0), ("front_matter", 0), ("attachment", 0)], []),
    ],
)
def test_the_path_is_the_headings_above(
    project: Project, kinds: list[tuple[str, int]], paths: list[tuple[str, ...]]
) -> None:
    assert parts(project, *kinds) == paths
    assert not list(verify(project))


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[Segment]]:
    """A text cut anywhere, with edits anywhere in it, also between two segments."""
    text = draw(st.text(st.sampled_from("政策，。\r\n　a𠀀👩\u0301"), min_size=1, max_size=24))
    ends = sorted({*draw(st.lists(st.integers(1, len(text)), max_size=5)), len(text)})
    ranges = list(zip([0, *ends], ends, strict=False))
    edits: dict[int, list[Edit]] = {}
    for start, end in ranges:
        bounds = sorted(draw(st.lists(st.integers(start, end), max_size=6)))
        pairs = dict.fromkeys(zip(bounds[::2], bounds[1::2], strict=False))
        taken = {(edit.start, edit.end) for found in edits.values() for edit in found}
        edits[start] = [
            Edit(a, b, "test", text[a:b], draw(st.sampled_from(["", "改", "𠀀𠀀"])))
            for a, b in pairs
            if (a, b) not in taken
        ]
    every = [edit for found in edits.values() for edit in found]
    segments = []
    for start, end in ranges:
        begin, middle, stop = sorted(draw(st.tuples(*[st.integers(start, end)] * 3)))
        if any(edit.start < point < edit.end for edit in every for point in (begin, middle, stop)):
            begin, middle, stop = start, end, end
        segments.append(
            Segment(
                draw(st.sampled_from(["clause", "heading", "boilerplate"])), draw(st.integers(1, 3)), "", (),
                start, end, Clean(text, begin, middle, edits[start]).text, begin, middle,
                Clean(text, middle, stop, edits[start]).text, middle, stop, edits=tuple(edits[start]),
            )
        )  # fmt: skip
    return text, segments


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(cut_texts())
def test_whatever_the_cut_it_reads_back_and_verifies(
    project: Project, cut: tuple[str, list[Segment]]
) -> None:
    text, segments = cut
    with taken_back(project):
        store_segments(project, text, segments)
        document = only(project)
        assert not list(verify(project))
        found = list(documents.clauses(project, document))
        wanted = [segment for segment in segments if segment.kind == "clause"]
        assert [clause.text for clause in found] == [segment.text for segment in wanted]
        assert [clause.clause_id for clause in found] == [
            clause_id(sha256(text), segment.start, segment.end) for segment in wanted
        ]
        for clause in found:
            assert documents.clause(project, document, clause.ord) == clause
            places = documents.places(project, document, clause)
            for where, shown in (("text", clause.text), ("tail", clause.tail)):
                whole = places.at(where, 0, len(shown))
                assert (whole.surface if whole else "") == shown


def test_a_part_of_the_clauses_can_be_read(project: Project) -> None:
    add_document(project, [f"第{number}条。" for number in range(10)])
    document = only(project)
    for start, count, numbers in (
        (0, -1, range(10)),
        (3, 4, range(3, 7)),
        (8, 9, [8, 9]),
        (10, 1, []),
        (0, 0, []),
    ):
        assert [one.ord for one in documents.clauses(project, document, start, count)] == list(numbers)


# ---------------------------------------------------------------- suggestions


def test_suggestions_are_read_best_first_and_a_newer_one_replaces(project: Project) -> None:
    def suggest(source: str, code: str, score: float, version: str = "1") -> Suggestion:
        return Suggestion("cl-1", "category", source, version, (code,), score)

    assert suggestions.add(project, [suggest("import", "data", 0.5), suggest("model", "infra", 0.9)]) == 2
    assert (
        suggestions.add(project, [suggest("import", "model", 0.6), suggest("import", "data", 0.1, "2")]) == 2
    )
    assert suggestions.add(project, []) == 0
    found = suggestions.of(project, ["cl-1", "cl-2"])
    assert [(one.source, one.version, one.value, one.score) for one in found] == [
        ("model", "1", ("infra",), 0.9),
        ("import", "1", ("model",), 0.6),
        ("import", "2", ("data",), 0.1),
    ]
    assert suggestions.of(project, []) == []


def test_suggestions_leave_the_log_alone(project: Project) -> None:
    before = events.count(project)
    suggestions.add(project, [Suggestion("cl-1", "category", "model", "1", ("data",), 1.0)])
    assert events.count(project) == before


def test_the_clause_at_a_place_of_the_source(project: Project) -> None:
    kinds = ["title", "clause", "heading", "clause", "boilerplate"]
    segments = [
        Segment(kind, 1, "", (), 2 * n, 2 * n + 2, "甲", 2 * n, 2 * n + 1) for n, kind in enumerate(kinds)
    ]
    store_segments(project, "甲\n" * 5, segments)
    places = [documents.clause_at(project, only(project), at) for at in range(12)]
    assert places == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]
    store_segments(project, "乙", [Segment("title", 0, "", (), 0, 1, "乙", 0, 1)], name="乙.txt")
    assert documents.clause_at(project, documents.listing(project)[1], 0) is None
