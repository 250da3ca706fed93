"""Ratings, one by one and as columns: what a person said of an item, and when."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain, count
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Given = TypeVar("Given")
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


class Column(NamedTuple, Generic[Given]):
    """An attribute of many ratings, which repeats: the `values` there are, and which of them each has."""

    values: Sequence[Given]
    at: Ints

    def each(self) -> list[Given]:
        """The value of each rating."""
        return list(map(self.values.__getitem__, self.at.tolist()))

    def some(self, numbers: Ints) -> "Column[Given]":
        """The same of some of the ratings."""
        used = numbered(self.at[numbers].tolist())
        return Column([self.values[number] for number in used.values], used.at)


class Ratings(NamedTuple):
    """Many ratings, each attribute of theirs as a column, of which every value is used."""

    item: Column[str]
    reviewer: Column[str]
    value: Column[object]
    document: Column[str]
    pass_no: Column[int]
    section: Column[str]
    at: Column[int]
    codebook: Column[str]

    def row(self, number: int) -> Rating:
        """One of them."""
        row: Any = (column.values[column.at[number]] for column in self)
        return Rating(*row)

    def some(self, numbers: Ints) -> "Ratings":
        """Those with these numbers."""
        found: Any = (column.some(numbers) for column in self)
        return Ratings(*found)

    def rows(self) -> list[Rating]:
        """All of them."""
        return list(map(Rating, *(column.each() for column in self)))


def columns(given: Iterable[Rating] | Ratings) -> Ratings:
    """Ratings one by one, or as columns already, as columns."""
    if isinstance(given, Ratings):
        return given
    each: Any = zip(*given, strict=True)
    item, reviewer, value, *rest = list(each) or [()] * len(Ratings._fields)
    return Ratings(numbered(item), numbered(reviewer), _values(value), *map(numbered, rest))


class Numbering(Generic[Name]):
    """A column that comes in parts: each value once, in the order in which they came."""

    def __init__(self) -> None:
        self._places: defaultdict[Name, int] = defaultdict(count().__next__)
        self._at: list[Ints] = []

    def add(self, given: Sequence[Name]) -> None:
        """The next values."""
        self._at.append(np.fromiter(map(self._places.__getitem__, given), np.int64, len(given)))

    def column(self) -> Column[Name]:
        """All that were added."""
        return Column(list(self._places), np.concatenate(self._at))


def numbered(given: Sequence[Name]) -> Column[Name]:
    """The same with each value once, in the order in which they came."""
    numbering = Numbering[Name]()
    numbering.add(given)
    return numbering.column()


def _values(given: Sequence[Any]) -> Column[object]:
    """Texts, or lists of texts, each once; others as they are: 1, 1.0 and True are equal keys of a
    dictionary, and different labels.
    """
    kinds = {*map(type, given)}
    if kinds == {str}:
        return numbered(given)
    if kinds == {list} and {*map(type, chain.from_iterable(given))} <= {str}:
        values, at = numbered(list(map(tuple, given)))
        return Column(list(map(list, values)), at)
    return Column(given, np.arange(len(given)))
