"""Which documents belong together, and which clauses stand on two sides all the same."""

import pytest

from annotator.tools.splits import apart, grouped, most, reprints

A = [("a1", "A"), ("b1", "B")]
A2 = [("a2", "A"), ("b2", "B")]
PHRASE = [("a3", "A"), ("b3", "B"), ("c1", "C"), ("d1", "D")]


@pytest.mark.parametrize(
    ("alike", "clauses", "found"),
    [
        ([A, A2], {"A": 4, "B": 4}, [("A", "B")]),  # half of both
        ([A, A2], {"A": 5, "B": 5}, []),
        ([A, A2], {"A": 40, "B": 3}, [("A", "B")]),  # most of the shorter one
        ([A], {"A": 1, "B": 9}, [("A", "B")]),
        ([PHRASE], {"A": 9, "B": 9, "C": 9, "D": 9}, []),  # a set phrase chains nothing
        ([PHRASE, A, A2], {"A": 5, "B": 9, "C": 9, "D": 9}, [("A", "B")]),
        ([[("a1", "A"), ("a2", "A")]], {"A": 2}, []),  # a document is no reprint of itself
        (
            [[("a1", "A"), ("b1", "B"), ("b2", "B")]],
            {"A": 3, "B": 3},
            [],
        ),  # of the shorter one's, one is there
        ([[("x", "A"), ("x", "B")]], {"A": 1, "B": 1}, [("A", "B")]),  # one text in two files
        ([A, A2], {"A": 4}, []),  # B is out of use
    ],
)
def test_reprints_share_half_of_the_shorter_one(alike, clauses, found):
    assert list(reprints(alike, clauses)) == found


def test_reprints_are_found_among_many():
    names = [f"D{n:03}" for n in range(100)]
    alike = [[(f"{name}-{n}", name) for name in names] for n in range(4)]
    found = grouped(names, reprints(alike, dict.fromkeys(names, 4)))
    assert found == [names]


def test_groups_are_joined_through_others():
    assert grouped("dcba", [("c", "b"), ("d", "c")]) == [["a"], ["b", "c", "d"]]
    assert grouped("ab", []) == [["a"], ["b"]]


def test_the_heavier_part_wins():
    assert most([("train", 3), ("test", 2), ("test", 2)]) == "test"
    assert most([]) is None


@pytest.mark.parametrize(
    ("parts", "out"),
    [
        ({"A": "train", "B": "test"}, {("b3", "B")}),
        ({"A": "validation", "B": "train"}, {("a3", "A")}),
        ({"A": "validation", "B": "test"}, {("a3", "A")}),
        ({"A": "test", "B": "test"}, set()),
        ({"A": "train", "B": "test", "C": "validation"}, {("b3", "B"), ("c1", "C")}),
        ({"A": "train"}, set()),  # the others have no part
        ({"A": "train", "B": "none"}, set()),
        ({"A": 0, "B": 1, "C": 1}, {("a3", "A")}),  # of folds the one with most of them
        ({"A": 0, "B": 1, "C": 1, "D": 0}, {("b3", "B"), ("c1", "C")}),
    ],
)
def test_one_side_keeps_what_reads_alike(parts, out):
    assert apart([PHRASE], parts) == out
