"""A coefficient has a value or a reason for having none, never a 0, 1 or NaN that stands for "cannot say"."""

from collections.abc import Callable
from typing import NamedTuple

from annotator.errors import AnnotatorError


class Undefined(AnnotatorError):
    """The ratings give this coefficient no value; the sentence says why."""


class Coefficient(NamedTuple):
    """`value`, or None and the catalogue's key of the reason (empty where there is a value)."""

    name: str
    value: float | None
    reason: str = ""


def coefficient(name: str, compute: Callable[[], float]) -> Coefficient:
    """What `compute` returns, or the reason that it raised as Undefined."""
    try:
        return Coefficient(name, float(compute()))
    except Undefined as undefined:
        return Coefficient(name, None, undefined.key)
