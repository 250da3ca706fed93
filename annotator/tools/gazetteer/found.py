"""A unit as it was found in a clause, before anyone knows which organisation it is."""

from typing import Literal, NamedTuple

from annotator.model.cutting import Role


class Found(NamedTuple):
    """A name in the clause's `text` or `tail`; `start` and `end` are code points of that part."""

    where: Literal["text", "tail"]
    start: int
    end: int
    surface: str
    role: Role
    collective: bool
