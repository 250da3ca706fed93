"""The way between a source and its clean text, exact in both directions.

Clean text is derived, never stored as truth: a range of the source with the applied edits in it.
Outside edits one source code point is one clean code point. Inside an edit the whole `after` stands
for the whole raw range, so a clean range that touches an edit maps to all of the edit's raw range.
An insertion has an empty raw range; a raw range that touches it has it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from annotator.model.edit import Edit


class _Piece(NamedTuple):
    """clean[clean:clean_end] is made of source[raw:raw_end], `verbatim` or by an edit."""

    clean: int
    clean_end: int
    raw: int
    raw_end: int
    verbatim: bool


class Clean:
    """The clean text of source[start:end] under `edits`, of which only applied ones count.

    `edits` must not overlap; those outside the range are passed over. `text` is the clean text;
    clean offsets count its code points from 0.
    """

    def __init__(self, source: str, start: int, end: int, edits: Iterable[Edit] = ()) -> None:
        self.start, self.end = start, end
        self._pieces: list[_Piece] = []
        texts: list[str] = []
        inside = (e for e in edits if e.state == "applied" and start <= e.start and e.end <= end)
        for edit in sorted(inside, key=lambda e: (e.start, e.end)):
            self._add(texts, source[start : edit.start], edit.start, verbatim=True)
            self._add(texts, edit.after, edit.end, verbatim=False)
            start = edit.end
        self._add(texts, source[start:end], end, verbatim=True)
        self.text = "".join(texts)
        self._clean_starts = [piece.clean for piece in self._pieces]
        self._raw_starts = [piece.raw for piece in self._pieces]
        self._raw_ends = [piece.raw_end for piece in self._pieces]

    def _add(self, texts: list[str], text: str, raw_end: int, *, verbatim: bool) -> None:
        """Put `text` behind the pieces so far; it stands for the source up to `raw_end`."""
        if verbatim and not text:
            return
        before = self._pieces[-1] if self._pieces else _Piece(0, 0, self.start, self.start, True)
        clean = before.clean_end
        self._pieces.append(_Piece(clean, clean + len(text), before.raw_end, raw_end, verbatim))
        texts.append(text)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The raw range of the clean range [start, end); an empty range maps to an empty one."""
        if end <= start:
            at = self._raw_of(start, after=False)
            return at, at
        piece = self._pieces[bisect_right(self._clean_starts, start) - 1]
        if piece.verbatim and end <= piece.clean_end:
            return piece.raw + start - piece.clean, piece.raw + end - piece.clean
        return self._raw_of(start, after=False), self._raw_of(end - 1, after=True)

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The clean range of the raw range [start, end); it covers every edit that it touches."""
        return self._clean_start(start), self._clean_end(end)

    def _raw_of(self, clean: int, *, after: bool) -> int:
        """Where clean code point `clean` begins in the source, or (after) where it ends."""
        if clean >= len(self.text):
            return self.end
        # Deletions share their clean start with the piece behind them, which owns the character.
        piece = self._pieces[bisect_right(self._clean_starts, clean) - 1]
        if piece.verbatim:
            return piece.raw + clean - piece.clean + after
        return piece.raw_end if after else piece.raw

    def _clean_start(self, raw: int) -> int:
        """Where the clean text of what begins at `raw` begins, an insertion at `raw` included."""
        number = bisect_left(self._raw_ends, raw)
        if number == len(self._pieces):
            return len(self.text)
        piece = self._pieces[number]
        if piece.verbatim:
            return piece.clean + max(raw - piece.raw, 0)
        return piece.clean_end if piece.raw < raw == piece.raw_end else piece.clean

    def _clean_end(self, raw: int) -> int:
        """Where the clean text of what ends at `raw` ends, an insertion at `raw` included."""
        number = bisect_right(self._raw_starts, raw) - 1
        if number < 0:
            return 0
        piece = self._pieces[number]
        if piece.verbatim:
            return min(piece.clean + raw - piece.raw, piece.clean_end)
        return piece.clean if piece.raw == raw < piece.raw_end else piece.clean_end
