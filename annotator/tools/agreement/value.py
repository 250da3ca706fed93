"""What a rating's value means on each kind of scale, so that equal judgements are equal values.

Texts are compared after Unicode NFC and trimming only. A number used as a label is its shortest
spelling, so that 2, 2.0 and a declared level "2" are one label.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

Kind = Literal["nominal", "ordinal", "interval", "ratio", "set"]
KINDS: tuple[Kind, ...] = ("nominal", "ordinal", "interval", "ratio", "set")

HEADLINE: dict[Kind, str] = {
    "nominal": "alpha_nominal", "ordinal": "alpha_ordinal", "interval": "alpha_interval",
    "ratio": "alpha_ratio", "set": "alpha_masi",
}  # fmt: skip
"""The coefficient to name first, the alpha of each kind of scale."""

BANDS = {"reliable": 0.8, "tentative": 0.667}
"""What custom calls an alpha from such a value on (Krippendorff, Content Analysis, 2004); no law says so."""

Level = str | float
Value = Level | frozenset[str]

_SCALARS = (str, int, float)


@lru_cache(maxsize=4096, typed=True)
def _label(value: object) -> str | None:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return normalize("NFC", value).strip() or None
        case int():
            return str(value)
        case float() if math.isfinite(value):
            return str(int(value)) if value.is_integer() else repr(value)
    return None


def label(value: object) -> str | None:
    """One category; None where `value` is not a non-empty text, a finite number or a truth value."""
    return _label(value) if isinstance(value, _SCALARS) else None


def number(value: object) -> float | None:
    """A finite number, or a text that spells one; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, _SCALARS):
        return None
    try:
        result = float(value)
    except (ValueError, OverflowError):
        return None
    return result if math.isfinite(result) else None


def label_set(value: object) -> frozenset[str] | None:
    """A set of categories, the empty one included; None where `value` is not a list or set of labels."""
    if not isinstance(value, list | tuple | set | frozenset):
        return None
    labels = set(map(label, value))
    return None if None in labels else frozenset(one for one in labels if one is not None)


READERS: dict[Kind, tuple[Callable[[object], Value | None], str]] = {
    "nominal": (label, "agreement.not_a_label"),
    "ordinal": (label, "agreement.not_a_label"),
    "interval": (number, "agreement.not_a_number"),
    "ratio": (number, "agreement.not_a_number"),
    "set": (label_set, "agreement.not_a_set"),
}


def spell(value: object) -> str:
    """`value` as a sentence shows it."""
    if isinstance(value, list | tuple | set | frozenset):
        return "[" + ", ".join(sorted(map(str, value))) + "]"
    return f"“{value}”" if isinstance(value, str) else repr(value)
