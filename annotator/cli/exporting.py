"""`annotator export`: the dataset folder, or the task ledger."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from annotator.cli.export_checking import verify as verify_release
from annotator.cli.export_diff import Exporting
from annotator.cli.export_options import asked, release_options
from annotator.cli.ledger import write as write_ledger
from annotator.cli.ledger_options import ledger_options, out_or_ledger, require_none_of
from annotator.cli.options import (
    escaped,
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
)
from annotator.cli.preparing import prepare
from annotator.cli.progress import Told
from annotator.cli.worded import argument
from annotator.flows.exporting import export as export_to
from annotator.flows.exporting import kept, summary
from annotator.store.codebooks import codebook_of
from annotator.words import say


@click.command("export", cls=Exporting, key="export", form=True)
@argument(
    "out", "folder", type=click.Path(path_type=Path, readable=False), required=False, callback=out_or_ledger
)
@click.option("--force", is_flag=True, help=say("options.force"))
@click.option("--timestamp", metavar=say("usage.time"), help=say("options.timestamp"))
@click.option("--where", default="", metavar=say("usage.query"), help=say("options.where"))
@click.option("--verify", is_flag=True, help=say("options.verify"))
@release_options
@ledger_options
@project_option
@reviewer_option
@json_option
def export(
    out: Path | None,
    *,
    ledger: Path | None,
    by_unit: bool,
    simplified: bool,
    force: bool,
    timestamp: str | None,
    where: str,
    verify: bool,
    project: Path | None,
    reviewer: str | None,
    as_json: bool,
    **release: Any,
) -> None:
    """Write OUT, or the ledger, whole or not at all, and say what is in it; or verify OUT."""
    if ledger:
        require_none_of(("timestamp", "verify", *release), "ledger.for_folder")
        made = write_ledger(
            ledger,
            force=force,
            by_unit=by_unit,
            simple=simplified,
            where=where,
            project=project,
            reviewer=reviewer,
        )
        if as_json:
            show_json(made)
        return
    assert out is not None  # the argument's callback asks for one of both
    require_none_of(("by_unit", "simplified"), "ledger.needs_ledger")
    if verify:
        require_none_of(("force", "timestamp", "where", *release), "releases.verify_alone")
        verify_release(out, as_json=as_json)
        return
    options = asked(**release)
    command = os.fsencode(" ".join(["annotator", *sys.argv[1:]])).decode("utf-8", "backslashreplace")
    with opened(project) as store:
        codebook = codebook_of(store)
        prepare(store, codebook, where)
        manifest = export_to(
            store,
            codebook,
            out,
            force=force,
            timestamp=timestamp,
            command=command,
            where=where,
            asker=reviewer_name(reviewer),
            options=options,
            told=Told("export.progress"),
        )
    if as_json:
        click.echo(escaped(manifest.encode().decode()))
        return
    masked = kept(store.path, out.resolve()) if options.terms.mask else None
    for line in summary(manifest, out, masked):
        show(line)
