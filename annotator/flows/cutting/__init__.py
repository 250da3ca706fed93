"""What a person changes of a cutting: where clauses begin and end, and how what is broken in them reads."""

from annotator.flows.cutting.cutting import Cutting, Place
from annotator.flows.cutting.repairing import Decision, Repairing

__all__ = ["Cutting", "Decision", "Place", "Repairing"]
