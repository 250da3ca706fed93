"""`annotator reviewers`: who works."""

from pathlib import Path

import click

from annotator.cli.options import json_option, opened, project_option, show_json, table
from annotator.store import people
from annotator.words import say


@click.command(help=say("cli.help_reviewers"))
@project_option
@json_option
def reviewers(project: Path | None, as_json: bool) -> None:
    """Everyone who ever worked in the project."""
    with opened(project) as store:
        every = people.people(store)
    if as_json:
        show_json([{"id": p.id, "name": p.name, "aliases": p.aliases, "roles": p.roles} for p in every])
        return
    table(
        [[p.id, p.name, say("review.comma").join(say(f"people.{role}") for role in p.roles)] for p in every]
    )
