"""A name that no table has, made into an organisation of the project.

市某局 typed in a document of Shanghai is 上海市某局, wherever and by whom it is typed again: the full name
and the place are the identity. What a name says of its place counts for more than the document's place.
"""

import re
import unicodedata
from collections.abc import Sequence

from annotator.errors import AnnotatorError
from annotator.model.addition import Addition, addition_id
from annotator.tools.gazetteer.index import Gazetteer
from annotator.tools.gazetteer.jurisdiction import NATION

LONGEST = 60
"""Characters of a name at most; the longest one known has half as many again with its second sign."""

_HANZI = re.compile("[一-鿿]")
# 市数据局 is a bureau of the city; 市场, 区级 and 县域 only begin with the same characters.
_LEVEL = re.compile(
    r"[省市区县州盟旗](?![场级域块内]|长(?!兴|江|途)|中心(?!医|血)|民(?!政|族|防|宗|革|建|盟|航)|政(?!府|协|法|务|研))"
)
_NATION = re.compile("国家|国务院|中央|中共中央|全国|最高人民|中华人民共和国")
_ADDRESS = re.compile(
    r"(?P<city>[一-龥]{2,6}?(?:(?<!城)市(?!场|民(?!政|族))|自治州))(?P<district>[一-龥]{1,6}?[区县旗](?!域|块|级))?(?=[一-龥]{2})"
)


def entered(name: str, places: Sequence[str], gazetteer: Gazetteer) -> Addition:
    """The organisation that `name` (simplified) stands for in a document of `places`, inner to outer.

    Raises AnnotatorError where it is no name: no two hanzi, too long, or with signs that nobody sees.
    """
    typed = "".join(name.split())
    if len(_HANZI.findall(typed)) < 2 or len(typed) > LONGEST or not typed.isprintable():
        raise AnnotatorError("units.no_name", name=typed)
    full, place = _home(typed, places, gazetteer)
    forms = (typed,) if typed != full else ()
    return Addition(addition_id(_plain(full), place), full, place, forms)


def _home(name: str, places: Sequence[str], gazetteer: Gazetteer) -> tuple[str, str]:
    """The full name and the place of an organisation."""
    home = places[0] if places else ""
    if _LEVEL.match(name):
        at = next((n for n, place in enumerate(places) if place[-1] == name[0]), None)
        return (name, home) if at is None else (_address(places, at) + name[1:], places[at])
    if known := gazetteer.place_of(name):
        place, above, rest = known
        return (above if place[-1] in "区县" and above != NATION else "") + place + rest, place
    return _of_document(name, places) or (name, _written(name, gazetteer) or home)


def _of_document(name: str, places: Sequence[str]) -> tuple[str, str] | None:
    """The full name and the place where a name begins with one of the document's places."""
    for at, place in enumerate(places):
        address = _address(places, at)
        if name.startswith((place, address)):
            return address + name.removeprefix(address).removeprefix(place), place
    return None


def short(name: str) -> bool:
    """Whether a name stands for a body of whatever place it is read in: 省财政厅."""
    return _LEVEL.match(name) is not None


def _written(name: str, gazetteer: Gazetteer) -> str:
    """The place that a name begins with, of which no table of bodies knows; empty where there is none."""
    if _NATION.match(name):
        return NATION
    if found := _ADDRESS.match(name):
        return found["district"] or found["city"]
    named = (place for place in gazetteer.places(name) if name.startswith(place))
    return next((place for place in named if place.endswith(("省", "自治区"))), "")


def _address(places: Sequence[str], at: int) -> str:
    """A place as it stands before its bodies' names: districts behind their city, cities alone."""
    place, outer = places[at], places[at + 1] if at + 1 < len(places) else ""
    return (outer if place[-1] in "区县旗" and outer[-1:] in ("市", "州", "盟") else "") + place


def _plain(name: str) -> str:
    # Not `fold`: its rules may grow, and an id must mean the same for ever.
    return unicodedata.normalize("NFKC", name).casefold()
