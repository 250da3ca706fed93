"""What a document leaves open, by tables of cases and on the five samples."""

from pathlib import Path

import pytest

import annotator
from annotator.flows import completing
from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.store import cut_into, documents
from annotator.store.codebooks import codebook_of
from annotator.tools.completeness import Finding, Item, Quantity, findings
from annotator.tools.completeness.ordinal import ordinal


def kinds(items: list[Item], prefix: str = "") -> list[str]:
    return [one.kind for one in findings(items) if one.kind.startswith(prefix)]


def clauses(*markers: str) -> list[Item]:
    """Clauses and (with a #) headings of those markers."""
    items, number = list[Item](), 0
    for marker in markers:
        level = marker.count("#")
        number += not level
        kind = "heading" if level else "clause"
        items.append(Item(kind, level or 3, marker.strip("#"), "某事", 0 if level else number))
    return items


@pytest.mark.parametrize(
    ("marker", "style", "number"),
    [
        ("1.", "#", 1), ("１２、", "#", 12), ("（三）", "(十)", 3), ("(三)", "(十)", 3), ("第二十一条", "第十条", 21),
        ("十、", "十", 10), ("第一百零二条", "第十条", 102), ("4.2.3", "4.2.#", 3), ("③", "○", 3), ("第3章", "第#章", 3),
    ],
)  # fmt: skip
def test_a_marker_tells_a_number_in_a_style(marker: str, style: str, number: int) -> None:
    assert ordinal(marker) == (style, number)


@pytest.mark.parametrize("marker", ["", "——", "•", "〇、"])
def test_a_marker_without_a_number_counts_nothing(marker: str) -> None:
    assert ordinal(marker) is None


@pytest.mark.parametrize(
    ("markers", "found"),
    [
        (["1.", "2.", "3."], []),
        (["#一、", "1.", "2.", "#二、", "3.", "4."], []),  # running through
        (["#一、", "1.", "2.", "#二、", "1.", "2."], []),  # beginning anew
        (["1.", "（1）", "（2）", "2.", "（1）"], []),
        (["4.1", "4.1.1", "4.1.2", "4.2", "4.2.1"], []),
        (["4.1", "4.1.1", "4.1.3", "4.2", "4.2.2"], ["number_gap", "number_begins"]),
        (["1.", "1."], ["number_twice"]),
        (["1.", "2.", "4."], ["number_gap"]),
        (["1.", "2.", "1.", "2."], ["number_restart"]),
        (["1.", "2.", "3.", "2.", "3."], ["number_back"]),
        (["3.", "4."], ["number_begins"]),
        (["#一、", "1.", "2.", "#二、", "4."], ["number_gap"]),
        (["第一条", "第二条", "第四条"], ["number_gap"]),
        (["——", "——", "•"], []),
    ],
)
def test_a_number_follows_the_one_before_it(markers: list[str], found: list[str]) -> None:
    assert kinds(clauses(*markers), "number") == found


def test_a_new_title_begins_to_count_anew() -> None:
    again = [Item("title", 0, "", "附则"), *clauses("1.", "2.")]
    assert kinds([*clauses("1.", "2.", "3."), *again], "number") == []


ANNEXES = [Item("attachment", 0, "附件：1.", "任务分工表"), Item("attachment", 0, "2.", "政策清单")]


@pytest.mark.parametrize(
    ("behind", "absent"),
    [
        ([], ["任务分工表", "政策清单"]),
        ([Item("title", 0, "", "任务分工表")], ["政策清单"]),
        (
            [Item("attachment", 0, "", "附件2"), Item("title", 0, "", "某某方案政策清单（2024年）")],
            ["任务分工表"],
        ),
        ([Item("clause", 1, "", "见任务分工表和政策清单。", 1)], ["任务分工表", "政策清单"]),
    ],
)
def test_an_annex_is_there_when_a_text_has_its_name(behind: list[Item], absent: list[str]) -> None:
    found = [one.values["name"] for one in findings([*ANNEXES, *behind]) if one.kind == "annex"]
    assert found == absent


def test_duties_without_unit_date_or_quantity_are_counted() -> None:
    to_do = Quantity("3个", 3, "个", "平台", "")
    items = [
        Item("clause", 1, "1.", "甲", 1, duty=True, unit=True),
        Item("clause", 1, "2.", "乙", 2, duty=True, dated=True, quantities=(to_do,)),
        Item("clause", 1, "3.", "背景", 3),
    ]
    assert list(findings(items)) == [
        Finding("no_unit", {"count": 1, "duties": 2}, (2,)),
        Finding("no_date", {"count": 1, "duties": 2}, (1,)),
        Finding("no_quantity", {"count": 1, "duties": 2}, (1,)),
    ]
    assert kinds(items[:1]) == ["no_date_at_all", "no_quantity_at_all"]


