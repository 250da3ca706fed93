"""Everything that the program itself suggests for a clause, as it is stored."""

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.model.codebook import Codebook, Field
from annotator.model.cutting import Mention, Segment
from annotator.model.ids import clause_id
from annotator.model.mapping import Clean
from annotator.model.place import Places
from annotator.model.review import Suggestion
from annotator.model.units import NOWHERE
from annotator.model.value import applies, told
from annotator.tools.suggest.cues import Breaks, Simplify
from annotator.tools.suggest.figures import targets
from annotator.tools.suggest.position import clause_type
from annotator.tools.suggest.terms import KeyTerms
from annotator.tools.suggest.urgency import priority

SOURCE, VERSION = "import", "rules/2"
_UNITS = _TARGETS = 0.9


class Suggester:
    """Suggests under one codebook. `simplified` turns a text into simplified characters, code point for
    code point; `breaks` says where its words begin and end.
    """

    def __init__(self, codebook: Codebook, simplified: Simplify, breaks: Breaks) -> None:
        self._simplified = simplified
        self._codebook = codebook
        self._codes = {
            field_id: {code.id for code in field.codes} if (field := codebook.field(field_id)) else set()
            for field_id in ("clause_type", "priority")
        }
        target = codebook.field("target")
        self._target = target if target and target.kind == "span" else None
        self._terms = KeyTerms(codebook, simplified, breaks)

    def suggest(
        self, source: str, source_sha256: str, segment: Segment, following: Segment | None
    ) -> Iterator[Suggestion]:
        """The units, the type, the priority and the targets of a clause of that source, and what the
        codebook's key terms say of it; nothing for another segment.

        `segment` has its path, edits and mentions; `following` is the segment after it.
        """
        if segment.kind != "clause":
            return
        yield from units(self._codebook, source_sha256, segment)
        subject = clause_id(source_sha256, segment.start, segment.end)
        yield from self._coded(subject, source, segment, following)
        yield from self._terms.suggest(subject, segment.text, segment.lead, segment.path)

    def _coded(
        self, subject: str, source: str, segment: Segment, following: Segment | None
    ) -> Iterator[Suggestion]:
        """Type, priority and targets, where the codebook has such a field and code."""
        plain = self._simplified(segment.text)
        path = tuple(self._simplified(heading) for heading in segment.path)
        kind = clause_type(segment, plain, path, following)
        level = priority(plain, segment.lead, kind[0]) if kind else None
        for field_id, found in (("clause_type", kind), ("priority", level)):
            if found and found[0] in self._codes[field_id]:
                yield Suggestion(subject, field_id, SOURCE, VERSION, (found[0],), found[1])
        field = self._target
        if kind and field and applies(field, {"clause_type": [kind[0]]}):
            spans = tuple(_spans(field, segment, plain, source))
            if spans:
                yield Suggestion(subject, field.id, SOURCE, VERSION, spans, _TARGETS)


def units(codebook: Codebook, source_sha256: str, segment: Segment) -> Iterator[Suggestion]:
    """The units that a clause of that source names, for each field of units; nothing for another segment. One
    that stands in the list behind the text is suggested with what it is there; one of a line that closes the
    section is assigned, for the clause itself does not name it.
    """
    if segment.kind != "clause" or not segment.mentions:
        return
    listed = {
        m.org_id or m.name for m in segment.mentions if segment.tail_start <= m.start < segment.tail_end
    }
    subject = clause_id(source_sha256, segment.start, segment.end)
    named = tuple(
        {"org_id": m.org_id, "name": m.name, "role": m.role, **_ground(m, segment)}
        for m in segment.mentions
        if segment.tail_start <= m.start < segment.tail_end or (m.org_id or m.name) not in listed
    )
    for field in codebook.clause_fields:
        if field.kind == "entity":
            yield Suggestion(subject, field.id, SOURCE, VERSION, named, _UNITS)


def _ground(mention: Mention, segment: Segment) -> Mapping[str, Any]:
    """Where a clause states a unit; nowhere, where a line behind it does."""
    if not segment.start <= mention.start < segment.end:
        return NOWHERE
    return {"stated": True, "surface": mention.surface, "start": mention.start, "end": mention.end}


def _spans(field: Field, segment: Segment, plain: str, source: str) -> Iterator[dict[str, Any]]:
    """The targets in a segment's text as values of a field of spans."""
    text_range, tail_range = (segment.text_start, segment.text_end), (segment.tail_start, segment.tail_end)
    places = Places(text_range, tail_range, lambda start, end: Clean(source, start, end, segment.edits))
    for target in targets(plain):
        if place := places.at("text", target.start, target.end):
            yield {**place.stored(), **told(field, target.told(segment.text))}
