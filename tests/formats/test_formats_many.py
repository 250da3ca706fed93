"""Tables and archives of documents: what is in them, where it lies, and a sentence for what cannot be read."""

import json
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from word_file import container, paragraph, word_file

from annotator.errors import UnreadableFile
from annotator.tools.formats import members, read_bytes
from annotator.tools.formats.columns import columns
from annotator.tools.formats.dates import iso
from annotator.words import both

TASKS = "序号,任务,牵头单位\n1,建设平台,市教委\n"
LISTED = "标题,正文\n甲方案,一、总则\n"


def found(path: Path) -> list[tuple[str, object]]:
    """(place, text or key of the sentence) of each document in a file."""
    said: list[tuple[str, object]] = []
    for one in members(path):
        try:
            said.append((one.place, read_bytes(one.load(), one.place).text))
        except UnreadableFile as refusal:
            said.append((one.place, refusal))
    return [(place, text.key if isinstance(text, UnreadableFile) else text) for place, text in said]


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


class Unsaid(zipfile.ZipInfo):
    """A member whose name, in some encoding, is taken for the first PC's: nothing says which one it is."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  (zipfile's own name)
        return self.filename.encode("cp437"), self.flag_bits


def archive(*entries: tuple[str, bytes | str], encoding: str = "") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in entries:
            info = Unsaid(name.encode(encoding).decode("cp437")) if encoding else zipfile.ZipInfo(name)
            packed.writestr(info, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("names", "text", "metadata"),
    [
        ("text", 0, {}),
        ("id title CONTENT", 2, {"title": 1}),
        ("序号 标题 正文 发文机关 发布日期 网址 文号", 2, {"title": 1, "issuer": 3, "date": 4, "address": 5, "number": 6}),
        ("Title Full_Text Publish-Date URL", 1, {"title": 0, "date": 2, "address": 3}),
        ("标题 内容", 1, {"title": 0}),
        ("\ufeff正文（全文） 标题", 0, {"title": 1}),
        ("标题 链接 正文 责任编辑", 2, {"title": 0, "address": 1}),
        ("内容", None, None),
        ("序号 内容 牵头单位", None, None),
        ("序号 任务 牵头单位 完成时限", None, None),
        ("名称 内容 责任单位", None, None),
        ("标题 日期", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_a_table_lists_documents_where_its_columns_say_so(
    names: str, text: int | None, metadata: dict[str, int] | None
) -> None:
    assert columns(names.split()) == (None if text is None else (text, metadata))


def test_the_heads_that_are_named_where_none_is_a_text_would_do() -> None:
    for told in both("reading.no_column", name="表"):
        for head in ("正文", "全文", "政策内容", "text", "content"):
            assert head in told
            assert columns([head]) == (0, {})


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024年3月5日", "2024-03-05"),
        (" 2024/3/5 10:20:30", "2024-03-05"),
        ("2024.03.05", "2024-03-05"),
        ("2024-03-05T10:20:30Z", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("20240305102030", "2024-03-05"),
        ("1709568000", "2024-03-05"),
        ("1709568000000", "2024-03-05"),
        ("2024-02-30", ""),
        ("2024年3月", "2024-03"),
        ("2024-3", "2024-03"),
        ("2024.03", "2024-03"),
        ("2024.1", ""),  # October, where a spreadsheet took it for a number
        ("2024年13月", ""),
        ("2024年3月以来", ""),
        ("昨天", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_as_tables_write_it(written: str, day: str) -> None:
    assert iso(written) == day


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_delimited_table_is_read_in_any_dress(tmp_path: Path, encoding: str, sign: str, end: str) -> None:
    rows = [
        ["标题", "正文", "发布机构", "日期"],
        ["甲方案", '"一、总则，好\n二、分则"', "某市政府", "2024年3月5日"],
    ]
    text = end.join(sign.join(row) for row in [*rows, []])
    (one,) = members(written(tmp_path, "表.csv", text.encode(encoding)))
    assert one.place == "表.csv 第2行"
    assert one.load() == "一、总则，好\n二、分则".encode()
    assert one.metadata == {"title": "甲方案", "issuer": "某市政府", "date": "2024-03-05"}


def test_a_row_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    table = "某单位文件汇总\n标题,正文,日期\n甲,文,昨天\n乙,,\n,,\n丙\n丁,字,20240305\n"
    path = written(tmp_path, "表.csv", table)
    assert found(path) == [
        ("表.csv 第3行", "文"),
        ("表.csv 第4行", "reading.no_text"),
        ("表.csv 第6行", "reading.no_text"),
        ("表.csv 第7行", "字"),
    ]
    first, *_, last = members(path)
    assert "昨天" in first.notes[0]
    assert first.metadata == {"title": "甲"}
    assert last.metadata == {"title": "丁", "date": "2024-03-05"}


def test_a_quotation_that_never_closes_is_told_with_its_row(tmp_path: Path) -> None:
    path = written(tmp_path, "表.csv", '标题,正文\n甲,文\n乙,"字\n丙,句\n')
    *rows, (_, key) = found(path)
    assert rows == [("表.csv 第2行", "文")]
    assert key == "reading.open_quote"


def test_a_cell_may_be_longer_than_the_csv_module_likes(tmp_path: Path) -> None:
    path = written(tmp_path, "表.csv", f"标题,正文\n甲,{'字' * 200_000}\n")
    assert found(path) == [("表.csv 第2行", "字" * 200_000)]


def test_a_cell_that_holds_a_page_is_read_as_one(tmp_path: Path) -> None:
    path = written(
        tmp_path, "表.csv", "标题,正文\n甲,<p>一、总则</p><p>二、分则<br>三</p>\n乙,1 < 2 和 3 > 2\n"
    )
    assert [text for _, text in found(path)] == ["一、总则\n二、分则\n三", "1 < 2 和 3 > 2"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("分工.csv", TASKS.encode("gb18030")),
        ("分工.tsv", TASKS.replace(",", "\t").encode()),
        ("分工.xlsx", workbook(表=[row.split(",") for row in TASKS.splitlines()])),
    ],
)
def test_a_table_of_tasks_is_one_document_a_line_a_row(tmp_path: Path, name: str, data: bytes) -> None:
    path = written(tmp_path, name, data)
    (one,) = members(path)
    assert (one.place, one.load()) == (name, data)
    source = read_bytes(data, name)
    assert source.text == "序号\t任务\t牵头单位\n1\t建设平台\t市教委"
    assert name in source.notes[-1]


def test_a_workbook_of_tasks_shows_its_sheets_and_what_their_cells_show() -> None:
    data = workbook(
        一=[["序号", "数", "日"], [1, 2.0, date(2024, 3, 5)], [None, 2.5, datetime(2024, 3, 5, 8, 30)]],
        空=[],
        二=[["甲\n乙", True]],
    )
    assert read_bytes(data, "a.xlsx").text == (
        "一\n序号\t数\t日\n1\t2\t2024-03-05\n\t2.5\t2024-03-05 08:30\n二\n甲 乙\tTRUE"
    )


def test_a_workbook_lists_documents_sheet_by_sheet(tmp_path: Path) -> None:
    rows = [["标题", "正文", "日期"], ["甲", "文", datetime(2024, 3, 5)], [], ["乙", "字", 20240306]]
    path = written(tmp_path, "表.xlsx", workbook(政策=rows))
    assert found(path) == [("表.xlsx 第2行", "文"), ("表.xlsx 第4行", "字")]
    assert [one.metadata["date"] for one in members(path)] == ["2024-03-05", "2024-03-06"]
    path = written(tmp_path, "表.xlsx", workbook(政策=rows, 说明=[["说明", "无"]]))
    assert found(path)[1:] == [("表.xlsx 政策 第4行", "字"), ("表.xlsx 说明", "reading.other_sheet")]


LINES = [
    {"title": "甲", "text": "文"},
    {"content": ["一、总则", "二、分则"], "url": "http://x", "meta": {"issuer": "某局"}},
    {"title": "空", "text": " "},
    {"title": "没有正文"},
    ["数组"],
    {"text": "\ud800甲\ud83d\ude00"},
]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "b.json", "c.json", "d.json"])
def test_objects_are_documents_one_a_line_or_one_an_item(tmp_path: Path, name: str) -> None:
    lines = [json.dumps(one) for one in LINES]
    data = {
        "a.jsonl": "\ufeff" + "\r\n".join(lines),
        "a.json": json.dumps(LINES),
        "b.json": json.dumps({"total": 6, "data": LINES}),
        "c.json": json.dumps(LINES, indent=1),
        "d.json": "\n".join(lines),
    }[name]
    path = written(tmp_path, name, data)
    assert found(path) == [
        (f"{name} 第1行", "文"),
        (f"{name} 第2行", "一、总则\n二、分则"),
        (f"{name} 第3行", "reading.no_text"),
        (f"{name} 第4行", "reading.no_column"),
        (f"{name} 第5行", "reading.no_text"),
        (f"{name} 第6行", "\ufffd甲\U0001f600"),
    ]
    assert [one.metadata for one in members(path)][1] == {"address": "http://x", "issuer": "某局"}


@pytest.mark.parametrize(
    ("name", "data", "keys"),
    [
        ("a.jsonl", '{"text":"甲"}\n{"text":\n\n{"text":"乙"}', [None, "not_json", None]),
        ("a.jsonl", "[" * 100_000, ["not_json"]),
        ("a.jsonl", '{"doc_id":"doc-1","text":"甲"}\n' * 9, ["own_export"]),
        ("a.json", '{"name":"x","version":1}', ["no_documents"]),
        ("a.json", "[1,2]", ["no_documents"]),
        ("a.json", '{"text":"甲"}', [None]),
        ("a.json", "{", ["not_json"]),
        ("a.json", "", ["not_json"]),
        ("a.jsonl", "", []),
        ("a.csv", b"\0\1\2", ["binary"]),
        ("a.csv", "", ["empty"]),
        ("a.csv", "<!DOCTYPE html><html><body>错误", [None]),
        ("a.xlsx", b"PK\3\4", ["damaged_sheet"]),
        ("a.xlsx", container({"xl/workbook.xml": "<x"}), ["damaged_sheet"]),
        ("a.xlsx", "甲", ["damaged_sheet"]),
        ("a.zip", b"PK\3\4", ["damaged_archive"]),
        ("a.zip", "甲", ["damaged_archive"]),
        ("a.rar", b"Rar!\x1a\x07\0", ["archive"]),
        ("没有.zip", None, ["missing"]),
        ("没有.csv", None, ["missing"]),
        ("没有.jsonl", None, ["missing"]),
    ],
)
def test_what_holds_no_documents_says_so(
    tmp_path: Path, name: str, data: bytes | str | None, keys: list[str | None]
) -> None:
    path = tmp_path / name if data is None else written(tmp_path, name, data)
    told = [text if str(text).startswith("reading.") else None for _, text in found(path)]
    assert told == [key and f"reading.{key}" for key in keys]


def test_an_archive_gives_its_files_by_their_names(tmp_path: Path) -> None:
    data = archive(
        ("二/表.csv", LISTED),
        ("一/", ""),
        ("一/通知.docx", word_file(paragraph("第一条"))),
        ("__MACOSX/一/._通知.docx", b"\0"),
        ("一/.DS_Store", b"\0"),
        ("一/~$通知.docx", b"\0"),
        ("Thumbs.db", b"\0"),
        ("../../外.txt", "外面"),
        ("\\甲\\乙.txt", "反斜杠"),
        ("图.png", b"\x89PNG\r\n"),
        ("里.zip", archive(("文.txt", "里面"), ("再里.zip", archive(("x.txt", "深"))))),
    )
    folder = tmp_path / "甲" / "乙"
    folder.mkdir(parents=True)
    assert found(written(folder, "政策.zip", data)) == [
        ("政策.zip/一/通知.docx", "第一条"),
        ("政策.zip/二/表.csv 第2行", "一、总则"),
        ("政策.zip/图.png", "reading.image"),
        ("政策.zip/外.txt", "外面"),
        ("政策.zip/甲/乙.txt", "反斜杠"),
        ("政策.zip/里.zip/再里.zip", "reading.archive"),
        ("政策.zip/里.zip/文.txt", "里面"),
    ]
    assert not list(tmp_path.rglob("*.txt"))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_an_archive_are_read_though_it_does_not_say_how(tmp_path: Path, encoding: str) -> None:
    data = archive(("关于推进/通知.txt", "文"), encoding=encoding)
    assert found(written(tmp_path, "a.zip", data)) == [("a.zip/关于推进/通知.txt", "文")]


def test_a_locked_member_and_a_bomb_stop_no_other(tmp_path: Path) -> None:
    data = bytearray(archive(("a.txt", "甲"), ("b.txt", b" " * 30_000_000), ("c.txt", "丙"), ("d.txt", "丁")))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert found(written(tmp_path, "a.zip", bytes(data))) == [
        ("a.zip/a.txt", "甲"),
        ("a.zip/b.txt", "reading.inflated"),
        ("a.zip/c.txt", "丙"),
        ("a.zip/d.txt", "reading.locked"),
    ]


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    data = archive(("a.txt", "甲" * 1000)).replace((3000).to_bytes(4, "little"), (7).to_bytes(4, "little"))
    assert found(written(tmp_path, "a.zip", data)) == [("a.zip/a.txt", "reading.damaged_archive")]


def test_no_entity_of_a_workbook_is_expanded() -> None:
    data = BytesIO(workbook(表=[["甲"]]))
    buffer = BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename.endswith("sheet1.xml"):
                part = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + part
            new.writestr(info.filename, part)
    with pytest.raises(UnreadableFile, match="损坏"):
        read_bytes(buffer.getvalue(), "a.xlsx")


WHOLE = {
    "a.xlsx": workbook(表=[["标题", "正文"], ["甲", "文"]]),
    "b.xlsx": workbook(表=[["序号", "任务"], [1, "文"]]),
    "a.zip": archive(("a.txt", "甲"), ("表.csv", LISTED), ("里.zip", archive(("x.txt", "深")))),
    "a.csv": b'title,text\na,"b\nc"\n',
    "a.jsonl": b'{"text":"a"}\n{"text":"b"}\n',
    "a.json": b'[{"text":"a"},{"text":"b"}]',
}


@settings(deadline=None)
@given(st.data())
def test_any_damage_to_a_table_or_an_archive_ends_in_texts_and_sentences(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    whole = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(0, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    path = written(tmp_path_factory.mktemp("many"), name, damaged)
    for _, text in found(path):
        assert text
