"""A codebook's text changed in one place, and what that changes."""

import pytest

from annotator.model.codebook import Code
from annotator.model.ids import sha256
from annotator.tools.codebook import (
    Difference,
    differences,
    parse,
    shipped,
    succeeding,
    with_boundary,
    with_code,
    with_field,
)
from annotator.tools.codebook.editing import following
from tests.codebook.test_codebook_reading import SOUND

TASK = Code("task", "任务", "Task", key="t", definition="要办的事")


def changed(text: str, before: str = SOUND) -> list[Difference]:
    return differences(parse(before, "before"), parse(text, "after"))


def test_a_new_code_stands_behind_the_others_of_its_field_and_all_else_stays() -> None:
    text = with_code(SOUND, "kind", Code("plan", "规划", "Plan", examples=("甲“乙”", "丙\\丁"), cues=("规",)))
    assert changed(text) == [Difference("kind", "plan", "new")]
    (field, *_) = parse(text, "after").fields
    assert [code.id for code in field.codes] == ["task", "goal", "plan"]
    assert field.codes[-1].examples == ("甲“乙”", "丙\\丁")
    lines = text.split("\n")
    assert [line for line in SOUND.split("\n") if line not in lines] == ['version = "1"']


def test_comments_between_two_fields_stay_where_they_stand() -> None:
    text = with_code(shipped("default"), "category", Code("more", "更多", "More"))
    heads = [line for line in text.split("\n") if line.startswith(("# ---", "[[field]]", 'id = "more"'))]
    at = heads.index('id = "more"')
    assert heads[at + 1].endswith("responsible_unit")
    assert heads[at + 2] == "[[field]]"


@pytest.mark.parametrize(
    ("code", "how"),
    [
        (TASK._replace(definition="要办成的事"), "meaning"),
        (TASK._replace(include="含试点。"), "meaning"),
        (TASK._replace(exclude="不含目标。"), "meaning"),
        (TASK._replace(zh="举措"), "words"),
        (TASK._replace(key="x"), "words"),
        (TASK._replace(examples=("办一件事。",)), "words"),
    ],
)
def test_a_changed_code_is_of_another_meaning_or_told_in_other_words(code: Code, how: str) -> None:
    assert changed(with_code(SOUND, "kind", code, "task")) == [Difference("kind", "task", how)]


def test_a_code_with_another_id_is_a_new_one_and_the_old_one_is_gone() -> None:
    text = with_code(SOUND, "kind", TASK._replace(id="work", zh="工作", en="Work", key=""), "goal")
    assert changed(text) == [Difference("kind", "work", "new"), Difference("kind", "goal", "gone")]


def test_a_text_that_becomes_empty_goes() -> None:
    assert "definition" not in with_code(SOUND, "kind", TASK._replace(definition=""), "task")


def test_a_boundary_stands_with_both_codes_and_its_clause_is_an_example() -> None:
    text = with_boundary(SOUND, "kind", ("goal", "task"), "只有数字的归目标。", "到2027年建成5个。")
    task, goal = parse(text, "after").fields[0].codes
    assert (goal.include, goal.exclude, goal.examples) == ("只有数字的归目标。", "", ("到2027年建成5个。",))
    assert (task.include, task.exclude, task.examples) == ("", "只有数字的归目标。", ())
    assert {one.code for one in changed(text) if one.asks} == {"goal", "task"}


def test_a_second_rule_comes_behind_the_first_and_none_comes_twice() -> None:
    text = SOUND
    for rule in ("甲归目标", "乙归目标。", "甲归目标"):
        text = with_boundary(text, "kind", ("goal", "task"), rule, "例")
    goal = parse(text, "after").fields[0].codes[1]
    assert (goal.include, goal.examples) == ("甲归目标；乙归目标。", ("例",))


def test_help_is_words_and_a_tie_break_is_meaning() -> None:
    assert changed(with_field(SOUND, "kind", {"help": "看谓语。"})) == [Difference("kind", "", "words")]
    assert changed(with_field(SOUND, "kind", {"tie_break": "取其多。"})) == [
        Difference("kind", "", "meaning")
    ]
    assert changed(with_field(SOUND, "kind", {"zh": "类型", "help": ""})) == []


def test_a_new_version_names_the_one_before() -> None:
    text = with_field(SOUND, "kind", {"help": "看谓语。"})
    book = parse(text, "after")
    assert (book.version, book.parent) == ("2", sha256(SOUND))
    again = parse(succeeding(SOUND, text), "again")
    assert (again.version, again.parent) == ("3", sha256(text))


@pytest.mark.parametrize(
    ("version", "next_one"),
    [("1", "2"), ("1.9", "1.10"), ("v3", "v4"), ("", "1"), ("b", "b.1"), ("2026-spring", "2026-spring.1")],
)
def test_versions_count_on(version: str, next_one: str) -> None:
    assert following(version) == next_one
