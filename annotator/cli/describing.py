"""`annotator document`: what is known of the documents, putting it right, and what they leave open."""

from pathlib import Path
from typing import Any

import click

from annotator.cli import repeating
from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
)
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError
from annotator.flows import completing
from annotator.flows.describing import describe
from annotator.model.document import Document
from annotator.model.metadata import FIELDS, SURE, Found, counted, shown
from annotator.store import documents, metadata, repeats, titles
from annotator.store.project import Project
from annotator.tools.completeness import Finding
from annotator.tools.completeness.wording import sentence
from annotator.tools.query.names import catalogued
from annotator.words import both, say


def _fields() -> str:
    """All fields there are, each by either of its names."""
    names = ((say(f"metadata.{field}"), *both(f"metadata.{field}"), field) for field in FIELDS)
    return say("review.comma").join("/".join(dict.fromkeys(each)) for each in names)


@command("document")
@argument("document", "document", required=False)
@click.option(
    "--set", "pairs", metavar=say("usage.pair"), multiple=True, help=say("options.set", fields=_fields())
)
@project_option
@reviewer_option
@json_option
def document(
    *, document: str | None, pairs: tuple[str, ...], project: Path | None, reviewer: str | None, as_json: bool
) -> None:
    """What is known of one document or all; with --set, put it right."""
    with opened(project) as store:
        every = [_one(store, document)] if document else documents.listing(store)
        if pairs:
            if len(every) != 1:
                raise AnnotatorError("metadata.which")
            said = dict(map(_pair, pairs))
            changed = describe(store, reviewer_name(reviewer), every[0].doc_id, said, origin="command")
            every = [_one(store, every[0].doc_id)]
            if not as_json:
                names = say("review.comma").join(say(f"metadata.{field}") for field in changed)
                key = "metadata.changed" if changed else "metadata.same"
                show(say(key, title=every[0].title, fields=names))
        for one in every:
            if as_json:
                show_json(record(store, one))
            elif not pairs:
                tell(store, one)


def record(project: Project, document: Document) -> dict[str, Any]:
    """A document as `annotator document --json` prints it: the values in force, and how each was found."""
    known = metadata.known(project, document.doc_id)
    return {
        "doc_id": document.doc_id,
        "file": document.file_name,
        "clauses": document.clauses,
        "metadata": counted(known),
        "found": {field: one._asdict() for field, one in known.items()},
        "repeats": {
            "within": repeats.within(project, document.doc_id),
            "shared": [one._asdict() for one in repeats.shared(project, document.doc_id)],
        },
        "findings": [_finding(one) for one in completing.report(project, document)],
    }


def _finding(found: Finding) -> dict[str, Any]:
    values = dict(found.values)
    return {
        "kind": found.kind,
        "sentence": sentence(found),
        "values": values,
        "clauses": list(found.clauses),
    }


def tell(project: Project, document: Document) -> None:
    """The same for people."""
    title = titles.told(project, {document.doc_id: document.title})[document.doc_id]
    show(say("status.document", title=title, clauses=document.clauses, doc_id=document.doc_id))
    known = metadata.known(project, document.doc_id)
    for field in FIELDS[1:]:
        told = _told(field, known[field]) if field in known else say("metadata.unknown")
        show(say("metadata.line", field=say(f"metadata.{field}"), value=told))
    for line in repeating.lines(project, document):
        show(line)
    for one in completing.report(project, document):
        show(say("completeness.line", sentence=sentence(one)))


def _told(field: str, one: Found) -> str:
    key = "told" if one.sure >= SURE else "proposed"
    return say(f"metadata.{key}", value=shown(field, one.value), how=say(f"metadata.how_{one.how}"))


def _one(project: Project, name: str) -> Document:
    found = documents.document(project, documents.meant(project, name))
    if found is None:
        raise AnnotatorError("store.no_document", name=name)
    return found


def _pair(words: str) -> tuple[str, str]:
    field, equals, value = words.replace("＝", "=", 1).partition("=")
    if not equals:
        raise AnnotatorError("metadata.no_pair", words=words, fields=_fields())
    return catalogued(FIELDS, "metadata.").one(field, "metadata.no_field", fields=_fields()), value
