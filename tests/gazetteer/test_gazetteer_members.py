"""Whom a collective stands for, where the table knows it."""

import pytest

from annotator.tools import gazetteer
from annotator.tools.gazetteer.members import members

KNOWN = gazetteer.load()
SHANGHAI, HUANGPU, CHONGQING, HANGZHOU = ("上海市",), ("黄浦区", "上海市"), ("重庆市",), ("杭州市",)


@pytest.mark.parametrize(
    ("name", "places", "count"),
    [
        ("各区政府", SHANGHAI, 16),
        ("各区", SHANGHAI, 16),
        ("各区人民政府", HUANGPU, 16),
        ("上海市各区人民政府", SHANGHAI, 16),
        ("各区政府（管委会）", SHANGHAI, 16),
        ("各区县政府", CHONGQING, 38),
        ("各区县（自治县）人民政府", CHONGQING, 38),
        ("各区政府", CHONGQING, 26),
        ("各县政府", CHONGQING, 12),
        ("各区政府", HANGZHOU, 0),
        ("各区政府", (), 0),
        ("各有关部门", SHANGHAI, 0),
        ("市区相关部门", SHANGHAI, 0),
        ("各委办局", SHANGHAI, 0),
        ("市教委", SHANGHAI, 0),
        ("各区域", SHANGHAI, 0),
    ],
)
def test_the_governments_of_the_districts_are_known_and_others_are_not(name, places, count):
    found = members([name], KNOWN, places)
    assert len(found) == count
    assert {one.kind for one in found} <= {"政府"}


def test_members_are_asked_by_all_the_names_of_a_collective():
    assert len(members(["", "某某", "各区政府"], KNOWN, SHANGHAI)) == 16
