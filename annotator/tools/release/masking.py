"""Personal data in the texts of a release, covered by signs that are as long: every offset stays.

What was covered is kept apart, for those who may know it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.model.document import Clause
from annotator.model.mapping import Clean
from annotator.tools.release.ground import Ground
from annotator.tools.release.personal import Found, personal

SIGN = "×"
"""What stands for a letter or a figure; marks between them stay, so that one sees what it was."""


class Covered(NamedTuple):
    """What stood at [start:end] of a part of a clause or a document (`id`), before it was covered."""

    id: str
    part: str
    start: int
    end: int
    kind: str
    text: str


def cover(text: str) -> str:
    """Signs in place of every letter and figure of a text."""
    return "".join(SIGN if one.isalnum() else one for one in text)


class Masking:
    """Covers what is personal; `counts` tells how often, by kind, and `covered` where, what and of which
    clause or document.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.covered: list[Covered] = []

    def words(self, text: str, identity: str = "", part: str = "") -> str:
        """A text that stands by itself. What of `identity` it is is noted, where that is given."""
        for found in personal(text):
            self.note(identity, part, found, text)
            text = text[: found.start] + cover(text[found.start : found.end]) + text[found.end :]
        return text

    def note(self, identity: str, part: str, found: Found, text: str) -> None:
        """Count what was found in a text, and keep it."""
        self.counts[found.kind] += 1
        if identity:
            start, end, kind = found
            self.covered.append(Covered(identity, part, start, end, kind, text[start:end]))

    def ground(self, ground: Ground) -> "MaskedGround":
        """A document's source with what is personal in it covered."""
        return MaskedGround(ground, self)


class MaskedGround(Ground):
    """A source of which no clean text shows what is personal. It is looked for in the whole document: the
    word before a number may stand in another clause.
    """

    def __init__(self, ground: Ground, masking: Masking) -> None:
        self.source = ground.source
        self._ground, self._masking = ground, masking
        whole = ground.clean(0, len(ground.source))
        self._found = [Found(*whole.to_source(one.start, one.end), one.kind) for one in personal(whole.text)]
        self._ends = [one.end for one in self._found]
        self._plain = set[str]()

    def clean(self, start: int, end: int) -> Clean:
        """The clean text of source[start:end], covered, and the way to it."""
        clean = self._ground.clean(start, end)
        for found in self._within(start, end, clean):
            clean.text = _covered(clean.text, found)
        return clean

    def _within(self, start: int, end: int, clean: Clean) -> list[Found]:
        """What stands in a range of the source, in offsets of its clean text."""
        found: list[Found] = []
        for one in self._found[bisect_left(self._ends, start + 1) :]:
            if one.start >= end:
                break
            first, last = clean.to_clean(max(one.start, start), min(one.end, end))
            if first < last:
                found.append(Found(first, last, one.kind))
        return found

    def clause(self, clause: Clause) -> Clause:
        """The clause, covered; what was there is noted."""
        path = [self._heading(heading, clause.clause_id, at) for at, heading in enumerate(clause.path)]
        text = self._part(clause, "text", clause.text, clause.text_start, clause.text_end)
        tail = self._part(clause, "tail", clause.tail, clause.tail_start, clause.tail_end)
        return clause._replace(path=tuple(path), text=text, tail=tail)

    def _heading(self, heading: str, clause_id: str, at: int) -> str:
        if heading in self._plain:
            return heading
        covered = self._masking.words(heading, clause_id, f"path.{at}")
        if covered == heading:
            self._plain.add(heading)
        return covered

    def _part(self, clause: Clause, part: str, text: str, start: int, end: int) -> str:
        if not text or not self._touches(start, end):
            return text
        for found in self._within(start, end, self._ground.clean(start, end)):
            self._masking.note(clause.clause_id, part, found, text)
            text = _covered(text, found)
        return text

    def _touches(self, start: int, end: int) -> bool:
        at = bisect_left(self._ends, start + 1)
        return at < len(self._found) and self._found[at].start < end

    def items(self, items: Sequence[Any]) -> list[Any]:
        """Places, spans or units of which nothing that is quoted from the document is personal."""
        return [self._item(item) for item in items]

    def _item(self, item: Any) -> Any:
        if isinstance(item, str):
            return item
        told = {
            name: self._masking.words(words)
            for name, words in item.items()
            if isinstance(words, str) and name not in ("surface", "org_id", "role")
        }
        return {**item, **told, "surface": self._surface(item)}

    def _surface(self, item: Any) -> str:
        surface, start, end = str(item["surface"]), item["start"], item["end"]
        if start is None or not self._touches(start, end):
            return surface
        clean = self.clean(start, end)
        return clean.text if len(clean.text) == len(surface) else cover(surface)


def _covered(text: str, found: Found) -> str:
    return text[: found.start] + cover(text[found.start : found.end]) + text[found.end :]
