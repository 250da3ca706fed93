"""What people type, and what it means; what means nothing gets a sentence with a remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import words
from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook
from annotator.tools.codebook import parse as parse_codebook
from annotator.tools.codebook import with_keys
from annotator.tools.query import Query, parse, suggested_instead
from annotator.tools.query.parsing import MOST
from annotator.tools.query.value import (
    Answer,
    Condition,
    Decided,
    Differs,
    Doubt,
    Flagged,
    InState,
    OfDocument,
    Remark,
    Repeated,
    Returned,
    Suggested,
    Term,
    Text,
    Under,
)

CATEGORY = Answer("category", "code", (("data", ""),))
EVERY = ("clause_type", "category", "responsible_unit", "priority", "target")
NESTED = """
name = "nested"
version = "1"
zh = "套码"
en = "Nested"

[[field]]
id = "topic"
kind = "multi"
zh = "主题"
en = "Topic"
code = [
    { id = "infra", zh = "设施", en = "Infrastructure" },
    { id = "infra.compute", zh = "算力设施", en = "Compute" },
    { id = "no_topic", zh = "无", en = "No topic" },
]

[[field]]
id = "state"
kind = "text"
zh = "状况"
en = "Condition"

[[field]]
id = "due"
kind = "date"
zh = "期限"
en = "Due"
"""


def answer(field: str, *codes: str, states: tuple[str, ...] = ()) -> Answer:
    return Answer(field, "code", tuple((code, "") for code in codes), states)  # type: ignore[arg-type]


def unit(*items: tuple[str, str], states: tuple[str, ...] = ()) -> Answer:
    return Answer("responsible_unit", "unit", items, states)  # type: ignore[arg-type]


def terms(text: str, codebook: Codebook) -> list[tuple[Condition, bool]]:
    return [(term.condition, term.negated) for term in parse(text, codebook).terms]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("规划", ["规划"]), ("規劃 AI", ["规划", "AI"]), ('"智能 网络"', ["智能 网络"]), ("“智能 网络” 五", ["智能 网络", "五"]),
        ("“十四五”规划", ["十四五", "规划"]), ('"没关上', ["没关上"]), ("，", [","]), ("数据，算力", ["数据,算力"]), ("1:2", ["1:2"]),
        ("50%", ["50%"]), ("_", ["_"]), ("-", ["-"]), ("- 规划", ["-", "规划"]), ("2025-2027", ["2025-2027"]), ("超级“综窗”", ["超级“综窗”"]),
        ("", []), (" \u3000 ", []), ('""', []), ("甲\x00乙\n丙", ["甲", "乙", "丙"]), ("「云网」", ["云网"]), ('"', []), ("(5G):快", ["(5G):快"]),
    ],
)  # fmt: skip
def test_bare_words_are_looked_for_as_they_stand(typed: str, expected: list[str], codebook: Codebook) -> None:
    assert terms(typed, codebook) == [(Text(word), False) for word in expected]


@pytest.mark.parametrize("typed", ["-规划", "－规划", '-"规划"', "-規劃"])
def test_a_minus_wants_a_term_not_to_hold(typed: str, codebook: Codebook) -> None:
    assert terms(typed, codebook) == [(Text("规划"), True)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # a field by its id, its names, a part of them; a code by the same
        ("category:data", CATEGORY), ("Category:数据要素", CATEGORY), ("主题类别：數據要素", CATEGORY), ("类别=数据", CATEGORY),
        ("ＣＡＴＥＧＯＲＹ＝ＤＡＴＡ", CATEGORY), ('category:"数据要素"', CATEGORY), ("cat:data", CATEGORY),
        ("category:data,infra", answer("category", "data", "infra")), ("类别：数据，算力", answer("category", "data", "infra")),
        ("type:goal", answer("clause_type", "goal")), ("类型:目标", answer("clause_type", "goal")),
        # what state an answer is in
        ("category:none", answer("category", states=("none",))), ("category:文中未写明", answer("category", states=("none",))),
        ("类别:未填,数据", answer("category", "data", states=("unset",))), ("priority:n/a", answer("priority", states=("n/a",))),
        ("优先级:不适用", answer("priority", states=("n/a",))), ("单位:有", unit(states=("set",))), ("unit:any", unit(states=("set",))),
        ("unit:无", unit(states=("none",))), ("category:any", answer("category", states=("set",))),
        # units
        ("unit:数据局", unit(("数据局", ""))), ("责任单位：市數據局", unit(("市数据局", ""))), ("unit:市数据局@牵头", unit(("市数据局", "lead"))),
        ("unit:市教委@lead,市财政局＠配合", unit(("市教委", "lead"), ("市财政局", "participant"))), ("unit:@牵头", unit(("", "lead"))),
        # what has an order
        ("priority>=加快", answer("priority", "expedited", "dated")), ("优先级＞＝重点", answer("priority", "expedited", "dated")),
        ("priority≥2", answer("priority", "expedited", "dated")), ("priority>2", answer("priority", "dated")),
        ("priority<常规", answer("priority", "exploratory")), ("priority<=1", answer("priority", "exploratory", "routine")),
        ("priority=加快", answer("priority", "expedited")), ("priority:2", answer("priority", "expedited")),
        # what the language itself knows
        ("state:draft", InState(("draft",))), ("状态：未完成", InState(("untouched", "draft"))), ("state:unfinished,skipped", InState(("untouched", "draft", "skipped"))),
        ("state:已完成", InState(("submitted",))), ("状态:未开始", InState(("untouched",))), ("state:已跳过", InState(("skipped",))),
        ("doc:重慶,doc-1a", OfDocument(("重庆", "DOC-1A"))), ("文件：算力", OfDocument(("算力",))),
        ("path:二/三", Under((("二", "三"),))), ("章节：主要任務", Under((("主要任务",),))), ("path:二/（三）,保障", Under((("二", "(三)"), ("保障",)))),
        ("flag:yes", Flagged()), ("存疑:是", Flagged()), ("已裁定:是", Decided()), ("退回:是", Returned()), ("repeat:yes", Repeated()), ("重复:是", Repeated()), ("question:有", Remark("question")), ("note:充電樁,桩", Remark("note", ("充电桩", "桩"))),
        ('备注:"两 个"', Remark("note", ("两 个",))), ("doubt>=0.5", Doubt(">=", 0.5)), ("切分存疑＞０．５", Doubt(">", 0.5)), ("doubt:1", Doubt("=", 1.0)),
        ("differs:yes", Differs(EVERY)), ("differs:category,单位", Differs(("category", "responsible_unit"))), ("suggested:yes", Suggested(EVERY)),
        ("建议:类型", Suggested(("clause_type",))), ("suggested:目标", Suggested((), (("clause_type", "goal"),))),
        ("建议:数据,优先级", Suggested(("priority",), (("category", "data"),))),
        ("建议:數據局", Suggested(units=(("responsible_unit", "数据局", ""),))),
        ("suggested:目标,市教委@牵头", Suggested((), (("clause_type", "goal"),), (("responsible_unit", "市教委", "lead"),))),
    ],
)  # fmt: skip
def test_a_key_and_its_values_are_understood(typed: str, expected: Condition, codebook: Codebook) -> None:
    assert terms(typed, codebook) == [(expected, False)]
    assert terms(f"-{typed}", codebook) == [(expected, True)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("flag:no", Flagged()), ("存疑：否", Flagged()), ("note:没有", Remark("note")), ("question:no", Remark("question")),
        ("differs:no", Differs(EVERY)), ("suggested:no", Suggested(EVERY)),
    ],
)  # fmt: skip
def test_no_is_a_minus_before_yes(typed: str, expected: Condition, codebook: Codebook) -> None:
    assert terms(typed, codebook) == [(expected, True)]
    assert terms(f"-{typed}", codebook) == [(expected, False)]


def test_all_terms_of_a_query_are_kept_in_their_order(codebook: Codebook) -> None:
    query = parse("unit:数据局 规划 -类别：数据 reviewer:王芳 优先级>=加快", codebook)
    assert query == Query(
        (
            Term(unit(("数据局", ""))), Term(Text("规划")), Term(CATEGORY, negated=True),
            Term(answer("priority", "expedited", "dated")),
        ),
        reviewer="王芳",
    )  # fmt: skip
    assert query.words == ("规划",)


def test_a_codebook_of_other_fields_is_understood_without_code() -> None:
    codebook = with_keys(parse_codebook(NESTED, "nested"))
    assert terms("topic:设施", codebook) == [(answer("topic", "infra"), False)]
    assert terms("主题:算力", codebook) == [(answer("topic", "infra.compute"), False)]
    assert terms("期限:2027", codebook) == [(Answer("due", "words", (("2027", ""),)), False)]
    # A code goes before a state of the same name, a key of the language before a field.
    assert terms("topic:无", codebook) == [(answer("topic", "no_topic"), False)]
    assert terms("topic:文中未写明", codebook) == [(answer("topic", states=("none",)), False)]
    assert terms("state:draft", codebook) == [(InState(("draft",)), False)]
    assert terms("状况:好", codebook) == [(Answer("state", "words", (("好", ""),)), False)]


@pytest.mark.parametrize(
    ("typed", "key", "told"),
    [
        ("priorty:1", "query.unknown_key", ["priorty", "Priority", "priorty:1"]), ("附件：", "query.unknown_key", ["附件"]),
        ("http://x", "query.unknown_key", ["http", "http://x"]), ("c:data", "query.unknown_key", ["“c”"]),
        ("category:dato", "query.unknown_value", ["category", "dato", "Data"]), ("state:做完", "query.unknown_value", ["state", "做完"]),
        ("category:zzz", "query.unknown_value", ["zzz", "数据要素"]), ("unit:教委@王", "query.unknown_value", ["王", "牵头"]),
        ("category:与", "query.several", ["与", "模型与智能体", "产业与企业"]),
        ("数据 or 算力", "query.no_or", ["or", "引号"]), ("a OR b", "query.no_or", ["OR"]), ("( or )", "query.no_or", ["or"]), ("a 或", "query.no_or", ["或"]),
        ("priorit:x", "query.unknown_value", ["x"]), ("category:", "query.no_value", ["category:"]), ("category: data", "query.no_value", ["category:"]), ("path:/", "query.no_value", ["path:/"]), ('note:""', "query.no_value", ["note:"]),
        ("category>data", "query.not_ordered", ["category", ">"]), ("state>=draft", "query.not_ordered", ["state"]), ("unit<a", "query.not_ordered", ["unit"]),
        ("priority>=1,2", "query.one_value", ["priority>=1,2"]), ("doubt>=1,2", "query.one_value", ["doubt>=1,2"]),
        ("doubt>=很", "query.not_a_number", ["很", "doubt>=0.5"]), ("doubt>=nan", "query.not_a_number", ["nan"]),
        ("flag:也许", "query.yes_or_no", ["flag:也许"]), ("differs:这", "query.unknown_value", ["这"]), ("suggested:这", "query.unknown_value", ["这"]),
        ("-reviewer:王芳", "query.one_reviewer", ["-reviewer:王芳"]), ("reviewer:甲 审核人:乙", "query.one_reviewer", ["审核人:乙"]),
        ("reviewer:甲,乙", "query.one_reviewer", ["甲,乙"]), ("好\ud800", "query.broken", ["2"]), ("字 " * (MOST + 1), "query.too_long", [str(MOST), str(MOST + 1)]),
        ("category:" + "data," * (MOST + 1), "query.too_long", [str(MOST)]),
    ],
)  # fmt: skip
def test_what_means_nothing_gets_a_sentence(
    typed: str, key: str, told: list[str], codebook: Codebook
) -> None:
    with pytest.raises(AnnotatorError) as caught:
        parse(typed, codebook)
    assert caught.value.key == key
    words.choose("zh")
    sentence = str(caught.value)
    words.choose(None)
    assert [one for one in told if one not in sentence] == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("unit:数据局", "建议:数据局"), ("充电桩 单位:市教委@牵头,数据局 -flag:yes", "充电桩 建议:市教委@牵头,数据局 -flag:yes"),
        ("category:data,infra", "建议:数据要素,算力网络感知"), ("priority>=加快", "建议:重点加快,限时硬任务"), ('unit:"市 教委"', '建议:"市 教委"'),
        ("unit:局", None), ("unit:数据", None), ("unit:@牵头", "建议:@牵头"), ("unit:无", None), ("category:未填,数据", None), ("-unit:数据局", None), ("充电桩 state:draft 建议:数据局", None),
    ],
)  # fmt: skip
def test_a_query_for_labels_can_be_asked_of_suggestions(
    typed: str, expected: str | None, codebook: Codebook
) -> None:
    words.choose("zh")
    try:
        assert suggested_instead(typed, codebook) == expected
    finally:
        words.choose(None)
    if expected:
        assert any(isinstance(condition, Suggested) for condition, _ in terms(expected, codebook))


def test_the_same_is_understood_in_either_language(codebook: Codebook) -> None:
    typed = "状态:草稿 state:draft 类别:数据 category:data 存疑:是 flag:yes 单位:无 unit:none"
    found = []
    for language in words.LANGUAGES:
        words.choose(language)
        found.append(parse(typed, codebook))
    words.choose(None)
    assert found[0] == found[1]


HOSTILE = st.text(
    st.characters(codec=None) | st.sampled_from(list("：:，,＝=><≥-－\"“”＂@/ \x00'%_")), max_size=40
) | st.lists(
    st.sampled_from(["category", "单位", "state", "doubt", "note", ":", "：", ">=", "＞", ",", "-", "@", '"', "“", " ", "数据", "\x00"]),
    max_size=12,
).map("".join)  # fmt: skip


def test_or_is_a_word_in_quotes_and_alone(codebook: Codebook) -> None:
    assert len(parse('数据 "or" 算力', codebook).terms) == 3
    assert len(parse("or", codebook).terms) == 1


@given(HOSTILE)
def test_anything_typed_is_a_query_or_a_sentence(codebook: Codebook, typed: str) -> None:
    try:
        query = parse(typed, codebook)
    except AnnotatorError as error:
        sentence = str(error)
        assert sentence
    else:
        assert all(isinstance(term, Term) for term in query.terms)
