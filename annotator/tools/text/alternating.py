"""Title sentences that stand on lines of their own, in turn with the paragraphs that they head.

One sentence above a longer paragraph is only a short paragraph; where they take turns, it is a heading.
"""

import re
from collections.abc import Container, Sequence

from annotator.tools.text.lines import Line
from annotator.tools.text.wording import phrase_doubt

_COMMA, _STOP = re.compile("[，。；：、]"), re.compile("[，。；]")
# How long a title sentence is, and how many times as long its paragraph at least.
_SHORTEST, _LONGEST, _PARAGRAPH = 4, 40, 2


def headings(lines: Sequence[Line], rows: Container[int]) -> frozenset[int]:
    """The places in `lines` of title sentences without a number; `rows` are the places of tables."""
    turns = {
        at for at in range(len(lines) - 1) if at not in rows and at + 1 not in rows and _heads(lines, at)
    }
    return frozenset(at for at in turns if at + 2 in turns or at - 2 in turns)


def _heads(lines: Sequence[Line], at: int) -> bool:
    """Whether a line may be the title sentence of the one below."""
    line, below = lines[at], lines[at + 1]
    if line.marker or below.marker or not _SHORTEST <= len(line.plain) <= _LONGEST:
        return False
    sentence = (
        line.plain.endswith("。") and not _COMMA.search(line.plain[:-1]) and phrase_doubt(line.plain)[0]
    )
    longer = len(below.plain) >= _PARAGRAPH * len(line.plain)
    return sentence and longer and _STOP.search(below.plain[:-1]) is not None
