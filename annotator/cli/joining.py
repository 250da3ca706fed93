"""`annotator join`: texts to labels that were released without them."""

from pathlib import Path

import click

from annotator.cli.options import opened, project_option, show
from annotator.cli.worded import argument, command
from annotator.flows.exporting.joining import join as join_to
from annotator.words import say


@command("join")
@argument("release", "folder", type=click.Path(path_type=Path, readable=False))
@argument("out", "folder", type=click.Path(path_type=Path, readable=False))
@click.option("--force", is_flag=True, help=say("options.force"))
@project_option
def join(release: Path, out: Path, *, force: bool, project: Path | None) -> None:
    """Write OUT, whole or not at all."""
    with opened(project) as store:
        lines = join_to(store, release, out, force=force)
    show(say("publishing.joined", lines=lines, out=out))
