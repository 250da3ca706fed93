"""Sentences as units: a project may label each by itself."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.tools.text import CUTTER, cut, cutter_name

SAMPLES = sorted((Path(__file__).parents[2] / "annotator" / "samples").glob("*.txt"))
PLAN = """某市工作方案
一、主要任务
1.建设平台。到2027年建成3个平台；推动数据汇聚。（责任单位：市科委、市教委）
2.“边建边用。分步实施。”由市科委牵头。
"""


def clauses(text: str) -> list[tuple[str, str, str]]:
    return [(one.marker, one.text, one.tail) for one in cut(text, "sentence") if one.kind == "clause"]


def test_each_sentence_is_a_unit_with_the_number_at_the_first_and_the_units_at_the_last() -> None:
    assert clauses(PLAN) == [
        ("1.", "建设平台。", ""),
        ("", "到2027年建成3个平台；", ""),
        ("", "推动数据汇聚。", "（责任单位：市科委、市教委）"),
        ("2.", "“边建边用。分步实施。”", ""),
        ("", "由市科委牵头。", ""),
    ]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
def test_sentences_partition_what_their_clauses_did(sample: Path) -> None:
    source = sample.read_text(encoding="utf-8")
    whole, parts = cut(source), cut(source, "sentence")
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == len(source)
    assert {one.start for one in whole} <= {part.start for part in parts}
    assert len(parts) > len(whole)
    for one in whole:
        inside = [part for part in parts if one.start <= part.start < one.end]
        assert {part.path for part in inside} == {one.path}
        spelled = "".join(part.marker + part.text + part.tail for part in inside)
        assert "".join(spelled.split()) == "".join((one.marker + one.text + one.tail).split())


@given(st.text("一二。；（）\n1. 建市科委负责责任单位：", max_size=60))
def test_any_text_is_parted_without_a_gap(source: str) -> None:
    parts = cut(source, "sentence")
    assert "".join(source[part.start : part.end] for part in parts) == source


def test_the_cutter_says_which_units_it_makes() -> None:
    assert cutter_name() == CUTTER
    assert cutter_name("sentence") not in ("", CUTTER)
