"""Where a body ends: at a signed date, at its list of attachments, or at the page's furniture below it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from annotator.model.cutting import Kind
from annotator.tools.text import forms, units
from annotator.tools.text.lines import Line
from annotator.tools.text.titles import is_structural, is_substance

_SHORT = 80
_LONGEST_FORM = 600
SIGNERS = 40
"""So many lines at most sign a document."""

_STOP = re.compile("[。；;！？][”’」』）)】》]{0,3}$")


class Closing:
    """The end of a section of `lines`; `kinds` are what is known of them, and learn what signs in between."""

    def __init__(self, lines: Sequence[Line], kinds: list[Kind | None]) -> None:
        self.lines, self.kinds = lines, kinds

    def begins(self, start: int, end: int) -> int:
        """Where the closing begins: a signed date, the attachments, or a page's furniture."""
        last = self._last_structured(start, end)
        for number in range(start, end):
            text = self.lines[number].plain
            if self.lines[number].cell:
                continue
            dated = len(text) <= _SHORT and (forms.DATE_LINE.match(text) or forms.SIGNED_DATE.match(text))
            dated = dated or (len(text) <= _LONGEST_FORM and forms.HISTORY.match(text))
            if not dated and self.kinds[number] != "attachment":
                continue
            first = self._signers(start, number) if dated else number
            if number > last:
                return first
            for place in range(first, number + 1):
                self.kinds[place] = self.kinds[place] or "front_matter"
        return self._furniture(start, end)

    def _last_structured(self, start: int, end: int) -> int:
        """The last line behind which more of the document follows: numbers in a row, with text; a table."""
        numbered = 0
        prose = False
        for number in range(end - 1, start - 1, -1):
            line = self.lines[number]
            if self.kinds[number]:
                continue
            if numbered >= 2 and prose:
                return number
            numbered += line.cell or is_structural(line)
            prose = prose or line.cell or (forms.is_prose(line.plain) and not _is_aside(line.plain))
        return start - 1

    def _signers(self, start: int, dated: int) -> int:
        """The first of the lines that sign above a date: names, and formulas such as 特此通知."""
        first = dated
        while first > start and first > dated - SIGNERS:
            line = self.lines[first - 1]
            text = line.plain
            if line.marker or len(text) > _SHORT:
                break
            named = forms.ORGANISATION.match(text) or (first == dated and forms.is_signature(text))
            if not (named or forms.is_formal(text)):
                break
            first -= 1
        return first

    def _furniture(self, start: int, end: int) -> int:
        """Where the lines begin at the end of a page that are no sentences and no items."""
        if not any(is_substance(line) for line in self.lines[start:end]):
            return end
        keys = Counter(forms.key(line.plain) for line in self.lines[start:end])
        first = end
        while first > start and not (
            self.kinds[first - 1] or is_substance(self.lines[first - 1]) or self._is_kept(first - 1, keys)
        ):
            first -= 1
        first = self._links(start, end, first, keys)
        # Names below a line that ends in a colon are its list.
        return end if first > start and self.lines[first - 1].plain.endswith(("：", ":")) else first

    def _is_kept(self, number: int, keys: Mapping[str, int]) -> bool:
        """Whether a line says what a list says of each of its items, under the same name."""
        key = forms.key(self.lines[number].plain)
        return bool(key) and keys[key] > 1

    def _links(self, start: int, end: int, first: int, keys: Mapping[str, int]) -> int:
        """Where a page's own lists begin above its furniture: a bare line, and numbered names below it that
        are no sentences; `first` where there are none.
        """
        above = end
        while above > start and not (
            self.kinds[above - 1] or self.lines[above - 1].cell or _STOP.search(self.lines[above - 1].plain)
        ):
            above -= 1
        bare = [
            n
            for n in range(above, end)
            if self.lines[n].marker is None and not units.is_unit_line(self.lines[n].plain)
        ]
        shaped = any(
            forms.is_page_furniture(self.lines[n].plain) and not self._is_kept(n, keys) for n in bare
        )
        return min(bare[0], first) if shaped else first


def _is_aside(text: str) -> bool:
    """Whether a line is written in sentences, and yet nothing that a document says."""
    return forms.is_rights_notice(text) or forms.is_formal(text)
