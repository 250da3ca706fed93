"""Agreement between reviewers: coefficients as pure functions over a table of ratings.

`audit(ratings, kind, levels)` is the whole of it. Nothing here knows of projects or files,
and nothing else of the program imports numpy: import this package when an audit runs, not before.
"""

import os

# The sums are small: two threads of a library for large ones take five times as long as one, waiting for
# each other. It looks before it is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from annotator.tools.agreement.coefficient import Coefficient, Undefined
from annotator.tools.agreement.consensus import Consensus
from annotator.tools.agreement.drift import Drift, Own, Share, Window
from annotator.tools.agreement.label import Label
from annotator.tools.agreement.lines import ratings_in
from annotator.tools.agreement.pair import Pair
from annotator.tools.agreement.rating import Rating, Ratings, columns
from annotator.tools.agreement.report import Report, audit
from annotator.tools.agreement.resample import NO_RESAMPLES, Intervals, Resampling
from annotator.tools.agreement.retest import Retest
from annotator.tools.agreement.table import Table, tabulate
from annotator.tools.agreement.trouble import (
    CodePair,
    Confusion,
    Disagreement,
    called,
    code_pairs,
    confusion,
    disagreements,
)
from annotator.tools.agreement.value import BANDS, KINDS, Kind, Value

__all__ = [
    "BANDS",
    "KINDS",
    "NO_RESAMPLES",
    "CodePair",
    "Coefficient",
    "Confusion",
    "Consensus",
    "Disagreement",
    "Drift",
    "Intervals",
    "Kind",
    "Label",
    "Own",
    "Pair",
    "Rating",
    "Ratings",
    "Report",
    "Resampling",
    "Retest",
    "Share",
    "Table",
    "Undefined",
    "Value",
    "Window",
    "audit",
    "called",
    "code_pairs",
    "columns",
    "confusion",
    "disagreements",
    "ratings_in",
    "tabulate",
]
