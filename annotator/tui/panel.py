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
    """A code (or a unit): the key that picks it, its name, and whether it is chosen or suggested."""

    key: str
    name: str
    chosen: bool = False
    suggested: bool = False


class Panel(NamedTuple):
    """What the panel shows. `most` is the number of codes of the largest field; `wide` choices need
    more room; `cursor` is the number of the choice under the cursor, -1 for none.
    """

    fields: Sequence[FieldLine]
    choices: Sequence[Choice]
    most: int
    wide: bool
    cursor: int
    hint: str
    about: str
