"""Organisations, and the responsible units named in a clause.

`load()` is the table by name, `Gazetteer.places` says whose document it is, `Gazetteer.resolve` what a
name means there, `mentions` which units a segment names. Every text given to this package is simplified
(by the caller, one character for one); organisations are data, and every rule here is general.
"""

from annotator.tools.gazetteer.index import Gazetteer, load
from annotator.tools.gazetteer.mention import mentions

__all__ = ["Gazetteer", "load", "mentions"]
