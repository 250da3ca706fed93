"""The units of a table's row have the role that stands at the head of their column."""

import pytest

from annotator.flows.importing import segmented

TITLE = "某市2025年任务分工表\n"


def units(text):
    """The units of each clause with their roles."""
    cut = segmented((TITLE + text).encode(), "表.txt")
    return [[(m.surface, m.role) for m in s.mentions] for s in cut.segments if s.kind == "clause"]


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        (
            "序号\t工作任务\t牵头单位\t配合单位\t完成时限",
            ["1\t建设平台，完善制度。\t市数据局\t市财政局、市科委\t2025年底"],
            [[("市数据局", "lead"), ("市财政局", "participant"), ("市科委", "participant")]],
        ),
        (
            "序号\t工作任务\t责任单位\t完成时限",
            ["1\t建设平台，完善制度。\t市数据局\t6月", "2\t推进应用，形成体系。\t市教委\t9月"],
            [[("市数据局", "responsible")], [("市教委", "responsible")]],
        ),
        # an empty cell shifts nothing
        (
            "序号\t工作任务\t牵头单位\t配合单位\t完成时限",
            ["1\t建设平台，完善制度。\t\t市财政局\t2025年底", "2\t推进应用，形成体系。\t市教委\t\t9月"],
            [[("市财政局", "participant")], [("市教委", "lead")]],
        ),
        # what the cell says counts for more than its column
        (
            "序号\t工作任务\t责任单位\t完成时限",
            ["1\t建设平台，完善制度。\t市数据局牵头，市财政局配合\t6月"],
            [[("市数据局", "lead"), ("市财政局", "participant")]],
        ),
        # a column that names no role gives none
        (
            "序号\t工作任务\t单位名称\t完成时限",
            ["1\t建设平台，完善制度。\t市数据局\t6月"],
            [[("市数据局", "unspecified")]],
        ),
        (
            "序號\t工作任務\t牽頭單位\t配合單位\t完成時限",
            ["1\t建設平臺，完善制度，推動應用。\t市數據局\t市財政局\t6月"],
            [[("市數據局", "lead"), ("市財政局", "participant")]],
        ),
    ],
)
def test_a_column_gives_the_role(head, rows, expected):
    assert units("\n".join([head, *rows]) + "\n") == expected


def test_a_table_says_nothing_of_the_text_below_it():
    head = "序号\t工作任务\t牵头单位\t完成时限\n1\t建设平台，完善制度。\t市数据局\t6月\n"
    assert units(head + "市教委应当加强督促检查，确保各项任务落到实处。\n")[-1] == [("市教委", "unspecified")]
