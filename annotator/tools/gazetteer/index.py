"""The gazetteer: from a name as it is written to the organisation, once the document's place is known.

市数据局 is one body in Shanghai and another in Chongqing, and neither is 国家数据局 or 区数据局. A written
form is therefore kept with the scope in which it is unambiguous:

    everywhere   full names, national forms (国家…, 财政部), a place with its unit (上海市财政局), and
                 organisations without a jurisdiction (同济大学)
    within       forms with 市, 区 or 县 in front, and forms that name the place's own bodies: documents of
                 the place and of the places inside it
    own          bare forms (财政局, 发改委): documents of exactly that place
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from annotator.model.organisation import Organisation
from annotator.tools.gazetteer.folding import fold
from annotator.tools.gazetteer.jurisdiction import NATION, TAIWAN, Map
from annotator.tools.gazetteer.spelling import Spellings
from annotator.tools.gazetteer.table import PLACE, shipped

_BRACKET = re.compile(r"\([^()]*\)$")
_OF_MAINLAND = re.compile("国家|国务院|中国|中共|中央|全国|中华人民共和国")
_REMEMBERED = 4096  # names with their document's places
_LEVELS = "市区县州盟旗省"
# What is left of 市政府 or 市委 without its first character names nothing.
_BARE_NOTHING = ("政府", "委", "级", "人大", "政协")


class Gazetteer:
    """Organisations by name. Texts given to it are simplified; the caller converts a copy."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        by_id = {organisation.org_id: organisation for organisation in organisations}
        self.organisations = tuple(row for row in by_id.values() if row.kind != PLACE)
        """All organisations, collectives included; places are not organisations."""
        self._by_id = by_id
        self._map = Map(row for row in by_id.values() if row.kind == PLACE)
        self._resolved = lru_cache(_REMEMBERED)(self._resolve)
        self._scopes: dict[tuple[str, str], dict[str, Organisation]] = {}
        for row in self.organisations:
            for form in (row.name, *row.forms):
                for scope, key in self._readings(row.jurisdiction, fold(form)):
                    self._scopes.setdefault(scope, {}).setdefault(key, row)

    def organisation(self, org_id: str) -> Organisation | None:
        """The organisation of that id, or None."""
        return self._by_id.get(org_id)

    def resolve(self, surface: str, places: Sequence[str]) -> Organisation | None:
        """The organisation that `surface` (simplified) names in a document of `places`, or None.

        `places` are the document's jurisdictions from inner to outer, ("黄浦区", "上海市"), as `places()`
        gives them; ("国家",) for a national document, () where nothing is known. Full names and national
        forms resolve everywhere, 市X in documents of that city, 区X in those of that district, bare forms
        only at the document's own level. A ministry of Taiwan is none of the nation's. A district or zone
        without its government is a place: None.
        """
        return self._resolved(surface, tuple(places))

    def _resolve(self, surface: str, places: tuple[str, ...]) -> Organisation | None:
        scopes = [("everywhere", ""), *(("within", place) for place in places)]
        if places:
            scopes.append(("own", places[0]))
        whole = fold(surface)
        # 各区政府（管委会）, 市国动办（市民防办）: the name in front of the bracket is enough.
        keys = dict.fromkeys((whole, _BRACKET.sub("", whole)))
        found = (self._scopes.get(scope, {}).get(key) for key in keys for scope in scopes)
        row = next((row for row in found if row), None)
        foreign = row and row.jurisdiction == NATION and TAIWAN in places and not _OF_MAINLAND.match(surface)
        return None if foreign else row

    def seat(self, place: str, places: Sequence[str]) -> Organisation | None:
        """The government or committee of a place that a list of units names alone (责任单位：杨浦区)."""
        return self.resolve(place + "政府", places) or self.resolve(place + "管委会", places)

    def places(self, text: str) -> tuple[str, ...]:
        """The jurisdictions of a document, inner to outer, from its title, issuer or front matter.

        `text` is simplified. 上海市黄浦区人民政府 gives ("黄浦区", "上海市"), 杭州市人民政府 ("杭州市",), a
        national issuer ("国家",), a text that names none ().
        """
        return self._map.read(text)

    def place_of(self, name: str) -> tuple[str, str, str] | None:
        """The known place with which a name begins, what lies above it, and the rest of the name."""
        return self._map.begins(name)

    def ends_in_place(self, text: str) -> bool:
        """Whether the last characters of a text are a known place."""
        return text.endswith(self._map.forms)

    def near(self, places: Sequence[str]) -> dict[str, int]:
        """How near each jurisdiction is to a document of `places`: 0 its own, then those above, the nation
        and organisations known everywhere, then what lies inside. Others are not in the answer; where
        nothing is known of the document, all are equally near.
        """
        if not places:
            return {row.jurisdiction: 0 for row in self.organisations}
        found = {place: at for at, place in enumerate(places)}
        found |= {place: len(places) for place in ("", NATION) if place not in found}
        inside = {row.jurisdiction for row in self.organisations} - found.keys()
        return found | {place: len(places) + 1 for place in inside if self._map.above(place) in places}

    def districts(self, place: str) -> list[str]:
        """The known places directly inside `place`."""
        return self._map.inside(place)

    def end_of_name(self, text: str, start: int) -> int:
        """Where the longest name that begins at `start` ends, in whatever jurisdiction; `start` if none."""
        return self._spellings.end(text, start)

    def names(self, text: str) -> Iterator[tuple[int, int]]:
        """Where known names stand in `text`, the longest at each place, in whatever jurisdiction."""
        at, end_of = 0, self._spellings.end
        while at < len(text):
            end = end_of(text, at)
            if end > at:
                yield at, end
            at = max(end, at + 1)

    @property
    def beginnings(self) -> frozenset[str]:
        """The characters with which known names begin."""
        return self._spellings.beginnings

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(key for scope in self._scopes.values() for key in scope)

    def _readings(self, place: str, key: str) -> Iterator[tuple[tuple[str, str], str]]:
        """Every (scope, place) in which the form `key` of an organisation of `place` may be used, and how."""
        if not place:
            yield ("everywhere", ""), key
        elif place == NATION:
            bare = key[0] not in "国中" and key[-1] in "局委办" and not key.endswith("总局")
            yield (("own", NATION) if bare else ("everywhere", "")), key
        else:
            yield from self._local(place, key)

    def _local(self, place: str, key: str) -> Iterator[tuple[tuple[str, str], str]]:
        above = self._map.above(place)
        outer = ("within", above) if above else ("everywhere", "")
        level = place[-1] if place[-1] in _LEVELS else ""
        rest = key.removeprefix(above) if above else key
        core = ""
        if rest.startswith(place):
            core = rest.removeprefix(place)
        elif level and rest.startswith(level):
            core = rest.removeprefix(level)
        if core:
            yield outer, place + core
            if above:
                yield ("everywhere", ""), above + place + core
            yield ("within", place), level + core
            if core not in _BARE_NOTHING:
                yield ("own", place), core
        elif place.removesuffix(level) in key:
            yield (("everywhere", "") if key != rest or not above else outer), key
        else:
            yield ("within", place), key


@lru_cache(8)
def _gazetteer(additions: tuple[Organisation, ...]) -> Gazetteer:
    return Gazetteer((*shipped(), *additions))


def load(additions: Iterable[Organisation] = ()) -> Gazetteer:
    """The shipped table with a project's `additions`, parsed once a process.

    An addition with the id of a shipped row takes its place. Where two organisations of one jurisdiction
    share a form, the shipped one keeps it.
    """
    return _gazetteer(tuple(additions))
