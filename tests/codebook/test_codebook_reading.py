"""Parsing a codebook's text, and naming every fault of it with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.model.codebook import Attribute, Code, Codebook
from annotator.model.ids import sha256
from annotator.tools.codebook import CodebookError, names, parse, problems, shipped
from annotator.tools.codebook.shape import ATTRIBUTE, BOOK, CODE, FIELD

SOUND = """\
name = "small"
version = "1"
zh = "小码表"
en = "Small"

[[field]]
id = "kind"
kind = "single"
zh = "类型"
en = "Kind"

[[field.code]]
id = "task"
zh = "任务"
en = "Task"
key = "t"
definition = "要办的事"

[[field.code]]
id = "goal"
zh = "目标"
en = "Goal"
key = "g"

[[field]]
id = "level"
kind = "ordinal"
zh = "级别"
en = "Level"
applies_to = { kind = ["task"] }

[[field.code]]
id = "low"
zh = "低"
en = "Low"
value = 1

[[field.code]]
id = "high"
zh = "高"
en = "High"
value = 2

[[field]]
id = "note"
kind = "text"
zh = "备注"
en = "Note"
"""


def line_of(text, part):
    return text[: text.index(part)].count("\n") + 1


def test_a_sound_text_becomes_a_codebook():
    book = parse(SOUND, "small.toml")
    assert (book.name, book.version, book.zh, book.en) == ("small", "1", "小码表", "Small")
    assert [field.id for field in book.fields] == ["kind", "level", "note"]
    assert book.fields[0].codes[0] == Code("task", "任务", "Task", "t", definition="要办的事")
    assert book.fields[1].applies_to == (("kind", ("task",)),)
    assert [code.value for code in book.fields[1].codes] == [1, 2]


def test_a_byte_order_mark_is_no_fault():
    assert problems("\ufeff" + SOUND) == []


ID, LOW = 'id = "value", ', '{ id = "low", zh = "低", en = "Low" }'
VALUE = "attribute = [{ " + ID + 'kind = "number", zh = "数值", en = "Value" }]'

# What is replaced in the sound text, by what; where the fault is told; what the sentence names.
FAULTS = {
    "an unknown key": ('definition = "要办的事"', 'defintion = "要办的事"', "defintion", "definition"),
    "an unknown top key": ('version = "1"', 'version = "1"\ncolour = "x"', "colour", "colour"),
    "a number in quotes": ("value = 1", 'value = "1"', 'value = "1"', "value"),
    "a truth for a number": ("value = 1", "value = true", "value = true", "value"),
    "a text without quotes": ('version = "1"', "version = 1", "version = 1", "version"),
    "no version": ('version = "1"\n', "", "name", "version"),
    "no name": ('zh = "小码表"\n', "", "name", "zh"),
    "a blank name": ('zh = "备注"', 'zh = " "', '[[field]]\nid = "note"', "note"),
    "an unknown kind": ('kind = "text"', 'kind = "texts"', 'kind = "texts"', "texts"),
    "an unknown scope": ('kind = "text"', 'kind = "text"\nscope = "page"', "scope =", "page"),
    "the same field twice": ('id = "note"', 'id = "kind"', 'id = "kind"\nkind = "text"', "kind"),
    "the same code twice": ('id = "goal"', 'id = "task"', 'id = "task"\nzh = "目标"', "task"),
    "a bad id": ('id = "goal"', 'id = "Goal 1"', 'id = "Goal 1"', "Goal 1"),
    "a field without id": ('id = "note"\n', "", '[[field]]\nkind = "text"', "id"),
    "a code without id": ('id = "goal"\n', "", '[[field.code]]\nzh = "目标"', "id"),
    "an id of the exports": ('id = "note"', 'id = "kind_state"', 'id = "kind_state"', "_state"),
    "a code that is none": ('id = "goal"', 'id = "none"', 'id = "none"', "none"),
    "a code that is any": ('id = "goal"', 'id = "any"', 'id = "any"', "any"),
    "the same key twice": ('key = "g"', 'key = "t"', 'key = "t"\n\n[[field]]', "task"),
    "a key of two letters": ('key = "g"', 'key = "go"', 'key = "go"', "go"),
    "a digit for a key": ('key = "g"', 'key = "1"', 'key = "1"', "1"),
    "a key that moves": ('key = "g"', 'key = "j"', 'key = "j"', "j"),
    "a capital key": ('key = "g"', 'key = "G"', 'key = "G"', "G"),
    "the same name twice": ('en = "Goal"', 'en = "Task"', '[[field.code]]\nid = "goal"', "task"),
    "a name that is another's id": ('en = "Goal"', 'en = "TASK"', '[[field.code]]\nid = "goal"', "goal"),
    "no codes": ('kind = "text"', 'kind = "single"', '[[field]]\nid = "note"', "note"),
    "codes on a text": ('kind = "ordinal"', 'kind = "text"', '[[field.code]]\nid = "low"', "level"),
    "a value out of place": ('key = "t"', 'key = "t"\nvalue = 3', "value = 3", "task"),
    "levels that fall": ("value = 2", "value = 1", 'value = 1\n\n[[field]]\nid = "note"', "high"),
    "bounds on a text": ('kind = "text"', 'kind = "text"\nmin = 1', "min = 1", "note"),
    "crossed bounds": ('kind = "single"', 'kind = "multi"\nmin = 2\nmax = 1', "min = 2", "max"),
    "bounds below zero": ('kind = "single"', 'kind = "multi"\nmax = -1', "max = -1", "kind"),
    "more than there are": ('kind = "single"', 'kind = "multi"\nmin = 3', "min = 3", "3"),
    "attributes on a text": ('kind = "text"', f'kind = "text"\n{VALUE}', "attribute =", "note"),
    "an attribute without id": (
        'kind = "text"',
        f'kind = "span"\n{VALUE.replace(ID, "")}',
        "attribute =",
        "id",
    ),
    "an attribute of a span itself": (
        'kind = "text"',
        f'kind = "span"\n{VALUE.replace("value", "start")}',
        "attribute =",
        "start",
    ),
    "an unknown attribute": (
        'kind = "text"',
        f'kind = "span"\n{VALUE.replace("number", "sum")}',
        "attribute =",
        "sum",
    ),
    "a choice of nothing": (
        'kind = "text"',
        f'kind = "span"\n{VALUE.replace("number", "choice")}',
        "attribute =",
        "value",
    ),
    "a number to choose": (
        'kind = "text"',
        f'kind = "span"\n{VALUE.replace("}]", ", code = [" + LOW + "] }]")}',
        "attribute =",
        "number",
    ),
    "the same attribute twice": (
        'kind = "text"',
        f'kind = "span"\n{VALUE[:-1]}, {VALUE[13:]}',
        "attribute =",
        "value",
    ),
    "an attribute that is a text": (
        'kind = "text"',
        'kind = "span"\nattribute = ["a"]',
        "attribute =",
        "attribute",
    ),
    "an attribute's choices alike": (
        'kind = "text"',
        f'kind = "span"\n{VALUE.replace("number", "choice").replace("}]", ", code = [" + LOW + ", " + LOW + "] }]")}',
        "attribute =",
        "low",
    ),
    "a rule on no field": ("{ kind =", "{ kin =", "applies_to", "kin"),
    "a rule on no code": ('["task"]', '["tusk"]', "applies_to", "tusk"),
    "a rule on itself": ("{ kind =", "{ level =", "applies_to", "level"),
    "a rule without codes": ('{ kind = ["task"] }', "{ kind = [] }", "applies_to", "kind"),
    "a rule across scopes": ('id = "level"', 'id = "level"\nscope = "document"', "applies_to", "level"),
    "a rule that is a list": ('{ kind = ["task"] }', '["task"]', "applies_to", "applies_to"),
    "codes that are one table": ('en = "Note"', 'en = "Note"\n[field.code.x]', "[field.code.x]", "code"),
    "a ring of rules": (
        'en = "Kind"',
        'en = "Kind"\napplies_to = { level = ["low"] }',
        "applies_to = { level",
        "kind → level → kind",
    ),
    "a nest without parent": ('id = "goal"', 'id = "aim.goal"', 'id = "aim.goal"', "aim"),
    "broken TOML": ('key = "t"', "key = t", "key = t", "TOML"),
}


@pytest.mark.parametrize(("old", "new", "place", "named"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_line_and_what_it_is_about(old, new, place, named):
    assert old in SOUND
    text = SOUND.replace(old, new, 1)
    told = [(problem.line, named in problem.sentence) for problem in problems(text)]
    assert (line_of(text, place), True) in told


def test_all_faults_are_told_at_once_in_the_order_of_lines():
    text = SOUND.replace('key = "g"', 'key = "?"').replace('kind = "text"', 'kind = "x"')
    text = text.replace('version = "1"', "version = 1")
    found = problems(text)
    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    assert len(found) >= 3


def test_an_error_names_the_file_the_line_and_how_many_more():
    with pytest.raises(CodebookError) as caught:
        parse(SOUND.replace('key = "g"', 'key = "gg"').replace('id = "note"', 'id = "n-1"'), "my.toml")
    assert isinstance(caught.value, AnnotatorError)
    assert len(caught.value.problems) == 2
    for part in ("my.toml", "23", "gg", "1"):
        assert part in str(caught.value)


def test_lines_are_right_after_strings_that_look_like_tables():
    text = SOUND.replace(
        'en = "Kind"',
        'en = "Kind"\ntie_break = """\n[[field]]\n[[field.code]]\nkey = "x" # \'\n"""\nhelp = "# [[field]]"',
    ).replace('id = "note"', 'id = "Note"')
    assert [problem.line for problem in problems(text)] == [line_of(text, 'id = "Note"')]


