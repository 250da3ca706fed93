"""`annotator reviewers`: who works, in which role, and under which names."""

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
    tell,
)
from annotator.cli.worded import Worded, WordedGroup, argument
from annotator.flows import staffing
from annotator.model.review import Person
from annotator.model.role import ROLES
from annotator.store import people
from annotator.words import say
from annotator.words.plain import typed


@click.group("reviewers", cls=WordedGroup, key="reviewers", form=True, invoke_without_command=True)
@project_option
@json_option
@click.pass_context
def reviewers(ctx: click.Context, project: Path | None, as_json: bool) -> None:
    """Everyone who ever worked in the project."""
    if ctx.invoked_subcommand is not None:
        ctx.find_root().obj["project"] = project or ctx.find_root().obj["project"]
        return
    with opened(project) as store:
        every, alike = people.people(store), staffing.doubles(store)
    if as_json:
        show_json([_record(one) for one in every])
        return
    comma = say("review.comma")
    rows = [[_called(one), _roles(one), comma.join(one.aliases)] for one in every]
    table([[say(f"people.column_{name}") for name in ("name", "roles", "also")], *rows])
    for people_alike in alike:
        # The one with hanzi is the person: a login name is their other name.
        names = sorted((one.id for one in people_alike), key=str.isascii)
        words = " ".join(map(typed, names))
        tell(say("people.near", names=comma.join(names), words=words))


@reviewers.command("add", cls=Worded, key="reviewers_add", form=True)
@argument("names", "name", many=True)
@click.option("--role", "roles", multiple=True, metavar=say("usage.role"), help=say("options.role"))
@project_option
@reviewer_option
@json_option
def add(
    names: tuple[str, ...], roles: tuple[str, ...], project: Path | None, reviewer: str | None, as_json: bool
) -> None:
    """Enter people before they come, all or none."""
    by = reviewer_name(reviewer)
    with opened(project) as store, store.transaction():
        added = [staffing.add(store, by, name, roles or ("annotator",)) for name in names]
    if as_json:
        show_json([_record(person) for person in added])
        return
    for person in added:
        _tell(person, "added", as_json)


@reviewers.command("role", cls=Worded, key="reviewers_role", form=True)
@argument("name", "name")
@argument("roles", "role", many=True)
@project_option
@reviewer_option
@json_option
def role(
    name: str, roles: tuple[str, ...], project: Path | None, reviewer: str | None, as_json: bool
) -> None:
    """Give a person other roles."""
    with opened(project) as store:
        person, changed = staffing.assign_roles(store, reviewer_name(reviewer), name, roles)
    _tell(person, "changed" if changed else "same", as_json)


@reviewers.command("alias", cls=Worded, key="reviewers_alias")
@argument("name", "name")
@argument("aliases", "name", many=True)
@click.option("--drop", is_flag=True, help=say("options.drop_alias"))
@click.option("--dry-run", "dry", is_flag=True, help=say("options.dry_alias"))
@project_option
@reviewer_option
@json_option
def alias(
    name: str,
    aliases: tuple[str, ...],
    *,
    drop: bool,
    dry: bool,
    project: Path | None,
    reviewer: str | None,
    as_json: bool,
) -> None:
    """Make several names one person's, or part them."""
    with opened(project) as store:
        act = staffing.part if drop else staffing.join
        moved = act(store, reviewer_name(reviewer), name, aliases, dry=dry)
    if as_json:
        show_json([{"alias": one.alias, "person": one.person.id, "answers": one.answers} for one in moved])
        return
    key = ("would_part" if drop else "would_join") if dry else ("parted" if drop else "joined")
    for one in moved:
        show(say(f"people.{key}", alias=one.alias, name=one.person.name, count=one.answers))


def _tell(person: Person, key: str, as_json: bool) -> None:
    if as_json:
        show_json(_record(person))
    else:
        show(say(f"people.{key}", name=person.name, roles=_roles(person)))


def _called(person: Person) -> str:
    """A name, and the one that is typed where it is another."""
    return person.name if person.name == person.id else f"{person.name} ({person.id})"


def _roles(person: Person) -> str:
    """The roles in words; one of a later version as it is."""
    words = [say(f"people.{role}") if role in ROLES else role for role in person.roles]
    return say("review.comma").join(words)


def _record(person: Person) -> dict[str, object]:
    return {"id": person.id, "name": person.name, "aliases": person.aliases, "roles": person.roles}
