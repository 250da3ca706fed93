"""Where a text stops and its responsible units begin."""

import pytest

from annotator.tools.text import units


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("建设平台。(责任单位:市科委)", "(责任单位:市科委)"),
        ("建设平台（责任单位：市科委、市数据局）。", "（责任单位：市科委、市数据局）。"),
        ("建设平台。（市科委、各区政府按职责分工负责）", "（市科委、各区政府按职责分工负责）"),
        ("建设平台。（市科委牵头，市数据局配合）", "（市科委牵头，市数据局配合）"),
        ("建设平台。〔牵头单位：市住房（城乡）委；配合单位：各区〕", "〔牵头单位：市住房（城乡）委；配合单位：各区〕"),
        ("建设平台。（责任单位：市科委）（完成时限：2025年底）", "（责任单位：市科委）（完成时限：2025年底）"),
        ("建设平台。责任单位：市科委、市数据局。", "责任单位：市科委、市数据局。"),
        ("建设平台（市科委负责）和网络。", ""),
        ("建设平台（以下简称“平台”）", ""),
        ("建设平台（完成时限：2025年底）", ""),
        ("推进建筑信息模型(BIM)", ""),
        ("由市科委负责。", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_trailing_statement_of_units_is_the_tail(text: str, tail: str) -> None:
    assert text[units.tail(text) :] == tail


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("责任单位：市科委、市数据局", True),
        ("牵头单位：市科委", True),
        ("（市科委、各区政府负责）", True),
        ("完成时限：2025年底", True),
        ("时间：2025年5月", False),
        ("各责任单位要加强协调。", False),
        ("", False),
    ],
)
def test_a_line_of_its_own_may_be_units(line: str, expected: bool) -> None:
    assert units.is_unit_line(line) is expected
