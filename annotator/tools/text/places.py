"""Where a person may want to cut a clause in two: behind a sentence, behind a line."""

import re
from collections import Counter
from collections.abc import Iterator

_PAIRS = dict(zip("）)〕】]］》〉”’」』", "（(〔【[［《〈“‘「『", strict=True))
_CLOSERS = "".join(map(re.escape, _PAIRS))
_END = re.compile(rf"(?:[。；;！？][。；;！？{_CLOSERS}]*|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])\s*")


def places(text: str) -> tuple[int, ...]:
    """The offsets in `text` behind 。；！？ (closing marks go along) and behind line breaks.

    White space stands before the offset. Those inside brackets or quotation marks count only where
    there is no other.
    """
    found = [end.end() for end in _END.finditer(text) if text[: end.end()].strip() and text[end.end() :]]
    inside = list(_enclosed(text))
    outside = [at for at in found if not any(start < at <= end for start, end in inside)]
    return tuple(outside or found)


def _enclosed(text: str) -> Iterator[tuple[int, int]]:
    """(opening mark, closing mark) of each pair; a mark without its fellow encloses nothing."""
    opened: list[tuple[str, int]] = []
    waiting = Counter[str]()
    for at, mark in enumerate(text):
        if mark in _PAIRS.values():
            opened.append((mark, at))
            waiting[mark] += 1
        elif waiting[_PAIRS.get(mark, "")]:
            opener = ""
            while opener != _PAIRS[mark]:
                opener, start = opened.pop()
                waiting[opener] -= 1
            yield start, at
