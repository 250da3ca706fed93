"""`annotator label`: labels from files."""

from pathlib import Path

import click

from annotator.cli.files import lines
from annotator.cli.options import json_option, opened, project_option, reviewer_name, show, show_json
from annotator.cli.worded import argument, command
from annotator.flows.filing import file_labels
from annotator.flows.opening import codebook_of
from annotator.store import blinding
from annotator.words import say


@command("label", form=True)
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@project_option
@json_option
def label(path: Path, project: Path | None, as_json: bool) -> None:
    """Take labels from a JSONL file, all or none."""
    with opened(project) as store:
        seen = blinding.sight(store, reviewer_name(None))
        counts = file_labels(store, codebook_of(store), lines(path), seen)
    show_json(counts) if as_json else show(say("filing.labelled", **counts))
