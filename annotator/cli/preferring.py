"""`annotator preferences`: what a person prefers on this machine, and where each value comes from."""

import os

import click

from annotator.cli.options import json_option, show, show_json, table
from annotator.cli.reviewer import system_user
from annotator.cli.settings import settings
from annotator.cli.worded import Worded, WordedGroup, argument
from annotator.model.preferences import PREFERENCES, checked
from annotator.store import preferences as stored
from annotator.words import say

NAMES = {"zh": "中文", "en": "English"}
"""A language by its own name."""


@click.group("preferences", cls=WordedGroup, key="preferences", invoke_without_command=True)
@json_option
@click.pass_context
def preferences(ctx: click.Context, as_json: bool) -> None:
    """Show what holds."""
    if ctx.invoked_subcommand is not None:
        return
    found, _ = settings()
    found.setdefault("reviewer", (system_user(), "system"))
    path = stored.path()
    if as_json:
        values = {name: {"value": found[name][0], "from": found[name][1]} for name in PREFERENCES}
        show_json({"file": str(path), **values})
        return
    show(say("preferences.file", path=path))
    table(
        [
            [
                name,
                found[name][0],
                say(f"preferences.from_{found[name][1]}"),
                say(f"preferences.about_{name}"),
            ]
            for name in PREFERENCES
        ]
    )
    show(say("preferences.change"))


@preferences.command("set", cls=Worded, key="preferences_set")
@argument("name", "setting")
@argument("value", "value", required=False)
def set_(name: str, value: str | None) -> None:
    """Store a value, or forget it."""
    value = None if value is None else checked(name, value)
    stored.write({name: value})
    about = say(f"preferences.about_{name}")
    if value is None:
        show(say("preferences.forgotten", about=about))
    else:
        show(say("preferences.stored", about=about, value=_value(name, value)))
    if os.environ.get(variable := PREFERENCES[name].variable):
        show(say("preferences.overridden", variable=variable))


def _value(name: str, value: str) -> str:
    """A value in words."""
    match name:
        case "language":
            return NAMES[value]
        case "theme":
            return say(f"looks.{value}")
        case "width":
            return say(f"start.width_{value}")
        case "mouse" | "linear":
            return say(f"preferences.{value}")
        case _:
            return value
