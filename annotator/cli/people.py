"""`annotator reviewers`: who works."""

from pathlib import Path

from annotator.cli.options import json_option, opened, project_option, show_json, table
from annotator.cli.worded import command
from annotator.store import people
from annotator.words import say


@command("reviewers")
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
