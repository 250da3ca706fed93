"""Who works in a project: added, given roles, and several names made one person, all by the owner.

Names that may be one person's are only told, never joined: 张三 and 张叁 may be two.
"""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.model.review import Person
from annotator.model.reviewer import MOST, proper
from annotator.model.role import ROLES
from annotator.store import people
from annotator.store.project import Project
from annotator.tools.query.alike import key
from annotator.words import say

_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class Moved(NamedTuple):
    """A name that was joined to a person's, or parted from it, with how many answers that stand."""

    alias: str
    person: Person
    answers: int


def add(project: Project, by: str, name: str, roles: Sequence[str]) -> Person:
    """Enter a person who has not worked yet. Raises Refused where `by` may not, AnnotatorError where the name
    is taken or cannot be one, or a role is none.
    """
    kept = proper(name)
    if not kept:
        raise AnnotatorError("people.bad_name", name=name, most=MOST)
    wanted = _roles(roles)
    with project.transaction():
        if known := people.person(project, kept):
            key = "people.there" if known.id == kept else "people.taken"
            raise AnnotatorError(key, name=kept, person=known.name)
        by = people.welcome(project, by).id
        people.require(project, by, "roles")
        person = Person(kept, kept, (), wanted)
        people.store(project, by, person)
    return person


def assign_roles(project: Project, by: str, name: str, roles: Sequence[str]) -> tuple[Person, bool]:
    """Give a person these roles in the place of those before, and tell whether that changed anything; roles
    that a later version of the program gave stay. Raises Refused where `by` may not, or the project would be
    without an owner.
    """
    wanted = _roles(roles)
    with project.transaction():
        by = people.known_as(project, by)
        people.require(project, by, "roles")
        before = _person(project, name)
        later = tuple(role for role in before.roles if role not in ROLES)
        after = before._replace(roles=(*wanted, *later))
        if "owner" not in wanted:
            _keep_an_owner(project, [before.id])
        if set(after.roles) == set(before.roles):
            return before, False
        people.store(project, by, after)
    return after, True


def join(project: Project, by: str, name: str, aliases: Sequence[str], *, dry: bool = False) -> list[Moved]:
    """Make some names one person's, as one act; with `dry` only tell what would move. What a name did goes to
    the person, roles do not. Raises Refused where `by` may not, or the project would be without an owner.
    """
    with project.transaction():
        by = people.known_as(project, by)
        people.require(project, by, "alias")
        person, moved = _person(project, name), list[Moved]()
        for given in aliases:
            alias = proper(given)
            if not alias:
                raise AnnotatorError("people.bad_name", name=given, most=MOST)
            if alias == person.id:
                raise AnnotatorError("people.itself", name=alias)
            known = people.person(project, alias)
            if known and known.id not in (alias, person.id):
                raise AnnotatorError("people.taken", name=alias, person=known.name)
            answers = sum(people.answered(project, one) for one in people.names(project, alias))
            moved.append(Moved(alias, person, answers))
        names = [one.alias for one in moved]
        _keep_an_owner(project, names)
        if not dry:
            people.join(project, by, names, person.id)
    return moved


def part(project: Project, by: str, name: str, aliases: Sequence[str], *, dry: bool = False) -> list[Moved]:
    """Say that some names are a person of their own again, as one act; with `dry` only tell."""
    with project.transaction():
        by = people.known_as(project, by)
        people.require(project, by, "alias")
        person, moved = _person(project, name), list[Moved]()
        for alias in aliases:
            if alias not in person.aliases:
                raise AnnotatorError("people.no_alias_of", name=alias, person=person.name)
            moved.append(Moved(alias, person, people.answered(project, alias)))
        if not dry:
            people.join(project, by, aliases, None)
    return moved


def doubles(project: Project) -> list[list[Person]]:
    """People who may be one: their names differ in writing alone, or are read alike (张三, zhangsan)."""
    every = people.people(project)
    keys = {one.id: {key(name) for name in (one.id, one.name, *one.aliases)} for one in every}
    sounds = {name: {_sound(one) for one in found} for name, found in keys.items()}
    latin = {name: any(set(one) <= _LATIN for one in found) for name, found in keys.items()}
    found = list[list[Person]]()
    for one in every:
        for group in found:
            # Two names in hanzi that only sound alike are two people.
            if any(
                keys[one.id] & keys[other.id]
                or (latin[one.id] != latin[other.id] and sounds[one.id] & sounds[other.id])
                for other in group
            ):
                group.append(one)
                break
        else:
            found.append([one])
    return [group for group in found if len(group) > 1]


def _sound(written: str) -> str:
    """How a name is read, without tones and blanks; the same for hanzi and for their pinyin."""
    if set(written) <= _LATIN:
        return written
    from annotator.tools.gazetteer.reading import reading  # noqa: PLC0415  (never at a start)

    return "".join(reading(written).split())


def _person(project: Project, name: str) -> Person:
    if found := people.person(project, proper(name) or name):
        return found
    raise AnnotatorError("people.unknown", name=name)


def _roles(given: Sequence[str]) -> tuple[str, ...]:
    """Roles by their ids or names, each once."""
    by_name = {word: role for role in ROLES for word in (role, say(f"people.{role}"))}
    for one in given:
        if one not in by_name:
            raise AnnotatorError("people.no_role", role=one, known=", ".join(ROLES))
    return tuple(dict.fromkeys(by_name[one] for one in given))


def _keep_an_owner(project: Project, going: Sequence[str]) -> None:
    """Raises Refused where nobody but those who go owns the project."""
    owners = people.owners(project)
    if all(one.id in going for one in owners):
        raise Refused("people.last_owner", name=people.listed(owners))
