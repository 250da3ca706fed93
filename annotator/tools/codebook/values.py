"""Label values from a file or a screen, brought into the form that is stored.

The forms are those of `annotator.model.value`: always a list, or None. Whether a minimum is reached is
not asked here: a multi value grows key by key, and each step is stored.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from annotator.errors import AnnotatorError
from annotator.model.codebook import CODED, Attribute, AttributeKind, Code, Field, FieldKind, name_of
from annotator.model.cutting import ROLES
from annotator.model.place import PLACE
from annotator.model.value import EVIDENCED
from annotator.tools.codebook.spelling import folded, spellings
from annotator.words import say
from annotator.words.roles import WORDS as NAMES

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_HALF = re.compile("[\ud800-\udfff]")
_UNIT = ("org_id", "name", "role", "stated", *PLACE)
_SINGULAR = ("single", "ordinal", "date", "text")


def check(field: Field, value: object) -> list[Any] | None:
    """The stored form of `value` for `field`; None stays None (unset) and [] stays [] (none).

    Codes may be given by id, by Chinese or English name, an ordinal's by number; one thing stands for
    a list of it. A unit is an object {"org_id", "name", "role", "stated", "surface", "start", "end"} or
    a name alone, which is assigned, not stated in the text, and not resolved; what is assigned may have a
    place, too: the words on which that rests. A span is an object {"surface", "start", "end"} with the
    field's attributes. Offsets are code points of the source, half open. A date is YYYY, YYYY-MM or
    YYYY-MM-DD.
    Raises AnnotatorError with the bad value and what is allowed.
    """
    if value is None:
        return None
    given: Sequence[object] = value if isinstance(value, (list, tuple)) else [value]
    stored = [_ITEM[field.kind](field, item) for item in given]
    for at, item in enumerate(stored):
        if item in stored[:at]:
            raise AnnotatorError("codebook.value_twice", field=name_of(field), value=_shown(field, item))
    if field.kind in _SINGULAR and len(stored) > 1:
        raise AnnotatorError("codebook.value_one", field=name_of(field), count=len(stored))
    if field.maximum and len(stored) > field.maximum:
        raise AnnotatorError(
            "codebook.value_many", field=name_of(field), count=len(stored), maximum=field.maximum
        )
    return stored


def places(field: Field, value: object) -> list[dict[str, Any]] | None:
    """The stored form of the evidence for a field: its places in the order of the source, each once.

    A place is an object {"surface", "start", "end"}; None and an empty list take evidence back. Raises
    AnnotatorError as `check` does, and for a field whose values have places of their own.
    """
    if field.kind not in EVIDENCED:
        raise AnnotatorError("codebook.no_evidence", field=name_of(field))
    if not value:
        return None
    given: Sequence[object] = value if isinstance(value, (list, tuple)) else [value]
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for item in given:
        place: dict[str, Any] = {name: _object(field, item, PLACE).get(name) for name in PLACE}
        _evidence(field, place)
        found.setdefault((place["start"], place["end"]), place)
    return [found[at] for at in sorted(found)]


def _code(field: Field, item: object) -> str:
    return _chosen(field.codes, item, name_of(field), numbered=field.kind == "ordinal")


def _chosen(codes: Sequence[Code], item: object, name: str, *, numbered: bool) -> str:
    """The id of the code that `item` spells; `name` is that of the field."""
    if isinstance(item, str) or type(item) is int:
        spelling = folded(str(item))
        # The id goes first: a codebook's check keeps spellings apart, one made by hand may not.
        for code in codes:
            if spelling == code.id:
                return code.id
        for code in codes:
            if spelling in spellings(code, numbered=numbered):
                return code.id
    allowed = say("review.comma").join(map(name_of, codes))
    raise AnnotatorError("codebook.value_unknown", field=name, value=item, allowed=allowed)


def _unit(field: Field, item: object) -> dict[str, Any]:
    given = _object(field, {"name": item} if isinstance(item, str) else item, _UNIT)
    unit = {
        "org_id": given.get("org_id"),
        "name": given.get("name"),
        "role": _role(given.get("role", "unspecified")),
        "stated": given.get("stated", False),
        "surface": given.get("surface", ""),
        "start": given.get("start"),
        "end": given.get("end"),
    }
    if not (unit["org_id"] is None or _filled(unit["org_id"])):
        raise _bad(field, "org_id", unit["org_id"])
    if not _filled(unit["name"]):
        raise _bad(field, "name", unit["name"])
    if unit["role"] not in ROLES:
        roles = say("review.comma").join(say(f"roles.{role}") for role in ROLES)
        raise AnnotatorError(
            "codebook.value_unknown", field=name_of(field), value=unit["role"], allowed=roles
        )
    if type(unit["stated"]) is not bool:
        raise _bad(field, "stated", unit["stated"])
    # What was assigned may have its ground in the text, too: 各区政府 for each of the districts.
    if unit["stated"] or unit["surface"] != "" or unit["start"] is not None or unit["end"] is not None:
        _evidence(field, unit)
    return unit


def _role(written: object) -> object:
    """A role by its id, or by its name in either language; anything else stays as it is written."""
    if not isinstance(written, str):
        return written
    return next((role for role in ROLES if folded(written) in map(folded, (role, *NAMES[role]))), written)


def _span(field: Field, item: object) -> dict[str, Any]:
    names = [attribute.id for attribute in field.attributes]
    given = _object(field, item, (*PLACE, *names))
    span: dict[str, Any] = {name: given.get(name) for name in PLACE}
    _evidence(field, span)
    for attribute in field.attributes:
        told = given.get(attribute.id)
        span[attribute.id] = None if told is None else _ATTRIBUTE[attribute.kind](field, attribute, told)
    return span


def _number(field: Field, attribute: Attribute, told: object) -> float:
    if type(told) in (int, float) and math.isfinite(cast(float, told)):
        return cast(float, told)
    raise AnnotatorError("codebook.value_number", part=name_of(attribute), value=told)


def _words(field: Field, attribute: Attribute, told: object) -> str:
    if isinstance(told, str) and _filled(told):
        return told
    raise _bad(field, attribute.id, told)


_ATTRIBUTE: dict[AttributeKind, Callable[[Field, Attribute, object], Any]] = {
    "text": _words,
    "number": _number,
    "date": lambda field, attribute, told: _day(field, told),
    "choice": lambda field, attribute, told: _chosen(attribute.codes, told, name_of(field), numbered=False),
}


def _evidence(field: Field, item: Mapping[str, Any]) -> None:
    """A place in the text: its words and a range that is not empty."""
    start, end = item["start"], item["end"]
    if not _filled(item["surface"]):
        raise _bad(field, "surface", item["surface"])
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise AnnotatorError("codebook.value_range", field=name_of(field), start=start, end=end)


def _day(field: Field, item: object) -> str:
    written = item.strip() if isinstance(item, str) else ""
    if match := _DATE.fullmatch(written):
        year, month, day = (int(part or 1) for part in match.groups())
        try:
            date(year, month, day)
        except ValueError:
            pass
        else:
            return written
    raise AnnotatorError("codebook.value_date", field=name_of(field), value=item)


def _text(field: Field, item: object) -> str:
    if isinstance(item, str) and _filled(item):
        return item
    raise AnnotatorError("codebook.value_text", field=name_of(field), value=item)


_ITEM: dict[FieldKind, Callable[[Field, object], Any]] = {
    **dict.fromkeys(CODED, _code),
    "entity": _unit,
    "span": _span,
    "date": _day,
    "text": _text,
}


def _object(field: Field, item: object, keys: Sequence[str]) -> Mapping[str, Any]:
    if not isinstance(item, Mapping) or any(key not in keys for key in item):
        allowed = ", ".join(keys)
        raise AnnotatorError("codebook.value_object", field=name_of(field), value=item, allowed=allowed)
    return item


def _bad(field: Field, key: str, value: object) -> AnnotatorError:
    return AnnotatorError("codebook.value_part", field=name_of(field), part=key, value=value)


def _filled(value: object) -> bool:
    """A text with something in it; JSON can hold halves of characters, which nothing can store."""
    return isinstance(value, str) and bool(value.strip()) and not _HALF.search(value)


def _shown(field: Field, item: Any) -> str:
    return str(item["name"] if field.kind == "entity" else item)
