"""`annotator reviewers` and `annotator units`: who works, and who is named."""

from collections import Counter
from pathlib import Path

import click

from annotator.cli.options import json_option, opened, project_option, show_json, table
from annotator.store import documents, people, suggestions
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


@click.command(help=say("cli.help_units"))
@click.option("--unresolved", is_flag=True, help=say("cli.option_unresolved"))
@project_option
@json_option
def units(unresolved: bool, project: Path | None, as_json: bool) -> None:
    """The units named in the documents, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    with opened(project) as store:
        for document in documents.listing(store):
            ids = [clause.clause_id for clause in documents.clauses(store, document)]
            for suggestion in suggestions.of(store, ids):
                for unit in suggestion.value:
                    if isinstance(unit, dict) and not (unresolved and unit["org_id"]):
                        counts[unit["org_id"] or "", unit["name"]] += 1
    if as_json:
        show_json(
            [{"org_id": o or None, "name": name, "mentions": n} for (o, name), n in counts.most_common()]
        )
        return
    table([[str(n), name, o or say("people.unresolved")] for (o, name), n in counts.most_common()])
