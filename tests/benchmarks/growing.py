"""Whether reading and cutting take time that grows with the text: twice the text, at most three times as long.

Each text is one thing over and over, of a kind that a careless rule or pattern goes through again for every
place it starts at. Quadratic work takes four times as long, and minutes on a large document.
"""

import gc
import random
import sys
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from annotator.errors import UnreadableFile
from annotator.tools import gazetteer
from annotator.tools.formats import read_bytes
from annotator.tools.gazetteer.units import find_units
from annotator.tools.text import cut
from tests.benchmarks.figures import Figures
from tests.benchmarks.measure import turns
from tests.formats.word_file import paragraph, run, word_file

LIMIT = 3.0
SHORT = 40_000
"""Characters of the shorter text."""
ROUNDS, TRIES = 3, 4

THINGS = (
    "字", "(", "（", "1.", "、", "；1.", "。1.字", "一、", "。一、字。二、字", "《", "《字字字字字》", "[bookmark:", "{{", "?", "字?翱罩?",
    "实(shi)", "&amp;", "ä", "涓", "…", ".", "—", "现将", ")(", "（责任单位：a）", "國際規劃，", "<a", "第一条", "附件：", "总 则",
)  # fmt: skip
"""What one line is full of."""
LINES = ("字", "1.", "1.字", "附件1", "目录", "2024年5月1日", "责任单位：市科委", "# 字", "序号", "1\t字", "")
"""What every line is."""
UNIT_WORDS = (
    "统筹协调",
    "按职责",
    "要应",
    "区县",
    "市科委、",
    "会同市科委",
    "（市科委",
    "会同",
    "会同时市科委、",
)
"""What a clause and its tail are full of."""
SOUPS = ("<a ", "<p>", "<!", "<script>", "&", "<td colspan=50 rowspan=999>", "<li>", "<br>")
"""What a page is full of."""


class Kind(NamedTuple):
    """`text` makes a text of about so many characters, `do` is what is done with it."""

    name: str
    text: Callable[[int], str]
    do: Callable[[str], object]


def over_and_over(thing: str) -> Callable[[int], str]:
    """Makes texts of one thing."""
    return lambda size: thing * (size // len(thing))


def letters(size: int) -> str:
    """One line of hanzi; not one over and over, which would pack like a bomb."""
    return "".join(random.Random(1).choices("的一是不了在人有我他", k=size))


def growing(figures: Figures) -> None:
    """Every family of kinds, a row each."""
    known = gazetteer.load()
    _family(figures, "cutting one line", SHORT, (Kind(one, over_and_over(one), cut) for one in THINGS))
    _family(
        figures, "cutting short lines", SHORT // 4,
        (Kind(one, over_and_over(f"{one}\n"), cut) for one in LINES),
    )  # fmt: skip
    _family(
        figures, "finding units", 5000,
        (Kind(one, over_and_over(one), lambda text: find_units(text, text, known)) for one in UNIT_WORDS),
    )  # fmt: skip
    _family(figures, "reading a page of one tag", 250_000, (Kind(o, over_and_over(o), _page) for o in SOUPS))
    ways = {"txt": _plain, "html": _page, "docx": _word, "gb18030": _chinese}
    _family(figures, "reading one line", 500_000, (Kind(name, letters, way) for name, way in ways.items()))


def _family(figures: Figures, what: str, size: int, kinds: Iterable[Kind]) -> None:
    """The kind of a family that grows most."""
    found = [(*_compared(kind, size), kind.name) for kind in kinds]
    ours, base, name = max(found, key=lambda one: one[0] / one[1])
    told = f"{what}, twice {size:,} characters, of {len(found)} kinds the worst: `{name}` (once)"
    figures.row(told, "ms", ours, base, LIMIT)


def _compared(kind: Kind, size: int) -> tuple[float, float]:
    """The best times of the longer text and of the shorter. A machine that was busy with something else is
    given more rounds: they mend what was disturbed, and nothing that is quadratic.
    """
    short, long = kind.text(size), kind.text(2 * size)
    ours, base = [], []
    for _ in range(TRIES):
        pair = turns(lambda: _taken(kind, long), lambda: _taken(kind, short), ROUNDS)
        ours, base = ours + pair[0], base + pair[1]
        if min(ours) <= LIMIT * min(base):
            break
    return min(ours), min(base)


def _taken(kind: Kind, text: str) -> float:
    """Milliseconds of processor time, without those of the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        kind.do(text)
        return (time.process_time() - begun) * 1000
    finally:
        gc.enable()


def _page(text: str) -> object:
    try:
        return read_bytes(f"甲{text}".encode(), "a.html")
    except UnreadableFile as refused:  # which takes its time, too
        return refused


def _plain(text: str) -> object:
    return read_bytes(text.encode(), "a.txt")


def _chinese(text: str) -> object:
    return read_bytes(text.encode("gb18030"), "a.txt")


def _word(text: str) -> object:
    parts = (run(text[at : at + 100_000]) for at in range(0, len(text), 100_000))
    return read_bytes(word_file(paragraph("".join(parts))), "a.docx")


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    figures = Figures()
    growing(figures)
    return int(figures.over)


if __name__ == "__main__":
    sys.exit(main())
