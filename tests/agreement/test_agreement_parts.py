"""Labels one by one, repeats of a rater, groups of items, intervals, the consensus."""

import json
import math

import numpy as np
import pytest

from annotator.errors import AnnotatorError
from annotator.tools.agreement import Rating, Resampling, audit, ratings_in, tabulate
from annotator.tools.agreement.measure import coefficients
from annotator.tools.agreement.tally import tally

# Krippendorff, Computing Krippendorff's alpha-reliability, 2011, data C: four observers, twelve units.
KRIPPENDORFF = {
    "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    "C": [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
}
RATINGS = [
    Rating(f"u{unit:02}", rater, str(value), document=f"d{unit % 3}")
    for rater, values in KRIPPENDORFF.items()
    for unit, value in enumerate(values)
    if value is not None
]


def noisy(items: int, raters: int, right: float, labels: int = 4, seed: int = 1) -> list[Rating]:
    """Raters who are right so often, about items of documents of ten."""
    random = np.random.default_rng(seed)
    truth = random.integers(labels, size=items)
    return [
        Rating(f"i{item:04}", f"r{rater}", f"L{given}", document=f"d{item // 10:03}")
        for rater in range(raters)
        for item, given in enumerate(
            np.where(random.random(items) < right, truth, random.integers(labels, size=items)).tolist()
        )
    ]


def test_a_label_alone_is_the_same_ratings_said_as_yes_and_no() -> None:
    for given, kind in ((RATINGS, "nominal"), ([one._replace(value=[one.value]) for one in RATINGS], "set")):
        report = audit(given, kind, ["1", "2", "3", "4", "5", "6"])
        assert [label.label for label in report.labels] == ["1", "2", "3", "4", "5", "6"]
        for label in report.labels[:5]:
            has = [one._replace(value=str(label.label in one.value)) for one in given]
            alone = audit(has, "nominal")
            assert label.used == sum(one.value == "True" for one in has)
            assert label.alpha.value == pytest.approx(alone.values["alpha_nominal"], abs=1e-12)
            for (a, b, kappa), pair in zip(label.kappas, alone.pairs, strict=True):
                assert (a, b) == (pair.a, pair.b)
                assert kappa.value == pytest.approx(pair.cohen_kappa.value, abs=1e-12)
                assert kappa.reason == pair.cohen_kappa.reason


def test_a_label_that_nobody_used_is_listed_without_a_coefficient() -> None:
    label = audit(RATINGS, "nominal", ["1", "2", "3", "4", "5", "6"]).labels[-1]
    assert (label.label, label.used, label.alpha.value) == ("6", 0, None)
    assert label.alpha.reason == "agreement.no_variation"


def test_scales_of_numbers_have_no_labels() -> None:
    assert audit([one._replace(value=int(one.value)) for one in RATINGS], "interval").labels == ()


def test_the_passes_of_a_rater_are_compared_and_only_the_first_counts_between_raters() -> None:
    again = [
        Rating("u00", "A", "1", pass_no=2),
        Rating("u01", "A", "1", pass_no=2),
        Rating("u02", "A", "3", pass_no=2),
    ]
    report = audit([*RATINGS, *again], "nominal")
    assert report.values == audit(RATINGS, "nominal").values
    (retest,) = report.intra
    assert (retest.reviewer, retest.passes, retest.n) == ("A", (1, 2), 3)
    assert retest.percent.value == pytest.approx(2 / 3)
    # First 1 2 3, then 1 1 3: po = 2/3, pe = (1·2 + 1·0 + 1·1) / 9 = 1/3.
    assert retest.kappa.value == pytest.approx(1 / 2)
    # Pooled 1 2 3 1 1 3: Do = 2 / 6, De = (36 - 9 - 1 - 4) / 30.
    assert retest.alpha.value == pytest.approx(1 - (2 / 6) / (22 / 30))


def test_every_two_of_three_passes_are_compared() -> None:
    given = [
        Rating(item, "A", value, pass_no=n) for n in (1, 2, 5) for item, value in (("1", "x"), ("2", "y"))
    ]
    assert [one.passes for one in audit(given, "nominal").intra] == [(1, 2), (1, 5), (2, 5)]


def test_a_document_has_the_coefficients_of_its_ratings_alone() -> None:
    report = audit(RATINGS, "nominal")
    assert sorted(report.documents) == ["d0", "d1", "d2"]
    for document, several in report.documents.items():
        alone = audit([one for one in RATINGS if one.document == document], "nominal", report.levels)
        assert alone.documents == {}
        assert [one.name for one in several] == ["percent_agreement_items", "alpha_nominal"]
        for one in several:
            assert one.value == pytest.approx(alone.values[one.name], abs=1e-12)
            assert one.reason == alone.undefined.get(one.name, "")


