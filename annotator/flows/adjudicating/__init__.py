"""Adjudication: what reviewers said of a clause, side by side; what is decided about it; what each of them
can learn from that. What is decided is gold, a layer of its own; the answers of the reviewers stay.
"""

from annotator.flows.adjudicating.case import Case, Cases, Point
from annotator.flows.adjudicating.deciding import Adjudicating, Agreed, orders
from annotator.flows.adjudicating.entrance import require_arbitrator
from annotator.flows.adjudicating.feedback import Confused, Feedback, feedback
from annotator.flows.adjudicating.listing import Found, Wanted, listed

__all__ = [
    "Adjudicating", "Agreed", "Case", "Cases", "Confused", "Feedback", "Found", "Point", "Wanted",
    "feedback", "listed", "orders", "require_arbitrator",
]  # fmt: skip
