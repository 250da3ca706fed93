"""Finding an organisation by what a person types: hanzi, pinyin, initials.

Office systems in China search by initials (sghzyj, ghzyj, zyj). They collide (ssjj is 市数据局 and
市审计局), so a search never picks: it gives all hits, best first.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from annotator.model.organisation import Organisation

# A key is one string a row, because `in` is the fastest search there is. Each way of writing the row
# begins with _START; the same from a later syllable on begins with _STEP; both finish with _END.
_START, _STEP, _END = "\x01", "\x02", "\x03"
_EXACT, _BEGINS, _INSIDE, _SYLLABLE, _MIXED = range(5)
_SPELLING = str.maketrans({"ü": "v", "'": None, "’": None, " ": None})


class Lookup:
    """An index of organisations in memory."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        self._rows = tuple(organisations)
        self._names: list[str] = []
        self._initials: list[str] = []
        self._pinyin: list[str] = []
        self._syllables: list[tuple[frozenset[str], str]] = []
        for row in self._rows:
            names = [_plain(name) for name in (row.name, *row.forms)]
            readings = [reading.split() for reading in row.pinyin.split(";") if reading]
            self._names.append(_key(_START, _shortened(names, row.jurisdiction)))
            self._initials.append(_key(_START, _initials(row, names)))
            self._pinyin.append(_pinyin(row, names, readings))
            self._syllables.append((frozenset(row.pinyin), _END.join(map(" ".join, readings))))

    def search(self, query: str, first: Sequence[str] = (), limit: int = 50) -> list[Organisation]:
        """At most `limit` organisations that match `query`, best first.

        `query` is hanzi (simplified: the caller converts), full pinyin from any syllable, initials with
        or without 市, or pinyin and initials mixed (guihzyj), in any case and width. Those whose `org_id`
        is in `first` (a document's own units) come before all others; within both parts exact hits,
        then beginnings, hits inside, and hits at a syllable. An empty query gives every row, those of
        `first` in their order.
        """
        text = _plain(query)
        place = {org_id: number for number, org_id in enumerate(first)}
        last = len(place)
        if text:
            ranks = self._ranks(text)
            order = sorted(ranks, key=lambda n: (self._rows[n].org_id not in place, ranks[n], n))
        else:
            order = sorted(range(len(self._rows)), key=lambda n: (place.get(self._rows[n].org_id, last), n))
        return [self._rows[number] for number in order[:limit]]

    def _ranks(self, text: str) -> dict[int, int]:
        """The rank of every row that matches, by its number."""
        hits = [*_hits(self._names, text, _INSIDE)]
        if text.isascii():
            hits += [*_hits(self._initials, text, _INSIDE), *_hits(self._pinyin, text, _SYLLABLE)]
        ranks: dict[int, int] = {}
        for number, rank in hits:
            ranks[number] = min(rank, ranks.get(number, rank))
        return ranks or self._mixed(text)

    def _mixed(self, text: str) -> dict[int, int]:
        """Rows in which syllables, whole or cut short, spell `text` one after the other."""
        pattern = re.compile(r"\b" + "(?:[a-z]* )?".join(map(re.escape, text)))
        return {
            number: _MIXED
            for number, (letters, row) in enumerate(self._syllables)
            if letters.issuperset(text) and pattern.search(row)
        }


def _hits(keys: Sequence[str], text: str, otherwise: int) -> Iterator[tuple[int, int]]:
    exact, begins = _START + text + _END, _START + text
    inside = text if otherwise == _INSIDE else _STEP + text
    for number, key in enumerate(keys):
        if text not in key:
            continue
        if exact in key:
            yield number, _EXACT
        elif begins in key:
            yield number, _BEGINS
        elif inside in key:
            yield number, otherwise


def _plain(text: str) -> str:
    """`text` in one case and width, without spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLING)
    return plain.replace("lve", "lue").replace("nve", "nue") if plain.isascii() else plain


def _key(mark: str, parts: Iterable[str]) -> str:
    return "".join(f"{mark}{part}{_END}" for part in parts if part)


def _dropped(name: str, jurisdiction: str) -> int:
    """How many characters stand for the place: 3 of 上海市财政局, 1 of 市财政局, 0 of 同济大学."""
    if jurisdiction and name.startswith(jurisdiction):
        return len(jurisdiction)
    return 1 if jurisdiction and name[0] == jurisdiction[-1] else 0


def _shortened(names: Sequence[str], jurisdiction: str) -> Iterator[str]:
    yield from names
    yield from (name[cut:] for name in names if (cut := _dropped(name, jurisdiction)))


def _initials(row: Organisation, names: Sequence[str]) -> Iterator[str]:
    for name, letters in zip(names, row.initials.split(";"), strict=False):
        yield letters
        if cut := _dropped(name, row.jurisdiction):
            yield letters[cut:]


def _pinyin(row: Organisation, names: Sequence[str], readings: Sequence[Sequence[str]]) -> str:
    begun: list[str] = []
    stepped: list[str] = []
    for name, syllables in zip(names, readings, strict=False):
        starts = {0, _dropped(name, row.jurisdiction)}
        for at in range(len(syllables)):
            (begun if at in starts else stepped).append("".join(syllables[at:]))
    return _key(_START, begun) + _key(_STEP, stepped)
