"""What somebody said of a text in another tool, in one form for all of them."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

State = Literal["", "submitted", "skipped", "draft"]


class Mark(NamedTuple):
    """A labelled place: text[start:end] of its annotation, in code points. `organisation` is the id or name
    of the unit there, where the tool kept one.
    """

    label: str
    start: int
    end: int
    organisation: str = ""


class Given(NamedTuple):
    """One answer: `codes`, or `marks`, or `words`; where all are empty, that nothing applies. `field` is what
    the tool calls the question, empty where it has no name; `options` are the codes to choose from, as far as
    the file tells them.
    """

    field: str = ""
    codes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    words: str = ""
    options: tuple[str, ...] = ()


class Annotation(NamedTuple):
    """`line` counts lines of the file, or items of a list, from 1. `clause` and `document` are ids, empty
    where the file has none; `reviewer` is empty where it names nobody. `state` is empty where the tool does
    not tell it. `labels` are those of a record of ours, which tells fields and values itself.
    """

    line: int
    text: str
    given: tuple[Given, ...] = ()
    clause: str = ""
    document: str = ""
    reviewer: str = ""
    state: State = ""
    labels: Mapping[str, Any] | None = None


class Fault(NamedTuple):
    """Why a line was not understood: a sentence of the catalogue and its values."""

    line: int
    key: str
    values: Mapping[str, object]


Read = Annotation | Fault
Record = tuple[int, Mapping[str, Any]]
"""The number of a line, and the object on it."""


def ids(record: Mapping[str, Any]) -> tuple[str, str]:
    """The ids of clause and document that we gave a text on its way out, under whichever of our names."""
    return _ours(record, ("clause_id", "id", "clause"), "cl-"), _ours(record, ("doc_id", "doc"), "doc-")


def _ours(record: Mapping[str, Any], names: tuple[str, ...], begin: str) -> str:
    found = (record.get(name) for name in names)
    return next((one for one in found if isinstance(one, str) and one.startswith(begin)), "")


def listed(value: object) -> list[Any]:
    """What should be a list: one thing stands for itself, and nothing for none."""
    return value if isinstance(value, list) else [] if value is None else [value]
