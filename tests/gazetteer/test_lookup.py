"""What a person types, and what the picker offers, among 2,000 organisations and more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.organisation import Organisation, spoken
from annotator.tools import gazetteer
from annotator.tools.lookup import Lookup
from tests.gazetteer.cities import country

ALL = gazetteer.load().organisations
COUNTRY = country()
LOOKUP, LARGE = Lookup(ALL), Lookup(COUNTRY)
KNOWN = gazetteer.Gazetteer(COUNTRY)
SHANGHAI, CHONGQING, HANGZHOU = ("上海市",), ("重庆市",), ("杭州市", "浙江省")


HERE = {"上海市": 0, "": 1}


def ids(query, first=(), near=(), **options):
    return [row.org_id for row in LOOKUP.search(query, LOOKUP.order(first, dict(near)), **options)]


def names(query, places=SHANGHAI, first=(), **options):
    order = LARGE.order(first, KNOWN.near(places))
    return [row.name for row in LARGE.search(query, order, **options)]


def test_there_are_two_thousand_names():
    assert len(COUNTRY) > 2000


@pytest.mark.parametrize(
    "query",
    [
        *("市规划资源局", "规划资源", "规资局", "自然资源局"),
        *("sghzyj", "ghzyj", "GHZYJ", "ｇｈｚｙｊ", "ghzy", "zyj", "zy", "shghhzrzyj"),
        *("shiguihuaziyuanju", "guihuaziyuan", "gui hua", "gui'hua", "ziyuanju"),
        *("guihuazyj", "ghziyuanju", "ghzyju", "规划zyj", "gui划资源", "市ghzyj", "规hzy"),
    ],
)
def test_one_organisation_is_found_by_any_way_of_writing_it(query):
    assert "org-sh-ghzyj" in ids(query)


@pytest.mark.parametrize(
    ("query", "places", "best"),
    [
        ("市数据局", SHANGHAI, "上海市数据局"),
        ("数据局", SHANGHAI, "上海市数据局"),
        ("市数据", SHANGHAI, "上海市数据局"),
        ("shujuju", SHANGHAI, "上海市数据局"),
        ("市数据局", CHONGQING, "重庆市大数据应用发展管理局"),
        ("市数据局", HANGZHOU, "杭州市数据局"),
        ("sjj", HANGZHOU, "杭州市数据局"),
        ("杭州市数据局", SHANGHAI, "杭州市数据局"),
        ("hzssjj", SHANGHAI, "杭州市数据局"),
        ("区数据局", ("黄浦区", "上海市"), "上海市黄浦区数据局"),
        ("数据局", ("黄浦区", "上海市"), "上海市黄浦区数据局"),
        ("gjsjj", SHANGHAI, "国家数据局"),
        ("发改委", CHONGQING, "重庆市发展和改革委员会"),
        ("国家发改委", SHANGHAI, "中华人民共和国国家发展和改革委员会"),
        ("市环保局", SHANGHAI, "上海市生态环境局"),
        ("银保监会", SHANGHAI, "国家金融监督管理总局"),
        ("国土资源部", SHANGHAI, "中华人民共和国自然资源部"),
        ("市旅游局", SHANGHAI, "上海市文化和旅游局"),
        ("市招商投资局", CHONGQING, "重庆市投资促进局"),
        ("各区政府", SHANGHAI, "上海市各区人民政府"),
        ("tjdx", SHANGHAI, "同济大学"),
        ("minhangqu", SHANGHAI, "上海市闵行区人民政府"),
    ],
)
def test_the_documents_own_organisation_is_the_first(query, places, best):
    assert names(query, places)[0] == best


def test_the_same_bureau_of_other_cities_comes_after_the_documents_own():
    found = names("市数据局", limit=200)
    assert found[0] == "上海市数据局"
    assert {"重庆市大数据应用发展管理局", "杭州市数据局", "广州市数据局"} <= set(found[1:])


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("市教委", {"org-sh-jw", "org-cq-jw"}),
        ("ssjj", {"org-sh-sjj", "org-sh-sjj2", "org-cq-sjj", "org-cq-dsjfzj"}),
        ("市数据局", {"org-sh-sjj", "org-cq-dsjfzj"}),
        ("sswj", {"org-sh-swj", "org-sh-swj2", "org-cq-swj"}),
        ("gjsjj", {"org-gj-sjj"}),
        ("shijiaowei", {"org-sh-jw", "org-cq-jw"}),
        ("lvhua", {"org-sh-lhsrj"}),
        ("lühua", {"org-sh-lhsrj"}),
        ("zhanlve", {"org-sh-zlxxxcyldxzbgs", "org-sh-rgznzlzxzjwyh"}),
        ("minhang", {"org-sh-mhq-zf"}),
    ],
)
def test_all_of_a_collision_come_first_and_none_is_picked(query, best):
    assert set(ids(query)[: len(best)]) == best


def test_hits_are_ranked_from_exact_to_scattered():
    rows = [
        gazetteer.row(f"org-{name}", name, (), "")
        for name in ["财经政策局", "数字财政局", "财政局办公室", "财政局"]
    ]
    lookup = Lookup(rows)
    best_first = ["财政局", "财政局办公室", "数字财政局"]
    for query in ("财政局", "caizhengju", "czj"):
        assert [row.name for row in lookup.search(query)] == best_first
    assert [row.name for row in lookup.search("财策局")] == ["财经政策局"]
    assert [row.name for row in lookup.search("ccj")] == ["财经政策局"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("发改委", "甲市发展和改革委员会"),
        ("经信委", "甲市经济和信息化委员会"),
        ("jxw", "甲市经济和信息化委员会"),
        ("人社局", "甲市人力资源和社会保障局"),
        ("rsbj", "甲市人力资源和社会保障局"),
    ],
)
def test_an_abbreviation_that_no_table_has_is_found_in_the_full_name(query, found):
    rows = [
        gazetteer.row("org-1", "甲市发展和改革委员会", (), "甲市"),
        gazetteer.row("org-2", "甲市经济和信息化委员会", (), "甲市"),
        gazetteer.row("org-3", "甲市人力资源和社会保障局", (), "甲市"),
    ]
    assert [row.name for row in Lookup(rows).search(query)] == [found]


def test_units_of_the_clause_come_first_then_the_documents_then_lately_taken_ones():
    first = [["org-gj-czb"], ["org-cq-czj", "org-sh-hpq-czj"], ["org-sh-czj"]]
    found = [row.org_id for row in LARGE.search("财政", LARGE.order(first, KNOWN.near(SHANGHAI)))]
    # Within the document, a name that begins with what is typed comes before one that has it inside.
    assert found[:4] == ["org-gj-czb", "org-cq-czj", "org-sh-hpq-czj", "org-sh-czj"]
    assert "org-gj-czb" not in ids("教育", first=first)


def test_without_a_query_the_first_stand_first_in_their_order():
    first = [["org-sh-jw", "org-sh-kw"], ["org-gj-czb", "org-sh-jw"]]
    assert ids("", first=first, limit=4)[:3] == ["org-sh-jw", "org-sh-kw", "org-gj-czb"]
    assert len(ids("", limit=3)) == 3


def test_nothing_matches_nonsense_and_signs():
    assert ids("xqzvk") == []
    assert ids("市(教委") == []
    assert ids("|^~") == []
    assert ids("市(x.*") == []


def test_an_organisation_without_pinyin_is_found_by_its_hanzi():
    bare = Organisation("org-x", "杭州市数据资源管理局", ("市数据资源局",), "杭州市", "委办局", "", "")
    assert Lookup([bare]).search("数据资源") == [bare]
    assert Lookup([bare]).search("sjzy") == []


def test_more_rows_are_found_like_those_before_them():
    more = gazetteer.row("org-z", "量子城市数据公司", (), "上海市")
    both = Lookup([more], LOOKUP)
    for query in ("量子城市", "lzcs", "liangzi", "liangzcs", "量zcs", "市sjgs", "量市公司", ""):
        assert more in both.search(query, limit=1000)
    assert both.search("sghzyj")[0].org_id == "org-sh-ghzyj"
    assert more not in LOOKUP.search("", limit=1000)


@pytest.mark.parametrize(
    ("name", "close"),
    [
        ("市大数据发展管理局", "上海市大数据中心"),
        ("市教育局", "上海市教育委员会"),
        ("市科技局", "上海市科学技术委员会"),
        ("市数据管理局", "上海市数据局"),
        ("市经济信息委", "上海市经济和信息化委员会"),
    ],
)
def test_a_new_name_is_shown_what_is_much_like_it(name, close):
    assert close in [row.name for row in LARGE.close(name, "上海市", HERE)]


def test_a_name_like_no_other_is_close_to_none():
    for name in ("量子城市公司", "局", "市局", "", "市数学局"):
        assert LARGE.close(name, "上海市", HERE) == []


@given(st.text("市数据局sjgw教委1 （?*['", max_size=12))
def test_whatever_is_typed_finds_rows_or_none_each_once(query):
    found = [row.org_id for row in LARGE.search(query, limit=3000)]
    assert len(set(found)) == len(found)


@given(st.sampled_from(ALL), st.integers(0, 20), st.integers(1, 20))
def test_a_row_is_found_by_any_piece_of_its_name_its_initials_and_its_pinyin(row, start, length):
    queries = [row.name, row.initials.split(";")[0], "".join(row.pinyin.split(";")[0].split())]
    piece = row.name[start % len(row.name) :][:length]
    if spoken(piece):
        queries.append(piece)
    for query in queries:
        assert row in LOOKUP.search(query, limit=1000)
