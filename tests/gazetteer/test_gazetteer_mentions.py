"""Mentions stand in the source, in the document's own script, and know their organisation."""

import re
from collections import Counter
from pathlib import Path

import pytest
from opencc import OpenCC

import annotator
from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.tools import gazetteer

SHANGHAI = ("上海市",)
SAMPLES = Path(annotator.__file__).parent / "samples"
RESIDUE = re.compile(r"(?<=[一-鿿])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+\)")
simplify = OpenCC("t2s").convert


def clause(text, tail="", start=0, edits=()):
    """A clause of which `text` and `tail` are raw and stand one after the other from `start`."""
    middle, end = start + len(text), start + len(text) + len(tail)
    clean_text = Clean("\0" * start + text + tail, start, middle, edits).text
    clean_tail = Clean("\0" * start + text + tail, middle, end, edits).text
    return Segment(
        *("clause", 1, "", (), start, end, clean_text, start, middle),
        tail=clean_tail,
        tail_start=middle,
        tail_end=end,
        edits=tuple(edits),
    )


def mentions(text, tail="", places=SHANGHAI):
    return gazetteer.mentions(clause(text, tail), text + tail, str, gazetteer.load(), places)


def test_a_mention_says_where_what_and_in_which_role():
    one, two = mentions("完善制度。", "（牵头单位：市科委；配合单位：各区政府）")
    assert (one.start, one.end, one.surface, one.name) == (11, 14, "市科委", "上海市科学技术委员会")
    assert (one.org_id, one.role, one.collective) == ("org-sh-kw", "lead", False)
    assert (two.surface, two.name, two.role) == ("各区政府", "上海市各区人民政府", "participant")
    assert two.collective


def test_the_same_clause_in_another_city_names_other_organisations():
    assert mentions("", "（市教委负责）")[0].org_id == "org-sh-jw"
    assert mentions("", "（市教委负责）", ("重庆市",))[0].org_id == "org-cq-jw"


def test_an_unknown_name_is_kept_as_written():
    (one,) = mentions("", "（责任单位：市未来局）")
    assert (one.surface, one.name, one.org_id) == ("市未来局", "市未来局", None)


def test_a_collective_without_a_row_is_still_a_collective():
    (one,) = mentions("", "（责任单位：沿江各街镇）")
    assert one.collective
    assert one.org_id is None


def test_a_district_in_the_tail_stands_for_its_government():
    (one,) = mentions("支持杨浦区开展试点。", "（责任单位：杨浦区）")
    assert one.name == "上海市杨浦区人民政府"


def test_repairs_inside_a_name_belong_to_its_source_range():
    text, tail = "完善制度。", "(責任單位:市規(guī)劃資源局、市數(shù)據(jù)局)"
    source = text + tail
    edits = [Edit(m.start(), m.end(), "pinyin", m[0], "") for m in RESIDUE.finditer(source)]
    found = gazetteer.mentions(clause(text, tail, edits=edits), source, simplify, gazetteer.load(), SHANGHAI)
    assert [(one.surface, one.name) for one in found] == [
        ("市規劃資源局", "上海市规划和自然资源局"),
        ("市數據局", "上海市数据局"),
    ]
    assert [source[one.start : one.end] for one in found] == ["市規(guī)劃資源局", "市數(shù)據(jù)局"]


@pytest.fixture(scope="module")
def listed():
    """The mentions of the tails of a document whose every item closes with a list of units."""
    source = next(SAMPLES.glob("000_*.txt")).read_text(encoding="utf-8")
    edits = [Edit(m.start(), m.end(), "pinyin", m[0], "") for m in RESIDUE.finditer(source)]
    result = []
    for bracket in re.finditer(r"^(.*)(\(責任單位:[^\n]*\))$", source, re.M):
        inside = [edit for edit in edits if bracket.start() <= edit.start < bracket.end()]
        segment = clause(bracket[1], bracket[2], bracket.start(), inside)
        all_units = gazetteer.mentions(segment, source, simplify, gazetteer.load(), SHANGHAI)
        result.append([one for one in all_units if one.start >= segment.tail_start])
    return result


def test_every_unit_of_every_list_of_a_document_is_resolved(listed):
    units = [one for units in listed for one in units]
    assert Counter(map(len, listed)) == {1: 9, 2: 7, 3: 6, 4: 1, 5: 2, 8: 3}
    assert {one.role for one in units} == {"responsible"}
    assert Counter((one.surface, one.name) for one in units) == {
        ("市規劃資源局", "上海市规划和自然资源局"): 25,
        ("市經濟信息化委", "上海市经济和信息化委员会"): 11,
        ("市數據局", "上海市数据局"): 10,
        ("楊浦區政府", "上海市杨浦区人民政府"): 9,
        ("市科委", "上海市科学技术委员会"): 5,
        ("市發展改革委", "上海市发展和改革委员会"): 3,
        ("同濟大學", "同济大学"): 3,
        ("上海理工大學", "上海理工大学"): 3,
        ("市人才局", "上海市人才工作局"): 2,
        ("市教委", "上海市教育委员会"): 2,
        ("各相關委辦局", "各相关委办局"): 1,
        ("市住房城鄉建設管理委", "上海市住房和城乡建设管理委员会"): 1,
        ("市文化旅游局", "上海市文化和旅游局"): 1,
        ("市體育局", "上海市体育局"): 1,
        ("市國資委", "上海市国有资产监督管理委员会"): 1,
        ("市財政局", "上海市财政局"): 1,
    }
    assert {one.org_id for one in units} >= {"org-sh-ghzyj", "org-sh-ypq-zf", "org-tjdx"}
    assert {one.surface for one in units if one.collective} == {"各相關委辦局"}
