"""Which style of numbering contains which, learned from the order in which a document uses them.

Two kinds of evidence, counted over a whole section. A style that begins again at 1 behind another is
contained in it. A style that counts on past a run of another contains that run: （一） 6. 7. 8. （二）.
No rank of styles is given beforehand, so that （一） may stand above 一、 and numbers may run through all
chapters.
"""

from collections import Counter
from collections.abc import Iterable

BOX = "box"
"""The style of a box beside the text (专栏1): it stands in whatever is open, and holds no row that was begun
before it."""


class Nesting:
    """The order of the styles in a sequence of (style, number); number 0 counts nothing."""

    def __init__(self, sequence: Iterable[tuple[str, int]]) -> None:
        self._votes: Counter[tuple[str, str]] = Counter()
        seen: dict[str, int] = {}
        at_last: dict[str, tuple[int, dict[str, int]]] = {}
        previous = ""
        for style, number in sequence:
            if previous and previous != style and number == 1:
                self._votes[previous, style] += 1
            last, before = at_last.get(style, (0, seen))
            if number and number == last + 1 and last:
                for other, count in seen.items():
                    run = count - before.get(other, 0)
                    if other != style and run > 1:
                        self._votes[style, other] += run - 1
            seen[style] = seen.get(style, 0) + 1
            at_last[style] = number, seen.copy()
            previous = style

    def contains(self, outer: str, inner: str, number: int, open_styles: Iterable[str]) -> bool:
        """Whether an open item of style `outer` contains a new one of style `inner` with `number`.

        Where the document says nothing, what begins at 1 or was not open before goes inside.
        """
        if outer == inner or BOX in (outer, inner):
            return outer != inner and (outer != BOX or number <= 1)
        down, up = self._votes[outer, inner], self._votes[inner, outer]
        if down != up:
            return down > up
        return number == 1 or inner not in open_styles
