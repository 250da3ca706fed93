"""The index of pairs of characters in the file: full volumes of it, once a project has grown large.

A piece never goes and never changes, so that a volume stays as it was made. A project of some hundred
documents has none.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from annotator.store.project import Project
from annotator.tools.bigrams import BREAK, VOLUME, count, indexed, key, numbers, pairs
from annotator.tools.query.folding import without_wide_marks

UNINDEXED = VOLUME
"""So many pieces are read in some hundredths of a second; a volume is made only behind them."""

_SHIFT = 42
_PAIRS = 32
"""A longer word is looked up by so many of its pairs."""
_WORTH = VOLUME // 4
"""Where more pieces of a volume may hold a word, it is read from end to end instead."""
_FEW = 32
"""So many pieces are sooner read than more of the index."""


def volumes(project: Project) -> int:
    """How many volumes there are."""
    last: int | None = project.db.execute("SELECT max(key) FROM bigram").fetchone()[0]
    return 0 if last is None else (last >> _SHIFT) + 1


def extend(project: Project) -> int:
    """Index what has come in, but for UNINDEXED pieces and what makes no full volume; how many volumes
    were made.
    """
    made = 0
    while True:
        volume = volumes(project)
        last = project.db.execute("SELECT coalesce(max(piece_no), 0) FROM piece").fetchone()[0]
        if last < (volume + 1) * VOLUME + UNINDEXED:
            return made
        rows = _rows(project, volume)
        first = list(islice(rows, 1))  # with it all is counted; the file is held behind that
        with project.transaction() as db:
            if volumes(project) == volume:  # else another process was quicker
                db.executemany("INSERT INTO bigram VALUES (?, ?)", chain(first, rows))
                made += 1


def altered(project: Project) -> Iterator[int]:
    """The volumes that are not what the clauses say."""
    query = "SELECT key, pieces FROM bigram WHERE key >= ? AND key < ? ORDER BY key"
    for volume in range(volumes(project)):
        stored = project.db.execute(query, (volume << _SHIFT, volume + 1 << _SHIFT)).fetchall()
        if stored != list(_rows(project, volume)):
            yield volume


def narrowed(project: Project, start: int, end: int, words: Sequence[str]) -> tuple[list[int] | None, int]:
    """Of the pieces from number `start` to before `end`, the numbers of those that may hold all `words`
    (folded), and the number up to which that is told. None: there is no telling, or too many may.
    """
    volume = start // VOLUME
    if not words or volume >= volumes(project):
        return None, end
    end = min(end, (volume + 1) * VOLUME)
    found: set[int] | None = None
    for word in words:
        holding = (_with_character if len(word) == 1 else _with_pairs)(project, volume, word)
        if holding is not None:
            found = holding if found is None else found & holding
    if found is None:
        return None, end
    return sorted(number for one in found if start <= (number := volume * VOLUME + one) < end), end


def _with_pairs(project: Project, volume: int, word: str) -> set[int] | None:
    wanted = [volume << _SHIFT | pair for pair in pairs(word)[:_PAIRS]]
    gaps = ", ".join("?" * len(wanted))
    query = f"SELECT pieces FROM bigram WHERE key IN ({gaps})"
    stored = [row[0] for row in project.db.execute(query, wanted)]
    if len(stored) < len(wanted):
        return set()
    shortest, *longer = sorted(stored, key=len)
    if not longer and count(shortest) > _WORTH:
        return None
    found = set(numbers(shortest))
    for one in longer:
        if len(found) <= _FEW:
            break
        found &= set(numbers(one))
    return found if len(found) <= _WORTH else None


def _with_character(project: Project, volume: int, character: str) -> set[int] | None:
    first, last = key(character), key(character, "\U0010ffff")
    query = "SELECT pieces FROM bigram WHERE key BETWEEN ? AND ?"
    found = set[int]()
    for (stored,) in project.db.execute(query, (volume << _SHIFT | first, volume << _SHIFT | last)):
        if count(stored) > _WORTH:
            return None
        found.update(numbers(stored))
        if len(found) > _WORTH:
            return None
    return found


def _rows(project: Project, volume: int) -> Iterator[tuple[int, bytes]]:
    """The rows of a volume, made from the texts of its clauses."""
    for pair, stored in indexed(*_texts(project, volume)):
        yield volume << _SHIFT | pair, stored


def _texts(project: Project, volume: int) -> tuple[str, list[int]]:
    """What is searched of the pieces of a volume, one behind the other, and how long each is; nothing of
    those that are no clauses.
    """
    texts, first = [""] * VOLUME, volume * VOLUME
    query = (
        "SELECT piece_no, coalesce(folded, marker || char(10) || text || char(10) || tail) FROM piece "
        "WHERE piece_no >= ? AND piece_no < ? AND kind = 'clause'"
    )
    for number, parts in project.db.execute(query, (first, first + VOLUME)):
        texts[number - first] = parts + BREAK
    return without_wide_marks("".join(texts)), [len(text) for text in texts]
