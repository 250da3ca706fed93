"""`annotator report`: a folder with a page to look at, the figures at full precision and cross-tables."""

import json
from pathlib import Path
from typing import Any

import click

from annotator.cli.audited import record
from annotator.cli.options import opened, project_option, reviewer_name, reviewer_option, show
from annotator.cli.worded import argument, command
from annotator.errors import AnnotatorError, reason
from annotator.flows.auditing import Answers, answers
from annotator.flows.exporting.crossing import as_csv, as_workbook, crossed
from annotator.flows.opening import codebook_of
from annotator.flows.reporting import Audited, compose
from annotator.model.codebook import name_of
from annotator.store import blinding
from annotator.store.beside import whole_folder
from annotator.tools.agreement import Resampling, confusion
from annotator.words import say

RESAMPLES, SEED = 1000, 1


@command("report")
@argument("out", "folder", type=click.Path(path_type=Path))
@click.option("--submitted", is_flag=True, help=say("cli.option_submitted"))
@click.option("--where", default="", metavar=say("usage.query"), help=say("cli.option_where_report"))
@click.option(
    "--resamples", type=click.IntRange(0), default=RESAMPLES, metavar="N", help=say("cli.option_resamples")
)
@click.option("--seed", type=click.IntRange(0), default=SEED, metavar="N", help=say("cli.option_seed"))
@project_option
@reviewer_option
def report(out: Path, *, submitted: bool, where: str, resamples: int, seed: int, **given: Any) -> None:
    """Agreement with plots, and how often each code was given."""
    with opened(given["project"]) as store, store.snapshot():
        mine = reviewer_name(given["reviewer"])
        blinding.require(store, mine)
        codebook = codebook_of(store)
        asked = answers(store, codebook, submitted_only=submitted)
        audits = [one.audit(Resampling(resamples, seed)) for one in asked]
        several = [
            Audited(_name(one), one.headline, found, confusion(one.table()), one.names)
            for one, found in zip(asked, audits, strict=True)
        ]
        figures = [{"field": one.name, **record(found)} for one, found in zip(asked, audits, strict=True)]
        crossing = crossed(store, codebook, blinding.sight(store, mine), where)
        files = {
            "report.html": compose(store, codebook, several).encode(),
            "figures.json": json.dumps(figures, ensure_ascii=False, indent=1).encode(),
            "cross-tables.csv": as_csv(crossing),
            "cross-tables.xlsx": as_workbook(crossing),
        }
    try:
        with whole_folder(out) as partial:
            for name, data in files.items():
                (partial / name).write_bytes(data)
    except FileExistsError as error:
        raise AnnotatorError("keeping.exists", path=out) from error
    except OSError as error:
        raise AnnotatorError("keeping.cannot_write", path=out, reason=reason(error)) from error
    show(say("reporting.written", path=out))


def _name(one: Answers) -> str:
    """What people call a question."""
    name, part = name_of(one.question.field), one.question.part
    return say("audit.field", name=name, part=say(f"audit.{part}")) if part else name
