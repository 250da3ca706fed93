"""The text around a clause, ready to draw: what stands before, the clause with its marks, what follows."""

from annotator.store import documents
from annotator.tui.desk import Desk
from annotator.tui.widgets.clause_view import Passage
from annotator.words.plain import plain_lines

BEFORE, AFTER = 1, 4
MOST = 300
"""Characters of a neighbouring paragraph that are shown."""


def passages(desk: Desk) -> list[Passage]:
    """The paragraphs around the clause on the desk."""
    clause = desk.clause
    around = documents.segment_texts(
        desk.project, desk.document.cutting, max(0, clause.seq - BEFORE), clause.seq + AFTER + 1
    )
    before = [_context(marker, text)[-MOST:] for seq, _, marker, text in around if seq < clause.seq]
    after = [_context(marker, text)[:MOST] for seq, _, marker, text in around if seq > clause.seq]
    return [*map(Passage, before), _here(desk), *map(Passage, after)]


def _context(marker: str, text: str) -> str:
    return plain_lines(marker + text)


def _here(desk: Desk) -> Passage:
    """The clause: its title sentence, its tail and the units named in it are marked."""
    clause = desk.clause
    text_at = len(clause.marker)
    tail_at = text_at + len(clause.text) + 1
    marks = [(0, text_at + clause.lead, "lead")]
    whole = f"{clause.marker}{clause.text}"
    if clause.tail:
        whole += f"\n{clause.tail}"
        marks.append((tail_at, len(whole), "tail"))
    marks += _units(desk, text_at, tail_at)
    if desk.queue:
        from annotator.tools.query import highlights  # noqa: PLC0415  (the screens start without a search)

        marks += [(start, end, "hit") for start, end in highlights(whole, desk.queue.query)]
    return Passage(plain_lines(whole), tuple(marks), here=True)


def _units(desk: Desk, text_at: int, tail_at: int) -> list[tuple[int, int, str]]:
    """Where the units found by the import stand in the passage."""
    found = [
        (unit["start"], unit["end"])
        for field in desk.fields
        if field.kind == "entity" and field.id in desk.suggestions
        for unit in desk.suggestions[field.id].value
        if unit["start"] is not None
    ]
    if not found:
        return []
    ways = documents.places(desk.project, desk.document, desk.clause)
    at = {"text": text_at, "tail": tail_at}
    places = (ways.find(start, end) for start, end in found)
    return [(at[one.where] + one.start, at[one.where] + one.end, "unit") for one in places if one]
