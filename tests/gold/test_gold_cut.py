"""The cut of the five samples equals the gold that was written by reading them (cut/README.md)."""

import bisect
import csv
from pathlib import Path

import pytest

from annotator.flows.importing import Cut, segmented
from annotator.model.cutting import Mention, Segment

SAMPLES = sorted((Path(__file__).parents[2] / "annotator" / "samples").glob("*.txt"))
Row = dict[str, str]


def gold(sample: Path) -> list[Row]:
    path = Path(__file__).parent / "cut" / f"{sample.name[:3]}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def lines_of(cut: Cut, segment: Segment) -> str:
    """The line numbers that a segment covers, white space at its ends aside."""
    text = cut.source.text
    starts = [0, *(n + 1 for n, character in enumerate(text) if character == "\n")]
    raw = text[segment.start : segment.end]
    first = segment.start + len(raw) - len(raw.lstrip())
    last = segment.start + max(1, len(raw.rstrip())) - 1
    a, b = bisect.bisect_right(starts, first), bisect.bisect_right(starts, last)
    return str(a) if a == b else f"{a}-{b}"


def spelled(mention: Mention) -> str:
    name = "" if mention.org_id is None else mention.name
    return f"{mention.surface}={name}@{mention.role}{'!collective' if mention.collective else ''}"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
def test_the_cut_of_a_sample_equals_the_gold_read_from_it(sample: Path) -> None:
    cut = segmented(sample.read_bytes(), sample.name)
    rows = gold(sample)
    assert [lines_of(cut, s) for s in cut.segments] == [row["lines"] for row in rows]
    for segment, row in zip(cut.segments, rows, strict=True):
        where = f"{sample.name[:3]}:{row['lines']}"
        assert segment.kind == row["kind"], where
        assert str(segment.level) == row["level"], where
        assert segment.marker == row["marker"], where
        assert " / ".join(segment.path) == row["path"], where
        assert segment.tail == row["tail"], where
        units = [unit.strip() for unit in row["units"].split(";") if unit.strip()]
        assert sorted(map(spelled, segment.mentions)) == sorted(units), where
        text = segment.text.replace("\n", "")
        assert text.startswith(row["head"]), where
        assert text.endswith(row["end"]), where
