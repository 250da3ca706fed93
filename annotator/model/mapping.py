"""The way between a source and its clean text, exact in both directions.

Clean text is derived, never stored as truth: a range of the source with the applied edits in it.
Outside edits one source code point is one clean code point. Inside an edit the whole `after` stands
for the whole raw range, so a clean range that touches an edit maps to all of the edit's raw range.
"""

from bisect import bisect_right
from collections.abc import Iterable

from annotator.model.cutting import Edit


class Clean:
    """The clean text of source[start:end] under `edits`, of which only applied ones count.

    `edits` must not overlap; those outside the range are passed over. `text` is the clean text;
    clean offsets count its code points from 0.
    """

    def __init__(self, source: str, start: int, end: int, edits: Iterable[Edit] = ()) -> None:
        self.start, self.end = start, end
        pieces: list[str] = []
        # Each piece is (clean start, raw start, raw end, verbatim); the last is a sentinel.
        self._pieces: list[tuple[int, int, int, bool]] = []
        clean, raw = 0, start
        inside = (e for e in edits if e.state == "applied" and start <= e.start and e.end <= end)
        for edit in sorted(inside, key=lambda e: (e.start, e.end)):
            if edit.start > raw:
                self._pieces.append((clean, raw, edit.start, True))
                pieces.append(source[raw : edit.start])
                clean += edit.start - raw
            self._pieces.append((clean, edit.start, edit.end, False))
            pieces.append(edit.after)
            clean += len(edit.after)
            raw = edit.end
        if end > raw:
            self._pieces.append((clean, raw, end, True))
            pieces.append(source[raw:end])
            clean += end - raw
        self.text = "".join(pieces)
        self._clean_starts = [piece[0] for piece in self._pieces]
        self._raw_starts = [piece[1] for piece in self._pieces]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The raw range of the clean range [start, end); an empty range maps to an empty one."""
        if end <= start:
            at = self._raw_of(start, after=False)
            return at, at
        return self._raw_of(start, after=False), self._raw_of(end - 1, after=True)

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The clean range of the raw range [start, end); it covers every edit that it touches."""
        return self._clean_of(start, after=False), self._clean_of(end, after=True)

    def _raw_of(self, clean: int, *, after: bool) -> int:
        """Where clean code point `clean` begins in the source, or (after) where it ends."""
        if not self._pieces or clean >= len(self.text):
            return self.end
        # Deletions share their clean start with the piece behind them, which owns the character.
        at, raw, raw_end, verbatim = self._pieces[bisect_right(self._clean_starts, clean) - 1]
        if verbatim:
            return raw + clean - at + after
        return raw_end if after else raw

    def _clean_of(self, raw: int, *, after: bool) -> int:
        """The clean offset of the raw boundary `raw`; inside an edit, its end (after) or its start."""
        if not self._pieces or raw >= self.end:
            return len(self.text)
        number = bisect_right(self._raw_starts, raw) - 1
        if number < 0:
            return 0
        at, begin, _, verbatim = self._pieces[number]
        if verbatim:
            return at + raw - begin
        if raw == begin or not after:
            return at
        following = self._pieces[number + 1 :]
        return following[0][0] if following else len(self.text)
