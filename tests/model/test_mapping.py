from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.model.edit import Edit
from annotator.model.mapping import Clean

CHARACTERS = st.sampled_from("政策，。\r\n 　a𠀀👩\u0301\u200d\ufeff")
TEXT = st.text(CHARACTERS, max_size=30) | st.text(max_size=10)


class Case(NamedTuple):
    source: str
    start: int
    end: int
    edits: list[Edit]

    @property
    def inside(self) -> list[Edit]:
        """The edits that count, in order."""
        applied = [e for e in self.edits if e.state == "applied"]
        return sorted(
            (e for e in applied if self.start <= e.start and e.end <= self.end), key=lambda e: e.end
        )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A text, a range of it, and edits that do not overlap: anywhere, adjacent too, in any order."""
    source = draw(TEXT)
    offsets = st.integers(0, len(source))
    bounds = sorted(draw(st.lists(offsets, max_size=12)))
    edits, taken = [], -1
    for start, end in zip(bounds[::2], bounds[1::2], strict=False):
        if start == end == taken:
            continue  # two insertions in one place have no order
        taken = end
        state = draw(st.sampled_from(["applied", "applied", "applied", "proposed", "refused"]))
        after = draw(st.text(CHARACTERS, max_size=3))
        edits.append(Edit(start, end, "test", source[start:end], after, 1.0, state))
    start, end = sorted((draw(offsets), draw(offsets)))
    return Case(source, start, end, draw(st.permutations(edits)))


def naive(case: Case) -> str:
    """Replaced from the back, so that offsets stay right."""
    text = case.source
    for edit in reversed(case.inside):
        text = text[: edit.start] + edit.after + text[edit.end :]
    grown = len(text) - len(case.source)
    return text[case.start : case.end + grown]


def clean_of(case: Case) -> Clean:
    return Clean(case.source, case.start, case.end, case.edits)


def verbatim(case: Case) -> list[tuple[int, int]]:
    """(clean, source) offsets of every code point outside the edits, counted one by one."""
    pairs, clean, edits = [], 0, case.inside
    for at in range(case.start, case.end + 1):
        for edit in edits:
            if edit.start == at:
                clean += len(edit.after)
        if at < case.end and not any(edit.start <= at < edit.end for edit in edits):
            pairs.append((clean, at))
            clean += 1
    return pairs


@given(cases())
def test_clean_text_is_the_naive_replacement(case: Case) -> None:
    assert clean_of(case).text == naive(case)


@given(cases())
def test_a_code_point_outside_edits_maps_to_itself_and_back(case: Case) -> None:
    clean = clean_of(case)
    inserted = {edit.start for edit in case.inside if edit.start == edit.end}
    for at, raw in verbatim(case):
        assert clean.text[at] == case.source[raw]
        assert clean.to_source(at, at + 1) == (raw, raw + 1)
        if not inserted & {raw, raw + 1}:
            assert clean.to_clean(raw, raw + 1) == (at, at + 1)


@given(cases(), st.data())
def test_there_and_back_covers_the_clean_range(case: Case, data: st.DataObject) -> None:
    clean = clean_of(case)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(clean.text))] * 2)))
    raw = clean.to_source(start, end)
    assert case.start <= raw[0] <= raw[1] <= case.end
    if start == end:
        assert raw[0] == raw[1]
    else:
        first, last = clean.to_clean(*raw)
        assert 0 <= first <= start < end <= last <= len(clean.text)


@given(cases(), st.data())
def test_back_and_there_covers_the_source_range_but_for_deletions_at_its_ends(
    case: Case, data: st.DataObject
) -> None:
    clean = clean_of(case)
    start, end = sorted(data.draw(st.tuples(*[st.integers(case.start, case.end)] * 2)))
    first, last = clean.to_clean(start, end)
    assert 0 <= first <= last <= len(clean.text)
    raw = clean.to_source(first, last)
    kept = [at for _, at in verbatim(case) if start <= at < end]
    assert all(raw[0] <= at < raw[1] for at in kept)


@given(cases(), st.data())
def test_the_clean_range_of_a_source_range_has_its_clean_text(case: Case, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(case.start, case.end)] * 2)))
    assume(not any(e.start < start < e.end or e.start < end < e.end for e in case.inside))
    clean = clean_of(case)
    first, last = clean.to_clean(start, end)
    assert clean.text[first:last] == Clean(case.source, start, end, case.edits).text


@given(cases())
def test_without_applied_edits_nothing_moves(case: Case) -> None:
    waiting = [Edit(e.start, e.end, e.rule, e.before, e.after, 1.0, "proposed") for e in case.edits]
    clean = Clean(case.source, case.start, case.end, waiting)
    assert clean.text == case.source[case.start : case.end]
    for at in range(len(clean.text)):
        assert clean.to_source(at, at + 1) == (case.start + at, case.start + at + 1)


@pytest.mark.parametrize(
    ("source", "edits", "text", "ranges"),
    [
        # source, (start, end, after)…, clean text, [clean range, its source range, the clean range of that]
        ("𠀀政策", [], "𠀀政策", [(1, 3), (1, 3), (1, 3)]),
        ("规(gui)划", [(1, 6, "")], "规划", [(0, 2), (0, 7), (0, 2)]),
        ("规(gui)划", [(1, 6, "")], "规划", [(0, 1), (0, 1), (0, 1)]),
        ("规(gui)划", [(1, 6, "")], "规划", [(1, 2), (6, 7), (1, 2)]),
        ("第一行\r\n第二行", [(3, 5, "")], "第一行第二行", [(2, 4), (2, 6), (2, 4)]),
        ("e\u0301tat", [(0, 2, "é")], "état", [(0, 1), (0, 2), (0, 1)]),
        ("ab", [(0, 1, "xyz")], "xyzb", [(1, 2), (0, 1), (0, 3)]),
        ("ab", [(0, 0, "x")], "xab", [(0, 1), (0, 0), (0, 1)]),
        ("ab", [(2, 2, "x")], "abx", [(2, 3), (2, 2), (2, 3)]),
        ("ab", [(1, 1, "x")], "axb", [(0, 1), (0, 1), (0, 2)]),
        ("ab", [(0, 1, ""), (1, 2, "")], "", [(0, 0), (2, 2), (0, 0)]),
        ("", [(0, 0, "x")], "x", [(0, 1), (0, 0), (0, 1)]),
    ],
)
def test_worked_examples(
    source: str,
    edits: list[tuple[int, int, str]],
    text: str,
    ranges: list[tuple[int, int]],
) -> None:
    way = Clean(source, 0, len(source), [Edit(s, e, "test", source[s:e], after) for s, e, after in edits])
    assert way.text == text
    clean, raw, back = ranges
    assert way.to_source(*clean) == raw
    assert way.to_clean(*raw) == back


def test_ranges_outside_are_clamped() -> None:
    way = Clean("一二三四五", 1, 4, [Edit(2, 3, "test", "三", "叁叁")])
    assert way.text == "二叁叁四"
    assert way.to_clean(0, 1) == (0, 0)
    assert way.to_clean(0, 5) == (0, 4)
    assert way.to_clean(4, 5) == (4, 4)
    assert way.to_source(4, 4) == (4, 4)
