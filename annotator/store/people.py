"""Reviewers: who they are, under which names they worked, and what they may do.

An alias is a sentence of the log of its own ("this name is that person's"), so that copies of a project
which say different ones merge like anything else. What several names said is one person's work: `present`
holds it under the person's id, and of two answers to one question the later by the clock.
"""

import json
from collections.abc import Sequence

from annotator.errors import Refused
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.model.role import Deed, allow
from annotator.store import events
from annotator.store.project import Project
from annotator.words import say

ARRIVAL = "arrival"
"""The field of what a project says of somebody who came unasked. What was said of them on purpose outranks it
in whatever copy and at whatever time, and so does an earlier arrival: who comes to a copy for the first time
is described there as a newcomer, and may be more than that elsewhere.
"""
_PEOPLE = (
    "FROM present WHERE kind = 'person' AND layer = 'project' "
    f"AND field IN ('', '{ARRIVAL}') AND value != 'null'"
)
_FIRST_ARRIVAL = (
    "(SELECT value FROM event WHERE (subject, kind, field) = "
    f"(present.subject, 'person', '{ARRIVAL}') ORDER BY at, run, seq LIMIT 1)"
)
PERSON = "coalesce((SELECT id FROM identity WHERE alias = {0}), {0})"
"""The id of the person whose a name is, for a statement."""
NAMES = "(SELECT {0} UNION ALL SELECT alias FROM identity WHERE id = {0})"
"""All names of a person, for a condition."""


def identities(project: Project) -> dict[str, str]:
    """Every alias with the id of the person whose it is; a name that is not here is nobody else's."""
    return dict(project.db.execute("SELECT alias, id FROM identity ORDER BY alias"))


def known_as(project: Project, name: str) -> str:
    """The id of the person whom a name stands for, which is the name itself unless it is an alias."""
    return str(project.db.execute(f"SELECT {PERSON.format('?1')}", (name,)).fetchone()[0])


def names(project: Project, reviewer: str) -> tuple[str, ...]:
    """The names under which a person worked: the id first, then the aliases."""
    rows = project.db.execute("SELECT alias FROM identity WHERE id = ? ORDER BY alias", (reviewer,))
    return (reviewer, *(alias for (alias,) in rows))


def placeholders(found: Sequence[str]) -> str:
    """As many of them as there are names, for a condition that is as quick as `=` where there is one."""
    return ", ".join("?" * len(found))


def people(project: Project) -> list[Person]:
    """Everyone who ever worked in the project, by id, each person once."""
    aliases: dict[str, list[str]] = {}
    of = identities(project)
    for alias, person in of.items():
        aliases.setdefault(person, []).append(alias)
    query = (
        f"SELECT subject, CASE field WHEN '' THEN value ELSE {_FIRST_ARRIVAL} END "
        f"{_PEOPLE} ORDER BY subject, field DESC"
    )
    said = dict(project.db.execute(query).fetchall())
    found = [_person(name, value, aliases.get(name, ())) for name, value in said.items() if name not in of]
    if found and not any("owner" in person.roles for person in found):
        # Copies that took the role from each other's owner were merged: it goes back to who began.
        query = (
            f"SELECT subject FROM event WHERE kind = 'person' AND field IN ('', '{ARRIVAL}') "
            "ORDER BY at, run, seq LIMIT 1"
        )
        first = known_as(project, project.db.execute(query).fetchone()[0])
        found = [one._replace(roles=("owner", *one.roles)) if one.id == first else one for one in found]
    return found


def person(project: Project, name: str) -> Person | None:
    """The person of an id or an alias; None where nobody of that name has worked."""
    wanted = known_as(project, name)
    return next((one for one in people(project) if one.id == wanted), None)


def welcome(project: Project, reviewer: str) -> Person:
    """The person of that name, entered now if new; the first one of a project owns it. Who comes under an
    alias works as the person whose it is: what they do from now on is recorded under the id.
    """
    if found := person(project, reviewer):
        return found
    with project.transaction() as db:
        if found := person(project, reviewer):  # another process was quicker
            return found
        first = db.execute(f"SELECT 1 {_PEOPLE}").fetchone() is None
        wanted = known_as(project, reviewer)
        roles = ("owner", "annotator") if first else ("annotator",)
        _record(project, wanted, ARRIVAL, Person(wanted, wanted, (), roles))
        return person(project, wanted) or Person(wanted, wanted)


def owners(project: Project) -> list[Person]:
    """Those who own the project: they alone cut its documents and settle what concerns everyone's work."""
    return [one for one in people(project) if "owner" in one.roles]


def who_may(project: Project, deed: Deed) -> list[Person]:
    """Everyone whose roles allow a deed."""
    return [one for one in people(project) if allow(one.roles, deed)]


def may(project: Project, reviewer: str, deed: Deed) -> bool:
    """Whether the roles of a person, by id or alias, allow a deed."""
    found = person(project, reviewer)
    return found is not None and allow(found.roles, deed)


def require(project: Project, reviewer: str, deed: Deed) -> None:
    """Raises Refused, naming who may, where a person's roles do not allow a deed."""
    if not may(project, reviewer, deed):
        raise Refused(f"people.no_{deed}", reviewer=reviewer, who=listed(who_may(project, deed)))


def listed(found: Sequence[Person]) -> str:
    """The names of some people in a sentence."""
    return say("review.comma").join(one.name for one in found) or say("people.nobody")


def store(project: Project, by: str, person: Person) -> None:
    """Record a person's name and roles; `by` is who says so."""
    _record(project, by, "", person)


def join(project: Project, by: str, aliases: Sequence[str], person: str | None) -> None:
    """Record that some names are a person's, or (None) that they are nobody else's, as one act."""
    said: dict[str, str | None] = dict.fromkeys(aliases, person)
    if person is not None and _said(project, person):  # the opposite, in a copy that was merged
        said[person] = None
    changes = [Change("person", alias, "alias", of, layer="project") for alias, of in said.items()]
    events.record(project, by, changes, origin="command")


def _said(project: Project, name: str) -> bool:
    """Whether a name was ever said to be another's, and not taken back."""
    query = (
        "SELECT 1 FROM present WHERE subject = ? AND layer = 'project' AND kind = 'person' "
        "AND field = 'alias' AND value != 'null'"
    )
    return project.db.execute(query, (name,)).fetchone() is not None


def answered(project: Project, name: str) -> int:
    """How many answers to a field were given under a name and stand."""
    query = (
        "SELECT count(*) FROM present JOIN event ON event.id = present.event WHERE present.kind = 'label' "
        f"AND present.layer = 'review' AND present.owner = {PERSON.format('?1')} "
        "AND present.value != 'null' AND event.reviewer = ?1"
    )
    return int(project.db.execute(query, (name,)).fetchone()[0])


def _person(subject: str, value: str, aliases: Sequence[str]) -> Person:
    said = json.loads(value)
    return Person(subject, said["name"], tuple(aliases), tuple(said["roles"]))


def _record(project: Project, by: str, field: str, person: Person) -> None:
    value = {"name": person.name, "roles": list(person.roles)}
    change = Change("person", person.id, field, value=value, layer="project")
    events.record(project, by, [change], origin="command")
