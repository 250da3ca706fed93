"""Numbers that are missing, stand twice, or begin again where nothing new begins."""

from collections.abc import Iterator, Sequence

from annotator.tools.completeness.item import Finding, Item, nearest
from annotator.tools.completeness.ordinal import Ordinal, ordinal

_COUNTED = ("heading", "clause")
_SHOWN = 20


def irregular(items: Sequence[Item]) -> Iterator[Finding]:
    """Each number that does not follow the one before it.

    A number follows when it is the next one, or when it begins anew under another number: 1. 2. under （一）
    may go on as 3. under （二） or begin again.
    """
    series = _Series()
    for at, item in enumerate(items):
        if item.kind == "title":
            series = _Series()
        elif item.kind in _COUNTED and (found := ordinal(item.marker)):
            if fault := series.next(found):
                clause = next((items[n].number for n in range(at, len(items)) if items[n].number), 0)
                what, told = fault
                values = {"marker": item.marker.strip(), "text": item.text.strip()[:_SHOWN], **told}
                yield Finding(f"number_{what}", values, (clause,) if clause else (), nearest(items, at))
        elif item.kind == "heading":
            series.close()


class _Series:
    """The counts that go on at one place of a document, outer to inner."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._last: dict[str, int] = {}

    def close(self) -> None:
        """A heading without a number: whatever is counted may begin again."""
        self._open.clear()

    def next(self, found: Ordinal) -> tuple[str, dict[str, str | int]] | None:
        """Count a number; what is wrong with it, with what came before and what is missing."""
        style, number = found
        before, inside = self._last.get(style, 0), style in self._open
        if inside:
            del self._open[self._open.index(style) + 1 :]
        else:
            self._open.append(style)
        self._last[style] = number
        if number == before + 1 or (number == 1 and not inside):
            return None
        if number > before + 1:
            gap = number - before - 1
            return ("gap" if before else "begins"), {"before": before, "missing": gap}
        if number == before:
            return "twice", {"before": before}
        return "restart" if number == 1 else "back", {"before": before}
