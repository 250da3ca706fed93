"""First suggestions from the import: what a clause is, and how urgent.

They answer the default codebook's `clause_type` and `priority`, from the place of a clause and the
wording of official Chinese alone. Texts come in simplified characters; punctuation of either width.
A suggestion is a code id and a score: a cautious figure for the share of such suggestions with which a
reader agrees (tests/suggest/README.md has what was measured, and its limits).
"""

from annotator.tools.suggest.position import clause_type
from annotator.tools.suggest.urgency import priority

__all__ = ["clause_type", "priority"]
