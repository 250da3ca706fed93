"""The values of a field in their order: what the codes of a table stand for."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from annotator.errors import AnnotatorError
from annotator.tools.agreement.value import Kind, Level, Value, label, number, spell


class Scale(NamedTuple):
    """The values that ratings of a field can have.

    values      in the order of their codes; on ordered scales a code is a position. Declared levels
                are among them, used or not; of sets only those that occur
    levels      the categories: `values`, or the labels that the sets are made of
    undeclared  levels in use that were not declared, where any were declared
    """

    kind: Kind
    values: tuple[Value, ...]
    levels: tuple[Level, ...]
    undeclared: tuple[Level, ...]


def scale(kind: Kind, levels: Sequence[object], used: Sequence[Value]) -> Scale:
    """The scale of the values in use, with `levels` declared in order, from lowest to highest.

    Undeclared values stand by their number on interval and ratio scales and behind the declared ones
    on nominal scales; they have no place on an ordinal one. Raises AnnotatorError for that, for a
    declared level that is empty, repeated or of another kind, and for an ordinal scale without
    declared levels whose values are not numbers: alphabetical order (high < low < medium) is none.
    """
    sets = sorted((value for value in used if isinstance(value, frozenset)), key=sorted)
    found: set[Level] = {value for value in used if not isinstance(value, frozenset)}
    found.update(chain.from_iterable(sets))
    declared = _declared(kind, levels)
    extra = found.difference(declared)
    if kind in ("interval", "ratio"):
        ordered = sorted({*declared, *extra}, key=float)
    elif kind == "ordinal" and not declared:
        ordered = _by_number(extra)
    elif kind == "ordinal" and extra:
        raise AnnotatorError(
            "agreement.outside_levels", values=_listed(sorted(extra, key=str)), levels=_listed(declared)
        )
    else:
        ordered = [*declared, *sorted(extra, key=str)]
    values: Iterable[Value] = sets if kind == "set" else ordered
    undeclared = (level for level in ordered if level in extra and declared)
    return Scale(kind, tuple(values), tuple(ordered), tuple(undeclared))


def _declared(kind: Kind, levels: Sequence[object]) -> list[Level]:
    read = number if kind in ("interval", "ratio") else label
    declared: list[Level] = []
    for level in levels:
        value = read(level)
        if value is None or value in declared:
            raise AnnotatorError("agreement.bad_level", level=spell(level))
        declared.append(value)
    return declared


def _by_number(found: set[Level]) -> list[Level]:
    numbers = {number(level) for level in found}
    if None in numbers or len(numbers) < len(found):
        raise AnnotatorError("agreement.no_order", values=_listed(sorted(found, key=str)))
    return sorted(found, key=float)


def _listed(levels: Iterable[Level]) -> str:
    return ", ".join(map(spell, levels))
