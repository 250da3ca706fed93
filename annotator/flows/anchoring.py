"""Whether suggestions draw reviewers to themselves: how often a label equals the suggestion where its
reviewer saw one, and where it was held back.

Both are compared with the best suggestion that the project has for the field now, so the report wants
to be made before suggestions change. Labels that were given without a suggestion for another reason
(there was none yet, it was rejected for the whole document or project, a file brought the label, it was
spread over many clauses) tell nothing and are left out.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook, Field
from annotator.model.review import Suggestion
from annotator.model.value import fits
from annotator.store import answers, blinding, holding, suggestions
from annotator.store.answers import Answer
from annotator.store.project import Project

EVERYONE = ""
_BATCH = 500


class Share(NamedTuple):
    """Of `n` labels `same` equal the suggestion."""

    n: int = 0
    same: int = 0

    @property
    def share(self) -> float | None:
        """The part of them, None where there are none."""
        return self.same / self.n if self.n else None


class Anchoring(NamedTuple):
    """One field, or with `part` "primary" its first code alone, for one reviewer or EVERYONE."""

    field: Field
    part: str
    reviewer: str
    shown: Share
    held: Share

    @property
    def difference(self) -> float | None:
        """By how much labels agree more with what was shown; None where one side has no label."""
        if self.shown.share is None or self.held.share is None:
            return None
        return self.shown.share - self.held.share


def anchoring(project: Project, codebook: Codebook, asker: str = "") -> list[Anchoring]:
    """The comparison by field, for everyone together and for each reviewer, as far as `asker` may see their
    work; a field or reviewer without a label to compare is left out. Raises AnnotatorError where there is
    none at all.
    """
    fields = {field.id: field for field in codebook.clause_fields}
    counted: dict[tuple[str, str, str], dict[bool, Share]] = {}
    with project.snapshot():
        for answer, suggestion, shown in _compared(project, fields, blinding.sight(project, asker)):
            for part, same in _equal(fields[answer.field], answer.value, suggestion.value):
                for reviewer in (EVERYONE, answer.reviewer):
                    of = counted.setdefault((answer.field, part, reviewer), {})
                    n, before = of.get(shown, Share())
                    of[shown] = Share(n + 1, before + same)
    if not counted:
        raise AnnotatorError("suggesting.nothing_to_compare", path=project.path)
    order = list(fields)
    return [
        Anchoring(fields[field], part, reviewer, of.get(True, Share()), of.get(False, Share()))
        for (field, part, reviewer), of in sorted(
            counted.items(), key=lambda one: (order.index(one[0][0]), one[0][1], one[0][2])
        )
    ]


def _compared(
    project: Project, fields: dict[str, Field], seen: blinding.Sight
) -> Iterator[tuple[Answer, Suggestion, bool]]:
    """Each label that tells something, the suggestion it is compared with, and whether that was shown."""
    holds = holding.history(project)
    given = (one for one in answers.given_one_by_one(project) if seen.shows(one.reviewer))
    while batch := list(islice(given, _BATCH)):
        best: dict[tuple[str, str], Suggestion] = {}
        for one in suggestions.of(project, sorted({answer.clause_id for answer in batch})):
            if one.field in fields and fits(fields[one.field], one.value):
                best.setdefault((one.subject, one.field), one)
        for answer in batch:
            suggestion = best.get((answer.clause_id, answer.field))
            held = holds.at(answer.clock).holds(answer.clause_id, answer.reviewer)
            if suggestion and (answer.shown or held) and fits(fields[answer.field], answer.value):
                yield answer, suggestion, answer.shown


def _equal(field: Field, label: Sequence[Any], suggested: Sequence[Any]) -> Iterator[tuple[str, bool]]:
    """Whether a label is what was suggested: as a set, and of several codes the first."""
    yield "", _as_set(field, label) == _as_set(field, suggested)
    if field.kind == "multi":
        yield "primary", list(label[:1]) == list(suggested[:1])


def _as_set(field: Field, value: Sequence[Any]) -> set[object]:
    """A value to compare: units by their organisation, marked words by their place."""
    if field.kind == "entity":
        return {unit["org_id"] or unit["name"] for unit in value}
    if field.kind == "span":
        return {(span["start"], span["end"]) for span in value}
    return set(value)
