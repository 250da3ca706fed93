"""Laws of cutting that hold for any text at all, and for the five samples."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import annotator
from annotator.model.cutting import KINDS, Segment
from annotator.model.mapping import Clean
from annotator.tools.text import CUTTER, cut, is_traditional, repairs, simplified, traditional
from tests.benchmarks.growing import LINES, THINGS

SAMPLES = sorted((Path(annotator.__file__).parent / "samples").glob("*.txt"))

# Text made of what the rules look for, so that generated documents are as broken as real ones.
FRAGMENTS = (
    "一、", "二、", "（一）", "(二)", "1.", "2、", "１．", "1.1", "4.2.3", "①", "——", "• ", "第一条　", "第二章 ", "附件：", "附件1",
    "\n", "\n", "\n\n", "\r\n", "\u2028", "\x0b", "\x85", " ", "　　", "\t", "\xa0", "\u200b", "\ufeff",
    "。", "；", "，", ",", ",,", "：", "、", "(", ")", "（", "）", "《", "》", "“", "”", "?", "!", "？",
    "总体要求", "加强组织领导", "市科委", "为贯彻落实有关要求，制定本方案", "关于印发《工作方案》的通知", "工作方案", "責任單位:市規(guī)劃資源局",
    "（责任单位：市科委）", "責任", "實(shi)", "圖(tú)", "(BIM)", "[bookmark: _Toc1]", "{{item.x}}", "## ", "**", "&nbsp;", "目录",
    "2023年9月15日", "各区人民政府：", "现印发给你们", "上海市人民政府", "?!翱罩?、", "ä¸Šæµ·", "涓婃捣", "\ufffd", "应当", "序号\t任务\t责任单位",
    "1\t建设平台\t市科委", "本要点", "征求意见的公告", "2.4万路", "5G", "字" * 40, "字" * 130,
)  # fmt: skip
documents = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
anything = st.text(max_size=200) | documents


def assert_lawful(source: str, segments: tuple[Segment, ...]) -> None:
    assert [segment.start for segment in segments] == [0, *(segment.end for segment in segments[:-1])][
        : len(segments)
    ]
    assert (segments[-1].end if segments else 0) == len(source)
    last = 0
    for segment in segments:
        assert segment.start < segment.end
        assert segment.kind in KINDS
        for first, end, text in (
            (segment.text_start, segment.text_end, segment.text),
            (segment.tail_start, segment.tail_end, segment.tail),
        ):
            assert segment.start <= first <= end <= segment.end
            assert Clean(source, first, end, segment.edits).text == text
        assert 0 <= segment.lead <= len(segment.text)
        assert 0 <= segment.doubt <= 1
        assert segment.level == (len(segment.path) + 1 if segment.kind in ("heading", "clause") else 0)
        if segment.start:
            assert not source[segment.start].isspace()
        marker = Clean(source, segment.start, segment.text_start, segment.edits).text
        assert marker.strip() == segment.marker
        for edit in segment.edits:
            assert max(last, segment.start) <= edit.start < edit.end <= segment.end
            assert source[edit.start : edit.end] == edit.before
            assert len(edit.after) <= 1 or edit.state != "applied"
            last = edit.end


@given(anything)
@settings(max_examples=250, deadline=None)
def test_any_text_is_partitioned_and_every_range_maps_to_its_text(source: str) -> None:
    assert_lawful(source, cut(source))


@pytest.mark.parametrize("thing", THINGS)
def test_one_line_of_one_thing_is_cut_by_the_laws(thing: str) -> None:
    assert_lawful(thing * 60, cut(thing * 60))


@pytest.mark.parametrize("line", LINES)
def test_many_short_lines_are_cut_by_the_laws(line: str) -> None:
    assert_lawful(f"{line}\n" * 60, cut(f"{line}\n" * 60))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:3])
def test_the_samples_obey_the_laws(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert_lawful(source, cut(source))


@given(anything)
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost_between_marker_text_and_tail(source: str) -> None:
    for segment in cut(source):
        if segment.kind == "title" or "\t" in segment.text:
            continue
        whole = Clean(source, segment.start, segment.end, segment.edits).text
        shown = segment.marker + segment.text + segment.tail
        assert "".join(whole.split()) == "".join(shown.split())


@given(anything)
@settings(max_examples=60, deadline=None)
def test_repairs_are_the_edits_of_the_segments(source: str) -> None:
    assert repairs(source) == tuple(edit for segment in cut(source) for edit in segment.edits)


@given(st.text(max_size=100) | documents)
@settings(max_examples=100, deadline=None)
def test_the_copy_in_the_other_script_has_the_same_length(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert len(traditional(text)) == len(text)


def test_the_empty_text_has_no_segments() -> None:
    assert cut("") == ()


@pytest.mark.parametrize("source", ["\n\n\n", " ", "\u3000\t\r\n", "\x0c"])
def test_white_space_alone_is_one_empty_piece_of_furniture(source: str) -> None:
    (segment,) = cut(source)
    assert (segment.kind, segment.text, segment.start, segment.end) == ("boilerplate", "", 0, len(source))


def test_another_process_cuts_the_same() -> None:
    code = (
        "import sys; from pathlib import Path; from annotator.tools.text import cut;"
        "print(repr([cut(Path(p).read_text(encoding='utf-8')) for p in sys.argv[1:]]))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", code, *map(str, SAMPLES)]
    output = subprocess.run(command, env=environment, capture_output=True, check=True).stdout.decode()
    here = repr([cut(path.read_text(encoding="utf-8")) for path in SAMPLES])
    assert output.strip() == here


def test_the_import_loads_no_dictionary() -> None:
    code = (
        "import sys, annotator.tools.text as t; t.cut('一、总体要求\\n加强领导。'); "
        "print([m for m in ('opencc', 'jieba', 'pypinyin') if m in sys.modules])"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert output.strip() == "[]"


def test_the_cutter_names_itself_with_a_version() -> None:
    name, version = CUTTER.split("/")
    assert name
    assert version.isdecimal()


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("各區人民政府", True),
        ("各区人民政府", False),
        ("", False),
        ("AI", False),
        ("人工智能" * 50 + "喆", False),
    ],
)
def test_script_is_told_by_the_share_of_traditional_characters(text: str, is_so: bool) -> None:
    assert is_traditional(text) is is_so


def test_phrases_keep_their_own_way_of_writing() -> None:
    assert simplified("乾坤，乾燥，一目瞭然，著力構建") == "乾坤，干燥，一目了然，著力构建"
    assert traditional("发展头发，干部干净，只有一只。") == "發展頭髮，幹部乾淨，只有一隻。"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:3])
def test_the_traditional_copy_is_that_of_opencc(path: Path) -> None:
    from opencc import OpenCC

    text = simplified(path.read_text(encoding="utf-8"))[:2000]
    assert traditional(text) == OpenCC("s2t").convert(text)
