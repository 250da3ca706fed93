"""Lines of text as a browser sets them."""

import re
import unicodedata

_SPACE = " \t\n\r\f"
_RUN = re.compile(f"[{_SPACE}]+")
_NUMBERED = re.compile(
    r"[（(]?(?:\d+|[一二三四五六七八九十百]+|[A-Za-z])[、.．)）]|第\S{1,5}[章节節条條]|[\u2460-\u249b]"
)


class Lines:
    """Collects text; white space runs collapse, a block begins on a new line.

    `marker` is a list's number that waits for the text of its item, which may number itself: then
    the list's own is left out, as the page's style sheet does.
    """

    def __init__(self) -> None:
        self.done: list[str] = []
        self.marker = ""
        self._pieces: list[str] = []

    def add(self, text: str) -> None:
        """Text of the present line."""
        self._pieces.append(text)

    def block(self) -> None:
        """Begins a new line, unless the present one is still empty."""
        line = self._line()
        if line:
            self.done.append(line)

    def break_line(self) -> None:
        """Ends the present line, even an empty one."""
        self.done.append(self._line())

    def text(self) -> str:
        """All lines so far."""
        self.block()
        return "\n".join(self.done).strip("\n")

    def _line(self) -> str:
        line = collapse("".join(self._pieces))
        self._pieces.clear()
        if line and self.marker:
            line = line if _NUMBERED.match(line) else self.marker + line
            self.marker = ""
        return line


def begins_with_number(text: str) -> bool:
    """Whether a line begins with the number of an item, an article or a chapter."""
    return _NUMBERED.match(text) is not None


def collapse(text: str) -> str:
    """`text` with each run of white space as one space, or none where a line of the markup breaks
    between two hanzi. U+00A0 and U+3000 are no white space here.
    """
    return _RUN.sub(_gap, text).strip(_SPACE)


def _gap(run: re.Match[str]) -> str:
    before, after = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
    joined = "\n" in run[0] and before and after and _wide(before) and _wide(after)
    return "" if joined else " "


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")
