"""A codebook as a spreadsheet: out and in again it says the same, and every fault is named by sheet and row."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from annotator.errors import AnnotatorError
from annotator.model.codebook import Attribute, Code, Codebook, Field
from annotator.tools.codebook import CodebookError, names, parse, sheet_problems, shipped, text_of, written
from annotator.words import choose


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    choose(None)


def said(book: Codebook) -> Codebook:
    return book._replace(digest="")


def altered(change: Callable[[Any], object], name: str = "default") -> bytes:
    """A shipped codebook as a spreadsheet, changed as a person would change it."""
    choose("zh")
    book = load_workbook(BytesIO(written(parse(shipped(name), name))))
    change(book)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_shipped_codebook_comes_back_as_it_was_in_either_language(name: str, language: str) -> None:
    book = parse(shipped(name), name)
    choose(language)
    data = written(book)
    choose("en" if language == "zh" else "zh")
    assert said(parse(text_of(data, name), name)) == said(book)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from("=+-@'\"\\，。；：[]# "),
    max_size=12,
).map(lambda text: " ".join(text.split()))
NAMES = TEXTS.filter(bool)


@st.composite
def codes(draw: st.DrawFn, ordinal: bool = False) -> tuple[Code, ...]:
    words = draw(st.lists(NAMES, min_size=2, max_size=4, unique_by=lambda one: one.strip().casefold()))
    return tuple(
        Code(
            f"c{n}", f"{n} {word}", f"{n} e {word}", value=n if ordinal else 0,
            definition=draw(TEXTS), include=draw(TEXTS), exclude=draw(TEXTS),
            examples=tuple(draw(st.lists(NAMES, max_size=3))), cues=tuple(draw(st.lists(NAMES, max_size=3))),
        )
        for n, word in enumerate(words)
    )  # fmt: skip


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    choice = Attribute("how", "choice", "怎样", "How", draw(codes()))
    fields = (
        Field("kind", "multi", "类", "Kind", codes=draw(codes()), maximum=draw(st.integers(0, 3)), help=draw(TEXTS)),
        Field(
            "level", "ordinal", "级", "Level", codes=draw(codes(ordinal=True)), tie_break=draw(TEXTS),
            applies_to=(("kind", ("c0",)),),
        ),
        Field("mark", "span", "标", "Mark", attributes=(Attribute("many", "number", "数", "Many"), choice)),
    )  # fmt: skip
    return Codebook(draw(NAMES), draw(NAMES), draw(NAMES), draw(NAMES), fields, parent=draw(TEXTS))


@given(codebooks())
@settings(max_examples=40, deadline=None)
def test_any_codebook_comes_back_as_it_was(book: Codebook) -> None:
    back = parse(text_of(written(book), "book"), "book")
    assert back._replace(digest="", meaning="") == book


def test_what_a_person_writes_in_either_language_and_width_is_understood() -> None:
    def change(book: Any) -> None:
        book["字段"]["B3"] = "Several choices "
        book["字段"]["H5"] = "clause_type：goal，task"
        book["代码"]["C3"] = "background2"

    found = parse(text_of(altered(change), "b"), "b")
    assert found.fields[1].kind == "multi"
    assert found.fields[3].applies_to == (("clause_type", ("goal", "task")),)


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "row", "says"),
    [
        ("代码", "C4", "Bad Id", 4, "Bad Id"),
        ("代码", "C4", "background", 4, "background"),
        ("代码", "A5", "nothing", 5, "nothing"),
        ("代码", "B5", "nothing", 5, "nothing"),
        ("代码", "E30", "high", 30, "整数"),
        ("字段", "B4", "随便", 4, "随便"),
        ("字段", "H5", "没有冒号", 5, "applies_to"),
        ("字段", "D4", None, 4, "zh"),
        ("属性", "A3", "nothing", 3, "nothing"),
        ("代码", "M1", "备注", 1, "备注"),
        ("代码", "C1", None, 1, "代号"),
    ],
)
def test_a_fault_is_named_by_sheet_and_row(sheet: str, cell: str, value: object, row: int, says: str) -> None:
    def change(book: Any) -> None:
        book[sheet][cell] = value

    data = altered(change)
    found = sheet_problems(data, "b.xlsx")
    assert [(one.sheet, one.line) for one in found if says in one.sentence][:1] == [(sheet, row)]
    with pytest.raises(CodebookError, match=r"b\.xlsx"):
        text_of(data, "b.xlsx")


def test_formulas_stay_text_in_both_directions() -> None:
    book = parse(shipped("default"), "default")
    first = book.fields[0]._replace(help='=HYPERLINK("http://x")')
    data = written(book._replace(fields=(first, *book.fields[1:])))
    assert load_workbook(BytesIO(data))["字段"]["J2"].data_type == "s"
    assert parse(text_of(data, "b"), "b").fields[0].help == '=HYPERLINK("http://x")'


def bomb() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b"0" * 60_000_000)
    return data.getvalue()


def long_sheet() -> bytes:
    book, data = Workbook(write_only=True), BytesIO()
    for title in ("字段", "代码"):
        sheet = book.create_sheet(title)
        for _ in range(20_002):
            sheet.append(["a"])
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "sheets.unreadable"),
        (b"PK\x03\x04 not really", "sheets.unreadable"),
        (b"\xd0\xcf\x11\xe0 an old xls", "sheets.unreadable"),
        (bomb, "sheets.too_large"),
        (long_sheet, "sheets.too_large"),
        (lambda: altered(lambda book: book.remove(book["代码"])), "sheets.no_sheet"),
    ],
)
def test_what_is_no_codebook_is_refused_in_a_sentence(data: bytes | Callable[[], bytes], key: str) -> None:
    data = data if isinstance(data, bytes) else data()
    with pytest.raises(AnnotatorError) as caught:
        text_of(data, "b.xlsx")
    assert caught.value.key == key
