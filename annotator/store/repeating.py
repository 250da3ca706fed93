"""Which clauses read like others, found as they come in.

Pieces are read in the order of their numbers, each compared with the ones before it, so that what is stored
is the same in however many steps they came. It is derived from them; `annotator verify` makes it anew.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from annotator.store.project import Project
from annotator.tools.query.folding import folded
from annotator.tools.repeats import ALIKE, core, keys, likeness

_BATCH = 4096
_HOLDERS = 24
"""So many pieces of one key are known, the first ones: of a form that stands everywhere they are enough."""
_SHARED = 2
"""What shares fewer keys is not compared: a sentence may stand in many clauses."""
_PAIRS = 4
"""With so many others before it a piece is compared at most; through them it is alike to the rest."""

Row = tuple[int, int, float]


def extend(project: Project) -> int:
    """Read what has come in; how many pieces that was."""
    read = 0
    while True:
        after = _read_to(project)
        texts = _texts(project, after)
        last = _last(project, after)
        if last <= after:
            return read
        with project.transaction() as db:
            if _read_to(project) != after:  # another process was quicker
                continue
            sketched: dict[int, list[int]] = {}

            def holders(key: int, made: dict[int, list[int]] = sketched) -> list[int]:
                if key not in made:
                    query = "SELECT piece_no FROM sketch WHERE key = ? ORDER BY piece_no LIMIT ?"
                    made[key] = [one for (one,) in db.execute(query, (key, _HOLDERS))]
                return made[key]

            def text_of(number: int, here: dict[int, str] = texts) -> str:
                if number not in here:
                    here[number] = _text(project, number)
                return here[number]

            rows, pairs = _compared(sorted(texts), text_of, holders)
            db.executemany("INSERT INTO sketch VALUES (?, ?)", rows)
            db.executemany("INSERT INTO repeat VALUES (?, ?, ?)", pairs)
            db.execute("DELETE FROM sketch WHERE key = 0")
            db.execute("INSERT INTO sketch VALUES (0, ?)", (last,))
            read += len(texts)


def altered(project: Project) -> bool:
    """Whether what is stored is not what the clauses say."""
    to = _read_to(project)
    texts: dict[int, str] = {}
    after = 0
    while after < to:
        texts |= _texts(project, after)
        after = _last(project, after)
    made = defaultdict[int, list[int]](list)
    rows, pairs = _compared(sorted(n for n in texts if n <= to), texts.__getitem__, made.__getitem__)
    stored = project.db.execute("SELECT key, piece_no FROM sketch WHERE key > 0 ORDER BY 1, 2").fetchall()
    paired = project.db.execute("SELECT piece_no, other_no, likeness FROM repeat ORDER BY 1, 2").fetchall()
    return stored != sorted(rows) or paired != sorted(pairs)


def _compared(
    numbers: Sequence[int],
    text_of: Callable[[int], str],
    holders: Callable[[int], list[int]],
) -> tuple[list[tuple[int, int]], list[Row]]:
    """The keys of pieces, and the pairs that they make with pieces before them, both ways round. `holders`
    gives the list of the first pieces of a key, and is told of these.
    """
    rows, pairs = list[tuple[int, int]](), list[Row]()
    for number in numbers:
        text = text_of(number)
        if not text:
            continue
        near = Counter[int]()
        whole, *pieces = keys(text)
        for key in (whole, *pieces):
            held = holders(key)
            near.update(held)
            if key == whole:  # what has it reads the same
                near.update(held)
            if len(held) < _HOLDERS:
                held.append(number)
                rows.append((key, number))
        enough = min(_SHARED, len(pieces))
        close = sorted((-count, other) for other, count in near.items() if count >= enough)[:_PAIRS]
        alike = [(how, other) for _, other in close if (how := likeness(text, text_of(other))) >= ALIKE]
        for how, other in alike:
            pairs += [(number, other, how), (other, number, how)]
    return rows, pairs


def _read_to(project: Project) -> int:
    """The number of the last piece that was read."""
    return int(
        project.db.execute("SELECT coalesce(max(piece_no), 0) FROM sketch WHERE key = 0").fetchone()[0]
    )


def _last(project: Project, after: int) -> int:
    """The last piece of the batch that begins behind `after`."""
    query = "SELECT max(piece_no) FROM (SELECT piece_no FROM piece WHERE piece_no > ? ORDER BY 1 LIMIT ?)"
    return int(project.db.execute(query, (after, _BATCH)).fetchone()[0] or 0)


def _texts(project: Project, after: int) -> dict[int, str]:
    """What is compared of the clauses of that batch, by their numbers."""
    query = (
        "SELECT piece_no, kind, text FROM (SELECT piece_no, kind, text FROM piece WHERE piece_no > ? "
        "ORDER BY 1 LIMIT ?) WHERE kind = 'clause'"
    )
    return {number: core(folded(text)) for number, _, text in project.db.execute(query, (after, _BATCH))}


def _text(project: Project, number: int) -> str:
    (text,) = project.db.execute("SELECT text FROM piece WHERE piece_no = ?", (number,)).fetchone()
    return core(folded(text))
