"""Where the words of a query stand in a text, for whoever paints them."""

from annotator.tools.query.folding import folded
from annotator.tools.query.value import Query


def highlights(text: str, query: Query) -> list[tuple[int, int]]:
    """The ranges of `text` (code points, half open, rising, apart) that the wanted words of `query` cover."""
    inside, found = folded(text), list[tuple[int, int]]()
    for words in query.words:
        at = inside.find(words)
        while at >= 0:
            found.append((at, at + len(words)))
            at = inside.find(words, at + 1)
    return _joined(sorted(found))


def excerpt(length: int, hits: list[tuple[int, int]], around: int) -> list[tuple[int, int]]:
    """The ranges of a text of `length` that are worth showing: each hit with `around` characters on both
    sides, or its beginning where it has none.
    """
    wanted = hits or [(0, 0)]
    side = around if hits else 2 * around
    return _joined([(max(0, start - side), min(length, end + side)) for start, end in wanted])


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rising ranges with those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
