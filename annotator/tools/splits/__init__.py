"""Training, validation and test without leaks: documents that belong together, the part of each group, and
the clauses that stand in two parts all the same.
"""

from annotator.tools.splits.apart import apart
from annotator.tools.splits.grouping import Placed, grouped, most, reprints
from annotator.tools.splits.stratify import stratified

__all__ = ["Placed", "apart", "grouped", "most", "reprints", "stratified"]
