"""What stands around the body of a document: front matter, lists of attachments, the page's furniture.

The titles part the lines into sections. Each section is judged as a whole: what a site wrote above the
text, a notice that only sends another document, the wrapper of a consultation, or a body between its
opening (number, salutation) and its closing (signature, date). Furniture is what is left outside of
these; it is known by its place and by being no sentences, never by its words.
"""

from collections.abc import Sequence

from annotator.model.cutting import Kind
from annotator.tools.text import forms, titles
from annotator.tools.text.closing import SIGNERS, Closing
from annotator.tools.text.lines import Line
from annotator.tools.text.sections import Section
from annotator.tools.text.titles import is_structural

_SHORT = 80
_LONGEST_FORM = 600


class Frame:
    """The kind of each line outside the body, None for the body's; and the titles that begin sections."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.kinds: list[Kind | None] = [None] * len(lines)
        contents = titles.contents(lines)
        self.titles = titles.find(lines, contents)
        for number in contents:
            self.kinds[number] = "boilerplate"
        for title in self.titles:
            for number in range(title.first, title.line + 1):
                self.kinds[number] = "title"
        self._judge_sections()

    def sections(self) -> list[Section]:
        """Each title with the lines below it; the first has none, for what stands above them."""
        starts = [(None, 0), *((title, title.line + 1) for title in self.titles)]
        ends = [*(title.first for title in self.titles), len(self.lines)]
        return [
            Section(self.lines, title, start, end) for (title, start), end in zip(starts, ends, strict=True)
        ]

    def body(self, start: int, end: int) -> list[Line]:
        """Those of the lines [start, end) that are in a document's body."""
        return [self.lines[number] for number in range(start, end) if not self.kinds[number]]

    def _judge_sections(self) -> None:
        sections = self.sections()
        embodied = False
        for section, following in zip(sections, [*self.titles, None], strict=True):
            start, end, later = section.start, section.end, following is not None
            if start == end:
                continue
            if section.title is None and later and not self._is_structured(start, end):
                self._above(start, end)
            elif (announced := section.announced()) and not later:
                self._above(start, announced)
                self._body(announced, end)
            elif section.consults():
                self._consultation(start, end, later=later)
            elif (sent := section.sent()) and (later or sent < end):
                self._transmittal(start, sent, end, later=later)
            elif following and not embodied and section.heralds(following):
                self._above(start, end)
            else:
                self._body(start, end)
                embodied = True

    def _is_structured(self, start: int, end: int) -> bool:
        """Whether lines are built as a document is: with numbers, and with text."""
        lines = self.body(start, end)
        return any(map(is_structural, lines)) and any(
            forms.is_prose(line.plain) and not forms.is_rights_notice(line.plain) for line in lines
        )

    # ------------------------------------------------------------- the kinds of section

    def _above(self, start: int, end: int) -> None:
        """A site's lead-in is front matter, the rest above a text its furniture."""
        for number in range(start, end):
            text = self.lines[number].plain
            lead_in = forms.is_prose(text) and not forms.is_page_furniture(text)
            greets = len(text) <= _LONGEST_FORM and forms.SALUTATION.match(text)
            signs = forms.ORGANISATION.match(text[:_SHORT]) and self._signs(number, end)
            fronts = lead_in or greets or signs or forms.is_formal(text)
            self.kinds[number] = self.kinds[number] or ("front_matter" if fronts else "boilerplate")

    def _consultation(self, start: int, end: int, *, later: bool) -> None:
        """The wrapper of a draft: all of it down to its signature, or to the draft's title."""
        signed = end if later else self._signed(start, end)
        self._attachments(start, signed)
        for number in range(start, signed):
            text = self.lines[number].plain
            data = number < start + 2 and forms.is_page_furniture(text)
            furniture = data and not forms.SALUTATION.match(text)
            self.kinds[number] = self.kinds[number] or ("boilerplate" if furniture else "front_matter")
        if any(is_structural(line) or forms.is_prose(line.plain) for line in self.lines[signed:end]):
            self._body(signed, end)
        else:
            self._above(signed, end)

    def _signed(self, start: int, end: int) -> int:
        """Behind the first date line, or all that is said; `start` if a body comes before it."""
        for number in range(start, end):
            marker = self.lines[number].marker
            if marker and marker.style in ("章", "条"):
                return start
            if forms.DATE_LINE.match(self.lines[number].plain):
                return number + 1
        written = (n for n in range(end - 1, start - 1, -1) if self.kinds[n] or _is_said(self.lines[n].plain))
        return next(written, start) + 1

    def _transmittal(self, start: int, sent: int, end: int, *, later: bool) -> None:
        """A notice that sends another document: its own numbered items stay, the rest is front matter."""
        if later:
            self._attachments(start, end)
            own = (n for n in range(start, end) if is_structural(self.lines[n]) and not self.kinds[n])
            items = next(own, end)
            opened = self._opening(start, items)
            self._fill(opened, items, "front_matter")
            self._body(items, end)
            return
        self._fill(self._opening(start, sent), sent, "front_matter")
        while sent < end and (forms.is_formal(self.lines[sent].plain) or self._signs(sent, end)):
            self.kinds[sent] = "front_matter"
            sent += 1
        self._body(sent, end)

    def _signs(self, number: int, end: int) -> bool:
        """Whether a line is a signature: short, with a date below it, perhaps behind other signatures."""
        for at in range(number, min(end, number + SIGNERS)):
            text = self.lines[at].plain
            if forms.DATE_LINE.match(text):
                return True
            if not forms.is_signature(text) or self.lines[at].marker:
                return False
        return False

    def _fill(self, start: int, end: int, kind: Kind) -> None:
        for number in range(start, end):
            self.kinds[number] = self.kinds[number] or kind

    def _body(self, start: int, end: int) -> None:
        start = self._opening(start, end)
        self._attachments(start, end)
        for number in range(start, end):
            text = self.lines[number].plain
            if (len(text) <= _SHORT and forms.FORMULA.match(text)) or forms.CIRCULATED.match(text):
                self.kinds[number] = self.kinds[number] or "front_matter"
        closing = Closing(self.lines, self.kinds).begins(start, end)
        for number in range(closing, end):
            text = self.lines[number].plain
            formal = (
                forms.is_formal(text) or forms.ORGANISATION.match(text[:_SHORT]) or self._signs(number, end)
            )
            self.kinds[number] = self.kinds[number] or ("front_matter" if formal else "boilerplate")

    # ------------------------------------------------------------- opening and closing

    def _opening(self, start: int, end: int) -> int:
        """Judges the lines between a title and the text; returns where the text begins."""
        greeted = False
        for number in range(start, end):
            if self.kinds[number]:
                continue
            line = self.lines[number]
            text = line.plain
            if is_structural(line) or line.cell or len(text) > _LONGEST_FORM:
                return number
            salutes = not greeted and any(form.match(text) for form in (forms.SALUTATION, forms.ADDRESS))
            named = len(text) <= _SHORT and (forms.ORGANISATION.match(text) or forms.SPEAKER.match(text))
            if salutes or named or forms.is_formal(text) or self._signs(number, end):
                self.kinds[number] = "front_matter"
                greeted = greeted or salutes
            elif forms.is_page_furniture(line.words) or self._is_keyed(start, number):
                self.kinds[number] = "boilerplate"
            else:
                return number
        return end

    def _is_keyed(self, start: int, number: int) -> bool:
        """Whether a short line with a key (关键词：甲，乙) goes on with a page's data."""
        text = self.lines[number].plain
        data = number > start and self.kinds[number - 1] == "boilerplate"
        return data and len(text) <= _SHORT and forms.key(text) != "" and not forms.is_ended(text)

    def _attachments(self, start: int, end: int) -> None:
        """Marks the lists that begin with 附件： and hold names, one a line."""
        number = start
        while number < end:
            text = self.lines[number].plain
            label = forms.ATTACHMENTS.match(text[:_SHORT]) or forms.ATTACHMENT_LABEL.match(text[:_SHORT])
            number += 1
            if not label or forms.is_ended(text[label.end() :]):
                continue
            self.kinds[number - 1] = "attachment"
            last = 1 if text[label.end() :] else 0
            while number < end and not self.kinds[number] and _is_attachment(self.lines[number], last):
                last += 1
                self.kinds[number] = "attachment"
                number += 1


def _is_said(text: str) -> bool:
    """Whether a line is a sentence or a form of official writing, not a page's furniture."""
    return forms.is_formal(text) or (forms.is_prose(text) and not forms.is_rights_notice(text))


def _is_attachment(line: Line, last: int) -> bool:
    """Whether a line goes on with a list of attachments that has come to `last`."""
    if len(line.plain) > _SHORT or forms.is_ended(line.plain):
        return False
    if line.marker:
        return line.marker.number == last + 1
    named = forms.is_signature(line.plain) and not forms.ORGANISATION.match(line.plain)
    return forms.ATTACHMENTS.match(line.plain) is not None or (not last and named)
