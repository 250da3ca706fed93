"""Unit lines that close a section."""

from dataclasses import replace

from annotator.flows.importing import segmented
from annotator.tools import gazetteer
from annotator.tools.text.script import simplified

SECTIONS = """某市营商环境工作机制

一、建立领导机制
1.成立工作领导小组，统一部署各项工作。
2.每季度召开一次推进会，研究存在的问题。
责任科室：法规科牵头，各科室配合

二、建立学习机制
学习机制列入年度计划，每年至少开展一次专题学习。
组织全体干部参加培训，提高服务意识和水平。
责任科室：办公室
"""
ITEMS = """
三、深化审批改革
一是建设服务窗口，明确各环节的办理时限。
责任科室：审批科
二是优化审查机制，定期清理有关文件。
责任科室：法规科
"""


def units(text):
    """The units of each clause by its first words."""
    segments = segmented(text.encode(), "机制.txt").segments
    return {one.text[:4]: [m.surface for m in one.mentions] for one in segments if one.kind == "clause"}


def test_a_unit_line_that_closes_a_section_charges_its_units_with_every_clause_of_it():
    found = units(SECTIONS)
    assert found["成立工作"] == found["每季度召"] == ["法规科", "各科室"]
    assert found["学习机制"] == found["组织全体"] == ["办公室"]


def test_a_unit_line_below_each_clause_belongs_to_that_clause_alone():
    found = units(SECTIONS + ITEMS)
    assert found["一是建设"] == ["审批科"]
    assert found["二是优化"] == ["法规科"]
    assert found["成立工作"] == ["法规科", "各科室"]


def test_one_section_with_a_unit_line_at_its_end_is_no_habit():
    found = units(SECTIONS.partition("\n二、")[0])
    assert found["成立工作"] == []
    assert found["每季度召"] == ["法规科", "各科室"]


def test_such_a_unit_keeps_the_place_where_it_is_written():
    cut = segmented(SECTIONS.encode(), "机制.txt")
    first, last = [one for one in cut.segments if one.kind == "clause"][:2]
    for here, there in zip(first.mentions, last.mentions, strict=True):
        assert (here.start, here.end, here.role) == (there.start, there.end, there.role)
        assert cut.source.text[here.start : here.end] == here.surface
        assert not first.start <= here.start < first.end


def test_a_clause_that_is_asked_for_alone_has_the_units_of_the_line_below_it():
    cut = segmented(SECTIONS.encode(), "机制.txt")
    bare = [replace(one, mentions=()) for one in cut.segments]
    at = next(n for n, one in enumerate(bare) if one.kind == "clause")
    found = gazetteer.named(bare, cut.source.text, simplified, gazetteer.load(), (), only=range(at, at + 1))
    assert [one.surface for one in found[at].mentions] == ["法规科", "各科室"]
    assert not found[at + 1].mentions
