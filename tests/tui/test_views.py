"""The views of a clause: in each of them, a place of the source is found where it stands."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.model.document import Clause
from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.model.place import Places
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.text import simplified
from annotator.tui.app import AnnotatorApp
from annotator.tui.views import Original, repaired, rewritten, unrepaired
from annotator.tui.widgets.clause_view import ClauseView
from tests.tui.conftest import shown

AT = 100
"""Where the clauses here begin in their source."""


def clause(raw: str, marker: int, tail: int, edits: list[Edit]) -> Original:
    """The clause whose marker and tail are that many characters of `raw` at its ends."""
    end = len(raw) - tail
    text, rest = Clean(raw, marker, end, edits).text, Clean(raw, end, len(raw), edits).text
    places = Places(
        (AT + marker, AT + end), (AT + end, AT + len(raw)), lambda a, b: Clean(raw, a, b, edits), AT
    )
    return Original(
        Clause("cl-1", "doc-1", 0, 0, 1, raw[:marker], (), text, AT + marker, AT + end, rest, AT + end,
               AT + len(raw), 0, 0.0, AT, AT + len(raw)),
        raw, edits, places,
    )  # fmt: skip


@st.composite
def clauses(draw: st.DrawFn) -> Original:
    raw = draw(st.text("甲乙丙。\n(-~+]", min_size=4, max_size=30))
    marker = draw(st.integers(0, 1))
    tail = draw(st.integers(0, 2))
    edits, at = [], marker
    while at < len(raw) - tail and draw(st.booleans()):
        start = draw(st.integers(at, len(raw) - tail))
        end = draw(st.integers(start, min(start + 3, len(raw) - tail)))
        after = draw(st.text("丁戊\n", min_size=start == end, max_size=2))
        edits.append(Edit(start, end, "test", raw[start:end], after, 1.0, draw(st.sampled_from(STATES))))
        at = end + 1
    return clause(raw, marker, tail, edits)


STATES = ("applied", "proposed", "refused")


@given(clauses(), st.data())
def test_as_it_came_every_character_of_the_source_stands_where_it_is_said_to(
    found: Original, data: st.DataObject
) -> None:
    view = unrepaired(found)
    places = [view.place(AT + n, AT + n + 1) for n in range(len(found.raw))]
    for character, (start, end) in zip(found.raw[:-1], places, strict=False):
        assert view.text[start:end] == ("↵" if character == "\n" else character)
    first, last = sorted([data.draw(st.integers(0, len(found.raw) - 1)) for _ in "ab"])
    assert view.place(AT + first, AT + last + 1) == (places[first][0], places[last][1])
    assert view.place(AT + first, AT + first) is None
    assert view.place(AT - 1, AT + last) is None


@given(clauses(), st.data())
def test_repaired_a_place_holds_the_clean_text_of_the_source(found: Original, data: st.DataObject) -> None:
    view, given = repaired(found), found.clause
    start = data.draw(st.integers(given.text_start, given.text_end))
    end = data.draw(st.integers(start, given.text_end))
    place = found.places.find(start, end)
    shown_at = view.place(start, end)
    assert (shown_at is None) == (place is None)
    if place and shown_at:
        assert view.text[slice(*shown_at)] == place.surface
    if given.tail and (tail := view.place(given.tail_start, given.tail_end)):
        assert view.text[slice(*tail)] == given.tail
    assert rewritten(view, simplified).place(start, end) == shown_at


def test_what_a_repair_did_is_told_by_signs() -> None:
    edits = [
        Edit(3, 6, "pinyin", "(a)", ""),
        Edit(7, 9, "twice", "，，", "，"),
        Edit(10, 11, "mojibake", "?", "空", 0.7, "proposed"),
        Edit(12, 13, "line_join", "\n", ""),
    ]
    view = unrepaired(clause("1.加(a)快，，建?设\n平台。\n(市局)\n", 2, 5, edits))
    assert view.text == "1.加[-(a)-]快[-，，-]{+，+}建[~?~]{~空~}设[-↵-]平台。↵\n(市局)↵"


DAMAGED = "某市算力方案\n一、總體任務\n1.構(gòu)建平臺。研(yán)發技(jì)術,建立上?!翱罩?、地表、地下”體系。(責任單位:市規劃資源局)\n2.加強規劃,組織實施。\n"


@pytest.fixture
def damaged(tmp_path: Any) -> Any:
    (tmp_path / "a.txt").write_text(DAMAGED, encoding="utf-8")
    with create(tmp_path / "a.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [tmp_path / "a.txt"])
        yield project


def marked(pilot: Any, name: str) -> list[str]:
    """The texts of the clause that are marked so, as the screen has them."""
    passages = pilot.app.screen.query_one(ClauseView).passages
    (here,) = [one for one in passages if one.here]
    return [here.text[start:end] for start, end, kind in here.marks if kind == name]


async def test_the_view_turns_and_stays_while_one_moves(damaged: Project) -> None:
    app = AnnotatorApp(damaged, codebook_of(damaged), "王芳")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "構建平臺" in shown(pilot)
        assert "本条修复 3 处 · ~ 全文待定修复 1 条 · 未开始" in shown(pilot)
        await pilot.press("grave_accent")
        await pilot.pause()
        assert "構[-(gòu)-]建平臺" in shown(pilot)
        assert "原文 · 未开始" in shown(pilot)
        await pilot.press("pagedown")
        assert "原文：没有修复" in shown(pilot)
        await pilot.press("pageup", "grave_accent")
        await pilot.pause()
        assert "构建平台" in shown(pilot)
        assert "简体 · 未开始" in shown(pilot)
        await pilot.press("grave_accent")
        await pilot.pause()
        assert "繁體 · 未开始" in shown(pilot)
        assert "構建平臺" in shown(pilot)
        await pilot.press("grave_accent")
        await pilot.pause()
        assert "条 · 未开始" in shown(pilot)


async def test_units_and_damage_are_marked_in_every_view(damaged: Project) -> None:
    app = AnnotatorApp(damaged, codebook_of(damaged), "王芳")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "疑有乱码：〔?!翱罩?〕，可能是〔海“空中〕（按 ~ 来定）" in shown(pilot)
        assert "▌!" in shown(pilot)
        for unit, doubt in (
            ("市規劃資源局", "?!翱罩?"), ("市規劃資源局", "[~"), ("市规划资源局", "?!翱罩?"), ("市規劃資源局", "?!翱罩?"),
        ):  # fmt: skip
            assert marked(pilot, "unit") == [unit]
            assert marked(pilot, "doubt")[0] == doubt
            await pilot.press("grave_accent")
            await pilot.pause()


async def test_what_a_search_found_is_marked_in_every_view(damaged: Project) -> None:
    app = AnnotatorApp(damaged, codebook_of(damaged), "王芳")
    async with app.run_test(size=(100, 30)) as pilot:
        pilot.app.screen.sight.finders["hit"] = lambda text: [
            (n, n + 2) for n in range(len(text)) if simplified(text).startswith("技术", n)
        ]
        await pilot.press("grave_accent")
        await pilot.pause()
        assert marked(pilot, "hit") == ["技[-(jì)-]術"]
        await pilot.press("grave_accent")
        await pilot.pause()
        assert marked(pilot, "hit") == ["技术"]


async def test_the_title_of_a_document_is_no_context(tmp_path: Any) -> None:
    (tmp_path / "a.txt").write_text(
        "某市人工智能建設\n工作方案(2026—2027年)\n為推進工作,制定本方案。\n一、任务\n1.建设平台。建设算力平台。\n"
    )
    with create(tmp_path / "a.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [tmp_path / "a.txt"])
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            assert "▌ 為推進工作" in shown(pilot)
            assert shown(pilot).count("2026—2027") == 1  # in the title bar
