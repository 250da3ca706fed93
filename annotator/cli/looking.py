"""`annotator status` and `log`: what the project holds and what happened in it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

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
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows.counting import field_states
from annotator.flows.merging import write_events
from annotator.model import telling
from annotator.model.codebook import Codebook, name_of
from annotator.model.metadata import counted
from annotator.store import asking, blinding, cut_into, documents, events, metadata, people, reviews, titles
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.recuts import outdated, recut
from annotator.tools.text import cutter_name
from annotator.words import say

T = TypeVar("T")


@command("status")
@project_option
@reviewer_option
@json_option
def status(project: Path | None, reviewer: str | None, as_json: bool) -> None:
    """Documents and how far each reviewer is with them."""
    with opened(project) as store:
        seen = blinding.sight(store, reviewer_name(reviewer))
        if as_json:
            show_json(_status(store, codebook_of(store), seen))
        else:
            tell_status(store, seen)


def _status(project: Project, codebook: Codebook, seen: blinding.Sight) -> dict[str, Any]:
    """Counts of clauses by document, reviewer and state, and by field and state; `outdated` says that another
    version cut the document, `round` is the one because of which others are left out.
    """
    into = cut_into.unit(project)
    rows, older = [], outdated(project, cutter_name(into))
    for document in documents.listing(project):
        said = _seen(reviews.progress(project, document), seen)
        rows.append(
            {
                "doc_id": document.doc_id,
                "title": document.title,
                "file": document.file_name,
                "clauses": document.clauses,
                "outdated": document.doc_id in older,
                "metadata": counted(metadata.known(project, document.doc_id)),
                "submitted": {name: p.submitted for name, p in said.items()},
                "skipped": {name: p.skipped for name, p in said.items()},
                "draft": {name: p.draft for name, p in said.items()},
                "returned": _seen(asking.returned_of(project, document), seen),
                "fields": _seen(field_states(project, codebook, document), seen),
            }
        )
    return {
        "project": str(project.path),
        "unit": into,
        "documents": rows,
        "round": seen.round and seen.round.name,
    }


def _seen(by_reviewer: Mapping[str, T], seen: blinding.Sight) -> dict[str, T]:
    return {name: one for name, one in by_reviewer.items() if seen.shows(name)}


def tell_status(project: Project, seen: blinding.Sight) -> None:
    """The same for people."""
    every, codebook = documents.listing(project), codebook_of(project)
    clauses = sum(document.clauses for document in every)
    show(say("status.head", path=project.path, documents=len(every), clauses=clauses))
    if seen.round:
        tell(say("people.only_mine", round=seen.round.name))
    into = cut_into.unit(project)
    if into != "clause":
        show(say("status.cut_into", unit=say(f"recutting.into_{into}")))
    if older := outdated(project, cutter_name(into)):
        tell(say("recutting.outdated", count=len(older)))
    titled = titles.told(project, {document.doc_id: document.title for document in every})
    for document in every:
        title = titled[document.doc_id]
        show(say("status.document", title=title, clauses=document.clauses, doc_id=document.doc_id))
        back = asking.returned_of(project, document)
        for name, p in _seen(reviews.progress(project, document), seen).items():
            left = document.clauses - p.submitted - p.skipped - p.draft
            told = {"submitted": p.submitted, "skipped": p.skipped, "draft": p.draft, "left": left}
            waiting = say("status.returned", count=back[name]) if name in back else ""
            show(say("status.reviewer", name=name, returned=waiting, **told))
        for name, fields in _seen(field_states(project, codebook, document), seen).items():
            for field in codebook.clause_fields:
                counted = say("review.comma").join(
                    say("status.state", state=say(f"status.{state}"), count=count)
                    for state, count in fields[field.id].items()
                )
                show(say("status.field", name=name, field=name_of(field), states=counted))


@command("log")
@argument("subject", "subject", required=False)
@click.option("--reviewer", "by", metavar=say("usage.person"), help=say("options.log_reviewer"))
@click.option(
    "--events",
    "target",
    type=click.Path(path_type=Path, readable=False),
    metavar=say("usage.file"),
    help=say("options.events"),
)
@project_option
@json_option
def log(
    subject: str | None, by: str | None, target: Path | None, project: Path | None, as_json: bool
) -> None:
    """Everything that happened, oldest first; or all of it into a file."""
    if target:
        if subject or by:
            raise AnnotatorError("bundling.all_events", path=target)
        with opened(project) as store:
            blinding.require(store, reviewer_name(None))
            count = write_events(store, target)
        written = {"file": str(target), "events": count}
        show_json(written) if as_json else show(say("bundling.written", path=target, count=count))
        return
    with opened(project) as store:
        seen = blinding.sight(store, reviewer_name(None))
        whose = people.names(store, people.known_as(store, by)) if by else ()
        if subject and not any(map(seen.tells, events.history(store, subject))):
            raise AnnotatorError("status.no_subject", subject=subject)
        if seen.round:
            tell(say("people.only_mine", round=seen.round.name))
        codebook, rows, cuts = codebook_of(store), [], dict[str, object]()
        where, values = ("subject = ?", [subject]) if subject else ("1", [])
        for event in filter(seen.tells, events.read(store, where, values)):
            if event.kind == "cut":  # named by a hash, which tells a reader nothing
                before, cuts[event.subject] = cuts.get(event.subject), event.value
            if by and event.reviewer not in whose:
                continue
            if as_json:
                show_json({"id": event.id, **{name: getattr(event, name) for name in event._fields}})
                continue
            at = datetime.fromtimestamp(event.at / 1000, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
            how = say(f"origins.{event.origin}")
            said = telling.value(event, codebook)
            if event.kind == "cut" and before is not None:
                said = telling.cut(recut(store, before, event.value))
            words = [telling.about(event, codebook), said]
            rows.append([at, event.reviewer, event.subject, *words, how])
        table(rows)
