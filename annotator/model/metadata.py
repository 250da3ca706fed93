"""What is known of a document beside its clauses: the fields there are, their values, and how each came.

Values are texts. Dates are ISO, as much of them as is known: 2025, 2025-03, 2025-03-03.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from annotator.errors import Refused
from annotator.words import say

Field = Literal[
    "title", "issuer", "number", "date", "published", "level", "region", "stage", "address", "script"
]
FIELDS: tuple[str, ...] = get_args(Field)
"""In the order in which they are told; `number` is the 文号, `date` when the document was made (成文日期) and
`published` when the page with it was shown, `address` where the text was found.
"""

LEVELS = (
    "nation", "nation.department", "province", "province.department", "city", "city.department",
    "county", "county.department", "township",
)  # fmt: skip
"""Of whom a document is: a government or party committee, or a department of it."""
CHOICES = {"level": LEVELS, "stage": ("draft", "final"), "script": ("simplified", "traditional")}
"""The fields whose values are chosen."""

How = Literal[
    "given",  # a table of documents says it
    "signature",  # under the text, or the date below it
    "letterhead",  # the head of the paper: 某某市人民政府文件
    "number",  # the 文号
    "title",
    "enactment",  # the line that says who passed it and when
    "lead",  # the news that repeat the document
    "page",  # the page around the text
    "places",  # the places that the document names as its own
    "text",  # the text as a whole
    "file",  # the file's name
    "period",  # the years of a plan, in its title
    "person",  # somebody put it right
]

SURE = 0.5
"""What is less sure than this is only proposed: nothing counts it until a person says so."""


class Found(NamedTuple):
    """A value of a field, how it was found, how sure that is (0 to 1), and the source range in which it
    stands; without a range (both 0) it does not come from the text.
    """

    value: str
    how: How
    sure: float
    start: int = 0
    end: int = 0


def counted(known: Mapping[str, Found]) -> dict[str, str]:
    """The values that are sure enough to be counted."""
    return {field: one.value for field, one in known.items() if one.sure >= SURE}


def written(field: str, text: str) -> str:
    """The value of a field from what a person writes, a choice by its name or in words; empty for nothing.
    Raises Refused where it cannot be one.
    """
    if field not in FIELDS:
        raise Refused("metadata.no_field", word=field, fields=", ".join(FIELDS))
    text = " ".join(text.split())
    if not text:
        return ""
    if choices := CHOICES.get(field):
        said = {shown(field, choice): choice for choice in choices}
        if text not in (*choices, *said):
            raise Refused("metadata.no_choice", value=text, choices=say("review.comma").join(said))
        return said.get(text, text)
    if field in ("date", "published"):
        return _day(text)
    return text


def stored(known: Mapping[str, Found], places: Sequence[str]) -> dict[str, Any]:
    """What an import records of a document, by field: the values that are counted, the places that its short
    names mean, and in the field `found` how each value came, with those that are only proposed.
    """
    return {
        **counted(known),
        "places": list(places),
        "found": {field: list(one) for field, one in known.items()},
    }


def shown(field: str, value: str) -> str:
    """A value as people read it."""
    if value in CHOICES.get(field, ()):
        return say(f"metadata.{field}_{value.replace('.', '_')}")
    return value


def _day(text: str) -> str:
    found = re.fullmatch(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?", text)
    if not found:
        raise Refused("metadata.no_date", value=text)
    numbers = [int(part) for part in found.groups() if part]
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        raise Refused("metadata.no_date", value=text) from None
    return "-".join(f"{number:0{4 if at == 0 else 2}}" for at, number in enumerate(numbers))
