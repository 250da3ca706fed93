"""A name that no table has: which organisation it is, and how it is found from then on."""

import pytest

from annotator.errors import AnnotatorError
from annotator.model.addition import Addition
from annotator.tools import gazetteer
from annotator.tools.gazetteer.additions import organisations
from annotator.tools.gazetteer.entering import entered

SHANGHAI, HUANGPU, CHONGQING = ("上海市",), ("黄浦区", "上海市"), ("重庆市",)
HANGZHOU, XIHU = ("杭州市", "浙江省"), ("西湖区", "杭州市", "浙江省")
KNOWN = gazetteer.load()


@pytest.mark.parametrize(
    ("typed", "places", "name", "place"),
    [
        ("市某某局", SHANGHAI, "上海市某某局", "上海市"),
        ("上海市某某局", CHONGQING, "上海市某某局", "上海市"),
        ("市某某局", HUANGPU, "上海市某某局", "上海市"),
        ("区某某局", HUANGPU, "上海市黄浦区某某局", "黄浦区"),
        ("黄浦区某某局", CHONGQING, "上海市黄浦区某某局", "黄浦区"),
        ("上海市黄浦区某某局", CHONGQING, "上海市黄浦区某某局", "黄浦区"),
        ("市数据资源局", HANGZHOU, "杭州市数据资源局", "杭州市"),
        ("杭州市数据资源局", SHANGHAI, "杭州市数据资源局", "杭州市"),
        ("区数据局", XIHU, "杭州市西湖区数据局", "西湖区"),
        ("西湖区数据局", XIHU, "杭州市西湖区数据局", "西湖区"),
        ("杭州市西湖区数据局", SHANGHAI, "杭州市西湖区数据局", "西湖区"),
        ("省数据局", HANGZHOU, "浙江省数据局", "浙江省"),
        ("国家某某中心", SHANGHAI, "国家某某中心", "国家"),
        ("量子城市研究院", SHANGHAI, "量子城市研究院", "上海市"),
        ("市场监测中心", SHANGHAI, "市场监测中心", "上海市"),
        ("市民政服务中心", SHANGHAI, "上海市民政服务中心", "上海市"),
        ("市民服务中心", SHANGHAI, "市民服务中心", "上海市"),
        ("农贸市场管理处", SHANGHAI, "农贸市场管理处", "上海市"),
        ("超大城市研究中心", CHONGQING, "超大城市研究中心", "重庆市"),
        ("区块链研究院", HUANGPU, "区块链研究院", "黄浦区"),
        ("县某某局", SHANGHAI, "县某某局", "上海市"),
        ("某某局", (), "某某局", ""),
        ("市某某局", (), "市某某局", ""),
        (" 市 某某局\n", SHANGHAI, "上海市某某局", "上海市"),
    ],
)
def test_a_name_and_the_documents_place_say_which_organisation_is_meant(typed, places, name, place):
    found = entered(typed, places, KNOWN)
    assert (found.name, found.place) == (name, place)
    assert found.forms == (("".join(typed.split()),) if "".join(typed.split()) != name else ())
    assert found.org_id.startswith("org-x-")


def test_one_organisation_has_one_id_wherever_it_is_entered():
    same = [
        ("市某某局", SHANGHAI),
        ("上海市某某局", CHONGQING),
        ("上海市某某局", ()),
        ("上海市 某某局", HUANGPU),
    ]
    assert len({entered(*one, KNOWN).org_id for one in same}) == 1
    others = [("市某某局", CHONGQING), ("区某某局", HUANGPU), ("市某某处", SHANGHAI), ("市某某局", ())]
    assert len({entered(*one, KNOWN).org_id for one in (*same, *others)}) == 5


def test_the_id_of_a_name_and_place_never_changes():
    # Projects are merged by it: whoever changes this number breaks every project that was ever shared.
    assert entered("市某某局", SHANGHAI, KNOWN).org_id == "org-x-de1bb4867ce11aab"


@pytest.mark.parametrize("typed", ["", "局", "sjj", "a局", "市" * 61, "某\u202e某局", "某某\x1b局"])
def test_what_is_no_name_is_refused(typed):
    with pytest.raises(AnnotatorError) as caught:
        entered(typed, SHANGHAI, KNOWN)
    assert caught.value.key == "units.no_name"


def loaded(*additions):
    return gazetteer.extended(additions)


def test_an_added_organisation_resolves_and_is_read_like_a_shipped_one():
    added = entered("市某某局", HANGZHOU, KNOWN)
    known = loaded(added)
    (row,) = organisations([added])
    assert known.resolve("市某某局", HANGZHOU) == known.resolve("杭州市某某局", SHANGHAI) == row
    assert known.resolve("市某某局", SHANGHAI) is None
    assert (row.pinyin, row.initials) == ("hang zhou shi mou mou ju;shi mou mou ju", "hzsmmj;smmj")


def test_a_district_is_added_with_the_short_form_that_was_typed():
    known = loaded(entered("区某某局", XIHU, KNOWN))
    assert known.resolve("区某某局", XIHU) == known.resolve("杭州市西湖区某某局", SHANGHAI) is not None


def test_a_merged_one_is_a_form_of_the_other():
    merged = entered("市数据管理局", SHANGHAI, KNOWN)._replace(
        state="merged", into="org-sh-sjj", into_name="x"
    )
    known = loaded(merged)
    assert known.organisation(merged.org_id) is None
    for name in ("市数据管理局", "上海市数据管理局", "市数据局"):
        assert known.resolve(name, SHANGHAI).org_id == "org-sh-sjj"
    assert known.organisation("org-sh-sjj").initials.endswith(";shssjglj;ssjglj")


def test_mergers_are_followed_to_their_end_and_dropped_ones_are_not_there():
    first, second = entered("市甲甲局", SHANGHAI, KNOWN), entered("市乙乙局", SHANGHAI, KNOWN)
    dropped = Addition("org-x-0", "上海市丙丙局", "上海市", state="dropped")
    known = loaded(
        first._replace(state="merged", into=second.org_id, into_name=second.name),
        second._replace(state="merged", into="org-sh-sjj", into_name="上海市数据局"),
        dropped,
    )
    assert known.resolve("市甲甲局", SHANGHAI).org_id == "org-sh-sjj"
    assert known.resolve("市乙乙局", SHANGHAI).org_id == "org-sh-sjj"
    assert known.resolve("上海市丙丙局", SHANGHAI) is None


@pytest.mark.parametrize(
    ("places", "near"),
    [
        (SHANGHAI, {"上海市": 0, "国家": 1, "": 1, "黄浦区": 2}),
        (HUANGPU, {"黄浦区": 0, "上海市": 1, "国家": 2, "杨浦区": 3}),
        (("国家",), {"国家": 0, "": 1}),
        (HANGZHOU, {"杭州市": 0, "国家": 2}),
        ((), {"上海市": 0, "重庆市": 0, "国家": 0}),
    ],
)
def test_near_a_document_is_its_own_place_then_those_above_then_those_inside(places, near):
    found = KNOWN.near(places)
    assert {place: found.get(place) for place in near} == near
    if places and "重庆市" not in places:
        assert "重庆市" not in found
