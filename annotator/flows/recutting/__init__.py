"""A better cutter meets a project that is labelled: what it would cut otherwise, and putting that in force.

The source is read again as it is stored. `Recutting` compares, one document at a time, and writes nothing;
`Recutting.apply` puts one document's new cutting in force, all of it or none. What people cut by hand stays
where it can (`hand.py`); a document in which it cannot is left as it is.
"""

from annotator.flows.recutting.plan import Left, Plan
from annotator.flows.recutting.recutting import Recutting

__all__ = ["Left", "Plan", "Recutting"]
