"""The paragraph that a paper needs: what was measured, on how much, how sure, with what definition."""

from collections.abc import Iterator, Sequence

from annotator import __version__
from annotator.flows.reporting.audited import Audited
from annotator.words import say


def for_paper(several: Sequence[Audited], documents: int) -> str:
    """The paragraph in the language in force. Nothing is said that was not measured: a coefficient without a
    value comes with its reason, an interval from few documents with that.
    """
    return say("review.stop").join(_sentences(several, documents)) + say("review.stop").strip()


def _sentences(several: Sequence[Audited], documents: int) -> Iterator[str]:
    raters = max((len(one.report.raters) for one in several), default=0)
    items = max((one.report.items for one in several), default=0)
    compared = max((one.report.compared for one in several), default=0)
    yield say("reporting.coded", raters=raters, items=items, documents=documents, compared=compared)
    for one in several:
        found, bounds = one.report.headline, one.report.bounds(one.report.headline.name)
        told = {"field": one.name, "coefficient": say(f"audit.{found.name}"), "n": one.report.compared}
        if found.value is None:
            yield say("reporting.undefined", reason=say(found.reason), **told)
        elif bounds is None:
            yield say("reporting.value", value=_figure(found.value), **told)
        else:
            low, high = map(_figure, bounds)
            yield say("reporting.interval", value=_figure(found.value), low=low, high=high, **told)
    drawn = next((one.report.intervals for one in several if one.report.intervals), None)
    if drawn:
        units = say(f"audit.units_{drawn.resampled}", count=drawn.units)
        key = "reporting.drawn_few" if drawn.few else "reporting.drawn"
        yield say(key, resamples=drawn.resamples, units=units, seed=drawn.seed)
    yield say("reporting.tool", version=__version__)


def _figure(value: float) -> str:
    return f"{value:.2f}"
