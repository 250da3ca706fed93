"""Reviewers: who they are and what they may do."""

import json

from annotator.model.event import Change
from annotator.model.review import Person
from annotator.store import events
from annotator.store.project import Project


def people(project: Project) -> list[Person]:
    """Everyone who ever worked in the project, by id."""
    query = "SELECT subject, value FROM present WHERE kind = 'person' AND layer = 'project' ORDER BY subject"
    return [_person(subject, value) for subject, value in project.db.execute(query)]


def welcome(project: Project, reviewer: str) -> Person:
    """The reviewer of that id, entered now if new; the first one of a project owns it."""
    if person := _known(project, reviewer):
        return person
    with project.transaction() as db:
        if person := _known(project, reviewer):  # another process was quicker
            return person
        first = db.execute("SELECT 1 FROM present WHERE kind = 'person'").fetchone() is None
        person = Person(reviewer, reviewer, roles=("owner", "annotator") if first else ("annotator",))
        store(project, reviewer, person)
    return person


def owners(project: Project) -> list[Person]:
    """Those who own the project: they alone cut its documents and settle what concerns everyone's work."""
    return [person for person in people(project) if "owner" in person.roles]


def owns(project: Project, reviewer: str) -> bool:
    """Whether a reviewer owns the project."""
    return any(person.id == reviewer for person in owners(project))


def may_cut(project: Project, reviewer: str) -> bool:
    """Whether a reviewer may split and merge clauses."""
    return owns(project, reviewer)


def store(project: Project, by: str, person: Person) -> None:
    """Record what is known of a person; `by` is who says so."""
    value = {"name": person.name, "aliases": list(person.aliases), "roles": list(person.roles)}
    change = Change("person", person.id, value=value, layer="project")
    events.record(project, by, [change], origin="command")


def _known(project: Project, reviewer: str) -> Person | None:
    query = "SELECT subject, value FROM present WHERE kind = 'person' AND layer = 'project' AND subject = ?"
    row = project.db.execute(query, (reviewer,)).fetchone()
    return _person(*row) if row else None


def _person(subject: str, value: str) -> Person:
    said = json.loads(value)
    return Person(subject, said["name"], tuple(said["aliases"]), tuple(said["roles"]))
