"""A unit as it was found in a clause, before anyone knows which organisation it is."""

from dataclasses import dataclass
from typing import Literal

from annotator.model.cutting import Role


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the clause's `text` or `tail`; `start` and `end` are code points of that part."""

    where: Literal["text", "tail"]
    start: int
    end: int
    surface: str
    role: Role
    collective: bool
