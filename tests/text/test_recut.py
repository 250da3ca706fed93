"""Clauses split and merged: still a partition, read as the cutter would have read them."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import annotator
from annotator.errors import Refused
from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.tools.text import cut
from annotator.tools.text.places import places
from annotator.tools.text.recut import boundary, merged, split

SAMPLES = sorted((Path(annotator.__file__).parent / "samples").glob("*.txt"))
HEAD = "某市算力建设工作方案\n一、任务\n"


def clauses(source: str) -> list[Segment]:
    return [segment for segment in cut(source) if segment.kind == "clause"]


def assert_lawful(source: str, segment: Segment) -> None:
    """Every range reads as its text, and no word of the segment is lost."""
    for first, end, text in (
        (segment.text_start, segment.text_end, segment.text),
        (segment.tail_start, segment.tail_end, segment.tail),
    ):
        assert segment.start <= first <= end <= segment.end
        assert Clean(source, first, end, segment.edits).text == text
    assert segment.text.strip()
    assert 0 <= segment.lead <= len(segment.text)
    before = Clean(source, segment.start, segment.text_start, segment.edits).text
    assert before.strip() == segment.marker
    at = segment.start
    for edit in segment.edits:
        assert at <= edit.start <= edit.end <= segment.end
        assert source[edit.start : edit.end] == edit.before
        at = edit.end
    if "\t" not in segment.text and not segment.text_start <= segment.tail_start < segment.text_end:
        whole = Clean(source, segment.start, segment.end, segment.edits).text
        assert "".join(whole.split()) == "".join((segment.marker + segment.text + segment.tail).split())


def assert_split(source: str, clause: Segment, at: int) -> tuple[Segment, Segment]:
    """Split a clause, hold the parts to the laws, and merge them again."""
    first, second = split(source, clause, at)
    assert clause.start == first.start < first.end == second.start < second.end == clause.end
    assert second.start == boundary(source, clause, at)
    assert not source[second.start].isspace()
    assert {first.level, second.level} == {clause.level}
    for part in (first, second):
        assert_lawful(source, part)
        assert part.doubt == 0
    again = merged(source, [first, second])
    assert_lawful(source, again)
    # A title sentence that was cut off is found again behind a number only.
    assert again.lead in (0, clause.lead)
    assert again == replace(clause, doubt=0.0, lead=again.lead)
    return first, second


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:3])
def test_every_clause_of_the_samples_at_every_place(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for clause in clauses(source):
        for at in places(clause.text):
            assert_split(source, clause, at)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:3])
def test_neighbours_of_the_samples_merge_and_come_apart_where_they_met(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for first, second in pairwise(cut(source)):
        if {first.kind, second.kind} == {"clause"} and first.level == second.level:
            both = merged(source, [first, second])
            assert_lawful(source, both)
            assert (both.start, both.end, both.marker) == (first.start, second.end, first.marker)
            assert (both.tail_start, both.tail_end) == (second.tail_start, second.tail_end)
            way = Clean(source, both.text_start, both.text_end, both.edits)
            again = split(source, both, way.to_clean(second.start, second.text_end)[0])
            assert [(part.start, part.end, part.text, part.tail, part.marker) for part in again] == [
                (part.start, part.end, part.text, part.tail, part.marker) for part in (first, second)
            ]


@pytest.mark.parametrize(
    ("item", "at", "first", "second"),
    [
        # the trailing units stay with the last part
        ("1.建平台。立机制。（责任单位：市科委）", "立", ("1.", "建平台。", ""), ("", "立机制。", "（责任单位：市科委）")),
        # units where the cut is are a tail, as they were in the middle of the text
        (
            "1.建平台。（责任单位：市科委）立机制。（责任单位：市经信委）", "立",
            ("1.", "建平台。", "（责任单位：市科委）"), ("", "立机制。", "（责任单位：市经信委）"),
        ),
        # a number where the cut is is a marker
        ("一是建平台，（二）立机制。", "（", ("", "一是建平台，", ""), ("（二）", "立机制。", "")),
        ("建平台：①算力；②数据。", "②", ("", "建平台：①算力；", ""), ("②", "数据。", "")),
        # a quantity is none, and nothing but a number is text
        ("建平台。2.5万个机架。", "2", ("", "建平台。", ""), ("", "2.5万个机架。", "")),
        ("建平台。2 个机架。", "2", ("", "建平台。", ""), ("", "2 个机架。", "")),
        ("建平台。再分两步，1.", "1", ("", "建平台。再分两步，", ""), ("", "1.", "")),
        # in traditional script, and in the middle of a sentence
        ("建設平臺。（責任單位：市科委）立機制。", "立", ("", "建設平臺。", "（責任單位：市科委）"), ("", "立機制。", "")),
        ("建平台，立机制。", "立", ("", "建平台，", ""), ("", "立机制。", "")),
        # white space goes with the first part, wherever in it the cut is
        ("建平台。 　立机制。", " ", ("", "建平台。", ""), ("", "立机制。", "")),
    ],
)  # fmt: skip
def test_what_the_parts_are(
    item: str, at: str, first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    source = f"{HEAD}{item}\n"
    (clause,) = clauses(source)
    parts = assert_split(source, clause, clause.text.index(at, 1))
    assert [(part.marker, part.text, part.tail) for part in parts] == [first, second]


def test_units_alone_are_text() -> None:
    (clause,) = clauses(f"{HEAD}1.（责任单位：市科委）立机制。\n")
    first, _ = split(f"{HEAD}1.（责任单位：市科委）立机制。\n", clause, clause.text.index("立"))
    assert (first.text, first.tail) == ("（责任单位：市科委）", "")


@pytest.mark.parametrize(
    ("item", "at", "leads"),
    [
        ("1.建设平台。建设算力平台。立机制。", "立", ["建设平台。", ""]),
        ("1.建设平台。建设算力平台。立机制。", "建设算力", ["", ""]),  # a title sentence is not all of a text
        ("1.建设平台。建算力。（2）完善机制。立规矩。", "（2", ["建设平台。", "完善机制。"]),
        ("1.建设平台，建算力。（2）完善机制。立规矩。", "（2", ["", ""]),  # no item before it has one
    ],
)
def test_title_sentences(item: str, at: str, leads: list[str]) -> None:
    source = f"{HEAD}{item}\n2.推进应用。推进各类应用。\n"
    clause = clauses(source)[0]
    parts = split(source, clause, clause.text.index(at))
    assert [part.text[: part.lead] for part in parts] == leads


def test_lines_and_repairs_follow_their_part() -> None:
    source = "某市管理办法\n第一条　為了加強規(guī)劃，制定本辦法。\r\n\r\n　　本辦法所稱規(guī)劃，是指總體規劃。\n第二条　略。\n"
    clause = clauses(source)[0]
    assert clause.text == "為了加強規劃，制定本辦法。\n本辦法所稱規劃，是指總體規劃。"
    assert [edit.rule for edit in clause.edits] == ["pinyin", "line_break", "pinyin"]
    first, second = assert_split(source, clause, clause.text.index("\n") + 1)
    assert [edit.rule for edit in first.edits] == [edit.rule for edit in second.edits] == ["pinyin"]
    assert source[second.start :].startswith("本辦法")


def test_what_was_taken_away_at_the_beginning_of_a_line_belongs_to_that_line() -> None:
    source = "某市管理办法\n第一条　为了加强规划，制定本办法。\n[bookmark: _Toc1]本办法适用于本市。\n第二条　略。\n"
    clause = clauses(source)[0]
    _, second = assert_split(source, clause, clause.text.index("\n"))
    assert source[second.start :].startswith("[bookmark")
    assert second.text == "本办法适用于本市。"


def test_inner_markers_and_tails_become_text() -> None:
    source = f"{HEAD}1.建平台。（责任单位：市科委）\n2.立机制。（责任单位：市经信委）\n3.试点。\n"
    one, two, three = clauses(source)
    both = merged(source, [one, two])
    assert (both.marker, both.text, both.tail) == (
        "1.", "建平台。（责任单位：市科委）\n2.立机制。", "（责任单位：市经信委）"
    )  # fmt: skip
    every = merged(source, [one, two, three])
    assert every.text.endswith("\n2.立机制。（责任单位：市经信委）\n3.试点。")
    assert every.tail == ""


def test_a_lone_title_sentence_finds_its_text() -> None:
    source = f"{HEAD}1.建设算力平台。建成三处。\n2.试点。\n"
    clause = clauses(source)[0]
    parts = split(source, clause, clause.text.index("建成"))
    assert [part.lead for part in parts] == [0, 0]
    assert merged(source, parts).lead == clause.lead == len("建设算力平台。")


def test_an_article_has_no_title_sentence() -> None:
    source = "某市管理办法\n第一条　为了加强规划。制定本办法。\n第二条　略。\n"
    clause = clauses(source)[0]
    assert merged(source, split(source, clause, 7)).lead == 0


@pytest.mark.parametrize("at", [-1, 0, 1, 5, 6, 99])
def test_no_part_is_left_empty(at: int) -> None:
    source = f"{HEAD}　　一　二三　四\n"
    (clause,) = clauses(source)
    clause = replace(clause, text=" 二三　 ", text_start=clause.text_start + 1, text_end=clause.text_end - 1)
    source = source.replace("　二", " 二").replace("三　", "三　 ")
    clause = replace(clause, text_end=clause.text_start + 5, end=len(source))
    with pytest.raises(Refused) as caught:
        split(source, clause, at)
    assert caught.value.key == "cutting.nothing_left"


def test_repairs_and_units_are_not_cut_through() -> None:
    source = "甲坏字乙。\t市科委、市数据局\t丙\n"
    clause = Segment(
        "clause", 1, "", (), 0, len(source), "甲一二三乙。\t市科委、市数据局\t丙", 0, len(source) - 1,
        "市科委、市数据局", 6, 14, edits=(Edit(1, 3, "test", "坏字", "一二三"),),
    )  # fmt: skip
    for at, key in ((2, "in_repair"), (3, "in_repair"), (11, "in_units")):
        with pytest.raises(Refused) as caught:
            split(source, clause, at)
        assert caught.value.key == f"cutting.{key}"
    for at, tails in (
        (1, ["", "市科委、市数据局"]),
        (7, ["", "市科委、市数据局"]),
        (16, ["市科委、市数据局", ""]),
    ):
        assert [part.tail for part in split(source, clause, at)] == tails
    waiting = replace(clause, text=source[:-1], edits=(clause.edits[0]._replace(state="proposed"),))
    with pytest.raises(Refused):
        split(source, waiting, 2)


def test_units_in_a_middle_column_repeat_no_edit() -> None:
    rows = [
        "序号",
        "工作任务",
        "责任单位",
        "牵头单位",
        "完成时限",
        "1",
        "建设平台。",
        "市数据局",
        "市经信委",
        "2024年底",
    ]
    (clause,) = clauses("某市工作任务分工表\n" + "\n\n".join(rows) + "\n")
    assert clause.tail == "市数据局\n市经信委"
    assert len(clause.edits) == len(set(clause.edits)) == 3


# ---------------------------------------------------------------- any text

FRAGMENTS = (
    "一、", "（一）", "1.", "（2）", "①", "——", "第二条　", "\n", "\n\n", "\r\n　　", "\u2028", "\t", " ", "　", "\u200b",
    "。", "；", "，", "？", "（", "）", "“", "”", "総", "建设平台", "加强组织领导", "規(guī)劃", "[bookmark: _Toc1]", "## ",
    "（责任单位：市科委）", "責任單位：市規(guī)劃資源局", "&nbsp;", "，，", "?!翱罩?、", "2.5万个", "为贯彻落实要求，制定本方案。",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join), st.data())
def test_any_splits_and_merges_of_any_text_obey_the_laws(body: str, data: st.DataObject) -> None:
    source = HEAD + body
    segments = list(cut(source))
    for _ in range(data.draw(st.integers(0, 6))):
        n = data.draw(st.integers(0, len(segments) - 1))
        here = segments[n : n + data.draw(st.integers(1, 3))]
        if {segment.kind for segment in here} != {"clause"} or len({segment.level for segment in here}) > 1:
            continue
        if len(here) > 1:
            parts: tuple[Segment, ...] = (merged(source, here),)
        else:
            try:
                parts = split(source, here[0], data.draw(st.integers(0, len(here[0].text))))
            except Refused:
                continue
        for part in parts:
            assert_lawful(source, part)
            assert not source[part.start].isspace()
        segments[n : n + len(here)] = parts
    ends = [0, *(segment.end for segment in segments)]
    assert [segment.start for segment in segments] == ends[:-1]
    assert ends[-1] == len(source)
