"""What the completeness of a document is read from, and what is found."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Quantity(NamedTuple):
    """A number that is to be reached: as it is written, its value, its measure word, what is counted, and the
    date by which (ISO, empty where none is given).
    """

    written: str
    value: float
    unit: str
    counted: str
    by: str


class Item(NamedTuple):
    """A segment. `number` is that of a clause among the document's, from 1, else 0; `text` is simplified.
    `duty`: the clause lays down what somebody has to do. `unit`, `dated` tell whether it names who and until
    when.
    """

    kind: str
    level: int
    marker: str
    text: str
    number: int = 0
    duty: bool = False
    unit: bool = False
    dated: bool = False
    quantities: tuple[Quantity, ...] = ()


class Finding(NamedTuple):
    """One thing to look at. `kind` and `values` make the sentence; `clauses` are the numbers of the clauses
    that it is about, from 1, in order. Where it is about none, `near` is the number of the clause beside it,
    0 in a document without one.
    """

    kind: str
    values: Mapping[str, str | int]
    clauses: tuple[int, ...] = ()
    near: int = 0


def nearest(items: Sequence[Item], at: int) -> int:
    """The number of the clause at or before an item, else of the first behind it; 0 where there is none."""
    return next((item.number for item in (*reversed(items[: at + 1]), *items[at:]) if item.number), 0)
