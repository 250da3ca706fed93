"""The table of commands, and what is made from it: help page, palette, key bar."""

from importlib import import_module
from typing import Any

import pytest

from annotator.store.project import Project
from annotator.tui.commands import COMMANDS, Command
from annotator.tui.keyboard import key_named, typed
from annotator.tui.keys import key_words
from annotator.tui.screens.help import page
from annotator.words import say
from tests.tui.conftest import shown
from tests.tui.test_review_keys import said


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_command_runs_a_function_that_there_is(command: Command) -> None:
    module, _, function = command.run.partition(":")
    assert callable(getattr(import_module(f"annotator.tui.commands.{module}"), function))


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS.values() for key in command.keys.split(",") if key]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("command", [c for c in COMMANDS.values() if c.group != "hidden"], ids=lambda c: c.id)
def test_every_command_is_on_the_help_page(command: Command) -> None:
    assert say(f"commands.{command.id}_about") in page(80)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_key_of_punctuation_is_understood_as_an_input_method_sends_it(command: Command) -> None:
    wide = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})
    for key in command.keys.split(","):
        sign = key_words(key)
        if len(sign) == 1 and sign.isascii() and not sign.isalnum():
            assert key_named(typed(sign.translate(wide))) == key


async def test_the_palette_finds_a_command_in_either_language_and_runs_it(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert "撤销" in shown(pilot)
        await pilot.press(*"doubtful")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert said(project).flagged


async def test_the_palette_says_so_where_no_command_is_meant(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"xyzzy")
        await pilot.pause()
        assert "没有这样的命令" in shown(pilot)


async def test_help_shows_the_keys_in_force_and_scrolls(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "采纳本条全部建议；采纳后各项填齐的" in shown(pilot)
        await pilot.press("end")
        await pilot.pause()
        assert "条款列表的记号" in shown(pilot)


async def test_help_says_of_enter_that_only_what_is_asked_becomes_none(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "该填的空项记为“文中未写明”，其余仍空着" in shown(pilot)


async def test_ctrl_s_is_harmless_and_says_that_all_is_stored(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "ctrl+s")
        assert "都已保存" in shown(pilot)
        assert said(project).values == {"clause_type": ["task"]}
