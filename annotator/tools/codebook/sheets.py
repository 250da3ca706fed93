"""A codebook as a spreadsheet, for people who write no TOML: which sheets and columns there are."""

from collections.abc import Mapping, Sequence

from annotator.model.codebook import ATTRIBUTE_KINDS, FIELD_KINDS
from annotator.tools.codebook.spelling import folded
from annotator.words import say
from annotator.words.sheets import WORDS

HEAD = ("name", "version", "parent", "zh", "en")
FIELDS = ("id", "kind", "scope", "zh", "en", "min", "max", "applies_to", "tie_break", "help")
CODES = (
    "field", "attribute", "id", "key", "value", "zh", "en", "definition", "include", "exclude", "examples",
    "cues",
)  # fmt: skip
ATTRIBUTES = ("field", "id", "kind", "zh", "en")
SHEETS: Mapping[str, Sequence[str]] = {"fields": FIELDS, "codes": CODES, "attributes": ATTRIBUTES}
"""The columns of each sheet below the head's own, which has a line for each thing."""

NUMBERS = ("min", "max", "value")
LISTS = ("examples", "cues")
CHOICES: Mapping[str, Sequence[str]] = {
    "kind": tuple(dict.fromkeys((*FIELD_KINDS, *ATTRIBUTE_KINDS))),
    "scope": ("clause", "document"),
}
"""The columns in which one of some words is chosen."""


def title(sheet: str) -> str:
    """What a sheet is called in the language in force."""
    return say(f"sheets.sheet_{sheet}")


def header(column: str) -> str:
    """What a column is called in the language in force."""
    return say(f"sheets.{column}")


def chosen(column: str, value: str) -> str:
    """A choice in the language in force."""
    return say(f"sheets.{column}_{value}")


def meant(written: str, choices: Sequence[str], prefix: str = "") -> str | None:
    """Which of some words of the catalogue is written, in either language or as the TOML has it."""
    for one in choices:
        if folded(written) in {folded(word) for word in (one, *WORDS[f"{prefix}{one}"])}:
            return one
    return None
