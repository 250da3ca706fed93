"""Repairs by hand: one is accepted, taken back or read otherwise by a person.

Each is a new cutting of the whole document in which the clause has other repairs, in one act with what was
said of them. The clause keeps its range, so that it keeps its id and all that was said of it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotator.errors import Refused
from annotator.flows.cutting.knife import Knife, Stretch
from annotator.model import mending
from annotator.model.cutting import Segment
from annotator.model.document import Clause, Document
from annotator.model.edit import PERSON, Edit
from annotator.model.event import Change, Origin
from annotator.model.mapping import Clean
from annotator.store import pieces, recuts, repairs, suggestions
from annotator.tools.text.mend import mended
from annotator.words.plain import plain

_BREAKS = re.compile(r"\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")


class Decision(NamedTuple):
    """What a person means to say of repairs; the segment as it is `before` and would be `after`."""

    stretch: Stretch
    before: Segment
    after: Segment
    said: Sequence[Change]


class Repairing(Knife):
    """One reviewer who looks after the repairs of clauses."""

    def repairs(self, document: Document, clause: Clause) -> list[Edit]:
        """The repairs of a clause in order; among them, as proposed, what a person had in force in another
        copy of the project and this cutting does not have, in the place of what only a rule proposes.
        """
        _, segment = self.segment(document, clause)
        found = list(mending.within(segment.edits, segment.start, segment.end))
        every = repairs.decided(self.project, document.doc_id, document.source_sha256)
        for one in mending.within(every, segment.start, segment.end):
            if one.state != "applied" or any(mending.alike(one, other) for other in found):
                continue
            over = set(found) - set(mending.put(found, one))
            if {other.state for other in over} <= {"proposed"}:
                found = [*mending.put(found, one._replace(state="proposed"))]
        return found

    def accepting(self, document: Document, clause: Clause, edit: Edit) -> Decision:
        """To have a repair in force that was proposed or taken back; of one that was proposed in parts, all.
        Raises Refused where it is in force, where it does not say how the place reads, and where nothing
        would be left to read.
        """
        if edit.state == "applied":
            raise Refused("repairing.applied")
        if not edit.readable:
            raise Refused("repairing.no_reading", before=edit.before)
        source, segment = self.segment(document, clause)
        parts = mending.together(segment.edits, edit) if edit.state == "proposed" else (edit,)
        stretch = Stretch(document, clause, clause, source)
        return self._deciding(stretch, segment, [one._replace(state="applied") for one in parts])

    def taking_back(self, document: Document, clause: Clause, edit: Edit) -> Decision:
        """To have the source read as it came where a repair was made or proposed. Where a person wrote how it
        reads, it reads again as the program repaired it. Raises Refused where it reads so already, and where
        nothing would be left to read.
        """
        if edit.state == "refused":
            raise Refused("repairing.refused")
        source, segment = self.segment(document, clause)
        stretch = Stretch(document, clause, clause, source)
        if edit.rule != PERSON:
            parts = mending.together(segment.edits, edit) if edit.state == "proposed" else (edit,)
            return self._deciding(stretch, segment, [one._replace(state="refused") for one in parts])
        left = [one for one in mending.within(segment.edits, segment.start, segment.end)
                if not mending.alike(one._replace(state=edit.state), edit)]  # fmt: skip
        base = recuts.base(self.project, document.cutting)
        program = pieces.edits_between(self.project, base, edit.start, edit.end) if base is not None else ()
        for one in mending.within(program, edit.start, edit.end):
            left = [*mending.put(left, one)]
        change = Change("edit", document.doc_id, mending.field_of(edit), None, "project")
        return Decision(stretch, segment, mended(source, segment, left), (change,))

    def correcting(self, document: Document, clause: Clause, start: int, end: int, after: str) -> Decision:
        """To have source[start:end] read `after`; the repairs there go. A range that goes through a repair
        has all of it. Raises Refused as `accepting` does.
        """
        source, segment = self.segment(document, clause)
        own = list(mending.within(segment.edits, segment.start, segment.end))
        start, end = mending.widened(own, start, end)
        if not segment.start <= start < end <= segment.end:
            raise Refused("repairing.outside")
        after = _BREAKS.sub("\n", after)
        if plain(after.replace("\n", "")) != after.replace("\n", "").replace("\t", " "):
            raise Refused("repairing.invisible")
        there = list(mending.within(own, start, end))
        meant = [one for one in there if (one.start, one.end, one.after) == (start, end, after)]
        if meant and meant[0].state != "applied":
            return self.accepting(document, clause, meant[0])
        if all(one.state == "applied" for one in there) and after == Clean(source, start, end, there).text:
            raise Refused("repairing.as_it_reads")
        edit = _narrowed(Edit(start, end, PERSON, source[start:end], after), there)
        return self._deciding(Stretch(document, clause, clause, source), segment, [edit])

    def place(self, document: Document, clause: Clause, words: str) -> tuple[int, int]:
        """The range of the source in which words of a clause stand, as they came or as they are read now.
        Raises Refused where they stand nowhere in it, or in several places.
        """
        source, segment = self.segment(document, clause)
        if not words.strip():
            raise Refused("repairing.no_words")
        way = Clean(source, clause.start, clause.end, segment.edits)
        came, size = source[clause.start : clause.end], len(words)
        found = {(clause.start + at, clause.start + at + size) for at in _places(words, came)}
        found |= {way.to_source(at, at + size) for at in _places(words, way.text)}
        if not found:
            raise Refused("repairing.not_there", words=words)
        if len(found) > 1:
            raise Refused("repairing.several", words=words, count=len(found))
        return found.pop()

    def decide(self, decision: Decision, *, seconds: float = 0.0, origin: Origin = "key") -> Document:
        """Store a decision and have it in force; returns the document as it is then.

        Raises Refused for who may not, and where the document was cut meanwhile.
        """
        self.require()
        return self.put(decision.stretch, [decision.after], decision.said, seconds=seconds, origin=origin)

    def renew(self, document: Document, clause: Clause) -> None:
        """Suggest for a clause what the import would suggest for it as it reads now."""
        source, segment = self.segment(document, clause)
        suggested = list(self.suggested(Stretch(document, clause, clause, source), [segment]))
        suggestions.renew(self.project, [clause.clause_id], suggested)

    def _deciding(self, stretch: Stretch, segment: Segment, decided: Sequence[Edit]) -> Decision:
        """To have edits among those of a clause, in the place of those that they share a character with."""
        document, edits, said = stretch.document, segment.edits, list[Change]()
        fields = [mending.field_of(edit) for edit in decided]
        gone = dict.fromkeys(
            field
            for edit in decided
            for field in repairs.said_of(
                self.project, document.doc_id, document.source_sha256, edit.start, edit.end
            )
            if field not in fields
        )
        for field, edit in zip(fields, decided, strict=True):
            value = mending.value_of(document.source_sha256, edit)
            said.append(Change("edit", document.doc_id, field, value, "project"))
            edits = mending.put(edits, edit)
        said += [Change("edit", document.doc_id, field, None, "project") for field in gone]
        return Decision(stretch, segment, mended(stretch.source, segment, edits), said)


def _places(words: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(words)})", text)]


def _narrowed(edit: Edit, there: Sequence[Edit]) -> Edit:
    """An edit without what it leaves as it is at either end, so that marks there stay exact. `there` are the
    edits in its range: what reads otherwise because of them is part of it.
    """
    if edit.before == edit.after:
        return edit
    most = min([len(edit.before), len(edit.after)])
    first = min([most - 1, *(one.start - edit.start for one in there)]) if most else 0
    first = next((n for n in range(first) if edit.before[n] != edit.after[n]), max(first, 0))
    most = min([most - first, *(edit.end - one.end for one in there)])
    last = next((n for n in range(most) if edit.before[-1 - n] != edit.after[-1 - n]), most)
    last = min(last, len(edit.before) - first - 1)
    return edit._replace(
        start=edit.start + first,
        end=edit.end - last,
        before=edit.before[first : len(edit.before) - last],
        after=edit.after[first : len(edit.after) - last],
    )
