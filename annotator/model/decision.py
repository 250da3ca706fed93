"""A decision on a field of a clause: what was decided, how, from whose answers, and what they were then."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from annotator.model.ids import canonical, sha256
from annotator.model.value import Value

How = Literal["agreed", "accept", "combine", "anew", "discard"]
WHOLE = ""
"""The field of a decision on a clause as a whole: that it is discarded."""

NOTHING_SEEN: Mapping[str, str] = MappingProxyType({})


class Decision(NamedTuple):
    """`sources` are the reviewers whose answers were taken; `seen` tells of everyone who had finished the
    clause, by reviewer, a digest of the answer that stood (`digest_of`), so that a later correction shows.
    `value` is that of the layer gold, None for a discard. `at` is UTC milliseconds, `codebook` the digest
    of the one it was made under.
    """

    field: str
    how: How
    sources: tuple[str, ...] = ()
    reason: str = ""
    seen: Mapping[str, str] = NOTHING_SEEN
    value: Value = None
    by: str = ""
    at: int = 0
    codebook: str = ""

    @property
    def said(self) -> dict[str, Any]:
        """What its event keeps of it."""
        return {
            "how": self.how,
            "from": list(self.sources),
            "reason": self.reason,
            "seen": dict(self.seen),
        }


def digest_of(said: object) -> str:
    """What a decision keeps of an answer that it was made on (of all answers, for a discard): 12 hex of the
    hash of what is stored.
    """
    return sha256(canonical(said))[:12]
