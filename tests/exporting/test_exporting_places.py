"""A span cuts its surface out of the record and out of the source, whatever stands between."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.document import Clause
from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.model.place import Places
from annotator.tools.release.ground import Ground

# Astral characters, Windows line ends, NBSP, a combining mark, a line separator.
RAW = st.text("市数局𠮷😀\u00a0\r\ń\u2028 ,", max_size=24)


@st.composite
def clauses(draw):
    """(ground, clause, start, end): a clause in a source with repairs, and a range of that source."""
    before, text, tail, after = (draw(RAW) for _ in range(4))
    source = before + text + tail + after
    start, middle, end = len(before), len(before + text), len(before + text + tail)
    edits = [*draw(edits_in(source, start, middle)), *draw(edits_in(source, middle, end))]
    ground = Ground(source, [Edit(0, 0, "proposed", "", "x", state="proposed"), *edits])
    clause = Clause(
        "cl-", "doc-", 0, 0, 1, "", (), Clean(source, start, middle, edits).text, start, middle,
        Clean(source, middle, end, edits).text, middle, end, 0, 0.0, start, end,
    )  # fmt: skip
    first = draw(st.integers(0, len(source)))
    return ground, clause, first, draw(st.integers(first, len(source)))


@st.composite
def edits_in(draw, source, start, end):
    """Repairs that replace, delete or, away from the ends, insert."""
    marks = sorted(draw(st.lists(st.integers(start, end), max_size=6, unique=True)))
    pairs = (
        (a, draw(st.sampled_from([a, b] if a > start else [b])))
        for a, b in zip(marks[::2], marks[1::2], strict=False)
    )
    return [Edit(a, b, "rule", source[a:b], draw(RAW)) for a, b in pairs]


def places(clause, ground):
    text, tail = (clause.text_start, clause.text_end), (clause.tail_start, clause.tail_end)
    return Places(text, tail, ground.clean)


@given(clauses())
def test_a_place_cuts_its_surface_in_the_record_and_in_the_source(made):
    ground, clause, start, end = made
    place = places(clause, ground).find(start, end)
    if place is None:
        return
    where = getattr(clause, place.where)
    assert where[place.start : place.end] == place.surface != ""
    assert ground.clean(place.source_start, place.source_end).text == place.surface


@given(clauses(), st.integers(0, 30), st.integers(1, 30))
def test_what_the_text_or_the_tail_shows_is_found_by_where_it_came_from(made, first, length):
    ground, clause, _, _ = made
    for where, begin, close in (
        ("text", clause.text_start, clause.text_end), ("tail", clause.tail_start, clause.tail_end),
    ):  # fmt: skip
        shown = getattr(clause, where)[first : first + length]
        if shown:
            place = places(clause, ground).find(
                *ground.clean(begin, close).to_source(first, first + len(shown))
            )
            assert place is not None
            assert (place.where, place.start <= first, place.end >= first + len(shown)) == (where, True, True)
            assert shown in place.surface


@given(clauses())
def test_a_range_that_leaves_the_clause_has_no_place(made):
    ground, clause, start, end = made
    if start < clause.start or end > clause.end:
        assert places(clause, ground).find(start, end) is None


@given(clauses())
def test_the_ground_sees_the_repairs_that_the_cutting_saw(made):
    ground, clause, _, _ = made
    assert ground.clean(clause.text_start, clause.text_end).text == clause.text
    assert ground.clean(clause.tail_start, clause.tail_end).text == clause.tail


@given(clauses(), st.sampled_from(["text", "tail"]), st.integers(0, 30), st.integers(1, 30))
def test_what_a_person_marks_comes_back_as_it_was_stored(made, where, first, length):
    ground, clause, _, _ = made
    shown, ways = getattr(clause, where), places(clause, ground)
    place = ways.at(where, first, first + length)
    if first + length > len(shown):
        assert place is None
        return
    assert place.where == where
    assert place.start <= first
    assert first + length <= place.end
    assert shown[place.start : place.end] == place.surface
    assert ways.find(place.source_start, place.source_end) == place
    assert ways.at(where, place.start, place.end) == place


@given(clauses(), st.integers(-3, 30))
def test_an_empty_mark_has_no_place(made, at):
    ground, clause, _, _ = made
    assert places(clause, ground).at("text", at, at) is None
    assert places(clause, ground).at("text", at, at - 1) is None
