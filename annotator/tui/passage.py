"""A paragraph on its way to a reader, whether it is drawn or read out."""

from collections.abc import Sequence
from typing import NamedTuple


class Passage(NamedTuple):
    """A paragraph to show: `marks` are (start, end, component) ranges of its text; `here` tells the
    paragraph that it is all about from those around it; `gap` leaves a blank line behind it;
    a `head` stands above that paragraph and is seen with it.
    """

    text: str
    marks: Sequence[tuple[int, int, str]] = ()
    here: bool = False
    gap: bool = False
    head: bool = False
