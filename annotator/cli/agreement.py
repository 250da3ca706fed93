"""`annotator agreement`: how far reviewers agree."""

from pathlib import Path
from typing import Any

import click

from annotator.cli.options import json_option, opened, project_option, show, show_json
from annotator.cli.worded import command
from annotator.flows.auditing import FieldAudit
from annotator.flows.auditing import agreement as audits_of
from annotator.flows.opening import codebook_of
from annotator.model.codebook import name_of
from annotator.tools.agreement import Coefficient
from annotator.words import say


@command("agreement")
@click.option("--submitted", is_flag=True, help=say("cli.option_submitted"))
@project_option
@json_option
def agreement(submitted: bool, project: Path | None, as_json: bool) -> None:
    """Percent agreement, Cohen's kappa for each pair, Krippendorff's alpha, field by field."""
    with opened(project) as store:
        audits = audits_of(store, codebook_of(store), submitted_only=submitted)
    if as_json:
        show_json({"fields": [_record(audit) for audit in audits], "submitted_only": submitted})
        return
    for audit in audits:
        _tell(audit)
    scope = say("audit.scope_submitted" if submitted else "audit.scope_all")
    show(say("audit.foot", scope=scope))


def _tell(audit: FieldAudit) -> None:
    """One field for people: the plain count first, then one headline, then the pairs."""
    report = audit.report
    name = name_of(audit.field)
    key = "audit.field" if audit.part else "audit.whole"
    show(say(key, name=name, part=say(f"audit.{audit.part or 'primary'}")))
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
    for wanted in ("percent_agreement_items", "percent_agreement_pairs", audit.headline):
        show(say("audit.value", name=say(f"audit.{wanted}"), value=_figure(found[wanted])))
    for pair in report.pairs:
        show(say("audit.pair", a=pair.a, b=pair.b, n=pair.n, value=_figure(pair.cohen_kappa)))
    if audit.unranked:
        show(say("audit.unranked", count=audit.unranked))


def _figure(one: Coefficient) -> str:
    if one.value is None:
        return say("audit.undefined", reason=say(one.reason))
    return f"{one.value:.3f}"


def _record(audit: FieldAudit) -> dict[str, Any]:
    """One field for programs, at full precision; null is undefined, with its reason."""
    report = audit.report
    return {
        "field": audit.field.id,
        "part": audit.part,
        "kind": report.kind,
        "headline": audit.headline,
        "items": report.items,
        "compared": report.compared,
        "reviewers": list(report.raters),
        "ratings": report.ratings,
        "unranked": audit.unranked,
        "coefficients": report.values,
        "undefined": {name: say(reason) for name, reason in report.undefined.items()},
        "pairs": [
            {"a": pair.a, "b": pair.b, "n": pair.n, "cohen_kappa": pair.cohen_kappa.value,
             "undefined": say(pair.cohen_kappa.reason) if pair.cohen_kappa.value is None else None}
            for pair in report.pairs
        ],
    }  # fmt: skip
