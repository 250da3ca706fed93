"""A code of the codebook, to be written or put right by people who write no TOML."""

import re
from collections.abc import Mapping
from typing import Any

from annotator.errors import Refused
from annotator.model.codebook import Code, Codebook, Field, name_of
from annotator.tools.codebook import parse, with_code, with_keys
from annotator.tui.screens.text_form import Entry, TextForm
from annotator.words import say

_HEIGHTS = {"definition": 2, "include": 3, "exclude": 3, "examples": 4, "cues": 2}
_LISTS = ("examples", "cues")
Revised = tuple[str, Codebook]
"""The text of a new version and its codebook."""


class CodeForm(TextForm[Revised]):
    """Answers with the codebook's next version, in which `field` has the code as it is written here."""

    def __init__(self, text: str, field: Field, code: Code | None) -> None:
        self._text = text
        self._field = field
        self._code = code
        before = code or Code("", "", "")
        key = "revising.change_code" if code else "revising.new_code"
        super().__init__(
            say(key, field=name_of(field), code=name_of(before)),
            [
                Entry("id", say("sheets.id"), before.id, fixed=code is not None),
                *(Entry(name, say(f"sheets.{name}"), getattr(before, name)) for name in ("zh", "en", "key")),
                *(
                    [Entry("value", say("sheets.value"), str(before.value))]
                    if field.kind == "ordinal"
                    else []
                ),
                *(
                    Entry(name, say(f"sheets.{name}"), _lines(before, name), height)
                    for name, height in _HEIGHTS.items()
                ),
            ],
        )

    def accept(self, written: Mapping[str, str]) -> Revised:
        """The next version of the codebook; raises AnnotatorError for what it cannot be."""
        told: dict[str, Any] = {name: " ".join(text.split()) for name, text in written.items()}
        for name in _LISTS:
            told[name] = tuple(filter(None, map(str.strip, written[name].split("\n"))))
        if "value" in told:
            told["value"] = _level(told["value"])
        code = Code(**told)
        text = with_code(self._text, self._field.id, code, self._code.id if self._code else "")
        return text, with_keys(parse(text, say("revising.this")))


def _level(written: str) -> int:
    if not re.fullmatch(r"-?\d{1,9}", written):
        raise Refused("revising.bad_level", written=written)
    return int(written)


def _lines(code: Code, name: str) -> str:
    value = getattr(code, name)
    return value if isinstance(value, str) else "\n".join(value)
