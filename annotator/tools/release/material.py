"""All that the records of one clause are made from."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.document import Clause, Document
from annotator.model.place import Places
from annotator.model.review import Suggestion
from annotator.model.standing import Standing
from annotator.tools.release.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Material:
    """A clause with what stands about it, what was suggested, and the verdict under a codebook, which
    both must fit.
    """

    document: Document
    clause: Clause
    places: Places
    standing: Standing
    suggestions: Sequence[Suggestion]
    verdict: Verdict
