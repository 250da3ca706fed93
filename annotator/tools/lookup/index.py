"""The index of organisations in memory, and in what order it answers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest

from annotator.model.organisation import Organisation
from annotator.tools.lookup import keys
from annotator.tools.lookup.keys import END, START, STEP, plain

_EXACT, _BEGINS, _INSIDE, _SYLLABLE, _MIXED, _SCATTERED = range(6)

Order = Sequence[int]
"""For each row how near it is, the nearest least; `Lookup.order` makes one."""
# In an order's numbers: which part of the order, then room for a rank, then the place within the part.
_PART, _RANK, _STEP = 48, 40, 24

_Sieved = tuple[frozenset[str], str]
"""A key and its signs: most rows are passed over without a look at the key."""


class Lookup:
    """Organisations by whatever is typed of their names; those of `base` first, whose keys are shared."""

    def __init__(self, organisations: Iterable[Organisation], base: "Lookup | None" = None) -> None:
        self._base, self._own = base, tuple(organisations)
        self.rows: tuple[Organisation, ...] = (*base.rows, *self._own) if base else self._own

    def search(
        self, query: str, order: Order | None = None, limit: int = 50, *, scattered: bool = True
    ) -> list[Organisation]:
        """At most `limit` organisations that match `query`, best first; an empty query matches all.

        `query` is hanzi (simplified: the caller converts), full pinyin from any syllable, initials with
        or without 市, or any of these mixed (guihzyj, 市sjj), in any case and width. Within each part of
        `order` exact hits come before beginnings, hits inside and hits at a syllable. Where there are
        none, names that have the query `scattered` in them (发改委 in 发展和改革委员会) are hits.
        """
        text, near = plain(query), order or range(len(self.rows))
        if not text:
            return [self.rows[n] for n in nsmallest(limit, range(len(self.rows)), key=near.__getitem__)]
        hits = self._hits(text) or (self._scattered(text) if scattered else [])
        best = nsmallest(limit, [(near[n] + (rank << _RANK), n) for n, rank in hits])
        return [self.rows[n] for _, n in best]

    def order(self, first: Sequence[Sequence[str]], near: Mapping[str, int]) -> Order:
        """An order of the rows: those whose org_id stands in `first`, a part for each of its groups; then
        the rest by how near `near` says their jurisdiction is; in the last part the others.
        """
        parts = [
            {org_id: (part << _PART) + at for at, org_id in enumerate(group)}
            for part, group in enumerate(first)
        ]
        places: dict[str, int] = {}
        for part in reversed(parts):
            places |= part
        rest, far = len(first) << _PART, (len(first) + 1) << _PART
        steps = {place: rest + (step << _STEP) for place, step in near.items()}
        return [
            places[row.org_id] if row.org_id in places else steps.get(row.jurisdiction, far) + n
            for n, row in enumerate(self.rows)
        ]

    def close(self, name: str, place: str, near: Mapping[str, int], limit: int = 3) -> list[Organisation]:
        """Organisations of the jurisdictions of `near` that could be the one that `name` of `place` means,
        the nearest first and of those the likest: what they do begins alike, and the one stands in the
        other (市大数据局, 市大数据发展管理局; 市科技局, 市科学技术委员会).
        """
        mine = keys.core(plain(name), place)
        alike: dict[int, int] = {}
        for n, where, core in self._cores if len(mine) > 1 else ():
            if where not in near:
                continue
            short, long = (mine, core) if len(mine) < len(core) else (core, mine)
            if short[0] == long[0] and _has(long, short):
                alike[n] = min(len(long) - len(short), alike.get(n, len(long)))
        best = nsmallest(limit, alike, key=lambda n: (near[self.rows[n].jurisdiction], alike[n], n))
        return [self.rows[n] for n in best]

    def _hits(self, text: str) -> list[tuple[int, int]]:
        """(number, rank) of the rows in which `text` stands as it is."""
        exact, begins, step = START + text + END, START + text, STEP + text
        if not text.isascii():
            return [
                (n, _EXACT if exact in key else _BEGINS if begins in key else _INSIDE)
                for n, key in enumerate(self._names)
                if text in key
            ]
        found = []
        for n, (key, pinyin) in enumerate(self._letters):
            if text not in key:
                continue
            if begins in key:
                found.append((n, _EXACT if exact in key else _BEGINS))
            elif key.index(text) < pinyin:
                found.append((n, _INSIDE))
            elif step in key:
                found.append((n, _SYLLABLE))
        return found

    def _scattered(self, text: str) -> list[tuple[int, int]]:
        """Rows in which syllables, whole or cut short, or characters spell `text` one after the other."""
        if not any(sign.isascii() for sign in text):
            return _found(_in_order(text), text, self._characters, _SCATTERED)
        if not text.isalnum():
            return []
        found = _found(keys.spelling(text), text, self._syllables, _MIXED)
        if found or len(text) < 3 or not text.isascii():  # two letters stand in half of all names
            return found
        return _found(_in_order(text), text, self._initials, _SCATTERED)

    # What is searched in, a key for each row, made when it is first needed.

    @cached_property
    def _names(self) -> list[str]:
        return [*(self._base._names if self._base else ()), *map(keys.names, self._own)]

    @cached_property
    def _characters(self) -> list[_Sieved]:
        return [*map(_sieved, self._names)]

    @cached_property
    def _letters(self) -> list[tuple[str, int]]:
        return [*(self._base._letters if self._base else ()), *map(keys.letters, self._own)]

    @cached_property
    def _initials(self) -> list[_Sieved]:
        return [_sieved(key[:pinyin]) for key, pinyin in self._letters]

    @cached_property
    def _syllables(self) -> list[_Sieved]:
        own = (_sieved(keys.syllables(row)) for row in self._own)
        return [*(self._base._syllables if self._base else ()), *own]

    @cached_property
    def _cores(self) -> list[tuple[int, str, str]]:
        """The number of a row, its place, and what it does."""
        begun = len(self.rows) - len(self._own)
        own = (
            (n, row.jurisdiction, core)
            for n, row in enumerate(self._own, begun)
            for name in (row.name, *row.forms)
            if not row.collective and len(core := keys.core(plain(name), row.jurisdiction)) > 1
        )
        return [*(self._base._cores if self._base else ()), *own]


def _in_order(text: str) -> str:
    """A pattern for the signs of `text` in their order, others between, within one way of writing."""
    first, *rest = map(re.escape, text)
    # Atomic: the first place of each sign is the best one, so that nothing is tried twice.
    return first + "".join(f"(?>[^{END}]*?{sign})" for sign in rest)


def _sieved(key: str) -> _Sieved:
    return frozenset(key), key


def _found(pattern: str, text: str, rows: Sequence[_Sieved], rank: int) -> list[tuple[int, int]]:
    signs, search = frozenset(text), re.compile(pattern).search
    return [(n, rank) for n, (has, row) in enumerate(rows) if signs <= has and search(row)]


def _has(long: str, short: str) -> bool:
    """Whether the signs of `short` stand in `long` in their order."""
    at = -1
    for sign in short:
        at = long.find(sign, at + 1)
        if at < 0:
            return False
    return True