def test_lines_are_right_after_lists_over_many_lines():
    text = SOUND.replace('key = "g"', 'key = "g"\nexamples = [\n  "[[field]]",\n  # [[field]]\n  "a",\n]')
    text = text.replace('id = "note"', 'id = "Note"')
    assert [problem.line for problem in problems(text)] == [line_of(text, 'id = "Note"')]


def test_an_inline_code_is_told_at_the_line_of_its_list():
    inline = 'code = [{ id = "X", zh = "甲", en = "A" }]'
    text = SOUND.replace('kind = "text"', f'kind = "single"\n{inline}')
    assert [problem.line for problem in problems(text)] == [line_of(text, inline)]


SAME_MEANING = {
    "a name": ('zh = "任务"', 'zh = "举措"'),
    "a key": ('key = "g"', 'key = "z"'),
    "a comment": ('version = "1"', 'version = "1"  # first'),
    "a version": ('version = "1"', 'version = "2"'),
    "an example": ('key = "g"', 'key = "g"\nexamples = ["到2030年"]'),
    "cues": ('key = "g"', 'key = "g"\ncues = ["到"]'),
    "a help": ('kind = "text"', 'kind = "text"\nhelp = "写一句"'),
}
NEW_MEANING = {
    "a definition": ("要办的事", "要办和在办的事"),
    "a rule": ('key = "g"', 'key = "g"\ninclude = "分目标"'),
    "an exclusion": ('key = "g"', 'key = "g"\nexclude = "成绩"'),
    "a kind": ('kind = "single"', 'kind = "multi"'),
    "a bound": ('kind = "single"', 'kind = "multi"\nmax = 1'),
    "where it applies": ('["task"]', '["goal"]'),
    "a level": ("value = 2", "value = 3"),
    "a code's id": ('id = "goal"', 'id = "aim"'),
    "a tie-break": ('kind = "text"', 'kind = "text"\ntie_break = "取前者"'),
    "an attribute": ('kind = "text"', f'kind = "span"\n{VALUE}'),
    "a scope": ('kind = "text"', 'kind = "text"\nscope = "document"'),
}


