"""What is written is read: any tasks, any words of people."""

from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from annotator.model.units import NOWHERE
from annotator.tools.ledger import TOLD, Charge, Document, Task, book, charged, compare, read
from annotator.tools.ledger.columns import COMPARED
from annotator.tools.ledger.task import Heading, plain
from tests.ledger.sheets import NUMBER, data

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
NAME = st.text("市数据局（）沪𠮷é、·", min_size=1, max_size=8)
ROLE = st.sampled_from(["lead", "participant", "responsible", "supervisor", "unspecified"])


@st.composite
def charges(draw: Any) -> Charge:
    name = draw(NAME)
    place = {"surface": name, "start": 0, "end": 1, "stated": True} if draw(st.booleans()) else NOWHERE
    unit = {"org_id": None, "name": name, "role": draw(ROLE), **place}
    return Charge(unit, name, group=name, collective=draw(st.booleans()))


@st.composite
def tasks(draw: Any, number: int) -> Task:
    lead, others = charged(draw(st.lists(charges(), max_size=4)))
    path = tuple(Heading(*one) for one in draw(st.lists(st.tuples(TEXT, TEXT), max_size=2)))
    return Task(
        f"cl-{number:016x}", f"doc-{number}", number, path, draw(TEXT), draw(TEXT), draw(TEXT) * draw(st.sampled_from([1, 30])),
        tuple(draw(st.lists(TEXT, max_size=2))), lead, others, draw(TEXT), draw(st.booleans()),
        draw(st.sampled_from(["", "decided", "submitted", "filled", "suggested", "conflict"])),
        draw(st.sampled_from(["", "suggested"])), 0, 1, draw(st.dictionaries(st.sampled_from(TOLD), TEXT, max_size=5)),
    )  # fmt: skip


@st.composite
def ledgers(draw: Any) -> list[Document]:
    count = draw(st.integers(1, 4))
    found = [draw(tasks(number)) for number in range(count)]
    split = draw(st.integers(0, count - 1))
    parts = [part for part in (found[:split], found[split:]) if part]
    return [Document(f"doc-{n}", draw(TEXT), tuple(part)) for n, part in enumerate(parts)]


@settings(max_examples=40, deadline=None)
@given(ledgers(), st.booleans())
def test_a_ledger_that_nobody_touched_says_nothing(made: list[Document], by_unit: bool) -> None:
    returned = read(book(made, by_unit=by_unit), "台账.xlsx")
    every = {task.clause_id: task for one in made for task in one.tasks}
    assert {one.clause_id for one in returned.rows} == every.keys()
    for one in returned.rows:
        cells = every[one.clause_id].cells()
        assert {name: plain(one.cells[name]) for name in COMPARED} == {
            name: plain(cells[name]) for name in COMPARED
        }
    assert compare(returned, every) == ([], [], 0)


@settings(max_examples=40, deadline=None)
@given(TEXT, st.sampled_from(["progress", "status", "remark"]))
def test_what_somebody_writes_comes_back_as_it_stands(words: str, column: str) -> None:
    task = Task("cl-" + "0" * 16, "doc-1", 1, (), "1.", "建设平台", "建设平台。")
    made = load_workbook(BytesIO(book([Document("doc-1", "计划", (task,))])))
    written = (
        "".join(sign if sign >= " " or sign in "\n\t" else "" for sign in words)
        .replace("\ufffe", "")
        .replace("\uffff", "")
    )
    one = made.worksheets[0].cell(4, NUMBER[column])
    one.value = written
    one.data_type = "s"
    found = compare(read(data(made), "台账.xlsx"), {task.clause_id: task})
    assert found.unplaced == []
    told = {plain(text) for edit in found.edits for text in edit.told.values()}
    assert told == ({plain(written)} if plain(written) else set())
