"""The options that say how the working place appears. Help loads this, so it loads no project."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from annotator.model.preferences import THEMES
from annotator.words import say

Command = TypeVar("Command", bound=Callable[..., Any])


def look_options(command: Command) -> Command:
    """`--theme` and `--linear`, on `annotator` and on the commands that open the working place."""
    for name, values in (
        ("--theme", {"type": click.Choice(THEMES), "metavar": say("usage.colours")}),
        ("--linear", {"flag_value": "on"}),
    ):
        command = click.option(name, default=None, help=say(f"options.{name[2:]}"), **values)(command)
    return command
