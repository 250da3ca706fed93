"""Labels that other tools have written, read into one form. A new tool is a module and a line here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from annotator.tools.labelled import doccano, label_studio, ours, prodigy
from annotator.tools.labelled.annotation import Annotation, Fault, Given, Mark, Read, Record

__all__ = ["FORMATS", "Annotation", "Fault", "Given", "Mark", "Read", "Record", "read", "recognised"]

_READERS: dict[
    str, tuple[Callable[[Mapping[str, Any]], bool], Callable[[Iterable[Record]], Iterator[Read]]]
] = {
    "label_studio": (label_studio.recognised, label_studio.read),
    "release": (ours.recognised, ours.read),
    "prodigy": (prodigy.recognised, prodigy.read),
    "doccano": (doccano.recognised, doccano.read),
}
FORMATS = tuple(_READERS)


def recognised(record: Mapping[str, Any]) -> str:
    """The format of a file by its first record; empty where it is none of these."""
    return next((name for name, (known, _) in _READERS.items() if known(record)), "")


def read(form: str, records: Iterable[Record]) -> Iterator[Read]:
    """Everything that was said, or why a line was not understood."""
    return _READERS[form][1](records)
