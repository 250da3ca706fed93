"""Everything that the program itself suggests for a clause, as it is stored."""

from collections.abc import Iterator

from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.ids import clause_id
from annotator.model.review import Suggestion
from annotator.tools.suggest.cues import Breaks, Simplify
from annotator.tools.suggest.position import clause_type
from annotator.tools.suggest.terms import KeyTerms
from annotator.tools.suggest.urgency import priority

SOURCE, VERSION = "import", "rules/1"
_UNITS = 0.9


class Suggester:
    """Suggests under one codebook. `simplified` turns a text into simplified characters, code point for
    code point; `breaks` says where its words begin and end.
    """

    def __init__(self, codebook: Codebook, simplified: Simplify, breaks: Breaks) -> None:
        self._codebook = codebook
        self._simplified = simplified
        self._terms = KeyTerms(codebook, simplified, breaks)

    def suggest(
        self, source_sha256: str, segment: Segment, following: Segment | None
    ) -> Iterator[Suggestion]:
        """The units, the type and the priority of a clause of that source, and what the codebook's key
        terms say of it; nothing for another segment.

        `segment` has its path and mentions; `following` is the segment after it.
        """
        if segment.kind != "clause":
            return
        subject = clause_id(source_sha256, segment.start, segment.end)
        if segment.mentions:
            units = tuple(
                {
                    "org_id": m.org_id, "name": m.name, "role": m.role, "stated": True,
                    "surface": m.surface, "start": m.start, "end": m.end,
                }
                for m in segment.mentions
            )  # fmt: skip
            for field in self._codebook.clause_fields:
                if field.kind == "entity":
                    yield Suggestion(subject, field.id, SOURCE, VERSION, units, _UNITS)
        yield from self._coded(subject, segment, following)
        yield from self._terms.suggest(subject, segment.text, segment.lead, segment.path)

    def _coded(self, subject: str, segment: Segment, following: Segment | None) -> Iterator[Suggestion]:
        """Type and priority, where the codebook has such a field and code."""
        plain = self._simplified(segment.text)
        path = tuple(self._simplified(heading) for heading in segment.path)
        kind = clause_type(segment, plain, path, following)
        level = priority(plain, segment.lead, kind[0]) if kind else None
        for field_id, found in (("clause_type", kind), ("priority", level)):
            field = self._codebook.field(field_id)
            if found and field and field.code(found[0]):
                yield Suggestion(subject, field_id, SOURCE, VERSION, (found[0],), found[1])
