"""What documents say of themselves, by tables of cases."""

from typing import Any

import pytest

from annotator.flows.importing import segmented
from annotator.model.metadata import counted

BODY = "一、总体要求\n1.推进整治。建设平台。\n2.培养人才。\n"

# What stands in the file, and what is known of it then.
DOCUMENTS: list[tuple[str, dict[str, str]]] = [
    (
        "青州省人民政府关于印发青州省冷链物流行动方案的通知\n青政发〔２０２４〕０９号\n各市人民政府：\n"
        "现将《青州省冷链物流行动方案》印发给你们，请认真执行。\n青州省人民政府\n2024年3月1日\n"
        f"青州省冷链物流行动方案\n{BODY}",
        {
            "title": "青州省冷链物流行动方案", "issuer": "青州省人民政府", "number": "青政发〔2024〕9号",
            "date": "2024-03-01", "stage": "final", "script": "simplified",
        },
    ),
    (
        "江州市某局 江州市另一局关于做好植树工作的通知\n各学校：\n一、总体要求\n开展植树。\n二、任务\n种树。\n"
        "江州市林业局　江州市教育局\n二〇二三年十一月二十日\n",
        {"issuer": "江州市林业局、江州市教育局", "date": "2023-11-20", "level": "city.department", "region": "江州市"},
    ),
    (
        "江州市人民政府令\n第12号\n《江州市灯光管理办法》已经审议通过，现予公布。\n市长 张某\n2023年12月1日\n江州市灯光管理办法\n"
        "第一条 为了管理灯光，制定本办法。\n第二条 灯光应当节能。\n",
        {"issuer": "江州市人民政府", "number": "江州市人民政府令第12号", "date": "2023-12-01", "level": "city"},
    ),
    (
        "江州市公共数据条例\n（2023年11月22日江州市第十六届人民代表大会常务委员会第八次会议通过）\n"
        "第一条 为了管理数据，制定本条例。\n第二条 数据应当共享。\n",
        {"issuer": "江州市人民代表大会常务委员会", "date": "2023-11-22", "level": "city", "region": "江州市"},
    ),
    (
        "市市场监管局关于公开征求《江北市早餐网点管理办法（征求意见稿）》意见的公告\n"
        "我局起草了《江北市早餐网点管理办法（征求意见稿）》，现向社会公开征求意见。\n江北市市场监督管理局\n2024年5月30日\n"
        "江北市早餐网点管理办法（征求意见稿）\n第一条 为了管理早餐，制定本办法。\n第二条 早餐应当卫生。\n",
        {"stage": "draft", "issuer": "江北市市场监督管理局", "level": "city.department"},
    ),
    # The news give the number with the document's name; other numbers are those of other documents.
    (
        "3月11日，江州市人民政府印发《江州市绿道行动计划》的通知（江府〔2025〕7号）。其中要求落实国发〔2020〕1号文件。\n"
        f"江州市绿道行动计划\n为落实《某规划》（国发〔2020〕1号），制定本计划。\n{BODY}",
        {"number": "江府〔2025〕7号", "date": "2025", "issuer": "江州市人民政府"},
    ),
    ("关于加强绿道建设的意见\n国办发〔2020〕6号\n" + BODY, {"issuer": "国务院办公厅", "date": "2020", "level": "nation"}),
    # Guangxi's sign is no place's name, and an office is not the government.
    ("关于加强绿道建设的意见\n桂政办发〔2021〕6号\n" + BODY, {"issuer": "广西壮族自治区人民政府办公厅", "level": "province"}),
    # Nothing is known: nothing is said.
    ("绿道建设指引\n" + BODY, {"title": "绿道建设指引", "stage": "final", "script": "simplified"}),
    # A plan's years are no date, though they let one think of one.
    ("绿道建设行动计划（2024—2026年）\n" + BODY, {"stage": "final", "script": "simplified"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "known"), DOCUMENTS)
def test_a_document_says_who_issued_it_and_when(text: str, known: dict[str, str]) -> None:
    found = counted(segmented(text.encode(), "文.txt").metadata)
    assert {field: found.get(field) for field in known} == known


@pytest.mark.parametrize("text", [text for text, _ in DOCUMENTS[-2:]])
def test_what_is_not_written_is_not_said(text: str) -> None:
    found = counted(segmented(text.encode(), "文.txt").metadata)
    assert not found.keys() & {"issuer", "number", "date", "address"}


def test_the_years_of_a_plan_are_only_proposed() -> None:
    found = segmented(DOCUMENTS[-1][0].encode(), "文.txt").metadata
    assert (found["date"].value, found["date"].how) == ("2024", "period")
    assert "date" not in counted(found)


def test_each_value_says_where_it_stands() -> None:
    text = DOCUMENTS[0][0]
    for field, one in segmented(text.encode(), "文.txt").metadata.items():
        if field in ("title", "issuer"):
            assert text[one.start : one.end] == one.value, field
        if field == "date":
            assert text[one.start : one.end] == "2024年3月1日"


PAGE = (
    '<html><head><meta name="PubDate" content="2024-04-02 10:00"><meta name="ContentSource" content="江州市人民政府办公室">'
    '<meta name="Url" content="http://x.gov.cn/a.html"></head><body><p>{text}</p></body></html>'
)


def page(text: str) -> bytes:
    return PAGE.format(text=text.replace("\n", "</p><p>")).encode()


def test_a_page_counts_less_than_the_text_it_shows() -> None:
    signed, unsigned = DOCUMENTS[0][0], DOCUMENTS[-2][0]
    found = counted(segmented(page(signed), "文.html").metadata)
    assert (found["date"], found["issuer"]) == ("2024-03-01", "青州省人民政府")
    assert found["published"] == "2024-04-02"
    found = counted(segmented(page(unsigned), "文.html").metadata)
    assert (found["published"], found["issuer"]) == ("2024-04-02", "江州市人民政府办公室")
    assert "date" not in found  # only proposed: a page is shown later
    assert segmented(page(unsigned), "文.html").metadata["date"][:3] == ("2024-04-02", "page", 0.4)
    assert found["address"] == "http://x.gov.cn/a.html"


def test_what_a_table_says_counts_before_everything() -> None:
    given = {"title": "另一标题", "date": "2020-01-01", "issuer": "某局"}
    found = segmented(page(DOCUMENTS[0][0]), "文.html", given=given).metadata
    assert {field: (found[field].value, found[field].how) for field in given} == {
        field: (value, "given") for field, value in given.items()
    }


SAMPLES: dict[str, dict[str, Any]] = {
    "000": {
        "issuer": "上海市规划和自然资源局", "number": None, "date": None, "level": "province.department",
        "region": "上海市", "stage": "final", "script": "traditional",
    },
    "001": {
        "issuer": "重庆市城市治理委员会办公室、数字重庆建设领导小组办公室", "number": "渝城治办〔2025〕7号",
        "date": "2025-03-03", "level": "province.department", "region": "重庆市", "script": "simplified",
    },
    "002": {
        "issuer": "上海市人民政府", "number": "沪府〔2023〕51号", "date": "2023-09-15", "level": "province",
        "script": "traditional",
    },
    "003": {
        "issuer": "上海市黄浦区数据局", "number": None, "date": "2026-02-11", "level": "county.department",
        "region": "上海市黄浦区", "stage": "draft",
    },
    "004": {"issuer": "上海市经济和信息化委员会", "number": None, "date": None, "stage": "final"},
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_known_for_what_they_are(name: str, samples: Any) -> None:
    path = next(path for path in samples if path.name.startswith(name))
    found = counted(segmented(path.read_bytes(), path.name).metadata)
    assert {field: found.get(field) for field in SAMPLES[name]} == SAMPLES[name]


@pytest.mark.parametrize("line", ["3月1日，" + "市局" * 60, "市局区委" * 60, "市局 区委 " * 60])
def test_a_line_of_endings_of_names_is_soon_read(line: str) -> None:
    """There are very many ways of parting it into names, and none is right."""
    known = counted(segmented(f"{line}讲\n江州市方案\n{BODY}".encode(), "甲.txt").metadata)
    assert "issuer" not in known


def test_a_remark_above_a_title_is_none_of_it() -> None:
    text = "（此件公开发布）\n江州市绿道建设办法\n" + BODY
    assert segmented(text.encode(), "甲.txt").metadata["title"].value == "江州市绿道建设办法"


def test_without_a_title_a_document_goes_by_its_file_on_one_line() -> None:
    assert segmented("略。\n".encode(), "新\n 方案.txt").metadata["title"][:2] == ("新 方案", "file")
