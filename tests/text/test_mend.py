"""A segment read anew under other repairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Refused
from annotator.model import mending
from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.tools.text import cut
from annotator.tools.text.mend import mended

TEXT = (
    "市工作方案\n一、任务\n1.建设平台。建成三处算力平台。（责任单位：市科委、市教委）\n2.推进应用(yìng)用。\n"
)


def clause(text: str, number: int) -> Segment:
    return [one for one in cut(text) if one.kind == "clause"][number]


def read(text: str, number: int, before: str, after: str) -> Segment:
    segment = clause(text, number)
    at = text.index(before, segment.start)
    edit = Edit(at, at + len(before), "person", before, after)
    return mended(text, segment, mending.put(segment.edits, edit))


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("三处", "五处", ("1.", "建设平台。建成五处算力平台。", "（责任单位：市科委、市教委）", 5)),
        ("建设", "建", ("1.", "建平台。建成三处算力平台。", "（责任单位：市科委、市教委）", 4)),
        ("市教委", "市发改委", ("1.", "建设平台。建成三处算力平台。", "（责任单位：市科委、市发改委）", 5)),
        ("平台。（", "平台（", ("1.", "建设平台。建成三处算力平台（责任单位：市科委、市教委）", "", 5)),
        ("（责任单位：市科委、市教委）", "", ("1.", "建设平台。建成三处算力平台。", "", 5)),
        ("1.", "", ("", "建设平台。建成三处算力平台。", "（责任单位：市科委、市教委）", 5)),
        ("1", "２", ("２.", "建设平台。建成三处算力平台。", "（责任单位：市科委、市教委）", 5)),
        ("成三", "成\n三", ("1.", "建设平台。建成\n三处算力平台。", "（责任单位：市科委、市教委）", 5)),
    ],
)
def test_number_text_units_and_title_sentence_are_read_anew(
    before: str, after: str, parts: tuple[str, str, str, int]
) -> None:
    found, was = read(TEXT, 0, before, after), clause(TEXT, 0)
    assert (found.marker, found.text, found.tail, found.lead) == parts
    assert (found.start, found.end, found.level) == (was.start, was.end, was.level)


def test_units_that_a_repair_completes_are_set_apart() -> None:
    text = "方案\n1.建设平台。（责仼单位：市科委、市教委）\n2.推进应用。\n"
    assert clause(text, 0).tail == ""
    assert read(text, 0, "仼", "任").tail == "（责任单位：市科委、市教委）"


def test_a_number_that_a_repair_completes_is_set_apart() -> None:
    text = "方案\n推进应用。\n@.建设平台。\n"
    assert (clause(text, 1).marker, read(text, 1, "@", "1").marker) == ("", "1.")


def test_what_a_repair_took_away_before_the_text_comes_back_into_it() -> None:
    text = "方案\n[bookmark: _GoBack]推进应用。\n加强领导。\n"
    segment = clause(text, 0)
    assert segment.text == "推进应用。"
    back = mended(text, segment, [one._replace(state="refused") for one in segment.edits])
    assert back.text == "[bookmark: _GoBack]推进应用。"


@pytest.mark.parametrize("after", ["", " ", "\n"])
def test_nothing_left_to_read_is_refused(after: str) -> None:
    with pytest.raises(Refused) as refused:
        read(TEXT, 0, TEXT[clause(TEXT, 0).start : clause(TEXT, 0).end].strip(), after)
    assert refused.value.key == "repairing.nothing_left"


@given(st.data())
def test_any_repair_leaves_a_segment_that_reads_as_its_source_does(data: st.DataObject) -> None:
    segment = clause(TEXT, data.draw(st.integers(0, 1)))
    start = data.draw(st.integers(segment.start, segment.end - 1))
    end = data.draw(st.integers(start + 1, segment.end))
    start, end = mending.widened(segment.edits, start, end)
    after = data.draw(st.text("建1.（）市科委。\n ：责任单位", max_size=8))
    edit = Edit(start, end, "person", TEXT[start:end], after)
    try:
        found = mended(TEXT, segment, mending.put(segment.edits, edit))
    except Refused:
        return
    assert found.text == Clean(TEXT, found.text_start, found.text_end, found.edits).text
    assert found.tail == Clean(TEXT, found.tail_start, found.tail_end, found.edits).text
    assert (
        found.start <= found.text_start <= found.text_end <= found.tail_start <= found.tail_end <= found.end
    )
    assert edit in found.edits
    whole = Clean(TEXT, found.start, found.end, found.edits).text
    squeezed = "".join(whole.split())
    assert squeezed == "".join(f"{found.marker}{found.text}{found.tail}".split())
