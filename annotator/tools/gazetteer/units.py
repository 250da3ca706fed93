"""All units that a clause names, in its text and in its tail."""

from collections.abc import Iterable, Iterator
from typing import Literal

from annotator.tools.gazetteer.found import Found
from annotator.tools.gazetteer.index import Gazetteer
from annotator.tools.gazetteer.listing import Span, read_tail
from annotator.tools.gazetteer.prose import read_prose
from annotator.tools.gazetteer.wording import is_collective


def find_units(text: str, tail: str, gazetteer: Gazetteer) -> tuple[Found, ...]:
    """The units named in a clause, those of the text before those of the tail, each part in order.

    Each is told once in each role. `text` and `tail` are the
    clause's clean text and tail, simplified without a change of length; the offsets count their code
    points. The gazetteer tells where a name ends in running text; what a name means is not asked here.
    """
    found = [*_part("text", text, read_prose(text, gazetteer))]
    if tail:
        found += _part("tail", tail, read_tail(tail))
    if len(found) < 2:
        return tuple(found)
    once = {(unit.surface, unit.role): unit for unit in reversed(found)}
    return tuple(unit for unit in found if once[unit.surface, unit.role] is unit)


def _part(where: Literal["text", "tail"], text: str, spans: Iterable[Span]) -> Iterator[Found]:
    for start, end, role in spans:
        name = text[start:end]
        yield Found(where, start, end, name, role, is_collective(name))
