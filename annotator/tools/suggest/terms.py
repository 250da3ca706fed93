"""Suggestions from a codebook's key terms: which codes the words of a clause speak for.

They answer any field of codes whose codebook gives cues, except those that the rules of the import
answer better (RULED). The share of all evidence that speaks for the best code tells how sure it is;
below LEAST nothing is suggested, because a wrong suggestion costs a reviewer more than none.
"""

from collections.abc import Iterator, Mapping

from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.ids import canonical, sha256
from annotator.model.review import Suggestion
from annotator.tools.suggest.cues import Breaks, Cues, Simplify
from annotator.tools.suggest.evidence import evidence
from annotator.tools.suggest.position import TYPES
from annotator.tools.suggest.urgency import LEVELS

SOURCE = "codebook"
RULED = {"clause_type": TYPES, "priority": LEVELS}
"""The fields that the rules answer, with the codes that they give."""

LEAST = 0.35
"""The least share of the evidence with which a code is suggested."""
_UNSAID = 1.5
"""Counts as evidence for no code, so that little evidence never makes a large share."""
_BESIDE, _FOUND = 0.5, 1.6
"""A further code needs so much of what the first one has, and so much evidence of its own."""


class KeyTerms:
    """The key terms of a codebook. `simplified` turns a text into simplified characters, code point for
    code point; `breaks` says where its words begin and end.
    """

    def __init__(self, codebook: Codebook, simplified: Simplify, breaks: Breaks) -> None:
        self._simplified = simplified
        self._fields = [
            (field, cues) for field in answered(codebook) if (cues := Cues(field, simplified, breaks))
        ]
        self.version = version(codebook)

    def suggest(self, subject: str, text: str, lead: int, path: tuple[str, ...]) -> Iterator[Suggestion]:
        """What is suggested for a clause by its text, the length of its title sentence and its path."""
        plain, above = self._simplified(text), tuple(map(self._simplified, path))
        for field, cues in self._fields:
            if found := _chosen(field, evidence(cues, plain, lead, above)):
                codes, score = found
                yield Suggestion(subject, field.id, SOURCE, self.version, codes, score)


def answered(codebook: Codebook) -> list[Field]:
    """The fields that key terms answer: of codes, with cues, and without a rule of ours."""
    return [
        field
        for field in codebook.clause_fields
        if field.kind in CODED
        and any(code.cues for code in field.codes)
        and not any(field.code(code) for code in RULED.get(field.id, ()))
    ]


def version(codebook: Codebook) -> str:
    """12 hex that change with whatever the suggestions depend on: codes, meaning, cues, and this tool."""
    cues = [[f.id, f.maximum, [[c.id, c.cues] for c in f.codes]] for f in answered(codebook)]
    return sha256(canonical([TOOL, codebook.meaning, cues]))[:12]


TOOL = 1
"""Grows when the same cues would give other suggestions."""


def _chosen(field: Field, found: Mapping[str, float]) -> tuple[tuple[str, ...], float] | None:
    """The codes to suggest, the first one primary, with a score; None where nothing is sure enough."""
    order = {code.id: at for at, code in enumerate(field.codes)}
    ranked = sorted(found.items(), key=lambda item: (-item[1], order[item[0]]))
    if not ranked:
        return None
    (best, most), rest = ranked[0], ranked[1:]
    share = most / (sum(found.values()) + _UNSAID)
    if share < LEAST:
        return None
    further = [code for code, amount in rest if amount >= max(_BESIDE * most, _FOUND)]
    bound = 1 if field.kind != "multi" else field.maximum or len(field.codes)
    return (best, *further)[:bound], round(0.35 + share / 2, 2)
