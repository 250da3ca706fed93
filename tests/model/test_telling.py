"""Events in words, for the log, the history of a clause and what undo says."""

import pytest

from annotator.model import telling
from annotator.model.codebook import Codebook
from annotator.model.split import Scheme
from tests.making import event

UNIT = {"name": "上海市数据局", "surface": "市数据局", "role": "lead"}


@pytest.mark.parametrize(
    ("parts", "about", "value"),
    [
        ({"field": "category", "value": ["data", "infra"]}, "主题类别", "数据要素、算力网络感知"),
        ({"field": "category", "value": []}, "主题类别", "文中未写明"),
        ({"field": "category", "value": None}, "主题类别", "（收回）"),
        ({"field": "category", "value": ["a code of an older book"]}, "主题类别", "a code of an older book"),
        ({"field": "gone", "value": ["x"]}, "gone", "x"),
        ({"field": "responsible_unit", "value": [UNIT]}, "责任单位", "上海市数据局"),
        ({"kind": "submit", "field": "", "value": "skipped"}, "状态", "已跳过"),
        ({"kind": "flag", "field": "", "value": True}, "存疑", "是"),
        ({"kind": "note", "field": "", "value": "一\n二"}, "备注", "一 二"),
        ({"kind": "note", "field": "category", "value": "首句"}, "主题类别 · 备注", "首句"),
        ({"kind": "import", "field": "", "value": {"file": "甲.txt"}}, "导入", "甲.txt"),
        ({"kind": "assignment", "field": "王芳", "value": [["cl-1", 1], ["cl-1", 2]]}, "王芳 · 分派", "2 条"),
        ({"kind": "check", "field": "", "value": ["cl-1"]}, "质检题", "1 条"),
        ({"kind": "split", "field": "", "value": "test"}, "数据划分", "测试集"),
        ({"kind": "split", "field": "", "value": 0}, "数据划分", "第 0 折"),
        ({"kind": "split", "field": "", "value": None}, "数据划分", "（收回）"),
        (
            {"kind": "split", "field": "scheme", "value": Scheme(80, 0, 20, by="issuer")._asdict()},
            "数据划分",
            "按发文机关划分，80/0/20，种子 0",
        ),
        ({"kind": "newer", "field": "", "value": 1}, "newer", "1"),
    ],
)
def test_an_event_is_told_in_the_words_of_the_codebook(
    parts: dict[str, object], about: str, value: str, codebook: Codebook
) -> None:
    told = event(**parts)
    assert (telling.about(told, codebook), telling.value(told, codebook)) == (about, value)
