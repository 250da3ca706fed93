"""What a person types, and what the picker offers."""

import time
from dataclasses import replace

import pytest

from annotator.model.organisation import Organisation
from annotator.tools import gazetteer
from annotator.tools.lookup import Lookup

ALL = gazetteer.load().organisations
LOOKUP = Lookup(ALL)


def ids(query, **options):
    return [row.org_id for row in LOOKUP.search(query, **options)]


@pytest.mark.parametrize(
    "query",
    [
        "市规划资源局",
        "规划资源",
        "规资局",
        "自然资源局",
        "sghzyj",
        "ghzyj",
        "GHZYJ",
        "ｇｈｚｙｊ",
        "ghzy",
        "zyj",
        "zy",
        "shiguihuaziyuanju",
        "guihuaziyuan",
        "gui hua",
        "gui'hua",
        "ziyuanju",
        "guihuazyj",
        "ghziyuanju",
        "ghzyju",
    ],
)
def test_one_organisation_is_found_by_any_way_of_writing_it(query):
    assert "org-sh-ghzyj" in ids(query)


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


def test_hits_are_ranked_from_exact_to_inside():
    rows = [
        Organisation(f"org-{name}", name, (), "", "", pinyin, "".join(s[0] for s in pinyin.split()))
        for name, pinyin in [
            ("数字财政局", "shu zi cai zheng ju"),
            ("财政局办公室", "cai zheng ju ban gong shi"),
            ("财政局", "cai zheng ju"),
        ]
    ]
    best_first = ["财政局", "财政局办公室", "数字财政局"]
    for query in ("财政局", "caizhengju", "czj"):
        assert [row.name for row in Lookup(rows).search(query)] == best_first


def test_units_of_the_document_come_before_better_hits():
    assert ids("财政局")[0] != "org-gj-czb"
    assert ids("财政", first=["org-gj-czb"])[0] == "org-gj-czb"
    assert "org-gj-czb" not in ids("教育", first=["org-gj-czb"])


def test_without_a_query_the_documents_units_stand_first_in_their_order():
    first = ["org-sh-jw", "org-sh-kw"]
    assert ids("", first=first, limit=3)[:2] == first
    assert len(ids("", limit=3)) == 3


def test_nothing_matches_nonsense_and_signs():
    assert ids("xqzvk") == []
    assert ids("市(教委") == []
    assert ids("|^~") == []


def test_an_organisation_without_pinyin_is_found_by_its_hanzi():
    bare = Organisation("org-x", "杭州市数据资源管理局", ("市数据资源局",), "杭州市", "委办局", "", "")
    assert Lookup([bare]).search("数据资源") == [bare]
    assert Lookup([bare]).search("sjzy") == []


@pytest.mark.parametrize("query", ["s", "sj", "ghzyj", "guihua", "guihzyj", "局", "xqzvk"])
def test_two_thousand_names_answer_at_once(query):
    many = [replace(row, org_id=f"{row.org_id}-{n}") for n in range(6) for row in ALL][:2000]
    lookup = Lookup(many)
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        lookup.search(query)
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.010
