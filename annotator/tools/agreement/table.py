"""Ratings of one field as a matrix of codes, items by raters: what every coefficient starts from.

Missing is no row, and -1 in the matrix; an empty set is a judgement and has a code like any other.
Items, raters and codes stand in an order that depends on the ratings alone, not on how they came.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from annotator.errors import AnnotatorError
from annotator.tools.agreement.scale import Scale, scale
from annotator.tools.agreement.value import READERS, Kind, Value, spell

Ints = NDArray[np.int64]
Name = TypeVar("Name", bound=Hashable)


class Rating(NamedTuple):
    """What `reviewer` said of `item`; a repeat of the same item has a higher `pass_no`.

    A tuple, because an audit makes one for every judgement of a project.
    """

    item: str
    reviewer: str
    value: object
    document: str = ""
    pass_no: int = 1


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """One field's ratings.

    codes       items x raters, indices into `scale.values`, -1 = missing; every item has a rating
    documents   the document of each item, "" where none was given
    retests     ratings left aside, because of each reviewer's passes over an item the first counts
    """

    scale: Scale
    items: tuple[str, ...]
    raters: tuple[str, ...]
    documents: tuple[str, ...]
    codes: NDArray[np.int32]
    retests: int


def tabulate(ratings: Iterable[Rating], kind: Kind, levels: Sequence[object] = ()) -> Table:
    """The table of `ratings`, with `levels` declared in order (from lowest to highest).

    Raises AnnotatorError for a value that is none of its kind, for two different values of a
    reviewer for an item in one pass, for an item of two documents, and where `scale` does.
    """
    ratings = list(ratings)
    values = _read(ratings, kind)
    items = sorted({rating.item for rating in ratings})
    raters = sorted({rating.reviewer for rating in ratings})
    distinct = list(dict.fromkeys(values))
    rows = _numbered(items, [rating.item for rating in ratings])
    columns = _numbered(raters, [rating.reviewer for rating in ratings])
    passes = np.array([rating.pass_no for rating in ratings], np.int64)
    given = _numbered(distinct, values)

    cells = rows * len(raters) + columns
    order = np.lexsort((given, passes, cells))
    cells, passes, given = cells[order], passes[order], given[order]
    same_cell = cells[1:] == cells[:-1]
    same_pass = same_cell & (passes[1:] == passes[:-1])
    (clashes,) = (same_pass & (given[1:] != given[:-1])).nonzero()
    if len(clashes):
        raise _two_values(ratings[order[clashes[0]]], ratings[order[clashes[0] + 1]])
    first = np.concatenate([np.ones(min(1, len(cells)), bool), ~same_cell])
    cells, given = cells[first], given[first]

    of_field = scale(kind, levels, [distinct[one] for one in np.unique(given)])
    code = {value: number for number, value in enumerate(of_field.values)}
    recoded = np.array([code.get(value, -1) for value in distinct], np.int32)
    codes = np.full(len(items) * len(raters), -1, np.int32)
    codes[cells] = recoded[given]
    return Table(
        of_field,
        tuple(items),
        tuple(raters),
        _documents(ratings, items),
        codes.reshape(len(items), len(raters)),
        retests=len(ratings) - len(cells) - int(same_pass.sum()),
    )


def _read(ratings: list[Rating], kind: Kind) -> list[Value]:
    reader, complaint = READERS[kind]
    values: list[Value] = []
    for rating in ratings:
        value = reader(rating.value)
        if value is None:
            raise AnnotatorError(
                complaint, item=rating.item, reviewer=rating.reviewer, value=spell(rating.value)
            )
        values.append(value)
    return values


def _numbered(names: list[Name], given: list[Name]) -> Ints:
    """The place among `names` of each of the `given`."""
    place = {name: number for number, name in enumerate(names)}
    return np.array([place[name] for name in given], np.int64)


def _two_values(one: Rating, other: Rating) -> AnnotatorError:
    first, second = sorted((spell(one.value), spell(other.value)))
    return AnnotatorError(
        "agreement.two_values",
        item=one.item,
        reviewer=one.reviewer,
        pass_no=one.pass_no,
        first=first,
        second=second,
    )


def _documents(ratings: list[Rating], items: list[str]) -> tuple[str, ...]:
    """The document of each item, "" where no rating names one."""
    documents: dict[str, str] = {}
    for item, document in {(rating.item, rating.document) for rating in ratings if rating.document}:
        known = documents.setdefault(item, document)
        if known != document:
            first, second = sorted((known, document))
            raise AnnotatorError("agreement.two_documents", item=item, first=first, second=second)
    return tuple(documents.get(item, "") for item in items)
