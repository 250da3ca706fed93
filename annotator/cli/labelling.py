"""`annotator label`: labels from files."""

from pathlib import Path

import click

from annotator.cli.files import lines
from annotator.cli.options import json_option, opened, project_option, reviewer_name, show, show_json, tell
from annotator.cli.worded import argument, command
from annotator.flows.filing import file_labels
from annotator.store import blinding
from annotator.store.codebooks import codebook_of
from annotator.words import say


@command("label", form=True)
@argument("path", "file", type=click.Path(path_type=Path, readable=False))
@project_option
@json_option
def label(path: Path, project: Path | None, as_json: bool) -> None:
    """Take labels from a JSONL file, all or none."""
    with opened(project) as store:
        seen = blinding.sight(store, reviewer_name(None))
        filed = file_labels(store, codebook_of(store), lines(path), seen)
    if as_json:
        show_json({**filed._asdict(), "unresolved": [one._asdict() for one in filed.unresolved]})
        return
    for one in filed.unresolved:
        key = "filing.unresolved_near" if one.near else "filing.unresolved"
        tell(say(key, name=one.name, near=one.near, count=len(one.lines), line=one.lines[0]))
    show(say("filing.labelled", lines=filed.lines, stored=filed.stored))
