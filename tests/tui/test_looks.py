"""The looks: text stands out in each, and without colours nothing is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.color import Color
from rich.segment import Segment
from textual.widgets import Input

from annotator.model.preferences import THEMES, Look
from annotator.store import preferences
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.shell import Shell
from annotator.tui.start import StartApp
from tests.tui.conftest import shown

PLACES = {
    "review": ["t", "i", "d", "down", "down"], "finished": ["t", "i", "3", "a", "4", "p", "enter", "="],
    "refused": ["enter"], "help": ["question_mark"], "palette": ["ctrl+p", "down"], "spread": ["t", "i", "asterisk"], "library": ["comma", "escape", "down"],
    "picker": ["3", "slash", *"sjj", "down"], "note": ["semicolon", *"note"], "start": [],
}  # fmt: skip
LINES = set("─│╭╮╰╯┌┐└┘▔▁▊▎▌▐█▀▄▇▆▅▃▂▉▋▍▏▕▘▝▖▗")


def segments(pilot: Any) -> Iterator[Segment]:
    """What is on the screen; of a box before it, what is in the box. Textual has no public way to it."""
    boxes = pilot.app.screen.query("#box")
    place = boxes.first().region if boxes else pilot.app.screen.region
    for line in pilot.app.screen._compositor.render_strips()[place.y : place.bottom]:
        yield from line.crop(place.x, place.right)


def contrast(segment: Segment) -> float:
    """How far a text stands out from its ground, by the formula of WCAG 2."""
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    one, other = sorted(map(luminance, (style.color, style.bgcolor)), reverse=True)
    return (one + 0.05) / (other + 0.05)


def luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def app_at(place: str, project: Project, theme: str) -> Shell[Any]:
    if place == "start":
        return StartApp("root", Look(theme))
    return AnnotatorApp(project, codebook_of(project), "王芳", Look(theme))


async def at(pilot: Any, place: str) -> None:
    for key in PLACES[place]:
        await pilot.press(key)
    if place == "start":
        pilot.app.tell("配色")
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("theme", "least"), [("dark", 4.5), ("light", 4.5), ("contrast", 7.0)])
async def test_every_text_on_every_screen_stands_out(
    project: Project, theme: str, least: float, place: str
) -> None:
    async with app_at(place, project, theme).run_test(size=(140, 45), notifications=True) as pilot:
        await pilot.pause()
        await at(pilot, place)
        weak = {
            (round(contrast(one), 1), one.text.strip(), str(one.style))
            for one in segments(pilot)
            if one.text.strip(" ").strip("".join(LINES)) and contrast(one) < least
        }
        assert not weak


@pytest.mark.parametrize("place", PLACES)
async def test_without_colours_none_is_sent(project: Project, place: str) -> None:
    async with app_at(place, project, "none").run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await at(pilot, place)
        coloured = {
            one.style for one in segments(pilot) if one.style and (one.style.color or one.style.bgcolor)
        }
        assert not coloured


async def test_without_colours_what_matters_is_told_by_reverse_and_by_signs(project: Project) -> None:
    app = AnnotatorApp(project, codebook_of(project), "王芳", Look("none"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("t", "down", "down")
        await pilot.pause()
        reversed_ = [one.text for one in segments(pilot) if one.style and one.style.reverse]
        assert any("加快建设" in text for text in reversed_), "the row of the list"
        assert any("主题类别" in text for text in reversed_), "the field in focus"
        assert any("数据要素" in text for text in reversed_), "the code under the cursor"
        await pilot.press("enter", "1")
        await pilot.pause()
        chosen = [one for one in segments(pilot) if "✓任务举措" in one.text]
        assert all(one.style and one.style.bold and one.style.underline for one in chosen)
        assert chosen


async def test_turning_through_the_looks_is_seen_at_once_and_kept(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    app = AnnotatorApp(project, codebook_of(project), "王芳")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        grounds = []
        for theme in [*THEMES[1:], THEMES[0]]:
            app.action_theme()
            await pilot.pause()
            await pilot.pause()
            assert preferences.read()[0]["theme"] == theme
            grounds.append({one.style.bgcolor for one in segments(pilot) if one.style} - {None})
        assert [bool(ground) for ground in grounds] == [True, True, False, True]
        assert grounds[0].isdisjoint(grounds[1])
        assert "配色：深色" in shown(pilot)


async def test_a_look_that_cannot_be_kept_is_shown_and_said(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "file"))
    app = AnnotatorApp(project, codebook_of(project), "王芳")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.action_theme()
        await pilot.pause()
        await pilot.pause()
        assert app.theme == "light"
        assert "设置存不进" in shown(pilot)


async def test_no_color_is_a_look_and_not_a_shade_of_grey(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = AnnotatorApp(project, codebook_of(project), "王芳", Look("light"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert any(one.style and one.style.color for one in segments(pilot))


async def test_an_input_without_colours_shows_its_cursor(project: Project) -> None:
    app = AnnotatorApp(project, codebook_of(project), "王芳", Look("none"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        app.screen.query_one(Input).cursor_blink = False
        await pilot.press("a")
        await pilot.pause()
        assert any(one.text == " " and one.style and one.style.reverse for one in segments(pilot))
