"""Ratings of one field as a matrix of codes, items by raters: what every coefficient starts from.

Missing is no row, and -1 in the matrix; an empty set is a judgement and has a code like any other.
Items, raters and codes stand in an order that depends on the ratings alone, not on how they came.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain, count
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from annotator.errors import AnnotatorError
from annotator.tools.agreement.scale import Scale, scale
from annotator.tools.agreement.value import READERS, Kind, Value, spell

Ints = NDArray[np.int64]
Name = TypeVar("Name", bound=Hashable)


class Rating(NamedTuple):
    """What `reviewer` said of `item`; a repeat of the same item has a higher `pass_no`.

    `document` and `section` say where the item stands, `at` when it was said (UTC milliseconds, 0 where it is
    not known), `codebook` under which version. A tuple, because an audit makes one for every judgement.
    """

    item: str
    reviewer: str
    value: object
    document: str = ""
    pass_no: int = 1
    section: str = ""
    at: int = 0
    codebook: str = ""


class Ratings(NamedTuple):
    """Many ratings, each attribute of theirs as a column."""

    item: Sequence[str]
    reviewer: Sequence[str]
    value: Sequence[object]
    document: Sequence[str]
    pass_no: Sequence[int]
    section: Sequence[str]
    at: Sequence[int]
    codebook: Sequence[str]

    def row(self, number: int) -> Rating:
        """One of them."""
        row: Any = (column[number] for column in self)
        return Rating(*row)

    def rows(self) -> list[Rating]:
        """All of them."""
        return list(map(Rating, *self))


def columns(given: Iterable[Rating] | Ratings) -> Ratings:
    """Ratings one by one, or as columns already, as columns."""
    if isinstance(given, Ratings):
        return given
    return Ratings(*(list(zip(*given, strict=True)) or [()] * len(Ratings._fields)))


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
        passes = np.array(ratings.pass_no, np.int64)
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
        _of_items(items, ratings.item, ratings.document, "two_documents"),
        _of_items(items, ratings.item, ratings.section, "two_sections"),
        codes.reshape(len(items), len(raters)),
        chosen.reshape(len(items), len(raters)),
        retests=len(ratings.item) - len(cells) - repeated,
    )


def _read(ratings: Ratings, kind: Kind) -> tuple[list[Value], Ints]:
    """The distinct values as their kind has them, and which of them each is; where all are texts, or lists of
    texts, each text is read once.
    """
    reader, complaint = READERS[kind]
    given: Sequence[Any] = ratings.value
    kinds = {*map(type, given)}
    once = kinds == {str}
    if kinds == {list} and {*map(type, chain.from_iterable(given))} <= {str}:
        given, once = list(map(tuple, given)), True
    if once:  # 1, 1.0 and True are equal keys of a dictionary, and different labels
        given, of_given = _numbered(given)
    values, at = _numbered(list(map(reader, given)))
    at = at[of_given] if once else at
    if None in values:
        wrong = ratings.row(int((at == values.index(None)).argmax()))
        raise AnnotatorError(complaint, item=wrong.item, reviewer=wrong.reviewer, value=spell(wrong.value))
    return [value for value in values if value is not None], at


def _numbered(given: Sequence[Name]) -> tuple[list[Name], Ints]:
    """The distinct names in the order in which they came, and the place among them of each of the given."""
    places: defaultdict[Name, int] = defaultdict(count().__next__)
    at = np.fromiter(map(places.__getitem__, given), np.int64, len(given))
    return list(places), at


def _sorted(given: Sequence[str]) -> tuple[list[str], Ints]:
    """The same in their own order."""
    names, at = _numbered(given)
    order = sorted(range(len(names)), key=names.__getitem__)
    places = np.empty(len(names), np.int64)
    places[order] = np.arange(len(names))
    return [names[number] for number in order], places[at]


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


def _of_items(
    items: Sequence[str], of_items: Sequence[str], given: Sequence[str], complaint: str
) -> tuple[str, ...]:
    """What is `given` of each item by its ratings, "" where none says so."""
    if not any(given):
        return ("",) * len(items)
    known = {item: name for item, name in zip(of_items, given, strict=True) if name}
    if any(name and known[item] != name for item, name in zip(of_items, given, strict=True)):
        said: dict[str, set[str]] = {}
        for item, name in zip(of_items, given, strict=True):
            said.setdefault(item, set()).update({name} - {""})
        item, names = min((item, sorted(names)) for item, names in said.items() if len(names) > 1)
        raise AnnotatorError(f"agreement.{complaint}", item=item, first=names[0], second=names[1])
    return tuple(known.get(item, "") for item in items)
