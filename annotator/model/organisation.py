"""Organisations: what a unit's name means once the document's place is known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """One row of the gazetteer, or an addition of the project.

    `org_id` never changes. `forms` are the ways it is written (市规划资源局, 市规资局) beside `name`.
    `jurisdiction` is the place whose documents may use the short forms (上海市, 杨浦区, 国家; empty
    for organisations known everywhere). `kind` says what it is (委办局, 高校, 集合, 地名 …);
    `pinyin` has the readings of the name and then of each form, with `;` between readings and a space
    between syllables, without tones (ü is v); `initials` has their first letters in the same order.
    `former` are those of the forms that are names of earlier years.
    """

    org_id: str
    name: str
    forms: tuple[str, ...]
    jurisdiction: str
    kind: str
    pinyin: str
    initials: str
    collective: bool = False
    former: tuple[str, ...] = ()


def spoken(name: str) -> str:
    """The characters of a name that have a syllable: hanzi, letters and digits."""
    return "".join(sign for sign in name if "一" <= sign <= "鿿" or (sign.isascii() and sign.isalnum()))
