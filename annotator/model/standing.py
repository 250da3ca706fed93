"""All that was said of one clause, by whom and when, before anyone concludes from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.model.review import Review
from annotator.model.value import Value


@dataclass(frozen=True, slots=True)
class Account:
    """One reviewer's review with its circumstances. `submitted_at` is UTC milliseconds, None unless the
    review stands submitted; `seconds` is the time spent on the clause in all, None where
    that is not told. `prompted` are the fields for
    which a suggestion was on the screen when the reviewer labelled them, be it once; `codebook` is the digest
    of the one under which the reviewer labelled the clause last, empty where it was none.
    """

    review: Review
    submitted_at: int | None = None
    seconds: float | None = 0.0
    prompted: frozenset[str] = frozenset()
    codebook: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """`accounts` by reviewer, in the order of their ids; `gold` holds the decided fields. A clause that was
    `discarded` is to be left out.
    """

    accounts: Mapping[str, Account] = field(default_factory=dict)
    gold: Mapping[str, Value] = field(default_factory=dict)
    discarded: bool = False
