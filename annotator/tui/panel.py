"""What the label panel shows, for whatever shows it: the screens, or the lines without a terminal."""

from collections.abc import Sequence
from typing import NamedTuple


class FieldLine(NamedTuple):
    """A field: its name, its value in words, and a component class that tells the value's state."""

    name: str
    value: str
    state: str
    focused: bool = False


class Choice(NamedTuple):
    """A code (or a unit): the key that picks it, its name, and whether it is chosen or suggested. `rank`
    is its place among several chosen where their order counts, from 1; else 0. `passed_over`: it is
    suggested, and the answer that was given is another.
    """

    key: str
    name: str
    chosen: bool = False
    suggested: bool = False
    rank: int = 0
    passed_over: bool = False


class Panel(NamedTuple):
    """What the panel shows. `grids` are the names of the codes of all fields, for which the panel keeps
    room; `cursor` is the number of the choice under the cursor, -1 for none; `hints` say the same in fewer
    and fewer words.
    """

    fields: Sequence[FieldLine]
    choices: Sequence[Choice]
    grids: tuple[tuple[str, ...], ...]
    cursor: int
    hints: Sequence[str]
    about: str
