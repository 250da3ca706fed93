"""Labels that people gave in other tools, or in another copy of this one, taken into a project."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.flows.filing.finding import Finder
from annotator.flows.filing.lines import STATES, Filing, Line, Unresolved, file_labels
from annotator.flows.filing.valuing import Valuing
from annotator.model.codebook import Codebook
from annotator.model.value import fitting, unanswered
from annotator.store import people, reviews
from annotator.store.blinding import EVERYTHING, Sight
from annotator.store.project import Project
from annotator.tools.labelled import Annotation, Fault, Read, Record, read
from annotator.words import say


class Whose(NamedTuple):
    """Whose labels are whose: `names` are people by what a file calls them, `by` is who labelled what names
    nobody.
    """

    names: Mapping[str, str] = {}
    by: str = ""

    def of(self, called: str) -> str:
        """The person; empty where nobody is told. A bare number is nobody's name."""
        if called in self.names:
            return self.names[called]
        return self.by if not called or called.isdecimal() else called


_NOBODY = Whose({})


class Taken(NamedTuple):
    """How many annotations were read and placed, how many events stored, what could not be placed as (line,
    sentence), and which units were not resolved.
    """

    read: int
    placed: int
    stored: int
    unplaced: tuple[tuple[int, str], ...]
    unresolved: tuple[Unresolved, ...]


def take(
    project: Project,
    codebook: Codebook,
    form: str,
    records: Iterable[Record],
    *,
    whose: Whose = _NOBODY,
    field: str = "",
    seen: Sight = EVERYTHING,
) -> Taken:
    """Store what a file says whose form is one of `annotator.tools.labelled.FORMATS`, for each reviewer as
    one act.

    Texts are found by the ids that we gave them, else by their words. What answers every field is finished,
    unless the file tells what is. Taking the same file again stores nothing. `field` is the one that answers
    without a name are about. Raises AnnotatorError where `field` is none, where nothing could be placed at
    all, and Refused for work of others while a round is open; nothing is stored then.
    """
    filing = Filing(project, codebook, seen.units)
    taking = _Taking(project, codebook, Valuing(filing, codebook, field), whose)
    for one in read(form, records):
        taking.add(one)
    if not taking.lines and taking.unplaced:
        raise AnnotatorError("labelled.nothing", count=len(taking.unplaced), first=taking.unplaced[0][1])
    filed = file_labels(project, codebook, taking.lines, seen)
    return Taken(taking.read, taking.placed, filed.stored, tuple(taking.unplaced), filing.unresolved)


class _Taking:
    """Turns annotations into lines of labels."""

    def __init__(self, project: Project, codebook: Codebook, valuing: Valuing, whose: Whose) -> None:
        self._project, self._codebook, self._valuing, self._whose = project, codebook, valuing, whose
        self._finder = Finder(project)
        self.lines: list[Line] = []
        self.unplaced: list[tuple[int, str]] = []
        self.read = self.placed = 0

    def add(self, one: Read) -> None:
        """Take one in, or say why it cannot be placed."""
        self.read += 1
        if isinstance(one, Fault):
            self.unplaced.append((one.line, say(one.key, line=one.line, **one.values)))
            return
        try:
            self._take(one)
        except Refused:
            raise
        except AnnotatorError as error:
            self.unplaced.append((one.line, str(error)))

    def _take(self, one: Annotation) -> None:
        who = self._whose.of(one.reviewer).strip()
        if not who or not who.isprintable():
            raise AnnotatorError("labelled.nobody", line=one.line, name=one.reviewer)
        found = self._finder.find(one)
        clause = found.clause.clause_id
        review = reviews.review(self._project, clause, people.known_as(self._project, who))
        standing = fitting(self._codebook.clause_fields, review.values)
        values = self._valuing.values(one, found, standing)
        about: dict[str, Any] = {"clause": clause, "reviewer": who}
        self.lines += [(one.line, {**about, "field": name, "value": value}) for name, value in values.items()]
        merged = {**standing, **values}
        whole = not one.state and bool(values) and not unanswered(self._codebook, merged)
        if one.state in STATES or whole:
            self.lines.append((one.line, {**about, "state": one.state or "submitted"}))
        self.placed += 1
