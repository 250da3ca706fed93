"""`annotator agreement`: how far reviewers agree, in a project or in a file of ratings."""

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.audited import record
from annotator.cli.options import (
    json_option,
    opened,
    project_option,
    reviewer_name,
    reviewer_option,
    show,
    show_json,
)
from annotator.cli.worded import command
from annotator.errors import AnnotatorError, reason
from annotator.model.codebook import name_of
from annotator.tools.agreement import HEADLINE, KINDS, Coefficient, Report, Resampling, audit, ratings_in
from annotator.words import say

if TYPE_CHECKING:
    from annotator.flows.auditing import FieldAudit

RESAMPLES = 1000


@command("agreement", form=True)
@click.option("--submitted", is_flag=True, help=say("cli.option_submitted"))
@click.option(
    "--ratings", type=click.Path(path_type=Path, readable=False), metavar=say("usage.file"),
    help=say("cli.option_ratings"),
)  # fmt: skip
@click.option("--field", metavar=say("usage.field"), help=say("cli.option_field"))
@click.option("--kind", type=click.Choice(KINDS), metavar=say("usage.kind"), help=say("cli.option_kind"))
@click.option("--levels", metavar=say("usage.levels"), help=say("cli.option_levels"))
@click.option(
    "--resamples", type=click.IntRange(0), default=RESAMPLES, metavar="N", help=say("cli.option_resamples")
)
@click.option("--seed", type=click.IntRange(0), default=1, metavar="N", help=say("cli.option_seed"))
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
    from annotator.flows.auditing import agreement as audits_of  # noqa: PLC0415  (a file needs no project)
    from annotator.flows.opening import codebook_of  # noqa: PLC0415
    from annotator.store import blinding  # noqa: PLC0415

    submitted = given["submitted"]
    with opened(given["project"]) as store:
        blinding.require(store, reviewer_name(given["reviewer"]))
        audits = audits_of(store, codebook_of(store), submitted_only=submitted, resampling=resampling)
    if given["as_json"]:
        show_json({"fields": [_record(one) for one in audits], "submitted_only": submitted})
        return
    for one in audits:
        name, part = name_of(one.question.field), one.question.part
        if part:
            name = say("audit.field", name=name, part=say(f"audit.{part}"))
        _tell(name, one.report, one.headline)
        if one.unranked:
            show(say("audit.unranked", count=one.unranked))
    show(say("audit.foot", scope=say("audit.scope_submitted" if submitted else "audit.scope_all")))


def _of_file(given: Mapping[str, Any], resampling: Resampling) -> None:
    path, field, kind = given["ratings"], given["field"], given["kind"]
    if field is None or kind is None:
        raise AnnotatorError("audit.field_and_kind")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AnnotatorError("importing.no_file", path=path, reason=reason(error)) from error
    gc.disable()  # there is an object for each rating, none of them in a circle, and an end in sight
    levels = [level.strip() for level in given["levels"].split(",")] if given["levels"] else []
    report = audit(ratings_in(data, field, path), kind, levels, resampling)
    if given["as_json"]:
        show_json({"field": field, **record(report)})
    else:
        _tell(field, report, HEADLINE[kind])


def _tell(name: str, report: Report, headline: str) -> None:
    """One field for people: the plain count first, then one headline with its interval, then the pairs."""
    show(name)
    show(
        say(
            "audit.size",
            compared=report.compared,
            items=report.items,
            raters=len(report.raters),
            ratings=report.ratings,
        )
    )
    found = {one.name: one for one in report.coefficients}
    unanimous = found["percent_unanimous"].value
    if unanimous is not None:
        show(say("audit.unanimous", compared=report.compared, same=round(unanimous * report.compared)))
    for wanted in ("percent_agreement_items", "percent_agreement_pairs", headline):
        value = _figure(found[wanted]) + _interval(report, wanted)
        show(say("audit.value", name=say(f"audit.{wanted}"), value=value))
    if report.intervals and report.intervals.few:
        units = say(f"audit.units_{report.intervals.resampled}", count=report.intervals.units)
        show(say("audit.few_units", units=units))
    for pair in report.pairs:
        show(say("audit.pair", a=pair.a, b=pair.b, n=pair.n, value=_figure(pair.cohen_kappa)))
    for one in report.intra:
        first, second = one.passes
        value = _figure(one.percent)
        show(say("audit.intra", reviewer=one.reviewer, first=first, second=second, n=one.n, value=value))


def _interval(report: Report, name: str) -> str:
    if report.intervals is None or name not in report.intervals.bounds:
        return ""
    low, high = report.intervals.bounds[name]
    return f"  [{low:.3f}, {high:.3f}]"


def _figure(one: Coefficient) -> str:
    if one.value is None:
        return say("audit.undefined", reason=say(one.reason))
    return f"{one.value:.3f}"


def _record(one: "FieldAudit") -> dict[str, Any]:
    return {
        "field": one.question.field.id,
        "part": one.question.part,
        "headline": one.headline,
        "unranked": one.unranked,
        **record(one.report),
    }