def test_an_interval_holds_its_value_is_the_same_for_a_seed_and_narrows_with_more_items() -> None:
    few, many = (audit(noisy(count, 3, 0.7), "nominal", (), Resampling(400, 7)) for count in (100, 1600))
    widths = []
    for report in (few, many):
        assert report.intervals is not None
        low, high = report.intervals.bounds["alpha_nominal"]
        assert low < report.values["alpha_nominal"] < high
        widths.append(high - low)
    assert widths[1] == pytest.approx(widths[0] / 4, rel=0.4)
    again = audit(noisy(100, 3, 0.7), "nominal", (), Resampling(400, 7))
    assert again.intervals == few.intervals
    assert audit(noisy(100, 3, 0.7), "nominal", (), Resampling(400, 8)).intervals != few.intervals


def test_documents_are_drawn_whole_where_there_are_several() -> None:
    given = noisy(400, 3, 0.7)
    by_document = audit(given, "nominal", (), Resampling(300, 1)).intervals
    by_item = audit([one._replace(document="") for one in given], "nominal", (), Resampling(300, 1)).intervals
    assert by_document is not None
    assert by_item is not None
    assert (by_document.resampled, by_document.units, by_document.few) == ("documents", 40, False)
    assert (by_item.resampled, by_item.units) == ("items", 400)
    # Documents that are all alike: drawing them changes nothing at all.
    alike = [one._replace(item=f"{n}-{one.item}", document=f"d{n}") for n in range(5) for one in RATINGS]
    same = audit(alike, "nominal", (), Resampling(50, 1)).intervals
    assert same is not None
    assert same.few
    low, high = same.bounds["alpha_nominal"]
    assert low == pytest.approx(high) == pytest.approx(audit(alike, "nominal").values["alpha_nominal"])


@pytest.mark.parametrize("kind", ["nominal", "ordinal", "interval", "ratio", "set"])
def test_resamples_are_computed_like_the_ratings_themselves(kind: str) -> None:
    given = [one._replace(value=[one.value] if kind == "set" else one.value, document="") for one in RATINGS]
    levels = ["1", "2", "3", "4", "5"]
    table = tabulate(given, kind, levels)
    random = np.random.default_rng(3)
    drawn = [random.integers(0, len(table.items), len(table.items)) for _ in range(100)]
    rows = coefficients(table.scale, tally(table, drawn))
    for numbers, row in zip(drawn, rows, strict=True):
        copies = [
            one._replace(item=f"{n}-{one.item}")
            for n, number in enumerate(numbers.tolist())
            for one in given
            if one.item == table.items[number]
        ]
        alone = audit(copies, kind, levels).values
        for one in row:
            assert one.value == pytest.approx(alone[one.name], abs=1e-9), one.name


def test_the_consensus_follows_the_raters_who_agree_and_tells_how_a_bad_one_differs() -> None:
    given = noisy(300, 4, 0.9, labels=3)
    liar = [
        one._replace(reviewer="liar", value={"L0": "L1", "L1": "L2", "L2": "L0"}[one.value])
        for one in given
        if one.reviewer == "r0"
    ]
    consensus = audit([*given, *liar], "nominal").consensus
    assert consensus is not None
    assert sum(consensus.prevalence.values()) == pytest.approx(1)
    for rows in consensus.confusion.values():
        for row in rows.values():
            assert sum(row.values()) == pytest.approx(1)
    assert min(consensus.confusion["r1"][label][label] for label in ("L0", "L1", "L2")) > 0.8
    assert consensus.confusion["liar"]["L0"]["L1"] > 0.85
    votes: dict[str, list[str]] = {}
    for one in given:
        votes.setdefault(one.item, []).append(str(one.value))
    majority = {item: max(set(said), key=said.count) for item, said in votes.items() if len(set(said)) == 1}
    assert all(consensus.classes[item] == label for item, label in majority.items())


def test_the_estimates_are_those_at_which_nothing_moves_any_more() -> None:
    given = noisy(200, 3, 0.8, labels=3)
    consensus = audit(given, "nominal").consensus
    assert consensus is not None
    labels = list(consensus.prevalence)
    said: dict[str, dict[str, str]] = {}
    for one in given:
        said.setdefault(one.item, {})[one.reviewer] = str(one.value)
    shares = {}
    for item, by in said.items():
        logs = [
            math.log(consensus.prevalence[true])
            + sum(math.log(max(consensus.confusion[rater][true][one], 1e-300)) for rater, one in by.items())
            for true in labels
        ]
        most = max(logs)
        each = [math.exp(one - most) for one in logs]
        shares[item] = [one / sum(each) for one in each]
    for at, true in enumerate(labels):
        weight = sum(one[at] for one in shares.values())
        assert consensus.prevalence[true] == pytest.approx(weight / len(said), abs=1e-7)
        for rater in ("r0", "r1", "r2"):
            for one in labels:
                given_so = sum(share[at] for item, share in shares.items() if said[item][rater] == one)
                assert consensus.confusion[rater][true][one] == pytest.approx(given_so / weight, abs=1e-6)


