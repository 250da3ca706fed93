"""Which role may do what: one table, for the screens, the commands and the help."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

Role = Literal["annotator", "reviewer", "arbitrator", "supervisor", "owner"]
Deed = Literal[
    "label",  # answer the questions of a clause
    "see",  # what others said, whether a round is open or not
    "decide",  # what counts where several answered
    "assign",  # open rounds, say who labels what, close them
    "cut",  # split and merge clauses, take documents out of use and back
    "divide",  # say which documents train, which measure
    "describe",  # put right what is known of a document: its title, issuer, date …
    "track",  # say how far tasks are
    "settle",  # say what becomes of units that nobody knew
    "alias",  # say which names are one person
    "roles",  # say who is who
    "codebook",  # put another codebook in force
]
ROLES: tuple[Role, ...] = get_args(Role)

MAY: Mapping[str, tuple[Deed, ...]] = {
    "annotator": ("label", "track"),
    "reviewer": ("label", "decide", "describe", "track"),
    "arbitrator": ("label", "see", "decide", "describe", "track"),
    "supervisor": ("see", "assign", "divide", "describe", "track"),
    "owner": get_args(Deed),
}
"""A role that is not here comes from a later version: it is kept, and allows nothing."""


def allow(roles: Iterable[str], deed: Deed) -> bool:
    """Whether one of some roles allows a deed."""
    return any(deed in MAY.get(role, ()) for role in roles)
