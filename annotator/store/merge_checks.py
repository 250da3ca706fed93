"""What the people of a project should hear of a merge, each thing in one function: it is called before
anything is put in, and what it returns afterwards, in the same transaction.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.label_unit import UNITS
from annotator.model.rejection import EVERYWHERE
from annotator.store import cut_into, events, merge_people
from annotator.store.incoming import Incoming
from annotator.store.merge_told import Afterwards, Check, Told, last_word
from annotator.store.referring import Referring
from annotator.words import say

_PRESENT = "SELECT value FROM present WHERE layer = 'project' AND kind = ? AND subject = ? AND field = ''"

_UNCUT = (
    "SELECT subject FROM present JOIN document ON doc_id = subject WHERE kind = 'cut' AND layer = 'project' "
    "AND json_extract(value, '$') NOT IN (SELECT cutting_id FROM cutting) ORDER BY subject LIMIT 1"
)


def require_content(incoming: Incoming) -> None:
    """Raises AnnotatorError where the cutting or the codebook in force would be one that is not there: event
    files alone cannot bring it.
    """
    for brought in incoming.brought:
        now = _now(incoming, "codebook", "codebook") if ("codebook", "codebook") in brought.last else None
        query = "SELECT 1 FROM codebook WHERE digest = ?"
        if now is not None and incoming.db.execute(query, (now,)).fetchone() is None:
            raise AnnotatorError("merging.no_codebook", path=brought.path, digest=now)
    # A cutting may have been told of long ago, when its document was not yet here.
    if lost := incoming.db.execute(_UNCUT).fetchone():
        paths = say("review.comma").join(str(one.path) for one in incoming.brought)
        document = Referring(incoming.project).document(lost[0])
        raise AnnotatorError("merging.no_cutting", path=paths, document=document)


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
                at, by = last_word(incoming, "cut", subject)
                winner = next((path for path, one in cuttings.items() if one == now), "")
                who = {"path": winner, "by": known.person(by), "at": at}
                yield Told("merging.cuttings", {"document": known.document(subject), **who})

    return told


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


def _units(incoming: Incoming) -> Afterwards:
    """Files that label clauses where the project labels sentences, or the other way."""
    of, there = ("setting", EVERYWHERE), incoming.db.execute("SELECT EXISTS (SELECT 1 FROM document)")
    before = cut_into.unit(incoming.project) if there.fetchone()[0] else None
    said = [
        (one.path, json.loads(one.last[of][1]) if of in one.last else "clause")
        for one in incoming.brought
        if any(kind == "cut" for kind, _ in one.last)
    ]

    def told() -> Iterator[Told]:
        now = cut_into.unit(incoming.project)
        for path, unit in said:
            if unit in UNITS and len({before or now, unit, now}) > 1:
                names = {"there": say(f"recutting.into_{unit}"), "now": say(f"recutting.into_{now}")}
                yield Told("merging.cut_otherwise", {"path": path, **names})

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
                at, by = last_word(incoming, "retire", doc_id)
                who = {"by": names.person(by), "at": at}
                yield Told("merging.retired", {"document": names.document(doc_id), **who})

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
    _clocks, _cuttings, _codebooks, _units, _retired, merge_people.doubles, merge_people.names,
    merge_people.owners, merge_people.roles, merge_people.overruled, merge_people.deciders, _unknown, _twins,
)  # fmt: skip
"""In the order in which they are told."""
