"""`annotator status` and `log`: what the project holds and what happened in it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from annotator.cli.options import json_option, opened, project_option, show, show_json, table
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows.counting import field_states
from annotator.flows.opening import codebook_of
from annotator.model import telling
from annotator.model.codebook import Codebook, name_of
from annotator.store import documents, events, reviews
from annotator.store.project import Project
from annotator.words import say


@command("status")
@project_option
@json_option
def status(project: Path | None, as_json: bool) -> None:
    """Documents and how far each reviewer is with them."""
    with opened(project) as store:
        if as_json:
            show_json(_status(store, codebook_of(store)))
        else:
            tell_status(store)


def _status(project: Project, codebook: Codebook) -> dict[str, Any]:
    """Counts of clauses by document, reviewer and state, and by field and state."""
    rows = []
    for document in documents.listing(project):
        said = reviews.progress(project, document)
        rows.append(
            {
                "doc_id": document.doc_id,
                "title": document.title,
                "file": document.file_name,
                "clauses": document.clauses,
                "submitted": {name: p.submitted for name, p in said.items()},
                "skipped": {name: p.skipped for name, p in said.items()},
                "draft": {name: p.draft for name, p in said.items()},
                "fields": field_states(project, codebook, document),
            }
        )
    return {"project": str(project.path), "documents": rows}


def tell_status(project: Project) -> None:
    """The same for people."""
    every, codebook = documents.listing(project), codebook_of(project)
    clauses = sum(document.clauses for document in every)
    show(say("status.head", path=project.path, documents=len(every), clauses=clauses))
    for document in every:
        show(say("status.document", title=document.title, clauses=document.clauses, doc_id=document.doc_id))
        for name, p in reviews.progress(project, document).items():
            left = document.clauses - p.submitted - p.skipped - p.draft
            show(
                say(
                    "status.reviewer",
                    name=name,
                    submitted=p.submitted,
                    skipped=p.skipped,
                    draft=p.draft,
                    left=left,
                )
            )
        for name, fields in field_states(project, codebook, document).items():
            for field in codebook.clause_fields:
                counted = say("review.comma").join(
                    say("status.state", state=say(f"status.{state}"), count=count)
                    for state, count in fields[field.id].items()
                )
                show(say("status.field", name=name, field=name_of(field), states=counted))


@command("log")
@argument("subject", "subject", required=False)
@click.option("--reviewer", "by", metavar=say("usage.person"), help=say("cli.option_log_reviewer"))
@project_option
@json_option
def log(subject: str | None, by: str | None, project: Path | None, as_json: bool) -> None:
    """Everything that happened, oldest first."""
    wanted = [("subject = ?", subject), ("reviewer = ?", by)]
    given = [(condition, value) for condition, value in wanted if value]
    where = " AND ".join(condition for condition, _ in given) or "1"
    with opened(project) as store:
        if subject and not events.history(store, subject):
            raise AnnotatorError("status.no_subject", subject=subject)
        codebook, rows = codebook_of(store), []
        for event in events.read(store, where, [value for _, value in given]):
            if as_json:
                show_json({"id": event.id, **{name: getattr(event, name) for name in event._fields}})
                continue
            at = datetime.fromtimestamp(event.at / 1000, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
            how = say(f"origins.{event.origin}")
            told = [telling.about(event, codebook), telling.value(event, codebook)]
            rows.append([at, event.reviewer, event.subject, *told, how])
        table(rows)
