"""Small documents of every build, read from first line to last.

Each file holds a document, a rule, and what it should become, a segment a line:

    T title, F front matter, H heading, C clause, A attachment, B boilerplate
    the marker, or -
    the text, its title sentence closed by ‖, line breaks as ⏎, tabs as ⇥
    ▸ the tail
    ◂ the path
"""

from pathlib import Path

import pytest

from annotator.model.cutting import Segment
from annotator.tools.text import cut
from tests.text.test_laws import assert_lawful

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
RULE = "\n" + "═" * 40 + "\n"
LETTERS = {
    "title": "T",
    "front_matter": "F",
    "heading": "H",
    "clause": "C",
    "attachment": "A",
    "boilerplate": "B",
}


def shown(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", "⇥")


def line(segment: Segment) -> str:
    lead, rest = segment.text[: segment.lead], segment.text[segment.lead :]
    text = f"{LETTERS[segment.kind]} {segment.marker or '-'} {lead}{'‖' if lead else ''}{rest}".rstrip()
    tail = f" ▸ {segment.tail}" if segment.tail else ""
    path = f" ◂ {' > '.join(segment.path)}" if segment.path else ""
    return shown(text + tail + path)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_cut_as_a_careful_editor_would(path: Path) -> None:
    source, expected = path.read_text(encoding="utf-8").split(RULE)
    segments = cut(source)
    assert "\n".join(map(line, segments)) + "\n" == expected
    assert_lawful(source, segments)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_line_ends_of_another_system_change_nothing(path: Path) -> None:
    source, expected = path.read_text(encoding="utf-8").split(RULE)
    segments = cut(source.replace("\n", "\r\n"))
    assert "\n".join(map(line, segments)) + "\n" == expected


@pytest.mark.parametrize(
    ("source", "doubtful"),
    [
        ("一、总体要求\n坚持原则，推进改革。", False),
        ("一、总体要求。\n坚持原则，推进改革。", True),
        ("某区行动计划\n总体要求\n坚持原则，推进改革。\n主要任务\n推进建设，完善服务。", True),
        ("1.加强宣传\n2.加强培训\n3.加强考核\n各单位要抓好落实。", True),
    ],
)
def test_a_cut_on_weak_evidence_says_so(source: str, doubtful: bool) -> None:
    assert any(segment.doubt > 0 for segment in cut(source) if segment.kind != "title") is doubtful


def test_a_table_below_the_name_of_an_annex_is_read_though_its_cells_hold_no_sentence() -> None:
    source = (
        "城市绿道管理实施方案\n为规范管理，制定本方案。\n一、总体要求\n坚持节约优先，完善管理制度。\n"
        "附件：重点任务分工表\n序号\t任务\t责任单位\t完成时限\n1\t修补绿道路面\t市绿化局\t2026年6月底前\n"
        "2\t设置绿道标识\t市绿化局、市交通局\t2026年底前\n3\t检查绿道照明\t市城管局\t持续推进\n"
    )
    rows = [one for one in cut(source) if one.kind == "clause" and "\t" in one.text]
    assert [one.marker for one in rows] == ["1", "2", "3"]
    assert [one.tail for one in rows] == ["市绿化局", "市绿化局、市交通局", "市城管局"]