@pytest.mark.parametrize(
    ("given", "kind", "reason"),
    [
        (noisy(300, 2, 0.9), "nominal", "few_raters"),
        (noisy(20, 3, 0.9), "nominal", "few_ratings"),
        ([one._replace(value=[one.value]) for one in noisy(300, 3, 0.9)], "set", "needs_categories"),
    ],
)
def test_a_consensus_that_the_ratings_cannot_carry_has_a_reason(
    given: list[Rating], kind: str, reason: str
) -> None:
    report = audit(given, kind)
    assert report.consensus is None
    assert report.no_consensus == f"agreement.{reason}"


LINE = '{"item": "1", "reviewer": "a", "field": "x", "value": "v"}'


def test_a_file_of_ratings_is_read_by_field_with_passes_and_documents() -> None:
    lines = [LINE, "", '{"item": 2, "reviewer": "b", "field": "y", "value": [], "pass": 2, "document": "d"}']
    assert ratings_in("\n".join(lines).encode(), "x", "f").rows() == [Rating("1", "a", "v")]
    assert ratings_in("\n".join(lines).encode(), "y", "f").rows() == [Rating("2", "b", [], "d", 2)]


@pytest.mark.parametrize(
    "other",
    [
        '{"item": "\\u0031", "reviewer": "b", "field": "x", "value": "\\ud800"}',
        '{"item": 1, "reviewer": "b", "field": "x", "value": ["a, \\"field\\": ", "b"]}',
        '{"item": "2", "reviewer": "b", "field": "x", "value": 12345678901234567890123}',
        '{"item": "2", "reviewer": "b", "field": "x", "value": NaN}',
        '{"item": "2", "reviewer": "b", "field": "x", "value": "v"}\r',
        '{"item":"2","reviewer":"b","field":"x","value":"v"}',
        '{"item": "2", "reviewer": "b", "field": "y", "value": "v"}',
        '{"item": "2", "reviewer": "b", "value": "v", "field": "x"}',
        '{"item": "2", "reviewer": "b", "field": "x", "value": "v", "reviewer": "c"}',
        '{"item": "2", "reviewer": "b", "field": "x", "value": 1, 2}',
        '{"item": "2"\n"reviewer": "b", "field": "x", "value": "v"}',
        '{"item": "2", "reviewer": "b", "field": "x", "value": [1}\n{"item": "3", "reviewer": "b", "field": "x", "value": 2]}',
        '{"item": "2", "reviewer": "b", "field": "x", "reviewer": "c", "value": "v"}\n{"item": "3", "field": "x", "value": 2}',
        "",
    ],
)
def test_lines_are_read_together_as_they_are_read_one_by_one(other: str) -> None:
    def read(between: str) -> list[Rating] | str:
        try:
            return ratings_in(f"{LINE}{between}{other}".encode(), "x", "f").rows()
        except AnnotatorError as error:
            return error.key

    alone = read("\n\n")  # an empty line between others is no rating
    assert str(read("\n")) == str(alone)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("{", "bad_line"),
        ("[1]", "bad_line"),
        ("3", "bad_line"),
        (f"{LINE}, {LINE}", "bad_line"),
        ('{"item": "1", "reviewer": "a", "field": "x"}', "bad_line"),
        ('{"item": ["1"], "reviewer": "a", "field": "x", "value": 1}', "bad_line"),
        (json.dumps({**json.loads(LINE), "item": None}), "bad_line"),
        (json.dumps({**json.loads(LINE), "reviewer": True}), "bad_line"),
        (json.dumps({**json.loads(LINE), "pass": 0}), "bad_pass"),
        (json.dumps({**json.loads(LINE), "pass": "2"}), "bad_pass"),
        (json.dumps({**json.loads(LINE), "document": []}), "bad_line"),
        (LINE.replace('"x"', '"y"'), "no_field"),
    ],
)
def test_a_line_that_is_no_rating_is_named(line: str, key: str) -> None:
    with pytest.raises(AnnotatorError) as refused:
        ratings_in("\n".join(["", line] if key == "no_field" else [LINE, line]).encode(), "x", "f.jsonl")
    assert refused.value.key == f"agreement.{key}"
    assert "f.jsonl" in str(refused.value)
