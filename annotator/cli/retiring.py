"""`annotator retire`: a document out of use, and back."""

from pathlib import Path

import click

from annotator.cli.options import opened, project_option, reviewer_name, reviewer_option, show
from annotator.cli.worded import argument, command
from annotator.flows import suggesting
from annotator.store import cuttings, documents, people
from annotator.store.codebooks import codebook_of
from annotator.words import say


@command("retire")
@argument("document", "document")
@click.option("--back", is_flag=True, help=say("options.back"))
@project_option
@reviewer_option
def retire(document: str, back: bool, project: Path | None, reviewer: str | None) -> None:
    """Take a document out of use by its id or file name; its labels stay in the log."""
    by = reviewer_name(reviewer)
    with opened(project) as store:
        with store.transaction():
            by = people.known_as(store, by)
            people.require(store, by, "cut")
            doc_id = documents.find(store, document)
            changed = cuttings.retire(store, by, doc_id, back=back)
        if changed and back and (found := documents.document(store, doc_id)):
            suggesting.complete(store, codebook_of(store), found)
    done = "cli.brought_back" if back else "cli.retired"
    show(say(done if changed else "cli.retired_same", name=document))
