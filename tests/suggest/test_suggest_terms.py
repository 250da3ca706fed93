"""What the key terms of a codebook suggest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.codebook import Code, Codebook, Field
from annotator.tools.codebook import names, parse, shipped
from annotator.tools.suggest import KEY_TERMS, KeyTerms
from annotator.tools.suggest.cues import Cues
from annotator.tools.suggest.terms import answered, version
from annotator.tools.text import simplified
from annotator.tools.wordbreaks import breaks

DEFAULT = parse(shipped("default"), "default")


def book(kind="multi", field="topic", maximum=3, **cues):
    codes = tuple(Code(code, code, code, cues=tuple(terms.split())) for code, terms in cues.items())
    return Codebook("b", "1", "b", "b", (Field(field, kind, "题", "topic", codes=codes, maximum=maximum),))


BOOK = book(road="公交 停车场 自动驾驶", school="学校 教室 教师", water="河 湖 水库", paper="标准 规范")


def told(text, path=(), lead=0, of=BOOK):
    return {
        one.field: one.value for one in KeyTerms(of, simplified, breaks).suggest("cl-1", text, lead, path)
    }


SEVERAL = "建设学校、教室。培训教师，新建学校。更新公交，建设停车场。新建停车场。"
CASES = [
    # what is suggested, text, path, length of the title sentence
    (("road",), "建设停车场，更新公交。", (), 0),
    (("road",), "建設停車場，更新公交。", (), 0),  # traditional characters
    (("school",), "改造教室，培训教师。", (), 0),
    (("school",), "开放。", ("教育", "建设学校教室"), 0),  # the heading right above says it
    (None, "开放。", ("建设学校教室", "总则"), 0),  # one further above alone does not
    (("road",), "发展自动驾驶。面向学校。", (), 7),  # the title sentence says it
    (("road",), "面向学校和教师，建设停车场，更新公交。", (), 0),  # a setting is not the object
    (("road",), "建设停车场和公交，更好服务学校和教师。", (), 0),  # nor is whom it helps
    (("school", "road"), SEVERAL, (), 0),
    (("road",), "建设停车场、公交。发展自动驾驶。新建公交。种树，靠近学校。", (), 0),  # too little to stand beside
    (None, "更新公交，建设教室，清理水库，编写标准。", (), 0),  # of everything a little
    (None, "建设公交。", (), 0),  # a single short term
    (None, "种树。", (), 0),
    (None, "", (), 0),
]  # fmt: skip


@pytest.mark.parametrize(("value", "text", "path", "lead"), CASES)
def test_key_terms_suggest_what_a_clause_is_about_or_nothing(value, text, path, lead):
    assert told(text, path, lead).get("topic") == value


FOUND = [
    # terms, text, where one begins and what it weighs
    ("标准", "制定标准", [(2, 1)]),
    ("标准", "高标准建设", [(1, 0.5)]),  # the end of another word
    ("准建", "高标准建设", []),  # two words by accident
    ("港", "建设港", [(2, 0.5)]),
    ("港", "香港", []),
    ("停车场", "大停车场所", [(1, 1.5)]),  # three characters are no accident
    ("自动驾驶", "自动驾驶", [(0, 2)]),
    ("自动驾驶汽车", "自动驾驶汽车", [(0, 2)]),
    ("CIM", "推进cim平台和ＣＩＭ数据", [(2, 1.5), (8, 1.5)]),
    ("数据 数据安全", "数据安全、数据", [(0, 2), (5, 1)]),  # the longest of those that overlap
    ("標準", "制定标准", [(2, 1)]),  # a term in traditional characters
    ("C++ (x)", "用c++和(X)", [(1, 1.5), (5, 1.5)]),  # no pattern
]  # fmt: skip


@pytest.mark.parametrize(("cues", "text", "hits"), FOUND)
def test_a_short_term_weighs_less_and_less_still_inside_a_longer_word(cues, text, hits):
    found = Cues(book(a=cues).fields[0], simplified, breaks).find(text)
    assert [(hit.start, hit.weight) for hit in found] == hits


def test_a_term_of_two_codes_says_half_of_each():
    alone, shared = (next(Cues(book(**cues).fields[0], simplified, breaks).find("停车场")).weight
                     for cues in ({"a": "停车场"}, {"a": "停车场", "b": "停车场"}))  # fmt: skip
    assert shared == alone / 2


def test_a_single_choice_gets_one_code_and_a_bounded_one_no_more_than_it_holds():
    cues = {code.id: " ".join(code.cues) for code in BOOK.fields[0].codes}
    assert told(SEVERAL, of=book("single", **cues)) == {"topic": ("school",)}
    assert told(SEVERAL, of=book(maximum=1, **cues)) == {"topic": ("school",)}
    assert told(SEVERAL, of=book(maximum=0, **cues)) == {"topic": ("school", "road")}


def test_the_more_speaks_for_a_code_the_higher_its_score():
    terms = KeyTerms(BOOK, simplified, breaks)
    texts = [
        "建设停车场，更新公交。",
        "建设停车场，更新公交。发展自动驾驶。",
        "建设停车场，更新公交。发展自动驾驶，新建公交。",
    ]
    scores = [next(iter(terms.suggest("cl-1", text, 0, ()))).score for text in texts]
    assert scores == sorted(set(scores))
    assert all(0.5 < score <= 0.9 for score in scores)


def test_a_suggestion_names_its_source_and_what_it_depends_on():
    (one,) = KeyTerms(BOOK, simplified, breaks).suggest("cl-1", "建设停车场，更新公交。", 0, ())
    assert (one.subject, one.source, one.version) == ("cl-1", KEY_TERMS, version(BOOK))


def test_only_codes_with_terms_and_without_a_rule_are_answered():
    assert [field.id for field in answered(DEFAULT)] == ["category"]
    assert [field.id for field in answered(parse(shipped("instruments"), "instruments"))] == ["instrument"]
    assert [field.id for field in answered(book("ordinal", "risk", low="小", high="大"))] == ["risk"]
    assert [field.id for field in answered(book("single", "clause_type", duty="应当", right="可以"))] == [
        "clause_type"
    ]
    assert not answered(book("single", "priority", routine="推进", dated="限期"))
    assert not answered(book(a="", b=""))
    assert not answered(book("text", a="甲"))


def test_the_version_changes_with_cues_and_meaning_and_with_nothing_else():
    renamed = BOOK._replace(name="other", version="2")
    other_cue = book(road="公交 停车场", school="学校 教室 教师", water="河 湖 水库", paper="标准 规范")
    assert version(renamed) == version(BOOK)
    assert len({version(BOOK), version(other_cue), version(BOOK._replace(meaning="x"))}) == 3


TEXT = st.text("建设公交停车场学校教室。，；：、服务面向\n aA５g-", max_size=60)


@given(TEXT, st.lists(TEXT, max_size=3).map(tuple), st.data())
def test_whatever_is_suggested_fits_the_codebook(text, path, data):
    lead = data.draw(st.integers(0, len(text)))
    for one in KeyTerms(BOOK, simplified, breaks).suggest("cl-1", text, lead, path):
        assert 0 < len(one.value) <= 3
        assert len(set(one.value)) == len(one.value)
        assert all(BOOK.fields[0].code(code) for code in one.value)
        assert 0 < one.score <= 1


@pytest.mark.parametrize("name", names())
def test_no_shipped_code_lists_a_term_twice_and_no_field_is_half_filled(name):
    for field in answered(parse(shipped(name), name)):
        for code in field.codes:
            assert len(set(code.cues)) == len(code.cues), code.id
        families = {code.id.partition(".")[0] for code in field.codes if "." in code.id}
        assert all(code.cues for code in field.codes if code.id not in families)
