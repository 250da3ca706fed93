"""A field of the codebook: what it is called, and what helps to answer it."""

from collections.abc import Mapping

from annotator.model.codebook import Field, name_of
from annotator.tools.codebook import parse, with_field, with_keys
from annotator.tui.screens.code_form import Revised
from annotator.tui.screens.text_form import Entry, TextForm
from annotator.words import say

_HEIGHTS = {"zh": 1, "en": 1, "help": 3, "tie_break": 8}


class FieldForm(TextForm[Revised]):
    """Answers with the codebook's next version, in which the field is told as it is written here."""

    def __init__(self, text: str, field: Field) -> None:
        self._text = text
        self._field = field
        super().__init__(
            say("revising.change_field", field=name_of(field)),
            [
                Entry(name, say(f"sheets.{name}"), getattr(field, name), height)
                for name, height in _HEIGHTS.items()
            ],
        )

    def accept(self, written: Mapping[str, str]) -> Revised:
        """The next version of the codebook; raises CodebookError for what it cannot be."""
        text = with_field(self._text, self._field.id, written)
        return text, with_keys(parse(text, say("revising.this")))
