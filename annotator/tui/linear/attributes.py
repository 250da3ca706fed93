"""What is told of a marked span, asked line by line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotator.model.codebook import Attribute, name_of
from annotator.tools.codebook import check
from annotator.tui import marks
from annotator.tui.attributes import read, takes, written
from annotator.tui.keyboard import typed
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk

KEEP = "="
"""Said where the rest may stay as it is."""


def ask(talk: "Talk", span: marks.Item) -> Iterator[str]:
    """Ask for every attribute of a span of the field in focus, with what stands there as the default."""
    if talk.desk.field.attributes:
        asked = Attributes(talk, span)
        talk.asking = asked
        yield from asked.begin()


class Attributes:
    """The attributes of one span, in their order; what was said is stored at the end, as one act."""

    def __init__(self, talk: "Talk", span: marks.Item) -> None:
        self._talk, self._span, self._field = talk, span, talk.desk.field
        self._told: dict[str, Any] = dict(span)
        self._at = 0

    @property
    def _attribute(self) -> Attribute:
        return self._field.attributes[self._at]

    @property
    def prompt(self) -> str:
        """The attribute that is asked for."""
        return name_of(self._attribute)

    def begin(self) -> Iterator[str]:
        """Say how to answer, and ask for the first one."""
        yield say("linear.attributes", words=self._span["surface"], keep=KEEP)
        yield self._question()

    def _question(self) -> str:
        one = self._attribute
        value = self._told.get(one.id)
        code = next((code for code in one.codes if code.id == value), None)
        stands = name_of(code) if code else written(value) or say("linear.nothing")
        about = say("review.pause").join(f"{code.key} {name_of(code)}" for code in one.codes)
        return say("linear.attribute", name=name_of(one), value=stands, about=about or takes(one)).rstrip()

    def answer(self, line: str) -> Iterator[str]:
        """Take what a line says of an attribute: nothing leaves it, `-` takes it away, `=` leaves the rest.
        Raises AnnotatorError for what the codebook does not allow.
        """
        if typed(line) == KEEP:
            self._at = len(self._field.attributes)
        else:
            if line:
                told = {**self._told, self._attribute.id: self._said(line)}
                self._told = (check(self._field, [told]) or [])[0]
            self._at += 1
        if self._at < len(self._field.attributes):
            yield self._question()
            return
        self._talk.asking = None
        if self._told != self._span:
            marks.change(self._talk.desk, self._span, self._told)

    def _said(self, line: str) -> Any:
        if typed(line) == "-":
            return None
        letter = typed(line).casefold()
        chosen = next((code.id for code in self._attribute.codes if code.key == letter), None)
        return chosen or read(self._attribute, line)
