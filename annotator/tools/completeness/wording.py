"""The completeness report in words."""

from collections import Counter
from collections.abc import Sequence

from annotator.tools.completeness.item import Finding
from annotator.words import say

_SHOWN = 8


def sentence(found: Finding) -> str:
    """What is open, with the clauses to look at."""
    told = say(f"completeness.{found.kind}", **found.values)
    if not found.clauses or found.kind == "sum":
        return told
    numbers = say("review.comma").join(map(str, found.clauses[:_SHOWN]))
    if len(found.clauses) > _SHOWN:
        numbers = say("completeness.more", numbers=numbers, count=len(found.clauses))
    return say("completeness.where", sentence=told, clauses=say("completeness.clauses", numbers=numbers))


def short(found: Sequence[Finding]) -> str:
    """How much of each kind is open, in one line: what does not come out before what is not said."""
    counts = Counter[str]()
    for one in sorted(found, key=lambda one: one.kind.startswith("no_")):
        what = one.kind.split("_")[one.kind.startswith("no_")]
        counts[what] += int(one.values["count"]) if one.kind.startswith("no_") else 1
    parts = [
        say("completeness.part", what=say(f"completeness.of_{what}"), count=count)
        for what, count in counts.items()
    ]
    return say("completeness.short", what=say("review.comma").join(parts))
