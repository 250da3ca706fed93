"""Which keys a codebook's tables may have, and of what type.

What does not fit is reported and left out, so that the rules after this one meet only well-typed
tables and one slip does not hide the next.
"""

import difflib
from collections.abc import Callable, Mapping
from typing import Any

from annotator.tools.codebook.lines import Place
from annotator.words import say

Report = Callable[[Place, str], None]

CODE = {
    **dict.fromkeys(("id", "zh", "en", "key", "definition", "include", "exclude"), "text"),
    "value": "number",
    "examples": "texts",
    "cues": "texts",
}
ATTRIBUTE = {**dict.fromkeys(("id", "kind", "zh", "en"), "text"), "code": "tables"}
FIELD = {
    **dict.fromkeys(("id", "kind", "scope", "zh", "en", "tie_break", "help"), "text"),
    "min": "number",
    "max": "number",
    "attribute": "tables",
    "applies_to": "rule",
    "code": "tables",
}
BOOK = {**dict.fromkeys(("name", "version", "parent", "zh", "en"), "text"), "field": "tables"}

_NESTED = {"field": FIELD, "attribute": ATTRIBUTE, "code": CODE}


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_FITS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "number": lambda value: type(value) is int,  # a bool is an int to Python, not to a person
    "texts": _texts,
    "rule": lambda value: isinstance(value, dict) and all(map(_texts, value.values())),
    "tables": lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
}


def fitted(
    table: Mapping[str, Any], report: Report, keys: Mapping[str, str] = BOOK, place: Place = ()
) -> dict[str, Any]:
    """`table` without unknown keys and values of the wrong type, each of which is reported."""
    kept: dict[str, Any] = {}
    for name, value in table.items():
        here = (*place, name)
        if name not in keys:
            report(here, _unknown(name, keys))
        elif not _FITS[keys[name]](value):
            report(here, say(f"codebook.no_{keys[name]}", name=name))
        elif name in _NESTED:
            kept[name] = [fitted(item, report, _NESTED[name], (*here, at)) for at, item in enumerate(value)]
        else:
            kept[name] = value
    return kept


def _unknown(name: str, keys: Mapping[str, str]) -> str:
    like = difflib.get_close_matches(name, keys, n=1)
    if like:
        return say("codebook.unknown_key_like", name=name, like=like[0])
    return say("codebook.unknown_key", name=name, allowed=", ".join(keys))
