"""A report of agreement for people, in lines of a terminal: the plain count first, then one coefficient with
its interval, what it means, and where the reviewers differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from annotator.cli.cells import cells, fitted, middle
from annotator.tools.agreement import BANDS, Coefficient, Label, Pair, Report, called
from annotator.words import say

WIDTH = 80
_NAME, _FIGURE = 30, 10
MOST = 8
"""Rows of a table at most; the rest is in the JSON."""

PREVALENT, APART = 0.8, 0.2
"""From this share of one value, or this far between alpha and AC1, a note tells what prevalence does."""


def told(
    report: Report, names: Mapping[str, str], unranked: int = 0, most: int | None = MOST
) -> Iterator[str]:
    """The lines for one field; `names` are what people call its values. A table has `most` rows, or all."""
    found = {one.name: one for one in report.coefficients}
    size = {"items": report.items, "raters": len(report.raters), "ratings": report.ratings}
    if report.unanimous is None:
        yield say("audit.none_compared", **size)
    else:
        yield say("audit.unanimous", compared=report.compared, same=report.unanimous)
        yield say("audit.size", compared=report.compared, **size)
    if unranked:
        yield say("audit.unranked", count=unranked)
    headline = report.headline
    yield say("audit.value", name=say(f"audit.{headline.name}"), value=figure(headline, report))
    if headline.value is None:
        reason = say("audit.undefined", reason=say(headline.reason))
        yield from wrap(reason, WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield from _word(report, headline.name)
    if headline.value is not None:
        yield from _prevalence(report, found)
    yield from _labels(report.labels, names, most)
    yield from _reviewers(report, most)


def figure(one: Coefficient, report: Report) -> str:
    """A value with its interval, if it has one."""
    if one.value is None:
        return "–"
    value = f"{one.value:.3f}"
    if bounds := report.bounds(one.name):
        value += f" [{bounds[0]:.3f}, {bounds[1]:.3f}]"
    return value


def word(report: Report) -> str:
    """What custom calls the lower bound of the headline's interval; empty where there is none."""
    bounds = report.bounds(report.headline.name)
    if bounds is None:
        return ""
    return say(f"audit.{next((band for band, least in BANDS.items() if bounds[0] >= least), 'unreliable')}")


def _word(report: Report, headline: str) -> Iterator[str]:
    """The same in a line, and how far that can be trusted."""
    intervals, bounds = report.intervals, report.bounds(headline)
    if intervals is None or bounds is None:
        return
    yield say("audit.band", low=f"{bounds[0]:.3f}", word=word(report))
    units = say(f"audit.units_{intervals.resampled}", count=intervals.units)
    if intervals.few:
        yield say("audit.few_units", units=units)
    elif intervals.resampled == "items":
        yield say("audit.optimistic", units=units)
    else:
        yield say("audit.resampled", units=units)
    if lost := intervals.undefined.get(headline):
        yield say("audit.lost", count=lost, resamples=intervals.resamples)


def _prevalence(report: Report, found: Mapping[str, Coefficient]) -> Iterator[str]:
    """A note where most judgements are the same, or two models of chance come far apart."""
    alpha, ac1 = found["alpha_nominal"].value, found["gwet_ac1"].value
    percent = found["percent_agreement_items"].value
    most = max((label.used for label in report.labels), default=0) / max(1, report.ratings)
    apart = alpha is not None and ac1 is not None and abs(ac1 - alpha) > APART
    if percent is None or not (most > PREVALENT or apart):
        return
    key = "audit.prevalent" if most > PREVALENT else "audit.chance_models"
    yield say(key, share=f"{most:.0%}", percent=f"{percent:.0%}")
    if alpha is not None and ac1 is not None:
        yield say("audit.both_models", alpha=f"{alpha:.3f}", ac1=f"{ac1:.3f}")


def _labels(labels: Sequence[Label], names: Mapping[str, str], most: int | None) -> Iterator[str]:
    used = sorted((one for one in labels if one.used), key=lambda one: -one.used)
    if not used:
        return
    yield heads("audit.column_label", *(say(f"audit.column_{name}") for name in ("used", "agreed", "alpha")))
    for one in used[:most]:
        agreed = "–" if one.agreed.value is None else f"{one.agreed.value:.0%}"
        alpha = "–" if one.alpha.value is None else f"{one.alpha.value:.3f}"
        yield columns(called(one.label, names), str(one.used), agreed, alpha)
    if most and len(used) > most:
        yield say("audit.more", count=len(used) - most)
    if unused := [called(one.label, names) for one in labels if not one.used]:
        told_ = say("audit.unused", names=say("review.comma").join(unused[:most]))
        yield from lines_of(told_ + (say("audit.and_more", count=len(unused)) if unused[most:] else ""))


def _reviewers(report: Report, most: int | None) -> Iterator[str]:
    def rank(pair: Pair) -> float:
        value = pair.cohen_kappa.value
        return 2.0 if value is None else value

    if report.pairs:
        yield heads("audit.column_reviewers", say("audit.column_clauses"), "Cohen κ")
        for pair in sorted(report.pairs, key=rank)[:most]:
            half = (_NAME + _FIGURE - 3) // 2
            both = f"{middle(pair.a, half)} / {middle(pair.b, half)}"
            kappa = pair.cohen_kappa.value
            yield columns(both, str(pair.n), "–" if kappa is None else f"{kappa:.3f}", wide=_FIGURE)
        if most and len(report.pairs) > most:
            yield say("audit.more_pairs", count=len(report.pairs) - most)
    for one in report.intra[:most]:
        first, second = one.passes
        percent = "–" if one.percent.value is None else f"{one.percent.value:.0%}"
        reviewer = middle(one.reviewer, _NAME)
        yield say("audit.intra", reviewer=reviewer, first=first, second=second, n=one.n, value=percent)


def heads(title: str, *figures: str) -> str:
    """The titles of columns."""
    wide = _FIGURE if len(figures) == 2 else 0
    return columns(say(title), *figures, wide=wide)


def columns(first: str, *figures: str, wide: int | None = None) -> str:
    """A row of a table: a name, with two figures in more room, then the figures."""
    width = _NAME + (wide if wide is not None else _FIGURE if len(figures) == 2 else 0)
    first = fitted(first, width)
    line = f"    {first}{' ' * (width - cells(first))}"
    return line + "".join(" " * (_FIGURE - cells(one)) + one for one in figures)


def lines_of(words: str) -> Iterator[str]:
    """A long sentence in lines that a terminal holds."""
    line = "    "
    for character in words:
        if cells(line + character) > WIDTH:
            yield line
            line = "    "
        line += character
    yield line
