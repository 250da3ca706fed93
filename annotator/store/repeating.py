"""Which clauses read like others, found as they come in.

Pieces are read in the order of their numbers, each compared with the ones before it, so that what is stored
is the same in however many steps they came. It is derived from them; `annotator verify` makes it anew.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from annotator.store.project import Project
from annotator.tools.repeats import ALIKE, likeness
from annotator.tools.repeats.sketches import LONGEST, Array, Met, cores, keys, may_be_alike, met

_BATCH, _CHARACTERS = 4096, 1 << 20
"""So many pieces are read at once, of so many characters."""

Pair = tuple[int, int, float]


def extend(project: Project) -> int:
    """Read what has come in; how many clauses that was."""
    read = 0
    while True:
        after = _read_to(project)
        if _last(project) == after:
            return read
        batch = _batch(project, after)
        with project.transaction() as db:
            if _read_to(project) != batch.after:  # another process was quicker
                continue
            found, pairs = _found(project, batch)
            rows = zip(found.keys.tolist(), found.numbers.tolist(), strict=True)
            db.executemany("INSERT INTO sketch VALUES (?, ?)", rows)
            both = [row for one, other, how in pairs for row in ((one, other, how), (other, one, how))]
            db.executemany("INSERT INTO repeat VALUES (?, ?, ?)", both)
            db.execute("DELETE FROM sketch WHERE key = 0")
            db.execute("INSERT INTO sketch VALUES (0, ?)", (batch.last,))
            read += len(batch.texts)


def altered(project: Project) -> bool:
    """Whether what is stored is not what the clauses say."""
    to, after, rows, pairs = _read_to(project), 0, 0, 0
    query = (
        "SELECT one.piece_no, one.other_no, one.likeness FROM repeat AS one CROSS JOIN repeat AS back "
        "ON back.piece_no = one.other_no AND back.other_no = one.piece_no AND back.likeness = one.likeness "
        "WHERE one.piece_no > ? AND one.piece_no <= ? AND one.other_no < one.piece_no ORDER BY 1, 2"
    )
    while after < to:
        batch = _batch(project, after, to)
        found, paired = _found(project, batch)
        numbers, stored = _known(project, _keys(batch)[1], batch.after, batch.last)
        order = np.lexsort((numbers, stored))
        if not (np.array_equal(stored[order], found.keys) and np.array_equal(numbers[order], found.numbers)):
            return True
        if project.db.execute(query, (after, batch.last)).fetchall() != sorted(paired):
            return True
        after, rows, pairs = batch.last, rows + len(found.keys), pairs + 2 * len(paired)
    counts = "SELECT (SELECT count(*) FROM sketch WHERE key > 0), (SELECT count(*) FROM repeat)"
    return bool(project.db.execute(counts).fetchone() != (rows, pairs))


class _Batch(NamedTuple):
    """Pieces behind number `after` to number `last`; the texts of the clauses among them, by number."""

    after: int
    last: int
    texts: Mapping[int, str]


def _batch(project: Project, after: int, to: int = 1 << 62) -> _Batch:
    """The next pieces behind `after`."""
    query = (
        "SELECT piece_no, kind = 'clause', text, folded FROM piece "
        "WHERE piece_no > ? AND piece_no <= ? ORDER BY 1 LIMIT ?"
    )
    last, size, texts = after, 0, dict[int, str]()
    for number, is_clause, text, folded in project.db.execute(query, (after, to, _BATCH)):
        last = number
        if is_clause:
            texts[number] = compared = _compared(text, folded)
            size += len(compared)
            if size > _CHARACTERS:
                break
    return _Batch(after, last, texts)


def _keys(batch: _Batch) -> tuple[Array, Array]:
    """The keys of a batch, and before them the number of the piece of each."""
    owners, found = keys(cores([*batch.texts.values()]))
    return np.fromiter(batch.texts, np.int64, len(batch.texts))[owners], found


def _found(project: Project, batch: _Batch) -> tuple[Met, list[Pair]]:
    """What a batch brings: its keys, and which of its pieces are alike to which before them, and how much."""
    new = _keys(batch)
    found = met(new, _known(project, new[1], 0, batch.after))
    others = set(found.others.tolist()) - batch.texts.keys()
    return found, list(_alike(found, {**batch.texts, **_texts(project, others)}))


def _alike(found: Met, texts: Mapping[int, str]) -> Iterator[Pair]:
    """The pairs that are alike indeed."""
    numbers, places = np.unique(np.append(found.ones, found.others), return_inverse=True)
    ones, others = np.split(places, 2)
    read = cores([texts[number] for number in numbers.tolist()])
    for at in np.flatnonzero(may_be_alike(read, ones, others)).tolist():
        if (how := likeness(read.text(ones[at]), read.text(others[at]))) >= ALIKE:
            yield int(found.ones[at]), int(found.others[at]), how


def _read_to(project: Project) -> int:
    """The number of the last piece that was read."""
    return int(
        project.db.execute("SELECT coalesce(max(piece_no), 0) FROM sketch WHERE key = 0").fetchone()[0]
    )


def _last(project: Project) -> int:
    """The number of the last piece."""
    return int(project.db.execute("SELECT coalesce(max(piece_no), 0) FROM piece").fetchone()[0])


def _known(project: Project, wanted: Array, after: int, to: int) -> tuple[Array, Array]:
    """The pieces behind `after` up to `to` that are known under some keys, and the key of each."""
    query = (
        "SELECT piece_no, sketch.key FROM json_each(?) CROSS JOIN sketch ON sketch.key = value "
        "WHERE piece_no > ? AND piece_no <= ?"
    )
    rows = project.db.execute(query, (json.dumps(list(set(wanted.tolist()))), after, to)).fetchall()
    found = np.array(rows, np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _texts(project: Project, numbers: Iterable[int]) -> dict[int, str]:
    """What is compared of some pieces."""
    query = "SELECT piece_no, text, folded FROM json_each(?) CROSS JOIN piece ON piece_no = value"
    return {row[0]: _compared(*row[1:]) for row in project.db.execute(query, (json.dumps(list(numbers)),))}


def _compared(text: str, folded: str | None) -> str:
    """Of a text that the store keeps folded, where that is another, what counts here: marks do not."""
    return (text if folded is None else folded.split("\n", 2)[1])[:LONGEST]
