"""Agreement between reviewers: coefficients as pure functions over a table of ratings.

`audit(tabulate(ratings, kind, levels))` is the whole of it. Nothing here knows of projects or files,
and nothing else of the program imports numpy: import this package when an audit runs, not before.
"""

from annotator.tools.agreement.coefficient import Coefficient, Undefined
from annotator.tools.agreement.pair import Pair
from annotator.tools.agreement.report import Report, audit
from annotator.tools.agreement.table import Rating, Table, tabulate
from annotator.tools.agreement.value import KINDS, Kind

__all__ = [
    "KINDS",
    "Coefficient",
    "Kind",
    "Pair",
    "Rating",
    "Report",
    "Table",
    "Undefined",
    "audit",
    "tabulate",
]
