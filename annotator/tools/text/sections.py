"""What a section is, a title with the lines below it: by what it says before its first number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.tools.text import forms
from annotator.tools.text.lines import Line
from annotator.tools.text.titles import Title, is_structural

_SHORT = 80
_LONGEST_FORM = 600
_OPENING = 4


@dataclass(frozen=True, slots=True)
class Section:
    """The lines [start, end) of a document and the title above them; the first section has none."""

    lines: Sequence[Line]
    title: Title | None
    start: int
    end: int

    @property
    def headline(self) -> str:
        """The title's line, in simplified script."""
        return self.lines[self.title.line].plain if self.title else ""

    def consults(self) -> bool:
        """Whether it asks for opinions on a draft."""
        if forms.consults(self.headline):
            return True
        opening = self.lines[self.start : min(self.end, self.start + _OPENING)]
        return self.title is not None and any(
            forms.CONSULTING.search(line.plain[:_LONGEST_FORM]) for line in opening if not line.marker
        )

    def announced(self) -> int:
        """Behind which line a site has announced the text (全文如下：); 0 if it does not."""
        return next(
            (
                number + 1
                for number, text in self._before_numbers()
                if len(text) <= _SHORT and forms.ANNOUNCEMENT.match(text)
            ),
            0,
        )

    def sent(self) -> int:
        """Behind which line a notice has sent what it sends; 0 if it sends nothing.

        One whose title alone says so has sent it from the start.
        """
        for number, text in self._before_numbers():
            if len(text) <= _LONGEST_FORM and forms.TRANSMITTING.search(text):
                return number + 1
        return self.start if forms.transmits(self.headline) else 0

    def heralds(self, following: Title) -> bool:
        """Whether it is what a site wrote about the document that follows.

        It announces that, or names it in prose without numbers, salutation or signature.
        """
        lines = self.lines[self.start : self.end]
        if any(forms.ANNOUNCEMENT.match(line.plain) for line in lines[-2:]):
            return True
        named = forms.quoted("\n".join((self.headline, *(line.plain for line in lines))))
        title = self.lines[following.line].plain
        names = {forms.normal(title), *forms.quoted(title)}
        if following.first < following.line or names.isdisjoint({*named, forms.normal(self.headline)}):
            return False
        official = (forms.SALUTATION, forms.DOCUMENT_NUMBER, forms.DATE_LINE, forms.SIGNED_DATE)
        return not any(
            is_structural(line) or any(form.match(line.plain[:_LONGEST_FORM]) for form in official)
            for line in lines
        )

    def _before_numbers(self) -> Iterator[tuple[int, str]]:
        for number in range(self.start, self.end):
            if is_structural(self.lines[number]):
                return
            yield number, self.lines[number].plain
