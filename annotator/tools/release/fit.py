"""Whether a record has its shape: the same keys in the same order, and values of their types."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from annotator.tools.release.shape import ListOf, Scalar, Shape, Struct

Check = Callable[[Any], None]
"""Raises Misfit."""
_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "int64": (int,),
    "float64": (float, int),
    "bool": (bool,),
}
_MOST = 1 << 63


class Misfit(Exception):
    """A value that its shape does not allow. `what` is one of `type`, `choice`, `pattern`, `missing`,
    `extra`, `order`, `unset`, `empty`; `name` is the key that it is about, where the value is an object.
    """

    def __init__(self, what: str, name: str = "") -> None:
        super().__init__(what)
        self.what = what
        self._path = [name] if name else []

    def within(self, step: str) -> "Misfit":
        """The same, told from one level further out."""
        self._path.insert(0, step)
        return self

    @property
    def at(self) -> str:
        """Where in the record it stands, such as `labels.unit[0].role`."""
        return ".".join(self._path).replace(".[", "[")


def checker(shape: Shape) -> Check:
    """What checks a value against a shape; made once, it is quick."""
    if isinstance(shape, Struct):
        return _struct(shape)
    return _list(shape) if isinstance(shape, ListOf) else _scalar(shape)


def _struct(struct: Struct) -> Check:
    checks = [(name, checker(member)) for name, member in struct.members.items()]
    names = list(struct.members)
    states = [
        (name, state, isinstance(member, ListOf))
        for name, member in struct.members.items()
        if (state := f"{name}_state") in struct.members
    ]

    def check(value: Any) -> None:
        if value is None and struct.nullable:
            return
        if type(value) is not dict:
            raise Misfit("type")
        if list(value) != names:
            raise _keys(list(value), names)
        for (name, one), inside in zip(checks, value.values(), strict=True):
            try:
                one(inside)
            except Misfit as error:
                raise error.within(name) from None
        for name, state, many in states:
            if (value[state] == "set") != (bool(value[name]) if many else value[name] is not None):
                raise Misfit("unset" if value[state] == "set" else "empty", name)

    return check


def _keys(given: list[str], wanted: list[str]) -> Misfit:
    """What is wrong with the keys of an object."""
    for what, there, here in (("missing", wanted, given), ("extra", given, wanted)):
        for name in there:
            if name not in here:
                return Misfit(what, name)
    return Misfit("order", next(name for name, due in zip(given, wanted, strict=True) if name != due))


def _list(shape: ListOf) -> Check:
    inside = checker(shape.item)

    def check(value: Any) -> None:
        if type(value) is not list:
            raise Misfit("type")
        for number, one in enumerate(value):
            try:
                inside(one)
            except Misfit as error:
                raise error.within(f"[{number}]") from None

    return check


def _scalar(shape: Scalar) -> Check:
    types, choices = _TYPES[shape.type], frozenset(shape.choices)
    # A `$` of Python would let a line feed follow.
    pattern = re.compile(re.sub(r"\$$", r"\\Z", shape.pattern)).search if shape.pattern else None

    def check(value: Any) -> None:
        if value is None and shape.nullable:
            return
        if type(value) not in types or (type(value) is int and not -_MOST <= value < _MOST):
            raise Misfit("type")
        if choices and value not in choices:
            raise Misfit("choice")
        if pattern and not pattern(value):
            raise Misfit("pattern")

    return check
