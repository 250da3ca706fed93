"""A report of agreement for programs: JSON at full precision; null where there is no value, and why."""

from collections.abc import Sequence
from typing import Any

from annotator.tools.agreement import Coefficient, Consensus, Drift, Label, Pair, Report, Retest, Window
from annotator.words import say


def record(report: Report) -> dict[str, Any]:
    """What `annotator agreement --json` says of the ratings of one field."""
    intervals, consensus = report.intervals, report.consensus
    undefined = {name: say(reason) for name, reason in report.undefined.items()}
    if consensus is None:
        undefined["dawid_skene"] = say(report.no_consensus)
    return {
        "kind": report.kind,
        "items": report.items,
        "compared": report.compared,
        "reviewers": list(report.raters),
        "ratings": report.ratings,
        "retests": report.retests,
        "levels": list(report.levels),
        "unused": list(report.unused),
        "undeclared": list(report.undeclared),
        "coefficients": report.values,
        "pairs": [_pair(one) for one in report.pairs],
        "labels": [_label(one) for one in report.labels],
        "documents": [_group({"document": name}, several) for name, several in report.documents.items()],
        "sections": [
            _group({"document": document, "section": section}, several)
            for (document, section), several in report.sections.items()
        ],
        "drift": _drift(report.drift),
        "intervals": {name: list(bounds) for name, bounds in intervals.bounds.items()} if intervals else {},
        "resamples": intervals.resamples if intervals else 0,
        "seed": intervals.seed if intervals else None,
        "resampled": intervals.resampled if intervals else None,
        "resampled_units": intervals.units if intervals else 0,
        "few_units": intervals.few if intervals else False,
        "resamples_undefined": intervals.undefined if intervals else {},
        "intra": [_retest(one) for one in report.intra],
        "dawid_skene": _estimated(consensus) if consensus else None,
        "undefined": undefined,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    kappas = pair.cohen_kappa, pair.cohen_kappa_linear, pair.cohen_kappa_quadratic, pair.scott_pi
    return {
        "a": pair.a,
        "b": pair.b,
        "n": pair.n,
        **{one.name: one.value for one in kappas},
        "undefined": _reasons(kappas),
        "confusion": [{"a": _plain(a), "b": _plain(b), "n": n} for a, b, n in pair.confusion],
    }


def _label(label: Label) -> dict[str, Any]:
    pairs = [{"a": a, "b": b, "kappa": one.value} for a, b, one in label.kappas]
    return {
        "label": label.label,
        "used": label.used,
        "agreed": label.agreed.value,
        "alpha": label.alpha.value,
        "fleiss_kappa": label.fleiss_kappa.value,
        "undefined": _reasons((label.agreed, label.alpha, label.fleiss_kappa)),
        "pairs": pairs,
    }


def _group(named: dict[str, Any], several: Sequence[Coefficient]) -> dict[str, Any]:
    return {**named, **{one.name: one.value for one in several}, "undefined": _reasons(several)}


def _drift(drift: Drift) -> dict[str, Any]:
    """Times are UTC milliseconds; the codebook of items that were rated under several is null."""
    return {
        "windows": [_group(_window(one), one.coefficients) for one in drift.windows],
        "weeks": [_group({"week": one.name, **_window(one)}, one.coefficients) for one in drift.weeks],
        "codebooks": [
            _group({"codebook": one.name or None, **_window(one)}, one.coefficients)
            for one in drift.codebooks
        ],
        "reviewers": [
            {
                "reviewer": own.reviewer,
                "others": [one._asdict() for one in own.others],
                "again": [one._asdict() for one in own.again],
            }
            for own in drift.raters
        ],
    }


def _window(one: Window) -> dict[str, Any]:
    return {"first": one.first, "last": one.last, "n": one.n}


def _retest(one: Retest) -> dict[str, Any]:
    return {
        "reviewer": one.reviewer,
        "passes": list(one.passes),
        "n": one.n,
        "percent": one.percent.value,
        "kappa": one.kappa.value,
        "alpha": one.alpha.value,
        "undefined": _reasons((one.kappa, one.alpha)),
    }


def _estimated(consensus: Consensus) -> dict[str, Any]:
    return {
        "prevalence": consensus.prevalence,
        "confusion": consensus.confusion,
        "classes": consensus.classes,
        "rounds": consensus.rounds,
    }


def _reasons(several: Sequence[Coefficient]) -> dict[str, str]:
    return {one.name: say(one.reason) for one in several if one.value is None}


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value
