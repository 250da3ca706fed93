"""Plots and pages: well-formed, complete in words, and harmless whatever names stand in them."""

import re
from xml.etree import ElementTree

import pytest

from annotator.tools.report import (
    Bar,
    Interval,
    Line,
    Part,
    bars,
    heat,
    intervals,
    lines,
    page,
    paragraph,
    table,
)

HOSTILE = '</text><script>alert("x")</script>&\x1b[31m\u202e坏'
NAMES = [HOSTILE, "数据要素", "算" * 60, ""]
ROWS = [
    Interval(HOSTILE, 0.62, (0.51, 0.71)),
    Interval("算" * 60, -0.8, (-1.0, 0.2)),
    Interval("", None, None, "没有两个人标过同一条" * 9),
]
PLOTS = {
    "intervals": intervals(HOSTILE, ROWS, (0.667, 0.8)),
    "no intervals": intervals("空", []),
    "heat": heat(HOSTILE, NAMES, {(0, 1): 3, (1, 1): 8, (3, 0): 1}, HOSTILE, "王芳"),
    "no heat": heat("空", [], {}, "", ""),
    "lines": lines(HOSTILE, NAMES, [Line(name, [0.1, None, 1.0, -0.2]) for name in NAMES * 3]),
    "one step": lines("一", ["1"], [Line("甲", [None])]),
    "no lines": lines("空", [], []),
    "bars": bars(HOSTILE, [Bar(name, n, f"{n} 条") for n, name in enumerate(NAMES)]),
    "no bars": bars("空", [Bar("甲", 0, "0 条")]),
}


def told(plot: str) -> list[str]:
    return [text for one in ElementTree.fromstring(plot).iter() if (text := (one.text or "").strip())]


@pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)
def test_a_plot_is_well_formed_and_inside_its_own_bounds(plot: str) -> None:
    root = ElementTree.fromstring(plot)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for one in root.iter():
        for name, most in (
            ("x", width),
            ("x1", width),
            ("x2", width),
            ("cx", width),
            ("y", height),
            ("y1", height),
        ):
            assert 0 <= float(one.attrib.get(name, 0)) <= most


@pytest.mark.parametrize("plot", PLOTS.values(), ids=PLOTS)
def test_no_name_becomes_markup_or_a_control_character(plot: str) -> None:
    assert "<script" not in plot
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", plot)


def test_every_figure_stands_in_the_plot_as_text() -> None:
    assert "0.62  [0.51, 0.71]" in told(PLOTS["intervals"])
    assert {"3", "8", "1"} <= set(told(PLOTS["heat"]))
    assert "2 条" in told(PLOTS["bars"])


def test_agreement_is_framed_and_the_most_confused_is_the_darkest() -> None:
    cells = [one for one in ElementTree.fromstring(PLOTS["heat"]).iter() if one.tag == "rect"]
    shades = {float(one.attrib["style"].partition(":")[2]) for one in cells if one.attrib["class"] == "same"}
    assert shades == {0.0}
    assert max(float(one.attrib["style"].partition(":")[2]) for one in cells) == 0.85


def test_a_page_needs_nothing_beside_it_and_escapes_what_it_tells() -> None:
    body = [paragraph(f"{HOSTILE}\n第二行"), table([HOSTILE, "n"], [[HOSTILE, "3"]], 1), PLOTS["heat"]]
    made = page(HOSTILE, "zh", [Part(HOSTILE, body), Part("细", [], 3)])
    assert made.startswith("<!doctype html>")
    assert not re.search(r"(src|href)\s*=|url\(|@import|https?://", made)
    assert "<script" not in made
    assert "<td class=n>3</td>" in made
    assert "<br>第二行" in made
