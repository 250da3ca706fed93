"""`annotator agreement`: how far reviewers agree, in a project or in a file of ratings."""

import gc
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import __version__
from annotator.cli.agreed import MOST, lines_of, told
from annotator.cli.audited import record
from annotator.cli.cells import fitted
from annotator.cli.files import data_of, made
from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
)
from annotator.cli.summed import Audit, summary, trouble
from annotator.cli.worded import command
from annotator.errors import AnnotatorError
from annotator.tools.agreement import (
    KINDS,
    Report,
    Resampling,
    audit,
    code_pairs,
    disagreements,
    ratings_in,
    tabulate,
)
from annotator.words import say

if TYPE_CHECKING:
    from annotator.flows.auditing import Answers
    from annotator.store.project import Project

RESAMPLES = 1000


@command("agreement", form=True)
@click.option("--submitted", is_flag=True, help=say("options.submitted"))
@click.option("--training", is_flag=True, help=say("options.training_too"))
@click.option(
    "--ratings", type=click.Path(path_type=Path, readable=False), metavar=say("usage.file"),
    help=say("options.ratings"),
)  # fmt: skip
@click.option("--field", metavar=say("usage.field"), help=say("options.field"))
@click.option("--kind", type=click.Choice(KINDS), metavar=say("usage.kind"), help=say("options.kind"))
@click.option("--levels", metavar=say("usage.levels"), help=say("options.levels"))
@click.option(
    "--resamples", type=click.IntRange(0), default=RESAMPLES, metavar="N", help=say("options.resamples")
)
@click.option(
    "--export-ratings", type=click.Path(path_type=Path, dir_okay=False), metavar=say("usage.file"),
    help=say("options.export_ratings"),
)  # fmt: skip
@click.option("--all", "every", is_flag=True, help=say("options.all_rows"))
@click.option("--seed", type=click.IntRange(0), default=1, metavar="N", help=say("options.seed"))
@project_option
@reviewer_option
@json_option
def agreement(**given: Any) -> None:
    """Agreement coefficients, field by field, with intervals."""
    resampling = Resampling(given["resamples"], given["seed"])
    if given["ratings"]:
        _of_file(given, resampling)
    elif given["field"] or given["kind"] or given["levels"]:
        raise AnnotatorError("audit.only_with_ratings")
    else:
        _of_project(given, resampling)


def _of_project(given: Mapping[str, Any], resampling: Resampling) -> None:
    from annotator.flows.auditing import answers, as_first_given, lines  # noqa: PLC0415  (a file needs no project)
    from annotator.store import blinding  # noqa: PLC0415
    from annotator.store.codebooks import codebook_of  # noqa: PLC0415

    submitted, target = given["submitted"], given["export_ratings"]
    with opened(given["project"]) as store:
        blinding.require(store, reviewer_name(given["reviewer"]))
        found = answers(store, codebook_of(store), submitted_only=submitted, training=given["training"])
        places = _places(store)
    first = as_first_given(found)
    if target:
        _write(target, lines(found))
        show(say("audit.exported", path=target, count=sum(len(one.ratings) for one in found)))
        for one in (one for one in found if one.ratings):
            levels = f" --levels {','.join(one.levels)}" if one.levels else ""
            show(f"  --field {one.name} --kind {one.question.scale}{levels}")
        return
    if given["as_json"]:
        fields = [_record(one, resampling) for one in found]
        show_json(
            {
                "fields": fields,
                "submitted_only": submitted,
                "training": given["training"],
                "as_first_given": first,
            }
        )
        return
    most = None if given["every"] else MOST
    told_of = [_audited(one, resampling) for one in found]
    if told_of:
        show(say("audit.summary"))
    for line in summary(told_of):
        show(line)
    for field in told_of:
        for line in trouble(field, lambda clause: places.get(clause, clause), most):
            show(line)
    show(say("audit.details"))
    for field in told_of:
        show(field.title)
        for line in told(field.report, field.names, field.unranked, most):
            show(line)
    if first:
        show(say("audit.as_first_given", count=first))
    if told_of:
        _foot(told_of[-1].report, say("audit.scope_submitted" if submitted else "audit.scope_all"))


def _of_file(given: Mapping[str, Any], resampling: Resampling) -> None:
    path, field, kind = given["ratings"], given["field"], given["kind"]
    if field is None or kind is None:
        raise AnnotatorError("audit.field_and_kind")
    if given["export_ratings"]:
        raise AnnotatorError("audit.export_of_project")
    data = data_of(path)
    gc.disable()  # there is an object for each rating, none of them in a circle, and an end in sight
    levels = [level.strip() for level in given["levels"].split(",")] if given["levels"] else []
    ratings = ratings_in(data, field, path)
    report = audit(ratings, kind, levels, resampling)
    if given["as_json"]:
        show_json({"field": field, **record(report)})
        return
    show(field)
    most = None if given["every"] else MOST
    for line in told(report, {}, most=most):
        show(line)
    table = tabulate(ratings, kind, levels)
    pairs = code_pairs(table) if kind not in ("interval", "ratio") else []
    for line in trouble(Audit(field, report, pairs, disagreements(table), {}), str, most):
        show(line)
    _foot(report, "")


def _audited(one: "Answers", resampling: Resampling) -> Audit:
    table = one.table()
    pairs, worst = code_pairs(table), disagreements(table)
    return Audit(one.title, one.audit(resampling), pairs, worst, dict(one.names), one.unranked)


def _places(project: "Project") -> dict[str, str]:
    """Where each clause stands, in words."""
    from annotator.store import documents  # noqa: PLC0415  (a file needs no project)

    found = {}
    for document in documents.listing(project):
        ids = documents.clause_ids(project, document, 0, document.clauses)
        for number, clause_id in enumerate(ids, 1):
            found[clause_id] = say("audit.place", title=fitted(document.title, 26), number=number)
    return found


def _write(path: Path, ratings: Iterable[Mapping[str, Any]]) -> None:
    """A new file with a rating in each line."""
    with made(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in ratings)


def _foot(report: Report, scope: str) -> None:
    for name in ("words", "chance"):
        for line in lines_of(say(f"audit.foot_{name}")):
            show(line.strip())
    show(say("audit.foot", scope=scope))
    if report.intervals:
        resamples, seed = report.intervals.resamples, report.intervals.seed
        show(say("audit.foot_resamples", resamples=resamples, seed=seed))
    show(say("audit.foot_version", version=__version__))


def _record(one: "Answers", resampling: Resampling) -> dict[str, Any]:
    report = one.audit(resampling)
    return {
        "field": one.question.field.id,
        "part": one.question.part,
        "headline": report.headline.name,
        "unranked": one.unranked,
        **record(report),
    }
