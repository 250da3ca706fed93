"""Which clauses read like others, found as they come in.

Pieces are read in the order of their numbers, each compared with the ones before it, so that what is stored
is the same in however many steps they came. It is derived from them; `annotator verify` makes it anew.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from annotator.store.project import Project
from annotator.tools.repeats import ALIKE, core, keys, likeness

_BATCH = 4096
_HOLDERS = 24
"""So many pieces of one key are known, the first ones: of a form that stands everywhere they are enough."""
_SHARED = 2
"""What shares fewer keys is not compared: a sentence may stand in many clauses."""
_PAIRS = 4
"""With so many others before it a piece is compared at most; through them it is alike to the rest."""


def extend(project: Project) -> int:
    """Read what has come in; how many pieces that was."""
    read = 0
    while True:
        after = _read_to(project)
        texts = _texts(project, after)
        last = _last(project, after)
        if last <= after:
            return read
        sketches = {number: keys(text) for number, text in sorted(texts.items()) if text}
        with project.transaction() as db:
            if _read_to(project) != after:  # another process was quicker
                continue
            rows, near = _sketched(sketches, _holders(project, sketches.values()))
            others = {other for found in near.values() for other in found}
            texts |= _texts_of(project, others - texts.keys())
            db.executemany("INSERT INTO sketch VALUES (?, ?)", rows)
            db.executemany("INSERT INTO repeat VALUES (?, ?, ?)", _paired(near, texts))
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
    sketches = {number: keys(text) for number, text in sorted(texts.items()) if text and number <= to}
    rows, near = _sketched(sketches, {})
    stored = project.db.execute("SELECT key, piece_no FROM sketch WHERE key > 0 ORDER BY 1, 2").fetchall()
    paired = project.db.execute("SELECT piece_no, other_no, likeness FROM repeat ORDER BY 1, 2").fetchall()
    return stored != sorted(rows) or paired != sorted(_paired(near, texts))


def _sketched(
    sketches: Mapping[int, Sequence[int]], holders: dict[int, list[int]]
) -> tuple[list[tuple[int, int]], dict[int, list[int]]]:
    """The rows of some pieces, given the keys of each; and for each the pieces before it that share the most
    with it. `holders` has the first pieces of each key, and is told of these.
    """
    rows, near = list[tuple[int, int]](), dict[int, list[int]]()
    for number, (whole, *pieces) in sketches.items():
        held = [holders.setdefault(key, []) for key in (whole, *pieces)]
        # What has the key of the whole reads the same: it counts twice.
        shared = Counter(chain(held[0], *held))
        enough = min(_SHARED, len(pieces))
        close = sorted((-count, other) for other, count in shared.items() if count >= enough)
        if close:
            near[number] = [other for _, other in close[:_PAIRS]]
        for key, known in zip((whole, *pieces), held, strict=True):
            if len(known) < _HOLDERS:
                known.append(number)
                rows.append((key, number))
    return rows, near


def _paired(near: Mapping[int, Sequence[int]], texts: Mapping[int, str]) -> Iterator[tuple[int, int, float]]:
    """The pairs that pieces make with others near them, both ways round."""
    for number, others in near.items():
        for other in others:
            if (how := likeness(texts[number], texts[other])) >= ALIKE:
                yield from ((number, other, how), (other, number, how))


def _read_to(project: Project) -> int:
    """The number of the last piece that was read."""
    return int(
        project.db.execute("SELECT coalesce(max(piece_no), 0) FROM sketch WHERE key = 0").fetchone()[0]
    )


def _last(project: Project, after: int) -> int:
    """The last piece of the batch that begins behind `after`."""
    query = "SELECT max(piece_no) FROM (SELECT piece_no FROM piece WHERE piece_no > ? ORDER BY 1 LIMIT ?)"
    return int(project.db.execute(query, (after, _BATCH)).fetchone()[0] or 0)


def _holders(project: Project, sketches: Iterable[Sequence[int]]) -> dict[int, list[int]]:
    """The first pieces of the keys of some pieces."""
    query = "SELECT sketch.* FROM json_each(?) CROSS JOIN sketch ON sketch.key = value ORDER BY 1, 2"
    found = defaultdict[int, list[int]](list)
    for key, number in project.db.execute(query, (json.dumps(list(set(chain.from_iterable(sketches)))),)):
        found[key].append(number)
    return found


def _texts(project: Project, after: int) -> dict[int, str]:
    """What is compared of the clauses of that batch, by their numbers."""
    query = (
        "SELECT piece_no, text, folded FROM (SELECT piece_no, kind, text, folded FROM piece "
        "WHERE piece_no > ? ORDER BY 1 LIMIT ?) WHERE kind = 'clause'"
    )
    return {row[0]: _compared(*row) for row in project.db.execute(query, (after, _BATCH))}


def _texts_of(project: Project, numbers: Iterable[int]) -> dict[int, str]:
    """The same of some pieces."""
    query = "SELECT piece_no, text, folded FROM json_each(?) CROSS JOIN piece ON piece_no = value"
    return {row[0]: _compared(*row) for row in project.db.execute(query, (json.dumps(list(numbers)),))}


def _compared(_: int, text: str, folded: str | None) -> str:
    """What is compared of a text that the store keeps folded, where that is another; marks do not count."""
    return core(text if folded is None else folded.split("\n")[1])
