"""What can be accepted at once: the suggestions for the fields without a value, and what that leaves open."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.model.codebook import Codebook, Field
from annotator.model.review import Suggestion
from annotator.model.value import Value, wanting
from annotator.tui.reading import acceptable


class Offer(NamedTuple):
    """`taken` are the values that would be taken, by field; `missing` the decisions still to make then."""

    taken: Mapping[str, Value]
    missing: Sequence[Field]


def offer(codebook: Codebook, values: Mapping[str, Value], suggested: Mapping[str, Suggestion]) -> Offer:
    """What accepting would do now."""
    taken = acceptable(codebook.clause_fields, values, suggested)
    return Offer(taken, wanting(codebook, {**values, **taken}))
