"""What the people of a project should hear of a merge, each thing in one function: it is called before
anything is put in, and what it returns afterwards, in the same transaction.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from annotator.errors import AnnotatorError
from annotator.store import events, executors, people
from annotator.store.incoming import Incoming
from annotator.store.referring import Referring
from annotator.words import say

_PRESENT = "SELECT value FROM present WHERE layer = 'project' AND kind = ? AND subject = ? AND field = ''"


class Told(NamedTuple):
    """Something to be told: a key of the catalogue and the values for its sentence."""

    key: str
    values: Mapping[str, object]


Afterwards = Callable[[], Iterable[Told]]
Check = Callable[[Incoming], Afterwards]


def require_content(incoming: Incoming) -> None:
    """Raises AnnotatorError where the cutting or the codebook in force would be one that is not there: event
    files alone cannot bring it.
    """
    db = incoming.db
    for brought in incoming.brought:
        for kind, subject in brought.last:
            if kind == "person" or (now := _now(incoming, kind, subject)) is None:
                continue
            table, column = ("cutting", "cutting_id") if kind == "cut" else ("codebook", "digest")
            if db.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (now,)).fetchone():
                continue
            if kind == "codebook":
                raise AnnotatorError("merging.no_codebook", path=brought.path, digest=now)
            if db.execute("SELECT 1 FROM document WHERE doc_id = ?", (subject,)).fetchone():
                document = Referring(incoming.project).document(subject)
                raise AnnotatorError("merging.no_cutting", path=brought.path, document=document)


def _now(incoming: Incoming, kind: str, subject: str) -> Any:
    """What the project says of a subject; None where it says nothing."""
    row = incoming.db.execute(_PRESENT, (kind, subject)).fetchone()
    return json.loads(row[0]) if row else None


def _clocks(incoming: Incoming) -> Afterwards:
    """Events of a time that has not come: all that is done here is dated behind them from now on."""

    def told() -> Iterator[Told]:
        for brought in incoming.brought:
            if brought.early:
                latest = datetime.fromtimestamp(brought.latest / 1000, UTC).strftime("%Y-%m-%d %H:%M")
                yield Told("merging.ahead", {"path": brought.path, "count": brought.early, "latest": latest})

    return told


def _cuttings(incoming: Incoming) -> Afterwards:
    """Documents of which one file has another cutting than the project or another file."""
    db, said = incoming.db, dict[str, dict[str, str]]()
    for brought in incoming.brought:
        for (kind, subject), (_, value) in brought.last.items():
            if kind == "cut":
                said.setdefault(subject, {})[str(brought.path)] = json.loads(value)
    for subject, cuttings in said.items():
        if (here := _now(incoming, "cut", subject)) is not None:
            cuttings[str(incoming.project.path)] = here

    def told() -> Iterator[Told]:
        known = Referring(incoming.project)
        for subject, cuttings in said.items():
            now = _now(incoming, "cut", subject)
            if (
                len(set(cuttings.values())) > 1
                and db.execute("SELECT 1 FROM document WHERE doc_id = ?", (subject,)).fetchone()
            ):
                at, by = _last(incoming, "cut", subject)
                winner = next((path for path, one in cuttings.items() if one == now), "")
                who = {"path": winner, "by": known.person(by), "at": at}
                yield Told("merging.cuttings", {"document": known.document(subject), **who})

    return told


def _last(incoming: Incoming, kind: str, subject: str) -> tuple[str, str]:
    """When, and by whom, the last word on a subject was said."""
    query = (
        "SELECT event.at, event.reviewer FROM present JOIN event ON event.id = present.event "
        "WHERE present.layer = 'project' AND present.kind = ? AND present.subject = ? AND present.field = ''"
    )
    at, by = incoming.db.execute(query, (kind, subject)).fetchone()
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M"), by


def _codebooks(incoming: Incoming) -> Afterwards:
    """Files that have another codebook in force, and labels given by one that means something else."""
    db, before = incoming.db, events.codebook_digest(incoming.db)
    of = ("codebook", "codebook")
    said = [(one.path, json.loads(one.last[of][1])) for one in incoming.brought if of in one.last]

    def named(digest: str) -> tuple[str, str]:
        query = "SELECT name || ' ' || version, meaning FROM codebook WHERE digest = ?"
        name, meaning = db.execute(query, (digest,)).fetchone() or (digest[:12], "")
        return name, meaning

    def told() -> Iterator[Told]:
        now = events.codebook_digest(db)
        for path, digest in said:
            if before in ("", digest):
                continue
            (here, first), (there, second) = named(before), named(digest)
            key = "merging.codebook_words" if first == second else "merging.codebook_meaning"
            values = {"path": path, "here": here, "there": there, "now": named(now)[0], "digest": now[:12]}
            yield Told(key, values)
        current, meant = named(now)
        for brought in incoming.brought:
            for digest, count in brought.labels.items():
                given, meaning = named(digest)
                if meaning != meant:
                    values = {"path": brought.path, "count": count, "there": given, "now": current}
                    yield Told("merging.labelled_by", values)

    return told


def _doubles(incoming: Incoming) -> Afterwards:
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


def _owners(incoming: Incoming) -> Afterwards:
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
                at, by = _last(incoming, "person", person)
                values = {"name": name, "by": Referring(incoming.project).person(by), "at": at}
                yield Told(
                    "merging.owner_gone", {**values, "owners": say("review.comma").join(after.values())}
                )

    return told


def _retired(incoming: Incoming) -> Afterwards:
    """Documents that are out of use and were not before: their clauses leave everyone's work."""
    query = (
        "SELECT subject FROM present WHERE kind = 'retire' AND layer = 'project' AND value = 'true' "
        "AND subject IN (SELECT doc_id FROM document)"
    )
    known = {doc_id for (doc_id,) in incoming.db.execute("SELECT doc_id FROM document")}
    before = {doc_id for (doc_id,) in incoming.db.execute(query)}

    def told() -> Iterator[Told]:
        names = Referring(incoming.project)
        for (doc_id,) in incoming.db.execute(query).fetchall():
            if doc_id in known - before:
                at, by = _last(incoming, "retire", doc_id)
                who = {"by": names.person(by), "at": at}
                yield Told("merging.retired", {"document": names.document(doc_id), **who})

    return told


