"""The same words name different bodies in different documents."""

import pytest

from annotator.model.organisation import Organisation
from annotator.tools import gazetteer
from annotator.tools.gazetteer.table import shipped

SHANGHAI, CHONGQING, HUANGPU = ("上海市",), ("重庆市",), ("黄浦区", "上海市")
NATION, NOWHERE = ("国家",), ()


@pytest.fixture(scope="module")
def known():
    return gazetteer.load()


def name(organisation):
    return organisation.name if organisation else None


@pytest.mark.parametrize(
    ("surface", "in_shanghai", "in_chongqing"),
    [
        ("市发展改革委", "上海市发展和改革委员会", "重庆市发展和改革委员会"),
        ("市发改委", "上海市发展和改革委员会", "重庆市发展和改革委员会"),
        ("发改委", "上海市发展和改革委员会", "重庆市发展和改革委员会"),
        ("市教委", "上海市教育委员会", "重庆市教育委员会"),
        ("市财政局", "上海市财政局", "重庆市财政局"),
        ("市公安局", "上海市公安局", "重庆市公安局"),
        ("市市场监管局", "上海市市场监督管理局", "重庆市市场监督管理局"),
        ("市政府", "上海市人民政府", "重庆市人民政府"),
        ("市委", "中国共产党上海市委员会", "中国共产党重庆市委员会"),
        ("市委组织部", "中共上海市委组织部", "中共重庆市委组织部"),
        ("团市委", "共青团上海市委员会", "共青团重庆市委员会"),
        ("市数据局", "上海市数据局", "重庆市大数据应用发展管理局"),
        ("市城管局", "上海市城市管理行政执法局", "重庆市城市管理局"),
        ("市经信委", "上海市经济和信息化委员会", "重庆市经济和信息化委员会"),
        ("市经济信息化委", "上海市经济和信息化委员会", "重庆市经济和信息化委员会"),
        ("市经济信息委", None, "重庆市经济和信息化委员会"),
        ("市规划资源局", "上海市规划和自然资源局", None),
        ("市规划自然资源局", "上海市规划和自然资源局", "重庆市规划和自然资源局"),
        ("市规划和自然资源局", "上海市规划和自然资源局", "重庆市规划和自然资源局"),
        ("市科委", "上海市科学技术委员会", None),
        ("市科技局", None, "重庆市科学技术局"),
        ("市住房和城乡建设管理委", "上海市住房和城乡建设管理委员会", None),
        ("市水务局", "上海市水务局（上海市海洋局）", None),
        ("市水利局", None, "重庆市水利局"),
        ("杨浦区政府", "上海市杨浦区人民政府", None),
        ("江北区政府", None, "重庆市江北区人民政府"),
        ("石柱县政府", None, "重庆市石柱土家族自治县人民政府"),
        ("临港新片区管委会", "中国（上海）自由贸易试验区临港新片区管理委员会", None),
        ("两江新区管委会", None, "重庆两江新区管理委员会"),
        ("各区政府", "上海市各区人民政府", None),
        ("各区县（自治县）人民政府", None, "重庆市各区县（自治县）人民政府"),
        ("上海市数据局", "上海市数据局", "上海市数据局"),
        ("上海市规划资源局", "上海市规划和自然资源局", "上海市规划和自然资源局"),
        ("上海市杨浦区人民政府", "上海市杨浦区人民政府", "上海市杨浦区人民政府"),
        ("国家数据局", "国家数据局", "国家数据局"),
        ("财政部", "中华人民共和国财政部", "中华人民共和国财政部"),
        ("工业和信息化部", "中华人民共和国工业和信息化部", "中华人民共和国工业和信息化部"),
        ("市场监管总局", "国家市场监督管理总局", "国家市场监督管理总局"),
        ("同济大学", "同济大学", "同济大学"),
        ("有关部门", "有关部门", "有关部门"),
        ("区数据局", None, None),
        ("杨浦区", None, None),
        ("临港新片区", None, None),
        ("政府", None, None),
        ("市人工智能大会", None, None),
    ],
)
def test_the_issuer_decides_what_a_form_means(known, surface, in_shanghai, in_chongqing):
    assert name(known.resolve(surface, SHANGHAI)) == in_shanghai
    assert name(known.resolve(surface, CHONGQING)) == in_chongqing


@pytest.mark.parametrize(
    ("surface", "places", "expected"),
    [
        ("区数据局", HUANGPU, "上海市黄浦区数据局"),
        ("数据局", HUANGPU, "上海市黄浦区数据局"),
        ("市数据局", HUANGPU, "上海市数据局"),
        ("国家数据局", HUANGPU, "国家数据局"),
        ("区政府", HUANGPU, "上海市黄浦区人民政府"),
        ("杨浦区政府", HUANGPU, "上海市杨浦区人民政府"),
        ("黄浦区发改委", SHANGHAI, "上海市黄浦区发展和改革委员会"),
        ("网信办", HUANGPU, None),
        ("网信办", NATION, "中央网络安全和信息化委员会办公室（国家互联网信息办公室）"),
        ("发展改革委", NATION, "中华人民共和国国家发展和改革委员会"),
        ("药监局", NATION, "国家药品监督管理局"),
        ("药监局", SHANGHAI, "上海市药品监督管理局"),
        ("市财政局", NATION, None),
        ("市财政局", NOWHERE, None),
        ("发改委", NOWHERE, None),
        ("江北区政府", ("江北区", "宁波市", "浙江省"), None),
        ("市财政局", ("杭州市", "浙江省"), None),
        ("国家发展和改革委员会", NOWHERE, "中华人民共和国国家发展和改革委员会"),
        ("市国动办（市民防办）", SHANGHAI, "上海市国防动员办公室（上海市人民防空办公室）"),
        (" 市 财政局", SHANGHAI, "上海市财政局"),
    ],
)
def test_bare_forms_stay_at_the_documents_own_level(known, surface, places, expected):
    assert name(known.resolve(surface, places)) == expected


