"""How often the suggestions agree with a careful reading of the sample documents (see README.md)."""

import csv
import re
from pathlib import Path

import pytest
from opencc import OpenCC

import annotator
from annotator.model.cutting import Segment
from annotator.tools.codebook import parse, shipped
from annotator.tools.suggest import KeyTerms, clause_type, priority
from annotator.tools.wordbreaks import breaks

SAMPLES = Path(annotator.__file__).parent / "samples"
CUT = Path(__file__).parents[1] / "gold" / "cut"
READ = Path(__file__).with_name("read.tsv")
CATEGORIES = Path(__file__).with_name("categories.tsv")
TRADITIONAL = ("000", "002")
RESIDUE = re.compile(r"(?<=[一-鿿])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]+\)|\[bookmark: [^\]]*\]")
TITLE = re.compile(r"[^，,。；;：:]{2,40}。(?=.)")


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def segments(document):
    """The document as the gold cut has it, in simplified characters, by its first line."""
    convert = OpenCC("tw2s").convert if document in TRADITIONAL else str
    lines = next(SAMPLES.glob(f"{document}_*")).read_text(encoding="utf-8").split("\n")
    for row in rows(CUT / f"{document}.tsv"):
        first, _, last = row["lines"].partition("-")
        text = "".join(lines[int(first) - 1 : int(last or first)])
        text = RESIDUE.sub("", text).strip().removeprefix(row["marker"]).strip()
        text = convert(text.removesuffix(row["tail"]))
        path = tuple(convert(heading) for heading in row["path"].split(" / ") if heading)
        title = TITLE.match(text) if row["kind"] == "clause" else None
        lead = title.end() if title else 0
        segment = Segment(row["kind"], int(row["level"]), row["marker"], path, 0, 1, text, 0, 1, lead=lead)
        yield first, segment


@pytest.fixture(scope="module")
def read():
    """Every clause with the segment after it, its type and its priority as they were read."""
    labels = {(row["document"], row["line"]): row for row in rows(READ)}
    clauses = []
    for document in sorted({document for document, _ in labels}):
        cut = list(segments(document))
        for (line, segment), (_, following) in zip(cut, [*cut[1:], ("", None)], strict=True):
            if segment.kind == "clause":
                row = labels.pop((document, line))
                clauses.append((segment, following, row["clause_type"], row["priority"]))
    assert not labels
    return clauses


def share(pairs):
    pairs = list(pairs)
    return sum(told is not None and told[0] == wanted for told, wanted in pairs) / len(pairs)


def test_types_agree_with_the_reading(read):
    told = [(clause_type(s, s.text, s.path, after), kind) for s, after, kind, _ in read]
    assert share(told) > 0.99


def test_without_the_next_segment_only_openings_are_lost(read):
    told = [(clause_type(s, s.text, s.path), kind) for s, _, kind, _ in read if kind != "intro"]
    assert share(told) > 0.99


def test_priorities_agree_with_the_reading(read):
    told = [(priority(s.text, s.lead, kind), level) for s, _, kind, level in read if level != "-"]
    assert share(told) > 0.99


def test_priorities_are_told_where_they_apply(read):
    assert all((priority(s.text, s.lead, kind) is None) == (level == "-") for s, _, kind, level in read)


def test_scores_claim_no_more_than_was_measured(read):
    told = [(clause_type(s, s.text, s.path, after), kind) for s, after, kind, _ in read]
    told += [(priority(s.text, s.lead, kind), level) for s, _, kind, level in read if level != "-"]
    for score in {suggestion[1] for suggestion, _ in told}:
        assert score <= share(pair for pair in told if pair[0][1] == score)


@pytest.fixture(scope="module")
def categories():
    """(document, what is suggested, score, the categories as they were read) for every clause."""
    terms = KeyTerms(parse(shipped("default"), "default"), str, breaks)
    labels = {(row["document"], row["line"]): row["category"].split() for row in rows(CATEGORIES)}
    found = []
    for document in sorted({document for document, _ in labels}):
        for line, s in segments(document):
            if s.kind == "clause":
                told = next(terms.suggest("cl-1", s.text, s.lead, s.path), None)
                value, score = (list(told.value), told.score) if told else ([], 0.0)
                found.append((document, value, score, labels.pop((document, line))))
    assert not labels
    return found


def right(found, whole=False):
    """How many suggestions have the primary category, or the whole set, that was read."""
    told = [(value, read) for _, value, _, read in found if value]
    return sum(set(value) == set(read) if whole else value[0] == read[0] for value, read in told), len(told)


def test_categories_that_are_told_agree_with_the_reading(categories):
    primary, told = right(categories)
    assert told > 0.7 * len(categories)
    assert primary > 0.94 * told
    assert right(categories, whole=True)[0] > 0.7 * told


def test_categories_agree_as_well_in_the_document_that_nothing_was_tried_on(categories):
    primary, told = right([one for one in categories if one[0] == "003"])
    assert primary > 0.9 * told > 0.5 * 47


def test_scores_of_categories_claim_no_more_than_whole_sets_agree(categories):
    told = sorted((one for one in categories if one[1]), key=lambda one: one[2])
    third = len(told) // 3
    for part in (told[:third], told[third : 2 * third], told[2 * third :]):
        whole, count = right(part, whole=True)
        assert sum(score for _, _, score, _ in part) / count <= whole / count