def _deciders(incoming: Incoming) -> Afterwards:
    """Clauses that were decided by one of those who labelled them, in a copy that did not know it."""
    before = set(executors.own_decisions(incoming.project))

    def told() -> Iterator[Told]:
        names, own = Referring(incoming.project), Counter[str]()
        own.update(one.reviewer for one in executors.own_decisions(incoming.project) if one not in before)
        for reviewer, count in sorted(own.items()):
            yield Told("merging.own_decision", {"name": names.person(reviewer), "count": count})

    return told


def _unknown(incoming: Incoming) -> Afterwards:
    """Acts on documents and clauses that the project does not hold; they are kept all the same."""

    def told() -> Iterator[Told]:
        query = (
            "SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM piece WHERE clause_id = value) "
            "AND NOT EXISTS (SELECT 1 FROM document WHERE doc_id = value)"
        )
        subjects = json.dumps(list(incoming.subjects))
        count = sum(incoming.subjects[subject] for (subject,) in incoming.db.execute(query, (subjects,)))
        if count:
            yield Told("merging.unknown", {"count": count})

    return told


def _twins(incoming: Incoming) -> Afterwards:
    """Documents that read as one that is there: two files, one text, and one set of clauses for both."""
    query = (
        "SELECT text.doc_id, cut.subject FROM present AS cut "
        "JOIN cutting ON cutting.cutting_id = json_extract(cut.value, '$') "
        "JOIN source AS text USING (source_sha256) "
        "WHERE cut.kind = 'cut' AND cut.layer = 'project' AND cut.subject != text.doc_id"
    )
    before = set(incoming.db.execute(query))

    def told() -> Iterator[Told]:
        names = Referring(incoming.project)
        for first, second in sorted(set(incoming.db.execute(query)) - before):
            yield Told("merging.twins", {"first": names.document(first), "second": names.document(second)})

    return told


CHECKS: tuple[Check, ...] = (
    _clocks, _cuttings, _codebooks, _retired, _doubles, _owners, _deciders, _unknown, _twins,
)  # fmt: skip
"""In the order in which they are told."""
