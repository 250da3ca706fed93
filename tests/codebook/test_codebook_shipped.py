"""The codebooks that come with the program are sound, fit the screen and quote the sample documents."""

import re
from pathlib import Path
from typing import get_args

import pytest
from opencc import OpenCC

import annotator
from annotator.errors import AnnotatorError
from annotator.model.codebook import CODED
from annotator.model.value import applies, within
from annotator.tools.codebook import names, parse, problems, shipped, with_keys
from annotator.tools.suggest.figures import Comparator

SAMPLES = Path(annotator.__file__).parent / "samples"
PINYIN = re.compile(r"(?<=[一-鿿])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]+\)")
BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]")


def simplified_samples() -> str:
    """The five documents as a reviewer sees the examples: repaired, and in simplified characters."""
    convert = OpenCC("tw2s").convert
    texts = []
    for path in sorted(SAMPLES.glob("*.txt")):
        text = BOOKMARK.sub("", PINYIN.sub("", path.read_text(encoding="utf-8")))
        texts.append(convert(text) if "規劃" in text or "設施" in text else text)
    return "\n".join(texts)


@pytest.fixture(scope="module")
def samples():
    return simplified_samples()


@pytest.mark.parametrize("name", names())
def test_a_shipped_codebook_passes_its_own_check(name):
    assert problems(shipped(name)) == []
    assert parse(shipped(name), name).name == name


@pytest.mark.parametrize("name", names())
def test_every_example_stands_in_the_samples(name, samples):
    book = parse(shipped(name), name)
    quoted = [text for field in book.fields for code in field.codes for text in code.examples]
    assert len(quoted) > 20
    assert [text for text in quoted if text not in samples] == []


@pytest.mark.parametrize("name", names())
def test_every_code_says_what_it_means(name):
    codes = [code for field in parse(shipped(name), name).fields for code in field.codes]
    assert [code.id for code in codes if not (code.definition and code.include and code.exclude)] == []


@pytest.mark.parametrize("name", names())
def test_names_fit_a_panel_of_three_columns(name):
    codes = [code for field in parse(shipped(name), name).fields for code in field.codes]
    assert [code.zh for code in codes if len(code.zh) > 8] == []
    assert [code.en for code in codes if len(code.en) > 20] == []


@pytest.mark.parametrize("name", names())
def test_shipped_codes_bring_their_own_keys(name):
    book = parse(shipped(name), name)
    assert all(code.key for field in book.fields for code in field.codes)
    assert with_keys(book) == book


def test_the_default_has_five_fields_in_the_order_of_work():
    book = parse(shipped("default"), "default")
    asked = [(field.id, field.kind) for field in book.clause_fields]
    assert asked == [
        ("clause_type", "single"),
        ("category", "multi"),
        ("responsible_unit", "entity"),
        ("priority", "ordinal"),
        ("target", "span"),
    ]
    category = book.field("category")
    assert (category.minimum, category.maximum) == (1, 3)
    assert [code.id for code in book.field("priority").codes] == [
        "exploratory",
        "routine",
        "expedited",
        "dated",
    ]


@pytest.mark.parametrize("kind", ["goal", "task", "project", "safeguard", "status", "intro"])
def test_priority_applies_to_what_can_be_urged(kind):
    priority = parse(shipped("default"), "default").field("priority")
    assert applies(priority, {"clause_type": [kind]}) == (kind not in ("status", "intro"))


def test_a_target_holds_what_a_ledger_needs():
    book = parse(shipped("default"), "default")
    target = book.field("target")
    assert [(one.id, one.kind) for one in target.attributes] == [
        ("indicator", "text"), ("comparator", "choice"), ("value", "number"), ("value_high", "number"),
        ("unit", "text"), ("deadline", "date"), ("nature", "choice"),
    ]  # fmt: skip
    assert target.applies_to == book.field("priority").applies_to
    assert {code.id for code in target.attributes[1].codes} == set(get_args(Comparator))


def test_codes_that_the_cutting_makes_needless_are_gone():
    book = parse(shipped("default"), "default")
    assert book.field("category").code("other") is None
    assert book.field("clause_type").code("lead") is None
    assert book.field("clause_type").code("admin") is None


def test_the_instruments_nest_in_three_families():
    codes = parse(shipped("instruments"), "instruments").field("instrument").codes
    families = ("supply", "environment", "demand")
    assert all(within(code.id, families) for code in codes)
    assert {code.id for code in codes} >= {*families, "supply.talent", "environment.regulation"}


def test_clause_types_are_the_same_in_both_codebooks():
    default, instruments = (parse(shipped(name), name) for name in ("default", "instruments"))
    assert default.field("clause_type") == instruments.field("clause_type")


def test_coded_fields_have_codes_and_rulings():
    for name in names():
        for field in parse(shipped(name), name).fields:
            assert bool(field.codes) == (field.kind in CODED)
            assert field.tie_break
            assert field.help


def test_a_codebook_that_is_not_shipped_is_refused_by_name():
    with pytest.raises(AnnotatorError, match=r"mine.*default, instruments"):
        shipped("mine")