def test_every_form_of_every_organisation_finds_it_at_home(known):
    above = {row.forms[0]: row.jurisdiction for row in shipped() if row.kind == "地名" and row.forms}
    for row in known.organisations:
        home = (row.jurisdiction, above.get(row.jurisdiction, ""))
        for form in (row.name, *row.forms):
            assert known.resolve(form, tuple(place for place in home if place)) == row, form


def test_a_place_in_a_list_stands_for_its_government(known):
    assert name(known.seat("杨浦区", SHANGHAI)) == "上海市杨浦区人民政府"
    assert name(known.seat("两江新区", CHONGQING)) == "重庆两江新区管理委员会"
    assert known.seat("虚构区", SHANGHAI) is None


def test_places_are_no_organisations(known):
    assert "地名" not in {row.kind for row in known.organisations}
    assert known.organisation("org-sh-ghzyj") == known.resolve("市规划资源局", SHANGHAI)


def test_additions_of_a_project_resolve_like_shipped_rows():
    added = Organisation("org-x", "杭州市数据资源管理局", ("市数据局",), "杭州市", "委办局", "", "")
    known = gazetteer.load([added])
    assert known.resolve("市数据局", ("杭州市", "浙江省")) == added
    assert name(known.resolve("市数据局", SHANGHAI)) == "上海市数据局"
    assert gazetteer.load().resolve("市数据局", ("杭州市", "浙江省")) is None


def test_an_addition_with_a_shipped_id_takes_its_place():
    renamed = Organisation("org-cq-dsjfzj", "重庆市数据局", ("市数据局",), "重庆市", "委办局", "", "")
    assert gazetteer.load([renamed]).resolve("市数据局", CHONGQING) == renamed


def test_the_table_is_read_once():
    assert gazetteer.load() is gazetteer.load()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("上海市黄浦区人民政府发布关于《规划（征求意见稿）》征求公众意见的公告", HUANGPU),
        ("黄浦区数据局关于印发行动计划的通知", HUANGPU),
        ("重庆市城市治理委员会办公室关于印发行动计划的通知", CHONGQING),
        ("上海市城市管理行政执法局关于印发办法的通知", SHANGHAI),
        ("中共上海市委办公厅印发通知", SHANGHAI),
        ("上海市社区服务管理局通知", SHANGHAI),
        ("上海城市空间治理领域实施方案", SHANGHAI),
        ("石柱土家族自治县人民政府", ("石柱县", "重庆市")),
        ("浙江省杭州市西湖区人民政府", ("西湖区", "杭州市", "浙江省")),
        ("浙江省宁波市江北区人民政府", ("江北区", "宁波市", "浙江省")),
        ("杭州市人民政府办公厅关于印发行动方案的通知", ("杭州市",)),
        ("杭州市未来产业发展行动方案", ("杭州市",)),
        ("四川省发展和改革委员会", ("四川省",)),
        ("内蒙古自治区人民政府", ("内蒙古自治区",)),
        ("北京市西城区人民政府", ("西城区", "北京市")),
        # cities, counties, prefectures and zones of which no table knows
        ("呼和浩特市人民政府", ("呼和浩特市",)),
        ("和田市人民政府", ("和田市",)),
        ("吉林市人民政府", ("吉林市",)),
        ("吉林省吉林市人民政府", ("吉林市", "吉林省")),
        ("正定县人民政府关于印发方案的通知", ("正定县",)),
        ("金坪县农村供水工作方案", ("金坪县",)),
        ("广西壮族自治区金坪县农村供水工作方案", ("金坪县", "广西壮族自治区")),
        ("西湖区人民政府关于印发方案的通知", ("西湖区",)),
        ("恩施州人民政府办公室", ("恩施州",)),
        ("阿坝藏族羌族自治州人民政府", ("阿坝藏族羌族自治州",)),
        ("海南藏族自治州人民政府", ("海南藏族自治州",)),
        ("锡林郭勒盟行政公署", ("锡林郭勒盟",)),
        ("西咸新区管委会", ("西咸新区",)),
        # an approval in passing is no issuer
        ("《办法》已经市政府同意，现予印发。\n杭州市人民政府办公室", ("杭州市",)),
        ("金坪县供水方案\n《方案》已经县人民政府同意", ("金坪县",)),
        ("各县（市、区）人民政府：\n经市政府研究同意，现予印发。\n福州市人民政府办公厅", ("福州市",)),
        # local offices of national bodies stand in their place
        ("国家税务总局江苏省税务局公告", ("江苏省",)),
        ("国家税务总局上海市税务局关于纳税的公告", ("上海市",)),
        ("财政部 税务总局关于税收的公告", ("国家",)),
        ("示范县创建方案", ()),
        ("市人民政府关于印发方案的通知", ()),
        ("我市优化营商环境方案", ()),
        ("国务院办公厅关于支持上海市浦东新区改革的意见", NATION),
        ("国家数据局等部门关于促进数据流通的通知", NATION),
        ("工业和信息化部 财政部关于开展试点的通知", NATION),
        ("关于在浦东新区开展试点的方案\n上海市人民政府\n2025年", SHANGHAI),
        ("超大城市现代化治理行动计划", ()),
        ("各区人民政府，市政府各委、办、局：", ()),
        ("", ()),
    ],
)
def test_the_front_of_a_document_says_whose_it_is(known, text, places):
    assert known.places(text) == places
