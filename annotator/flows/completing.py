"""The completeness report of a document: what it leaves open, for a reader to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.model.cutting import Segment
from annotator.model.document import Document
from annotator.store import cut_into, documents, pieces, suggestions
from annotator.store.project import Project
from annotator.tools.completeness import Finding, Item, Quantity, findings
from annotator.tools.suggest import clause_type
from annotator.tools.suggest.figures import has_time_limit, targets
from annotator.tools.text import simplified

DUTIES = ("task", "project", "safeguard")
"""The types of clauses that lay down what somebody has to do."""


def report(project: Project, document: Document) -> list[Finding]:
    """What is open in a document as it is cut now; whom its clauses name is what was suggested for them."""
    ids = documents.clause_ids(project, document, 0, document.clauses)
    named = {one.subject for one in suggestions.stored(project, ids) if one.value and _is_unit(one.value[0])}
    units = [clause in named for clause in ids]
    segments = pieces.read(project, document.cutting)
    if cut_into.unit(project) == "sentence":
        units = _of_whole([one for one in segments if one.kind == "clause"], units)
    return list(findings(list(_items(segments, units))))


def _of_whole(sentences: Sequence[Segment], units: Sequence[bool]) -> list[bool]:
    """Whose units are named, sentence by sentence: they stand behind the last one of a clause, for all of it.
    A clause begins with its number.
    """
    found, named = list(units), False
    for at in reversed(range(len(sentences))):
        found[at] = named = units[at] or named
        named = named and not sentences[at].marker
    return found


def _is_unit(value: object) -> bool:
    return isinstance(value, dict) and "org_id" in value


def _placed(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Stored segments under their headings, which are simplified."""
    path: list[tuple[int, str]] = []
    for segment in segments:
        path = (
            []
            if segment.kind == "title"
            else [one for one in path if one[0] < segment.level or not segment.level]
        )
        yield replace(segment, path=tuple(title for _, title in path))
        if segment.kind == "heading":
            path.append((segment.level, simplified(segment.text)))


def _items(segments: Sequence[Segment], units: Sequence[bool]) -> Iterator[Item]:
    number = 0
    placed = list(_placed(segments))
    for segment, following in zip(placed, (*placed[1:], None), strict=True):
        text = simplified(segment.text)
        item = Item(segment.kind, segment.level, segment.marker, text)
        if segment.kind == "clause":
            number += 1
            kind = clause_type(segment, text, segment.path, following)
            item = item._replace(
                number=number,
                duty=kind is not None and kind[0] in DUTIES,
                unit=units[number - 1],
                dated=has_time_limit(text),
                quantities=tuple(_quantities(text)),
            )
        yield item


def _quantities(text: str) -> Iterator[Quantity]:
    for one in targets(text):
        if one.value is not None and not one.achieved:
            counted = text[slice(*one.indicator)] if one.indicator else ""
            by = one.deadline.iso if one.deadline else ""
            yield Quantity(text[one.start : one.end], one.value, one.unit, counted, by)
