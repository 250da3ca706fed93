"""Where the cursor stops when words are marked by keyboard.

Character classes alone give a first answer at once; word breaks, whose dictionary takes most of a
second to load, a better one of the same form. What belongs together stays whole in both: Latin words
and numbers (5G-A, 2.4%), names in quotes, and whatever else the caller names.
"""

import re
from collections.abc import Callable, Iterable

Span = tuple[int, int]

_RUNS = re.compile(r"[A-Za-z0-9]+|[㐀-鿿豈-﫿𠀀-𳎯〇]+|\s+|.", re.DOTALL)
_LATIN = re.compile(r"[A-Za-z0-9]{1,40}(?:[-./+&][A-Za-z0-9]{1,40}){0,8}%?")
_QUOTED = re.compile(r"(?<=“)[^“”，。；、,;\s]{1,16}(?=”)|(?<=《)[^《》]{1,40}(?=》)")


def steps(
    text: str, whole: Iterable[Span] = (), breaks: Callable[[str], Iterable[int]] | None = None
) -> list[int]:
    """The offsets at which the cursor stops, rising, the first 0 and the last the length of `text`.

    `text` is in simplified characters, code point for code point that of the screen. No stop lies inside a
    range of `whole`; of two that overlap the longer counts. `breaks` gives the breaks of words; without it
    a run of Chinese characters is one step.
    """
    stops = set(breaks(text)) if breaks else {run.end() for run in _RUNS.finditer(text)}
    stops |= {0, len(text)}
    names = [match.span() for pattern in (_LATIN, _QUOTED) for match in pattern.finditer(text)]
    taken = bytearray(len(text))
    for start, end in sorted([*whole, *names], key=lambda span: (span[0] - span[1], span)):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            stops -= set(range(start + 1, end))
            stops |= {start, end}
    return sorted(stops)
