"""A document and its clauses as the screens and the exports see them."""

from typing import NamedTuple


class Document(NamedTuple):
    """A document in use. `cutting` is the local number of the cutting in force, `clauses` how many
    clauses that cutting has, `imported_at` UTC milliseconds.
    """

    doc_id: str
    title: str
    file_name: str
    cutting: int
    cutting_id: str
    source_sha256: str
    clauses: int
    imported_at: int


class Clause(NamedTuple):
    """The unit to label: clean `text` without `marker` and `tail`, at source[start:end].

    `ord` counts the document's clauses from 0, `seq` its segments. `path` is as in Segment. The
    ranges `text_start`… are the source ranges of `text` and `tail`.
    """

    clause_id: str
    doc_id: str
    ord: int
    seq: int
    level: int
    marker: str
    path: tuple[str, ...]
    text: str
    text_start: int
    text_end: int
    tail: str
    tail_start: int
    tail_end: int
    lead: int
    doubt: float
    start: int
    end: int
