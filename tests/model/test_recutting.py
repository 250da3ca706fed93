"""Two cuttings of one source compared, and clauses of today matched with former ones."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.cutting import Segment
from annotator.model.former import NEAR, Piece, near, nearest, share
from annotator.model.recutting import Comparison, compare

END = 24
CUTTING = st.sets(st.integers(1, END - 1)).flatmap(
    lambda borders: st.tuples(
        st.just([0, *sorted(borders), END]),
        st.lists(st.booleans(), min_size=len(borders) + 1, max_size=len(borders) + 1),
    )
)
"""Borders, and which of the segments between them are clauses."""
Drawn = tuple[list[int], list[bool]]


def segments(drawn: Drawn) -> list[Segment]:
    borders, clauses = drawn
    return [
        Segment("clause" if one else "heading", 1, "", (), start, end, "字" * (end - start), start, end)
        for start, end, one in zip(borders, borders[1:], clauses, strict=False)
    ]


def places(cutting: Sequence[Segment]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in cutting if one.kind == "clause"]


@given(CUTTING, CUTTING)
def test_every_clause_comes_to_exactly_one_end(one: Drawn, other: Drawn) -> None:
    old, new = segments(one), segments(other)
    found = compare(old, new)
    kept = set(places(old)) & set(places(new))
    assert (found.same, found.other) == (len(kept), {})
    assert sorted([*found.going, *kept]) == places(old)
    assert sorted([*found.coming, *kept]) == places(new)
    assert sum(found.counts.values()) == len(found.going) + sum(
        len(change.after) for change in found.changes if change.fate == "new"
    )
    for change in found.changes:
        many = min(len(change.before), 2), min(len(change.after), 2)
        fates = {(1, 0): "gone", (0, 1): "new", (1, 2): "split", (2, 1): "merged"}
        assert change.fate == fates.get(many, "moved")
        covered = {n for start, end in (*change.before, *change.after) for n in range(start, end)}
        assert len(covered) == max(covered) - min(covered) + 1
        for elsewhere in found.changes:
            if elsewhere is not change:
                assert not covered & {n for place in elsewhere.before for n in range(*place)}


@given(CUTTING)
def test_a_cutting_is_the_same_as_itself(drawn: Drawn) -> None:
    cutting = segments(drawn)
    assert compare(cutting, cutting) == Comparison(len(places(cutting)), {}, ())


def piece(name: str, start: int, end: int, text: str = "") -> Piece:
    return Piece(name, start, end, "", text or name)


@given(CUTTING, st.lists(CUTTING, max_size=3))
def test_the_nearest_are_those_that_are_alone_near(now: Drawn, before: list[Drawn]) -> None:
    today = [piece(f"今{start}", start, end) for start, end in places(segments(now))]
    formers = [
        piece(f"昔{n}:{start}", start, end)
        for n, drawn in enumerate(before)
        for start, end in places(segments(drawn))
    ]
    wanted = [(one, [other for other in formers if near(one, other)]) for one in today]
    assert list(nearest(today, formers)) == [(one, found[0]) for one, found in wanted if len(found) == 1]


def test_most_of_the_text_or_the_same_words_are_near() -> None:
    whole = piece("甲", 0, 10)
    assert share(whole, piece("乙", 0, 9)) == NEAR
    assert near(whole, piece("乙", 0, 9))
    assert not near(whole, piece("乙", 0, 8))
    assert near(whole, piece("乙", 4, 12, "甲"))
    assert not near(whole, piece("乙", 10, 12, "甲"))