@pytest.mark.parametrize(("old", "new"), SAME_MEANING.values(), ids=SAME_MEANING)
def test_words_and_keys_leave_the_meaning(old, new):
    before, after = parse(SOUND, "a"), parse(SOUND.replace(old, new, 1), "a")
    assert after.meaning == before.meaning
    assert after.digest != before.digest


@pytest.mark.parametrize(("old", "new"), NEW_MEANING.values(), ids=NEW_MEANING)
def test_rules_change_the_meaning(old, new):
    assert parse(SOUND.replace(old, new, 1), "a").meaning != parse(SOUND, "a").meaning


SPAN = (
    SOUND.replace('kind = "text"', 'kind = "span"')
    + """
[[field.attribute]]
id = "bound"
kind = "choice"
zh = "限定"
en = "Bound"

[[field.attribute.code]]
id = "least"
zh = "不少于"
en = "at least"
definition = "至少这么多"

[[field.attribute]]
id = "value"
kind = "number"
zh = "数值"
en = "Value"
"""
)


def test_a_span_has_attributes_of_a_kind_each():
    bound, value = parse(SPAN, "a").fields[-1].attributes
    assert (bound.kind, value) == ("choice", Attribute("value", "number", "数值", "Value"))
    assert bound.codes == (Code("least", "不少于", "at least", definition="至少这么多"),)


