"""What an audit found in a few lines, before its details: a line for each field, then where it hurts."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from annotator.cli.agreed import columns, figure, heads, word
from annotator.cli.cells import cells, fitted
from annotator.tools.agreement import CodePair, Disagreement, Report, called
from annotator.words import say

_NAME, _ALPHA, _FIGURE, _COUNT = 24, 12, 24, 8
WORST = 3
"""Clauses that are told of a field unless all are asked for."""


class Audit(NamedTuple):
    """A field by its `title`, what the coefficients say of it and where it hurts; `names` are what people
    call its values, `unranked` counts judgements without a place on its scale.
    """

    title: str
    report: Report
    pairs: Sequence[CodePair]
    worst: Sequence[Disagreement]
    names: dict[str, str]
    unranked: int = 0


def summary(several: Sequence[Audit]) -> Iterator[str]:
    """A line for each field: its headline with the interval, on how many clauses, what custom calls it."""
    titles = ("column_field", "column_which", "column_figure", "column_compared", "column_verdict")
    yield _line(*(say(f"audit.{name}") for name in titles))
    for one in several:
        headline = one.report.headline
        verdict = word(one.report) or (say("audit.no_value") if headline.value is None else "")
        kind = say(f"agreeing.{headline.name}")
        yield _line(one.title, kind, figure(headline, one.report), str(one.report.compared), verdict)


def trouble(one: Audit, place: Callable[[str], str], most: int | None) -> Iterator[str]:
    """The clauses with most disagreement, by their `place`, and the codes that were taken for each other;
    nothing of a field on which all agree.
    """
    if one.worst or one.pairs:
        yield one.title
    if one.worst:
        yield heads("audit.column_worst", "", say("audit.column_chance"))
        shown = one.worst[: most and WORST]
        for item in shown:
            yield columns(place(item.item), "", f"{item.times_chance:.2f}")
        if rest := len(one.worst) - len(shown):
            yield say("audit.more", count=rest)
    if one.pairs:
        yield heads("audit.column_pair", say("audit.column_times"), say("audit.column_clauses"))
        for pair in one.pairs[:most]:
            both = " / ".join(fitted(called(side, one.names), 18) for side in (pair.a, pair.b))
            yield columns(both, str(pair.times), str(len(pair.items)))
        if most and len(one.pairs) > most:
            yield say("audit.more", count=len(one.pairs) - most)


def _line(name: str, kind: str, value: str, count: str, verdict: str) -> str:
    left = _padded(name, _NAME) + _padded(kind, _ALPHA) + _padded(value, _FIGURE)
    return fitted(f"  {left}{' ' * (_COUNT - cells(count))}{count}  {verdict}".rstrip(), 80)


def _padded(words: str, width: int) -> str:
    shown = fitted(words, width - 1)
    return shown + " " * (width - cells(shown))