def parts(total: float, *values: float, by: str = "2027", noun: str = "示范场景") -> list[Item]:
    stated = [(total, "应用场景", "2027"), *((value, noun, by) for value in values)]
    return [
        Item("clause", 1, "", "完成", n, quantities=(Quantity(f"{value:g}个", value, "个", counted, date),))
        for n, (value, counted, date) in enumerate(stated, 1)
    ]


@pytest.mark.parametrize(
    ("items", "asked"),
    [
        (parts(60, 10, 20, 15, 10), True),
        (parts(60, 10, 20, 20, 10), False),  # it comes out
        (parts(60, 30, 20), False),  # too few to be all parts
        (parts(60, 5, 1, 2, 1), False),  # something else is counted
        (parts(60, 10, 20, 15, 10, by="2025"), False),  # of another year
        (parts(60, 10, 20, 15, 10, noun="智能终端"), False),
        (parts(60, 10, 20, 15, 10, by=""), True),
    ],
)
def test_a_total_is_asked_about_where_its_parts_come_to_something_else(
    items: list[Item], asked: bool
) -> None:
    found = [one for one in findings(items) if one.kind == "sum"]
    assert bool(found) is asked
    if asked:
        assert (found[0].clauses[0], found[0].values["sum"]) == (1, "55个")


def promised(text: str) -> list[Item]:
    return [
        Item("front_matter", 0, "", text),
        Item("heading", 1, "一、", "主要任务"),
        Item("heading", 2, "（一）", "网络"), *(Item("clause", 3, f"{n}.", "甲", n) for n in (1, 2)),
        Item("heading", 2, "（二）", "算力"), *(Item("clause", 3, f"{n}.", "乙", n) for n in (3, 4, 5)),
        Item("heading", 1, "二、", "保障措施"), Item("clause", 2, "（一）", "丙", 6), Item("clause", 2, "（二）", "丁", 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("提出5项主要任务及2项保障措施。", []),
        ("提出两大任务", []),
        ("提出五项主要任务、三项保障措施。", ["三项保障措施"]),
        ("提出6项主要任务、10大工程。", ["6项主要任务"]),  # nothing there is called 工程
    ],
)
def test_a_promised_count_is_compared_with_what_stands_there(text: str, asked: list[str]) -> None:
    assert [one.values["promise"] for one in findings(promised(text)) if one.kind == "promise"] == asked


def test_the_samples_leave_open_what_reading_them_finds(tmp_path: Path) -> None:
    paths = sorted((Path(annotator.__file__).parent / "samples").glob("*.txt"))
    with create(tmp_path / "p.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), paths)
        found = {one.file_name[:3]: completing.report(project, one) for one in documents.listing(project)}
    by_kind = {name: {one.kind for one in every} for name, every in found.items()}
    assert by_kind["000"] == {"no_date_at_all", "no_quantity_at_all"}  # 28 lists of units: nothing is missing
    assert by_kind["002"] == {"no_unit", "no_date_at_all", "no_quantity"}  # 30, 10 and 7 are all there
    assert not any(kind.startswith("number") for every in by_kind.values() for kind in every)
    annexes = [one.values["name"] for one in found["001"] if one.kind == "annex"]
    assert (len(annexes), annexes[0]) == (5, "AI赋能超大城市现代化治理体系架构图")
    (apart,) = [one for one in found["001"] if one.kind == "sum"]
    assert (apart.values["total"], apart.values["sum"], len(apart.clauses)) == ("不少于60个", "55个", 10)


def test_sentences_have_the_units_that_stand_behind_their_clause(tmp_path: Path) -> None:
    text = (
        "江州市方案\n一、任务\n1.建设平台。推动汇聚数据。（责任单位：市科委）\n2.建设网络。引进人才。\n"
        "3.建设机房。推进改造。（责任单位：市教委）\n"
    )
    (tmp_path / "甲.txt").write_text(text, encoding="utf-8")
    with create(tmp_path / "p.db", "li") as project:
        cut_into.choose(project, "li", "sentence")
        import_files(project, "li", codebook_of(project), [tmp_path / "甲.txt"])
        (document,) = documents.listing(project)
        assert document.clauses == 6
        (found,) = (one for one in completing.report(project, document) if one.kind.startswith("no_unit"))
        assert found.clauses == (3,)


def test_what_a_box_holds_is_a_duty_in_the_store_as_it_was_before(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "关于支持发展的若干政策\n一、培育平台\n1.建设节点。支持各市建设节点。\n专栏1 节点工程\n"
        "支持两市建设节点，在2027年底前建成。\n2.开展试点。支持企业上云。\n",
        encoding="utf-8",
    )
    with create(tmp_path / "a.db", "li") as project:
        import_files(project, "li", codebook_of(project), [plan])
        (document,) = documents.listing(project)
        found = {one.kind: one for one in completing.report(project, document)}
    assert found["no_date"].values == {"count": 2, "duties": 3}
    assert found["no_date"].clauses == (1, 3)
