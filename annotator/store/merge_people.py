"""What a merge says of people: who works under which name, in which role, and who decided what."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from annotator.model.role import ROLES, allow
from annotator.store import executors, people
from annotator.store.incoming import Incoming
from annotator.store.merge_told import Afterwards, Told, last_word
from annotator.store.referring import Referring
from annotator.words import say


def doubles(incoming: Incoming) -> Afterwards:
    """Reviewers under whose name another user of a computer has worked."""
    names = json.dumps(sorted({reviewer for one in incoming.brought for reviewer, _ in one.people}))
    query = (
        "SELECT DISTINCT reviewer, os_user FROM event WHERE reviewer IN (SELECT value FROM json_each(?)) "
        "AND os_user != ''"
    )
    known: dict[str, set[str]] = {}
    for reviewer, user in incoming.db.execute(query, (names,)):
        known.setdefault(reviewer, set()).add(user)

    def told() -> Iterator[Told]:
        names = Referring(incoming.project)
        for brought in incoming.brought:
            for reviewer, user in sorted(brought.people):
                others = known.setdefault(reviewer, set())
                if others and user and user not in others:
                    users = {"user": user, "others": ", ".join(sorted(others))}
                    who = {"path": brought.path, "reviewer": names.person(reviewer)}
                    yield Told("merging.double", {**who, **users})
            for reviewer, user in brought.people:
                known[reviewer] |= {user} - {""}

    return told


def owners(incoming: Incoming) -> Afterwards:
    """People who own the project and did not before, and who do not any more: any copy can say so."""

    def owners() -> dict[str, str]:
        return {person.id: person.name for person in people.owners(incoming.project)}

    before = owners()

    def told() -> Iterator[Told]:
        for person, name in owners().items():
            if before and person not in before:
                yield Told("merging.owner", {"name": name})
        after = owners()
        for person, name in before.items():
            if people.known_as(incoming.project, person) not in after:
                at, by = last_word(incoming, "person", person)
                values = {"name": name, "by": Referring(incoming.project).person(by), "at": at}
                yield Told(
                    "merging.owner_gone", {**values, "owners": say("review.comma").join(after.values())}
                )

    return told


def deciders(incoming: Incoming) -> Afterwards:
    """Clauses that were decided by one of those who labelled them, in a copy that did not know it."""
    before = set(executors.own_decisions(incoming.project))

    def told() -> Iterator[Told]:
        names, own = Referring(incoming.project), Counter[str]()
        own.update(one.reviewer for one in executors.own_decisions(incoming.project) if one not in before)
        for reviewer, count in sorted(own.items()):
            yield Told("merging.own_decision", {"name": names.person(reviewer), "count": count})

    return told


def roles(incoming: Incoming) -> Afterwards:
    """People whose roles are others than before, and newcomers who may decide; owners are told apart."""

    def held() -> dict[str, tuple[str, frozenset[str]]]:
        every = people.people(incoming.project)
        return {one.id: (one.name, frozenset(one.roles) - {"owner"}) for one in every}

    before = held()

    def told() -> Iterator[Told]:
        for person, (name, now) in held().items():
            was = before.get(person, ("", frozenset()))[1]
            if before and now != was and (person in before or allow(sorted(now), "decide")):
                at, by = last_word(incoming, "person", person)
                who = {"by": Referring(incoming.project).person(by), "at": at}
                yield Told("merging.roles", {"name": name, "was": _named(was), "now": _named(now), **who})

    return told


def names(incoming: Incoming) -> Afterwards:
    """Names that are another person's than before: two people have become one, or one two."""
    before = people.identities(incoming.project)

    def told() -> Iterator[Told]:
        known, after = Referring(incoming.project), people.identities(incoming.project)
        for alias, person in after.items():
            if before.get(alias) != person:
                yield Told("merging.joined", {"alias": alias, "name": known.person(person)})
        for alias in before.keys() - after.keys():
            yield Told("merging.parted", {"alias": alias, "name": known.person(before[alias])})

    return told


class _Overruled(NamedTuple):
    loser: str
    winner: str


def overruled(incoming: Incoming) -> Afterwards:
    """Decisions that came in, or stood, and that a later one of somebody else has replaced."""
    query = "SELECT DISTINCT subject FROM temp.incoming_event WHERE layer = 'gold'"
    touched = json.dumps([subject for (subject,) in incoming.db.execute(query)])

    def told() -> Iterator[Told]:
        counts = Counter[_Overruled]()
        for said in _decided(incoming, touched):
            winner = said[-1][0]
            stands = {about: value for _, about, value in said}
            by = {(person, about): value for person, about, value in said}
            losers = {person for (person, about), value in by.items() if value != stands[about]}
            counts.update(_Overruled(one, winner) for one in losers - {winner})
        known = Referring(incoming.project)
        for (loser, winner), count in sorted(counts.items()):
            values = {"loser": known.person(loser), "winner": known.person(winner), "count": count}
            yield Told("merging.overruled", values)

    return told


def _decided(incoming: Incoming, clause_ids: str) -> Iterator[list[tuple[str, tuple[str, str], str]]]:
    """For each clause what was decided, in the order of the clock: by whom, about what, and the value."""
    query = (
        f"SELECT subject, {people.PERSON.format('reviewer')}, kind, field, "
        "CASE kind WHEN 'label' THEN value ELSE json_extract(value, '$.how') = 'discard' END "
        "FROM event WHERE layer = 'gold' AND kind IN ('label', 'decision') "
        "AND subject IN (SELECT value FROM json_each(?)) ORDER BY subject, at, run, seq"
    )
    rows = incoming.db.execute(query, (clause_ids,))
    for _, of_one in groupby(rows, key=itemgetter(0)):
        yield [(person, (kind, field), str(value)) for _, person, kind, field, value in of_one]


def _named(roles: frozenset[str]) -> str:
    return say("review.comma").join(say(f"people.{role}") for role in ROLES if role in roles) or "—"
