"""What was typed, taken apart: terms with their sign, key, comparison and values, nothing understood yet.

An input method gives full-width signs, which are read like the others. A quote that is not closed yet
reaches to the end: people search while they type.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from annotator.tools.query.value import Comparison

_CLOSING = {'"': '"', "＂": "＂", "“": "”", "”": "”", "「": "」"}
_MINUS = "-－"
_KEY = re.compile(r"([^\W\d][\w.]*)([<>＜＞][=＝]?|[≤≥:：=＝])")
_PLAIN = str.maketrans("：＝＜＞", ":=<>")
_COMPARISONS: dict[str, Comparison] = {
    ":": "=", "=": "=", "<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=",
}  # fmt: skip
_COMMAS = ",，"


class Token(NamedTuple):
    """`key` is empty for bare words, whose one value they are; `typed` is the term as it stood there."""

    values: tuple[str, ...]
    key: str = ""
    comparison: Comparison = "="
    negated: bool = False
    typed: str = ""


def tokens(text: str) -> Iterator[Token]:
    """The terms of a query in their order."""
    at = _blank(text, 0)
    while at < len(text):
        start = at
        negated = text[at] in _MINUS and at + 1 < len(text) and not text[at + 1].isspace()
        at += negated
        key = _KEY.match(text, at)
        if key:
            values, at = _values(text, key.end())
            token = Token(values, key[1], _COMPARISONS[key[2].translate(_PLAIN)], negated)
        else:
            value, at = _value(text, at, commas="")
            token = Token((value,), negated=negated)
        yield token._replace(typed=text[start:at])
        at = _blank(text, at)


def _values(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The values from `at` on, and where they end."""
    found = []
    while True:
        value, at = _value(text, at, commas=_COMMAS)
        found.append(value)
        if at == len(text) or text[at] not in _COMMAS:
            return tuple(value for value in found if value), at
        at += 1


def _value(text: str, at: int, commas: str) -> tuple[str, int]:
    """A quoted value, or one that ends before a blank or one of `commas`."""
    if at < len(text) and text[at] in _CLOSING:
        end = text.find(_CLOSING[text[at]], at + 1)
        return (text[at + 1 :], len(text)) if end < 0 else (text[at + 1 : end], end + 1)
    end = at
    while end < len(text) and not text[end].isspace() and text[end] not in commas:
        end += 1
    return text[at:end], end


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
