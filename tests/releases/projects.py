"""Generated projects: texts with all that moves offsets, people who differ, places anywhere in the texts."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.model.document import Clause
from annotator.model.place import Places
from annotator.model.review import Suggestion
from annotator.store import documents, people, pieces
from annotator.tools.release.ground import Ground
from tests.exporting.office import Office, Piece

ALPHABET = [
    "市",
    "局",
    "。",
    "，",
    "a",
    "1",
    "𠮷",
    "😀",
    "\u00a0",
    "\u3000",
    "e\u0301",
    "\u200d",
    "\r\n",
    "\u2028",
    '"',
    "\\",
]
"""Astral characters, a combining mark, a no-break space, Windows line ends, what JSON escapes."""
WORDS = st.lists(st.sampled_from(ALPHABET), min_size=1, max_size=10).map("".join)
PIECES = st.lists(
    st.tuples(WORDS, st.just("") | WORDS, st.sampled_from(["", "1.", "（一）"]), st.booleans()),
    min_size=1,
    max_size=4,
)
PROJECT = st.lists(PIECES, min_size=1, max_size=3)
ACT = st.tuples(
    st.sampled_from(["finish", "mark", "gold", "suggest", "put", "finish", "note", "skip"]),
    st.sampled_from(["amy", "bo", "陈"]),
    st.integers(0, 9),
    st.sampled_from([["task"], ["no"], []]),
    st.sampled_from([["data"], ["infra", "data"], []]),
    st.tuples(st.sampled_from(["text", "tail"]), st.integers(0, 9), st.integers(1, 4)),
)
"""What is done, by whom, to which clause, with which codes, at which place."""
ACTS = st.lists(ACT, min_size=2, max_size=10)


def live(path: Path, project: list[Any], acts: list[Any]) -> Office:
    """A project of these documents in which this was done; what the program refuses was not done."""
    office = Office(path)
    people.welcome(office.project, "amy")  # the first is the owner
    clauses = list[tuple[Clause, Places]]()
    for number, told in enumerate(project):
        with suppress(ValueError):  # a repair of words that another piece does not have
            office.bring(f"{number}.txt", [_piece(*one) for one in told])
    for document in documents.listing(office.project):
        source = documents.source_text(office.project, document.source_sha256)
        ground = Ground(source, pieces.edits(office.project, document.cutting))
        for one in documents.clauses(office.project, document):
            text, tail = (one.text_start, one.text_end), (one.tail_start, one.tail_end)
            clauses.append((one, Places(text, tail, ground.clean)))
    for act in acts if clauses else ():
        office.now += 1000
        with suppress(AnnotatorError):
            _do(office, act, *clauses[act[2] % len(clauses)])
    return office


def _piece(text: str, tail: str, marker: str, repaired: bool) -> Piece:
    # The first sign goes, or another one comes in its place; something of the text stays.
    return Piece(text, tail, marker, repairs={text[0]: "" if len(text) > 1 else "新"} if repaired else {})


def _do(office: Office, act: Any, clause: Clause, places: Places) -> None:
    what, who, _, kind, topic, at = act
    where, first, length = at
    there = clause.tail if where == "tail" and clause.tail else clause.text
    start = first % max(1, len(there))
    place = places.at("tail" if there is clause.tail else "text", start, min(start + length, len(there)))
    spans = [place.stored()] if place else []
    units = [{**span, "org_id": None, "name": "某局", "role": "lead", "stated": True} for span in spans]
    said = {"kind": kind, "topic": topic, "unit": units}
    work = office.at(who)
    if what == "finish":
        work.finish(
            clause.clause_id, {**said, "priority": ["high"], "target": [{**one, "value": 3} for one in spans]}
        )
    elif what == "put":
        work.put(clause.clause_id, said)
    elif what == "skip":
        work.skip(clause.clause_id)
    elif what == "mark":
        work.mark(clause.clause_id, office.codebook.field("topic"), spans)
    elif what == "note":
        work.note(clause.clause_id, clause.text)
    elif what == "gold":
        office.decide(clause.clause_id, **said)
    else:
        office.suggest(Suggestion(clause.clause_id, "unit", "m", "1", tuple(units), 0.5))
