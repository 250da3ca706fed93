"""By when a task is to be done: what its own words say, else the headings above it and the title."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from annotator.model.document import Clause
from annotator.tools.suggest.figures import deadlines, period_end
from annotator.tools.text import simplified
from annotator.words import say


def own(clause: Clause, targets: Sequence[Mapping[str, Any]], write: Callable[[str], str]) -> list[str]:
    """The dates that a clause itself names, in its words; else those that reviewers gave its targets."""
    found = [write(text[one.start : one.end]) for text, one in _named((clause.text, clause.tail))]
    given = [str(one["deadline"]) for one in targets if one.get("deadline")]
    return list(dict.fromkeys(found or map(_words, given)))


def due(own: Sequence[str], above: Sequence[str]) -> tuple[str, bool]:
    """The date to be told, and whether it is inherited; `above` are the headings, the nearest first, and the
    title.
    """
    if own:
        return "；".join(own), False
    for text in above:
        named = [words[one.start : one.end] for words, one in _named([text])]
        if named:
            return named[-1], True
        if last := period_end(simplified(text)):
            return _words(last.iso), True
    return "", False


def _named(texts: Sequence[str]) -> list[tuple[str, Any]]:
    return [(text, one) for text in texts for one in deadlines(simplified(text))]


def _words(iso: str) -> str:
    """A date as people write it."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    if day:
        return say("ledger.day", year=year, month=int(month), day=int(day))
    return say("ledger.month", year=year, month=int(month)) if month else say("ledger.year", year=year)
