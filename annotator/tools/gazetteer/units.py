"""All units that a clause names, in its text and in its tail."""

from typing import Literal

from annotator.tools.gazetteer.found import Found
from annotator.tools.gazetteer.index import Gazetteer
from annotator.tools.gazetteer.listing import Span, read_tail
from annotator.tools.gazetteer.prose import read_prose
from annotator.tools.gazetteer.wording import is_collective


def find_units(text: str, tail: str, gazetteer: Gazetteer) -> tuple[Found, ...]:
    """The units named in a clause, those of the text before those of the tail, each part in order.

    `text` and `tail` are the clause's clean text and tail, simplified without a change of length; the
    offsets count their code points. The gazetteer tells where a name ends in running text; what a name
    means is not asked here.
    """
    found = _part("text", text, read_prose(text, gazetteer))
    return (*found, *_part("tail", tail, read_tail(tail))) if tail else tuple(found)


def _part(where: Literal["text", "tail"], text: str, spans: list[Span]) -> list[Found]:
    return [Found(where, s, e, text[s:e], role, is_collective(text[s:e])) for s, e, role in spans]
