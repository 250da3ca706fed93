"""`annotator repair`: what was repaired, what waits for a person, and deciding on it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows.cutting import Decision, Repairing
from annotator.model import telling
from annotator.model.document import Clause, Document
from annotator.model.edit import Edit
from annotator.store import documents, proposals
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.words import say

Place = tuple[Document, Clause]


@command("repair")
@argument("where", "clause_or_document", required=False)
@click.option("--accept", type=int, metavar=say("usage.repair_number"), help=say("options.accept_repair"))
@click.option("--as-it-came", type=int, metavar=say("usage.repair_number"), help=say("options.as_it_came"))
@click.option("--read", nargs=2, metavar=say("usage.words_and_reading"), help=say("options.read"))
@click.option("--dry-run", is_flag=True, help=say("options.dry_run_repair"))
@project_option
@reviewer_option
@json_option
def repair(
    *,
    where: str | None,
    accept: int | None,
    as_it_came: int | None,
    read: tuple[str, str] | None,
    dry_run: bool,
    project: Path | None,
    reviewer: str | None,
    as_json: bool,
) -> None:
    """The repairs that wait; those of a document or a clause; or decide on one."""
    wanted = [one for one in (accept, as_it_came, read) if one is not None]
    with opened(project) as store:
        work = Repairing(store, codebook_of(store), reviewer_name(reviewer)) if wanted else None
        if work is None:
            _list(store, reviewer, where, as_json)
            return
        place = _clause(store, where or "")
        if place is None or len(wanted) > 1:
            raise AnnotatorError("repairing.one_of_one")
        if read:
            decision = work.correcting(*place, *work.place(*place, read[0]), read[1])
        elif accept is not None:
            decision = work.accepting(*place, _numbered(work, place, accept))
        else:
            decision = work.taking_back(*place, _numbered(work, place, as_it_came or 0))
        if not dry_run:
            work.decide(decision, origin="command")
        _tell(decision, place, as_json=as_json, stored=not dry_run)


def _numbered(work: Repairing, place: Place, number: int) -> Edit:
    found = work.repairs(*place)
    if not 0 < number <= len(found):
        raise AnnotatorError("repairing.no_number", number=number, count=len(found))
    return found[number - 1]


def _tell(decision: Decision, place: Place, *, as_json: bool, stored: bool) -> None:
    after = decision.after
    if as_json:
        reads = {"marker": after.marker, "text": after.text, "tail": after.tail}
        show_json({"clause": place[1].clause_id, **reads, "stored": stored})
        return
    show(telling.repairs(decision.said) if stored else say("repairing.not_stored"))
    show(say("repairing.reads_line" if stored else "repairing.would_line", text=_whole(after)))


def _whole(part: Any) -> str:
    return f"{part.marker}{part.text}{part.tail}".replace("\n", " ")


def _list(store: Project, reviewer: str | None, where: str | None, as_json: bool) -> None:
    work = Repairing(store, codebook_of(store), reviewer_name(reviewer))
    one = _clause(store, where or "")
    places = [one] if one else list(_places(store, where))
    found = [(place, n, edit) for place in places for n, edit in enumerate(work.repairs(*place), 1)]
    if where is None:
        found = [each for each in found if each[2].state == "proposed"]
    if as_json:
        show_json([_record(*each) for each in found])
        return
    if one:
        came, _ = documents.original(store, *one)
        show(say("repairing.came_line", text=" ".join(came.split())))
    if not found:
        show(say("repairing.none_there" if where else "repairing.none_waiting"))
    table([_row(*each, alone=bool(one)) for each in found])


def _places(store: Project, where: str | None) -> Iterator[Place]:
    """The clauses of a document with repairs; those of all with one to decide."""
    every = [_document(store, where)] if where else documents.listing(store)
    for document in every:
        with_some = proposals.repaired if where else proposals.clauses
        for ord_no in with_some(store, document.cutting):
            if clause := documents.clause(store, document, ord_no):
                yield document, clause


def _document(store: Project, name: str) -> Document:
    found = documents.document(store, documents.find(store, name))
    if found is None:
        raise AnnotatorError("store.no_document", name=name)
    return found


def _clause(store: Project, name: str) -> Place | None:
    place = documents.find_clause(store, name)
    document = documents.document(store, place[0]) if place else None
    clause = documents.clause(store, document, place[1]) if place and document else None
    return (document, clause) if document and clause else None


def _record(place: Place, number: int, edit: Edit) -> dict[str, Any]:
    document, clause = place
    return {"doc_id": document.doc_id, "clause": clause.clause_id, "seq": clause.ord + 1, "number": number,
            **edit._asdict()}  # fmt: skip


def _row(place: Place, number: int, edit: Edit, *, alone: bool) -> list[str]:
    document, clause = place
    share = say("repairing.sure", share=f"{edit.confidence:.0%}") if edit.confidence < 1 else ""
    told = [str(number), say(f"repairing.said_{edit.state}"), telling.change(edit),
            f"{telling.rule(edit.rule)}{share}"]  # fmt: skip
    return told if alone else [clause.clause_id, *told, document.title]
