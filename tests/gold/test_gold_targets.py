"""The targets and deadlines found in the five samples are those that were read from them (targets/README.md)."""

import csv
from pathlib import Path

import pytest

from annotator.flows.importing import segmented
from annotator.tools.suggest import clause_type
from annotator.tools.suggest.figures import deadlines, targets
from annotator.tools.text import simplified

SAMPLES = sorted((Path(__file__).parents[2] / "annotator" / "samples").glob("*.txt"))
SIGNS = {"≥": "at_least", "≤": "at_most", "=": "equal", "≈": "about"}


def gold(name, sample, clauses):
    """The rows of a sample by (clause, start, end)."""
    rows = {}
    with (Path(__file__).parent / "targets" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["document"] != sample:
                continue
            before, inside, after = row["place"].replace("⟧", "⟦").split("⟦")
            number = int(row["clause"])
            text = clauses[number][0]
            assert text.count(before + inside + after) == 1, row
            start = text.index(before + inside + after) + len(before)
            rows[number, start, start + len(inside)] = row
    return rows


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name[:3])
def sample(request):
    """A sample's number, and the text of each clause with whether it tells achievements."""
    cut = segmented(request.param.read_bytes(), request.param.name)
    clauses = []
    for segment, following in zip(cut.segments, (*cut.segments[1:], None), strict=True):
        if segment.kind == "clause":
            path = tuple(map(simplified, segment.path))
            kind, _ = clause_type(segment, simplified(segment.text), path, following)
            clauses.append((segment.text, kind == "status"))
    return request.param.name[:3], clauses


def found(clauses):
    return {
        (number, target.start, target.end): (target, text)
        for number, (text, _) in enumerate(clauses)
        for target in targets(simplified(text))
    }


def test_every_target_is_found_and_nothing_else(sample):
    name, clauses = sample
    assert set(found(clauses)) == set(gold("targets", name, clauses))


def test_what_a_target_says_is_read_from_it(sample):
    name, clauses = sample
    rows = gold("targets", name, clauses)
    for place, (target, text) in found(clauses).items():
        row = rows[place]
        assert [target.value, target.value_high] == [
            float(row[part]) if row[part] else None for part in ("value", "value_high")
        ], row
        assert (target.told(text)["unit"] or "") == row["unit"], row
        assert target.comparator == SIGNS[row["comparator"]], row
        assert (target.deadline.iso if target.deadline else "") == row["deadline"], row
        if not clauses[place[0]][1]:  # in a clause of achievements no target is suggested
            assert target.achieved == (row["nature"] == "achieved"), row


def test_nearly_every_indicator_is_named_as_it_was_read(sample):
    name, clauses = sample
    rows = gold("targets", name, clauses)
    named = [
        (text[slice(*target.indicator)] if target.indicator else "") == rows[place]["indicator"]
        for place, (target, text) in found(clauses).items()
    ]
    assert sum(named) >= 0.94 * len(named)


def test_every_deadline_is_found_and_nothing_else(sample):
    name, clauses = sample
    told = {
        (number, one.start, one.end): one.iso
        for number, (text, _) in enumerate(clauses)
        for one in deadlines(simplified(text))
    }
    assert told == {place: row["iso"] for place, row in gold("deadlines", name, clauses).items()}
