"""Organisations, and the responsible units named in a clause.

`load()` is the table by name, `extended` the same with what a project added, `Gazetteer.places` says whose
document it is (`elsewhere`, where its script speaks against the mainland), `Gazetteer.resolve` what a name
means there, `mentions` which units a segment charges, `named` all of a document with the roles that its
tables give, `occurrences` which a clause names at all. Two modules are loaded where they are needed:
`entering` (what a name becomes that no table has) and `members` (whom a collective stands for). Every text
given to this package is simplified (by the caller, one character for one); organisations are data, and
every rule here is general.
"""

from annotator.tools.gazetteer.additions import extended, row
from annotator.tools.gazetteer.index import Gazetteer, load
from annotator.tools.gazetteer.jurisdiction import NATION, elsewhere
from annotator.tools.gazetteer.mention import mentions, named
from annotator.tools.gazetteer.occurrences import Occurrence, occurrence, occurrences

__all__ = [
    "NATION",
    "Gazetteer",
    "Occurrence",
    "elsewhere",
    "extended",
    "load",
    "mentions",
    "named",
    "occurrence",
    "occurrences",
    "organisations",
    "row",
]
