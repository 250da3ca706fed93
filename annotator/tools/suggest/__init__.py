"""First suggestions: what a clause is, how urgent, and what it is about.

`clause_type` and `priority` answer these two fields of the default codebook, from the place of a clause
and the wording of official Chinese alone. `KeyTerms` answers any other field of codes, from the key terms
that the codebook gives. `figures` finds the quantities that a clause is to reach, and its dates. Texts
come in simplified characters, or with a way to them; punctuation of either width. A suggestion has a
score: a cautious figure for the share of such suggestions that a reader takes as they are
(tests/suggest/README.md has what was measured, and its limits).
"""

from annotator.tools.suggest.position import clause_type
from annotator.tools.suggest.suggester import Suggester, units
from annotator.tools.suggest.terms import SOURCE as KEY_TERMS
from annotator.tools.suggest.terms import KeyTerms
from annotator.tools.suggest.urgency import priority

__all__ = ["KEY_TERMS", "KeyTerms", "Suggester", "clause_type", "priority", "units"]
