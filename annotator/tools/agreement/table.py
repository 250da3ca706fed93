"""Ratings of one field as a matrix of codes, items by raters: what every coefficient starts from.

Missing is no row, and -1 in the matrix; an empty set is a judgement and has a code like any other.
Items, raters and codes stand in an order that depends on the ratings alone, not on how they came.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.errors import AnnotatorError
from annotator.tools.agreement.rating import Column, Ints, Rating, Ratings, columns, numbered
from annotator.tools.agreement.scale import Scale, scale
from annotator.tools.agreement.value import READERS, Kind, Value, spell


class Table(NamedTuple):
    """One field's ratings.

    codes       items x raters, indices into `scale.values`, -1 = missing; every item has a rating
    documents   the document of each item, "" where none was given
    sections    the section of each item, likewise
    chosen      items x raters, the number of the rating that counts, -1 = missing
    retests     ratings left aside, because of each reviewer's passes over an item the first counts
    """

    scale: Scale
    items: tuple[str, ...]
    raters: tuple[str, ...]
    documents: tuple[str, ...]
    sections: tuple[str, ...]
    codes: NDArray[np.int32]
    chosen: Ints
    retests: int


def tabulate(ratings: Iterable[Rating] | Ratings, kind: Kind, levels: Sequence[object] = ()) -> Table:
    """The table of `ratings`, with `levels` declared in order (from lowest to highest).

    Raises AnnotatorError for a value that is none of its kind, for two different values of a
    reviewer for an item in one pass, for an item of two documents or sections, and where `scale` does.
    """
    ratings = columns(ratings)
    distinct, given = _read(ratings, kind)
    items, of_item = _sorted(ratings.item)
    raters, of_rater = _sorted(ratings.reviewer)
    cells = of_item * len(raters) + of_rater
    counted, repeated = np.arange(len(given)), 0
    if np.bincount(cells, minlength=1).max() > 1:
        passes = np.array(ratings.pass_no.values, np.int64)[ratings.pass_no.at]
        order = np.lexsort((given, passes, cells))
        cells, passes, given = cells[order], passes[order], given[order]
        same_cell = cells[1:] == cells[:-1]
        same_pass = same_cell & (passes[1:] == passes[:-1])
        (clashes,) = (same_pass & (given[1:] != given[:-1])).nonzero()
        if len(clashes):
            raise _two_values(ratings.row(order[clashes[0]]), ratings.row(order[clashes[0] + 1]))
        first = np.concatenate([[True], ~same_cell])
        cells, given, counted = cells[first], given[first], order[first]
        repeated = int(same_pass.sum())

    used = np.flatnonzero(np.bincount(given, minlength=1))
    of_field = scale(kind, levels, [distinct[one] for one in used])
    code = {value: number for number, value in enumerate(of_field.values)}
    recoded = np.array([code.get(value, -1) for value in distinct], np.int32)
    codes = np.full(len(items) * len(raters), -1, np.int32)
    codes[cells] = recoded[given]
    chosen = np.full(len(codes), -1, np.int64)
    chosen[cells] = counted
    return Table(
        of_field,
        tuple(items),
        tuple(raters),
        _of_items(items, of_item, ratings.document, "two_documents"),
        _of_items(items, of_item, ratings.section, "two_sections"),
        codes.reshape(len(items), len(raters)),
        chosen.reshape(len(items), len(raters)),
        retests=len(of_item) - len(cells) - repeated,
    )


def _read(ratings: Ratings, kind: Kind) -> tuple[list[Value], Ints]:
    """The distinct values as their kind has them, and which of them each is."""
    reader, complaint = READERS[kind]
    values, place = numbered(list(map(reader, ratings.value.values)))
    at = place[ratings.value.at]
    if None in values:
        wrong = ratings.row(int((at == values.index(None)).argmax()))
        raise AnnotatorError(complaint, item=wrong.item, reviewer=wrong.reviewer, value=spell(wrong.value))
    return [value for value in values if value is not None], at


def _sorted(given: Column[str]) -> tuple[list[str], Ints]:
    """The names in their own order, and which of them each is."""
    order = sorted(range(len(given.values)), key=given.values.__getitem__)
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    return [given.values[number] for number in order], places[given.at]


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


def _of_items(items: Sequence[str], of_item: Ints, given: Column[str], complaint: str) -> tuple[str, ...]:
    """What is `given` of each item by its ratings, "" where none says so."""
    if not any(given.values):
        return ("",) * len(items)
    (said,) = np.array(list(map(bool, given.values)))[given.at].nonzero()
    item, name = of_item[said], given.at[said]
    known = np.full(len(items), -1)
    known[item] = name
    if len(clashes := item[known[item] != name]):
        first, second = sorted({given.values[one] for one in name[item == clashes.min()].tolist()})[:2]
        raise AnnotatorError(f"agreement.{complaint}", item=items[clashes.min()], first=first, second=second)
    return tuple(given.values[one] if one >= 0 else "" for one in known.tolist())
