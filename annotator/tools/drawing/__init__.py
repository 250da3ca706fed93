"""Who reviews what: clauses or whole documents drawn for reviewers, the same on every machine.

Chance comes from SHA-256 (`chance.py`) and counts are whole numbers, so that the same arguments give the same
round in every version of Python.
"""

from annotator.tools.drawing.chance import portion
from annotator.tools.drawing.draw import draw
from annotator.tools.drawing.plan import Drawn, Item, Plan

__all__ = ["Drawn", "Item", "Plan", "draw", "portion"]
