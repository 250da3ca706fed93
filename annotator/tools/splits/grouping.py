"""Which documents belong on one side of a split: reprints of each other, and what else is said to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.model.split import Part

Placed = Sequence[tuple[str, str]]
"""Clauses that read alike, each with the document in which it stands: (clause, document)."""

_HALF = 2
_NEXT = 8
"""By a text that stands in many documents each is compared with so many others: reprints stand beside each
other in all of theirs, and a set phrase makes nothing a reprint.
"""


def reprints(alike: Iterable[Placed], clauses: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """The pairs of documents of which at least half of the shorter one's clauses stand in the other too, or
    nearly. `clauses` is how many each document has; one that is not in it is left aside.
    """
    shared = dict[tuple[str, str], list[set[str]]]()
    for group in alike:
        found = defaultdict[str, set[str]](set)
        for clause, document in group:
            if document in clauses:
                found[document].add(clause)
        here = sorted(found)
        for at, one in enumerate(here):
            for two in here[at + 1 : at + 1 + _NEXT]:
                both = shared.setdefault((one, two), [set(), set()])
                both[0] |= found[one]
                both[1] |= found[two]
    for pair, both in sorted(shared.items()):
        shorter = min((0, 1), key=lambda side: clauses[pair[side]])
        if len(both[shorter]) * _HALF >= clauses[pair[shorter]]:
            yield pair


def grouped(documents: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Groups of documents, each in order, the first ones first. Linked ones are in one group, through others
    too.
    """
    above = {document: document for document in documents}

    def top(one: str) -> str:
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for one, two in links:
        first, second = sorted((top(one), top(two)))
        above[second] = first
    found = defaultdict[str, list[str]](list)
    for document in sorted(above):
        found[top(document)].append(document)
    return list(found.values())


def most(parts: Iterable[tuple[Part, int]]) -> Part | None:
    """The part that weighs most in all, of equals the first; None of nothing."""
    weights = Counter[Part]()
    for part, weight in parts:
        weights[part] += weight
    return max(weights, key=lambda part: weights[part], default=None)
