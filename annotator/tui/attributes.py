"""The attributes of a marked span, between what is stored and what a person writes."""

import unicodedata
from typing import Any

from annotator.model.codebook import Attribute
from annotator.words import say
from annotator.words.plain import plain

_HELP = {"number": "marking.form_number", "date": "marking.form_day", "choice": "marking.form_choice"}

EXACT = 2**53
"""Whole numbers below it are told exactly."""


def takes(attribute: Attribute) -> str:
    """What can be written for an attribute; empty where any words can."""
    key = _HELP.get(attribute.kind)
    return say(key) if key else ""


def written(told: Any) -> str:
    """What is told, as one writes it; empty where nothing is."""
    if told is None:
        return ""
    return str(int(told)) if isinstance(told, float) and told.is_integer() else plain(str(told))


def read(attribute: Attribute, text: str) -> Any:
    """What is told by what was written: a number where it is one, else the words, for the codebook to
    refuse; None for nothing.
    """
    words = " ".join(text.split())
    if attribute.kind == "text":
        return words or None
    words = unicodedata.normalize("NFKC", words)
    if attribute.kind == "number":
        return _number(words.replace(",", ""))
    return words or None


def _number(words: str) -> Any:
    try:
        number = float(words)
    except ValueError:
        return _in_hanzi(words) if words else None
    return int(number) if number.is_integer() and abs(number) < EXACT else number


def _in_hanzi(words: str) -> Any:
    """五十亿 and 1.5亿 as the numbers that they are."""
    from annotator.tools.suggest.figures import number  # noqa: PLC0415  (not needed to start)
    from annotator.tools.text import simplified  # noqa: PLC0415

    found = number(simplified(words))
    return words if found is None else found
