"""`annotator report`: a folder with a page to look at, the figures at full precision and cross-tables."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from annotator.cli.audited import record
from annotator.cli.options import opened, project_option, reviewer_name, reviewer_option, show
from annotator.cli.preparing import prepare
from annotator.cli.worded import argument, command
from annotator.flows.auditing import answers, as_first_given
from annotator.flows.exporting.crossing import as_csv, as_workbook, crossed
from annotator.flows.reporting import Audited, compose
from annotator.store import blinding
from annotator.store.codebooks import codebook_of
from annotator.store.fresh import fresh
from annotator.store.project import Project
from annotator.tools.agreement import Resampling, confusion
from annotator.words import say

RESAMPLES, SEED = 1000, 1


@command("report")
@argument("out", "folder", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help=say("reporting.option_force"))
@click.option("--submitted", is_flag=True, help=say("options.submitted"))
@click.option("--training", is_flag=True, help=say("options.training_too"))
@click.option("--where", default="", metavar=say("usage.query"), help=say("options.where_report"))
@click.option(
    "--resamples", type=click.IntRange(0), default=RESAMPLES, metavar="N", help=say("options.resamples")
)
@click.option("--seed", type=click.IntRange(0), default=SEED, metavar="N", help=say("options.seed"))
@project_option
@reviewer_option
def report(
    out: Path,
    *,
    force: bool,
    submitted: bool,
    training: bool,
    where: str,
    resamples: int,
    seed: int,
    **given: Any,
) -> None:
    """Agreement with plots, and how often each code was given."""
    with opened(given["project"]) as store, _snapshot(store, where):
        mine = reviewer_name(given["reviewer"])
        blinding.require(store, mine)
        codebook = codebook_of(store)
        asked = answers(store, codebook, submitted_only=submitted, training=training)
        audits = [one.audit(Resampling(resamples, seed)) for one in asked]
        several = [
            Audited(one.title, found, confusion(one.table()), one.names)
            for one, found in zip(asked, audits, strict=True)
        ]
        figures = [{"field": one.name, **record(found)} for one, found in zip(asked, audits, strict=True)]
        crossing = crossed(store, codebook, blinding.sight(store, mine), where)
        files = {
            "report.html": compose(store, codebook, several, as_first_given(asked)).encode(),
            "figures.json": json.dumps(figures, ensure_ascii=False, indent=1).encode(),
            "cross-tables.csv": as_csv(crossing),
            "cross-tables.xlsx": as_workbook(crossing),
        }
    with fresh(out, "reporting.exists", folder=True, replaces=files if force else ()) as partial:
        for name, data in files.items():
            (partial / name).write_bytes(data)
    show(say("reporting.written", path=out))


@contextmanager
def _snapshot(store: Project, where: str) -> Iterator[None]:
    """One moment of the project, in which `where` can be looked up."""
    prepare(store, codebook_of(store), where)
    with store.snapshot():
        yield