def test_a_fault_in_an_attributes_choices_is_told_with_its_line():
    text = SPAN.replace('id = "least"', 'id = "Least"')
    assert [problem.line for problem in problems(text)] == [line_of(text, 'id = "Least"')]


@pytest.mark.parametrize(
    ("old", "new"), [('"number"', '"text"'), ("至少这么多", "至少"), ('id = "least"', 'id = "more"')]
)
def test_the_kind_and_the_choices_of_an_attribute_are_meaning(old, new):
    assert parse(SPAN.replace(old, new), "a").meaning != parse(SPAN, "a").meaning
    named = parse(SPAN.replace("数值", "目标值").replace("不少于", "至少"), "a")
    assert named.meaning == parse(SPAN, "a").meaning


def test_codes_in_another_order_mean_the_same():
    head, first, second, rest = SOUND.partition("[[field.code]]")[0], *SOUND.split("[[field.code]]")[1:3], ""
    assert second.startswith('\nid = "goal"')
    goal, mark, rest = second.partition("[[field]]")
    tail = "[[field.code]]" + "[[field.code]]".join(SOUND.split("[[field.code]]")[3:])
    moved = head + "[[field.code]]" + goal + "[[field.code]]" + first + mark + rest + tail
    assert [code.id for code in parse(moved, "a").fields[0].codes] == ["goal", "task"]
    assert parse(moved, "a").meaning == parse(SOUND, "a").meaning


def test_the_digest_is_that_of_the_whole_text():
    assert parse(SOUND, "a").digest == sha256(SOUND)


TOML_VALUES = st.recursive(
    st.sampled_from(['"a"', '"task"', "1", "-1", "true", "1979-05-27", "1.5", "[]", "{}", '["a"]']),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    max_leaves=4,
)
TOML_LINES = st.one_of(
    st.sampled_from(
        [
            "[[field]]",
            "[[field.code]]",
            "[[field.attribute]]",
            "[[field.attribute.code]]",
            "[field.applies_to]",
            "[field]",
            "[[code]]",
            "# x",
            "",
        ]
    ),
    st.tuples(
        st.sampled_from(sorted({*BOOK, *FIELD, *ATTRIBUTE, *CODE, "other"})),
        TOML_VALUES,
    ).map(" = ".join),
)


def ends_well(text):
    found = problems(text)
    if not found:
        assert isinstance(parse(text, "x"), Codebook)
        return
    assert all(1 <= problem.line <= text.count("\n") + 1 and problem.sentence for problem in found)
    with pytest.raises(CodebookError) as caught:
        parse(text, "x")
    assert caught.value.problems == tuple(found)
    assert found[0].sentence in str(caught.value)


@settings(max_examples=300, deadline=None)
@given(st.lists(TOML_LINES, max_size=12).map("\n".join))
def test_any_toml_ends_in_a_codebook_or_a_codebook_error(text):
    ends_well(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_ends_in_a_codebook_or_a_codebook_error(text):
    ends_well(text)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(names()), st.data())
def test_a_shipped_codebook_that_lost_a_line_ends_well(name, data):
    lines = shipped(name).split("\n")
    del lines[data.draw(st.integers(0, len(lines) - 1))]
    ends_well("\n".join(lines))


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000, "", "\x00"])
def test_extreme_texts_end_in_a_codebook_error(text):
    with pytest.raises(CodebookError):
        parse(text, "x")
