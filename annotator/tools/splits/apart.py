"""Clauses that read alike, on both sides of a split: which of them stay where their documents are."""

from collections import Counter
from collections.abc import Iterable, Mapping

from annotator.model.split import Part
from annotator.tools.splits.grouping import Placed

_STRENGTH: dict[Part, int] = {"train": 3, "test": 2, "validation": 1}


def apart(alike: Iterable[Placed], parts: Mapping[str, Part]) -> set[tuple[str, str]]:
    """The clauses (clause, document) that are to be left out, because what reads like them stands in another
    part. `parts` are those of the documents.

    What stands in training stays there, else what stands in the test; of folds the one stays that has most of
    them. A document without a part is on no side.
    """
    out = set[tuple[str, str]]()
    for group in alike:
        here = [(clause, document) for clause, document in group if parts.get(document, "none") != "none"]
        found = Counter(parts[document] for _, document in here)
        if len(found) < 2:
            continue
        stays = max(sorted(found, key=str), key=lambda part: (_STRENGTH.get(part, 0), found[part]))
        out.update(one for one in here if parts[one[1]] != stays)
    return out
