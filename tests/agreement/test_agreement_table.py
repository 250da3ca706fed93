"""From ratings to a table: what is one judgement, what is none, and what is refused with a sentence."""

import re
from pathlib import Path

import pytest

import annotator
from annotator.errors import AnnotatorError
from annotator.tools.agreement import Rating, audit, tabulate


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("ANNOTATOR_LANG", "en")


def test_missing_is_no_row_and_an_empty_set_is_a_judgement():
    given = [Rating("1", "a", []), Rating("1", "b", ["x"]), Rating("2", "a", ["x"])]
    table = tabulate(given, "set")
    assert table.scale.values == (frozenset(), frozenset({"x"}))
    assert table.codes.tolist() == [[0, 1], [1, -1]]
    report = audit(given, "set")
    assert (report.items, report.compared, report.ratings) == (2, 1, 3)


def test_sets_have_neither_order_nor_repeats():
    table = tabulate([Rating("1", "a", ["x", "y"]), Rating("1", "b", ("y", "x", "x"))], "set")
    assert table.codes.tolist() == [[0, 0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("é", "e\u0301"), (" 上海 ", "上海"), (2, "2"), (2.0, 2), (0.5, "0.5"), (True, "true")],
)
def test_two_spellings_of_one_label_are_one_label(one, other):
    table = tabulate([Rating("1", "a", one), Rating("1", "b", other)], "nominal")
    assert len(table.scale.values) == 1


@pytest.mark.parametrize(("one", "other"), [("A", "a"), ("１", "1"), (True, 1), (True, 1.0), ("規", "规")])
def test_different_labels_stay_different(one, other):
    table = tabulate([Rating("1", "a", one), Rating("1", "b", other)], "nominal")
    assert len(table.scale.values) == 2


def test_numbers_may_be_spelled():
    table = tabulate([Rating("1", "a", "10"), Rating("1", "b", 2)], "interval", ["3"])
    assert table.scale.values == (2.0, 3.0, 10.0)
    assert table.scale.undeclared == (2.0, 10.0)


def test_declared_levels_keep_their_order_and_count_though_unused():
    given = [Rating("1", "a", "low"), Rating("1", "b", "high")]
    report = audit(given, "ordinal", ["low", "medium", "high"])
    assert report.levels == ("low", "medium", "high")
    assert report.unused == ("medium",)
    assert report.undeclared == ()


def test_a_nominal_value_beyond_the_declared_levels_is_named():
    report = audit([Rating("1", "a", "x"), Rating("1", "b", "new")], "nominal", ["x", "y"])
    assert report.levels == ("x", "y", "new")
    assert (report.unused, report.undeclared) == (("y",), ("new",))


def test_labels_of_sets_are_the_levels():
    report = audit([Rating("1", "a", ["x"]), Rating("1", "b", [])], "set", ["x", "y"])
    assert (report.levels, report.unused) == (("x", "y"), ("y",))


def test_numbers_without_declared_levels_order_themselves():
    given = [Rating(str(n), "a", n) for n in (10, 9, 2)]
    assert tabulate(given, "ordinal").scale.values == ("2", "9", "10")


def test_between_reviewers_the_first_pass_counts():
    given = [
        Rating("1", "a", "y", pass_no=3),
        Rating("1", "a", "z", pass_no=2),
        Rating("1", "b", "x"),
        Rating("1", "a", "x"),
        Rating("2", "a", "y", pass_no=2),
        Rating("2", "b", "y"),
    ]
    report = audit(given, "nominal")
    assert (report.ratings, report.retests) == (4, 2)
    assert report.values["percent_agreement_items"] == 1.0
    assert report.levels == ("x", "y")  # not z, which only a repeat has


def test_the_same_line_twice_is_one_judgement():
    table = tabulate([Rating("1", "a", "x"), Rating("1", "a", "x"), Rating("1", "b", "x")], "nominal")
    assert (table.codes.tolist(), table.retests) == ([[0, 0]], 0)


def test_items_keep_their_documents():
    table = tabulate([Rating("2", "a", "x", "d"), Rating("1", "a", "x"), Rating("2", "b", "x")], "nominal")
    assert dict(zip(table.items, table.documents, strict=True)) == {"1": "", "2": "d"}


@pytest.mark.parametrize(
    ("given", "kind", "levels", "sentence"),
    [
        ([("1", "ann", None)], "nominal", (), "1: None, given by ann, is not one label"),
        ([("1", "ann", "  ")], "nominal", (), "is not one label"),
        ([("1", "ann", ["x"])], "ordinal", (), "1: [x], given by ann, is not one label"),
        ([("1", "ann", float("nan"))], "nominal", (), "1: nan, given by ann, is not one label"),
        ([("1", "ann", "many")], "interval", (), "1: “many”, given by ann, is not a finite number"),
        ([("1", "ann", True)], "ratio", (), "is not a finite number"),
        ([("1", "ann", float("inf"))], "interval", (), "is not a finite number"),
        ([("1", "ann", 10**400)], "interval", (), "is not a finite number"),
        ([("1", "ann", "x")], "set", (), "1: “x”, given by ann, is not a list of labels"),
        ([("1", "ann", ["x", None])], "set", (), "is not a list of labels"),
        ([("1", "ann", ["x", ["y"]])], "set", (), "is not a list of labels"),
        (
            [("1", "ann", "x"), ("1", "ann", "y")],
            "nominal",
            (),
            "1: ann gave two different values in pass 1, “x” and “y”",
        ),
        ([("1", "ann", []), ("1", "ann", ["y"])], "set", (), "two different values in pass 1, [] and [y]"),
        (
            [("1", "ann", "x", "d1"), ("1", "bob", "x", "d2")],
            "nominal",
            (),
            "1 is said to be of two documents, d1 and d2",
        ),
        (
            [("1", "ann", "huge")],
            "ordinal",
            ["low", "high"],
            "“huge” have no place among the declared levels “low”, “high”",
        ),
        (
            [("1", "ann", "low"), ("1", "bob", "high")],
            "ordinal",
            (),
            "“high”, “low” are not different numbers",
        ),
        ([("1", "ann", "1.0"), ("1", "bob", "1")], "ordinal", (), "“1”, “1.0” are not different numbers"),
        ([], "nominal", ["x", "y", "x"], "The declared level “x” cannot be used"),
        ([], "nominal", [""], "The declared level “” cannot be used"),
        ([], "interval", ["low"], "The declared level “low” cannot be used"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(given, kind, levels, sentence):
    with pytest.raises(AnnotatorError, match=re.escape(sentence)):
        tabulate([Rating(*one) for one in given], kind, levels)


def test_nothing_else_of_the_program_imports_numpy_but_the_index_and_what_looks_for_repeats():
    package = Path(annotator.__file__).parent
    own = package / "tools" / "agreement"
    imports = re.compile(r"^( *)(import|from) numpy\b", re.MULTILINE)
    found = {
        path.relative_to(package).as_posix(): bool(imported[1])
        for path in package.rglob("*.py")
        if own not in path.parents
        for imported in imports.finditer(path.read_text(encoding="utf-8"))
    }
    within_a_function = True
    assert found == {
        "tools/bigrams.py": within_a_function,
        "tools/repeats/sketches.py": not within_a_function,
        "store/repeating.py": not within_a_function,
    }
