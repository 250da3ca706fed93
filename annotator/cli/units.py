"""`annotator units`: who is named in the documents, and what the owner says of those that nobody knew."""

from collections import Counter
from pathlib import Path

import click

from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
    table,
)
from annotator.cli.worded import command
from annotator.errors import AnnotatorError
from annotator.flows import naming
from annotator.model.addition import Addition, followed
from annotator.store import additions, documents, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.words import say


@command("units")
@click.option("--unresolved", is_flag=True, help=say("options.unresolved"))
@click.option("--proposed", is_flag=True, help=say("options.proposed"))
@click.option("--add", metavar=say("usage.name"), help=say("options.add_unit"))
@click.option("--place", metavar=say("usage.place"), help=say("options.place"))
@click.option("--alias", metavar=say("usage.name"), multiple=True, help=say("options.alias_unit"))
@click.option("--confirm", metavar=say("usage.name"), multiple=True, help=say("options.confirm"))
@click.option("--merge", metavar=say("usage.name_into"), nargs=2, multiple=True, help=say("options.merge"))
@click.option("--drop", metavar=say("usage.name"), multiple=True, help=say("options.drop"))
@project_option
@reviewer_option
@json_option
def units(
    *,
    unresolved: bool,
    proposed: bool,
    add: str | None,
    place: str | None,
    alias: tuple[str, ...],
    confirm: tuple[str, ...],
    merge: tuple[tuple[str, str], ...],
    drop: tuple[str, ...],
    project: Path | None,
    reviewer: str | None,
    as_json: bool,
) -> None:
    """The units named in the documents, the most frequent first; or those that wait for confirmation."""
    if (place or alias) and not add:
        raise AnnotatorError("units.alias_of_what")
    with opened(project) as store:
        if add or confirm or merge or drop:
            by = reviewer_name(reviewer)
            with store.transaction():
                settled = naming.add(store, by, add, place or "", alias) if add else []
                settled += [naming.confirm(store, by, name) for name in confirm]
                settled += [naming.merge(store, by, name, into) for name, into in merge]
                settled += [naming.drop(store, by, name) for name in drop]
            if as_json:
                show_json([one._asdict() for one in settled])
                return
            for one in settled:
                show(say(f"units.{one.state}", name=one.name, into=one.into_name))
        elif proposed:
            _list_proposed(naming.listing(store, reviewer_name(reviewer)), as_json)
        else:
            _list_named(store, unresolved, as_json)


def _list_proposed(listed: list[naming.Listed], as_json: bool) -> None:
    if as_json:
        show_json([{**one.addition._asdict(), "labels": one.labels, "close": one.close} for one in listed])
    elif not listed:
        show(say("units.none_proposed"))
    comma = say("review.comma")
    table(
        [
            [
                one.addition.name,
                one.addition.place,
                say("units.labels", count=one.labels),
                one.addition.org_id,
                say("units.close", names=comma.join(one.close)) if one.close else "",
            ]
            for one in ([] if as_json else listed)
        ]
    )


def _list_named(store: Project, unresolved: bool, as_json: bool) -> None:
    added = additions.additions(store)
    fields = {field.id for field in codebook_of(store).clause_fields if field.kind == "entity"}
    counts: Counter[tuple[str, str]] = Counter()
    for document in documents.listing(store):
        ids = [clause.clause_id for clause in documents.clauses(store, document)]
        for suggestion in suggestions.stored(store, ids):
            for unit in suggestion.value if suggestion.field in fields else ():
                if isinstance(unit, dict) and not (unresolved and unit["org_id"]):
                    now = followed(unit, added)
                    counts[now["org_id"] or "", now["name"]] += 1
    if as_json:
        show_json(
            [
                {"org_id": o or None, "name": name, "mentions": n, "state": _state(added, o)}
                for (o, name), n in counts.most_common()
            ]
        )
        return
    table(
        [
            [str(n), name, o or say("people.unresolved"), _words(_state(added, o))]
            for (o, name), n in counts.most_common()
        ]
    )


def _state(added: dict[str, Addition], org_id: str) -> str | None:
    """The state of an organisation that the project added; None for any other."""
    return added[org_id].state if org_id in added else None


def _words(state: str | None) -> str:
    return say("units.state_proposed") if state == "proposed" else ""
