"""Labels and suggestions that come in files: checked line by line, stored all or none.

A line of labels is {"clause" or "doc" + "seq", "reviewer", "field", "value"}, or the same with "state"
("submitted", "skipped") in place of field and value. A line of suggestions has "source", "version"
and "score" in place of the reviewer. `doc` is a document's id or file name, `seq` the number of the
clause in it, from 0; a field is given by its id or a name. What a line may not have is refused: it would
be left out in silence.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.model.codebook import Codebook, Field
from annotator.model.event import Change
from annotator.model.organisation import Organisation
from annotator.model.review import Suggestion
from annotator.model.value import fitting, unanswered
from annotator.store import additions, documents, events, executors, people, reviews, suggestions
from annotator.store.blinding import EVERYTHING, Sight
from annotator.store.project import Project
from annotator.tools import gazetteer, text
from annotator.tools.codebook import check
from annotator.words import both

if TYPE_CHECKING:
    from annotator.tools.lookup import Lookup

Line = tuple[int, Mapping[str, Any]]
STATES = ("submitted", "skipped")
_PLACE = ("clause", "doc", "seq")
LABEL_KEYS = (*_PLACE, "reviewer", "field", "value", "state")
SUGGESTION_KEYS = (*_PLACE, "source", "version", "field", "value", "score")


class Unresolved(NamedTuple):
    """A unit that no organisation is known for, kept as it was written in these lines; `near` is the name of
    the organisation that is likest, empty where none is like it.
    """

    name: str
    near: str
    lines: tuple[int, ...]


class Filed(NamedTuple):
    """How many lines were read and how many events stored, and what was not resolved."""

    lines: int
    stored: int
    unresolved: tuple[Unresolved, ...]


class Filing:
    """Reads lines against a project: which clause, which field, which value. The organisations `hidden` are
    as good as unknown.
    """

    def __init__(self, project: Project, codebook: Codebook, hidden: Collection[str] = ()) -> None:
        self.project = project
        self.codebook = codebook
        every = documents.listing(project)
        self._documents = {document.doc_id: document for document in every}
        self._documents |= {document.file_name: document for document in every}
        self._names = Counter(document.file_name for document in every)
        self._places: dict[str, tuple[str, ...]] = {}
        added = additions.additions(project)
        self._known = gazetteer.extended(one for org_id, one in added.items() if org_id not in hidden)
        self._unresolved: dict[tuple[str, tuple[str, ...]], list[int]] = {}

    def subject(self, number: int, line: Mapping[str, Any]) -> str:
        """The id of the clause that a line speaks of."""
        if isinstance(clause := line.get("clause"), str):
            if not documents.find_clause(self.project, clause):
                raise AnnotatorError("filing.no_clause", line=number, clause=clause)
            return clause
        name = str(line.get("doc"))
        document = self._documents.get(name)
        if document is None:
            raise AnnotatorError("filing.no_document", line=number, doc=name)
        if self._names[name] > 1:
            raise AnnotatorError("filing.same_name", line=number, doc=name, count=self._names[name])
        seq = line.get("seq")
        found = None
        if type(seq) is int and 0 <= seq < document.clauses:
            found = documents.clause(self.project, document, seq)
        if found is None:
            raise AnnotatorError(
                "filing.no_seq", line=number, seq=seq, doc=document.doc_id, most=document.clauses - 1
            )
        return found.clause_id

    def field(self, number: int, line: Mapping[str, Any]) -> Field:
        """The field that a line speaks of."""
        fields = self.codebook.clause_fields
        given = str(line.get("field")).strip().casefold()
        ids = (field for field in fields if field.id.casefold() == given)
        names = (field for field in fields if given in (field.zh.casefold(), field.en.casefold()))
        field = next(ids, None) or next(names, None)
        if field is None:
            allowed = ", ".join(field.id for field in fields)
            raise AnnotatorError("filing.no_field", line=number, field=line.get("field"), allowed=allowed)
        return field

    def value(self, number: int, field: Field, subject: str, line: Mapping[str, Any]) -> list[Any] | None:
        """The stored form of a line's value; names of units are resolved within the document's places."""
        if "value" not in line:
            raise AnnotatorError("filing.no_value", line=number)
        try:
            given = check(field, [] if line["value"] in both("review.none") else line["value"])
            for item in given or ():
                if isinstance(item, dict) and item["start"] is not None:
                    documents.require_inside(self.project, subject, item)
            if field.kind == "entity" and given:
                # Once more, because two names may turn out to be one organisation.
                return check(field, [self._resolved(number, subject, field, unit) for unit in given])
        except AnnotatorError as error:
            raise AnnotatorError("filing.bad_value", line=number, reason=error) from error
        return given

    @property
    def unresolved(self) -> tuple[Unresolved, ...]:
        """The units so far that were not resolved, in the order of the lines."""
        if not self._unresolved:
            return ()
        from annotator.tools.lookup import Lookup  # noqa: PLC0415  (only for the names that are alike)

        lookup = Lookup(self._known.organisations)
        found: dict[tuple[str, str], list[int]] = {}
        for (name, places), lines in self._unresolved.items():
            found.setdefault((name, _nearest(lookup, name, places)), []).extend(lines)
        return tuple(Unresolved(name, near, tuple(lines)) for (name, near), lines in found.items())

    def organisation(self, subject: str, name: str, line: int = 0) -> Organisation | None:
        """Whom an id, or a name in the document of a clause, means. With a `line` it is told that nobody is
        known for it.
        """
        if not name:
            return None
        places = self._places_of(subject)
        found = self._known.organisation(name) or self._known.resolve(text.simplified(name), places)
        if found is None and line:
            self._unresolved.setdefault((name, places), []).append(line)
        return found

    def _resolved(self, number: int, subject: str, field: Field, unit: dict[str, Any]) -> dict[str, Any]:
        """A unit given by name alone: the organisation, and its place where the clause states it."""
        if unit["org_id"] is not None or unit["stated"]:
            return unit
        plain = text.simplified(unit["name"])
        for suggestion in suggestions.of(self.project, [subject]):
            if suggestion.field != field.id:
                continue
            for stated in suggestion.value:
                if plain in (text.simplified(stated["name"]), text.simplified(stated["surface"])):
                    role = stated["role"] if unit["role"] == "unspecified" else unit["role"]
                    return {**stated, "role": role}
        organisation = self.organisation(subject, unit["name"], number)
        if organisation is None:
            return unit
        return {**unit, "org_id": organisation.org_id, "name": organisation.name}

    def _places_of(self, subject: str) -> tuple[str, ...]:
        place = documents.find_clause(self.project, subject)
        doc_id = place[0] if place else ""
        if doc_id not in self._places:
            self._places[doc_id] = tuple(documents.metadata(self.project, doc_id).get("places", ()))
        return self._places[doc_id]


def _nearest(lookup: "Lookup", name: str, places: Sequence[str]) -> str:
    """The name of the organisation of a document's places, else of the country, that is likest; or empty."""
    near = {place: n for n, place in enumerate((*places, "国家", ""))}
    rows = (row for place in places or ("",) for row in lookup.close(text.simplified(name), place, near, 1))
    found = next(rows, None)
    return found.name if found else ""


def file_labels(
    project: Project, codebook: Codebook, lines: Iterable[Line], seen: Sight = EVERYTHING
) -> Filed:
    """Store the labels of a file, for each reviewer as one act that one undo takes back. They are those of
    reviewers who are `seen`: how many were new would tell what the others said.

    A clause given as submitted gets `none` where it has no answer, as on the screens. Raises AnnotatorError
    naming the line; nothing is stored then.
    """
    filing = Filing(project, codebook, seen.units)
    changes: dict[str, dict[tuple[str, str, str], Change]] = {}
    read = 0
    with project.transaction():
        for number, line in lines:
            read += 1
            _known_keys(number, line, LABEL_KEYS, "filing.unknown_key")
            reviewer = line.get("reviewer")
            if not isinstance(reviewer, str) or not reviewer.strip() or not reviewer.isprintable():
                raise AnnotatorError("filing.no_reviewer", line=number)
            change = _change(filing, number, line)
            who = people.known_as(project, reviewer.strip())
            if seen.round and not seen.shows(who):
                allowed = people.listed(people.who_may(project, "see"))
                raise Refused("filing.blind", line=number, reviewer=who, round=seen.round.name, who=allowed)
            changes.setdefault(who, {})[change.subject, change.kind, change.field] = change
        stored = 0
        for reviewer, said in changes.items():
            people.welcome(project, reviewer)
            for change in list(_settled(project, codebook, reviewer, said.values())):
                said[change.subject, change.kind, change.field] = change
            news = [change for change in said.values() if not _stands(project, reviewer, change)]
            executors.require_may_label(project, reviewer, news)
            news += reviews.hearing(project, reviewer, news)
            events.record(project, reviewer, news, origin="file")
            stored += len(news)
    return Filed(read, stored, filing.unresolved)


def _known_keys(number: int, line: Mapping[str, Any], known: Sequence[str], otherwise: str) -> None:
    """Raises AnnotatorError for a key that a line may not have, the sentence `otherwise`."""
    if unknown := next((key for key in line if key not in known), None):
        raise AnnotatorError(otherwise, line=number, word=unknown, allowed=", ".join(known))


def _change(filing: Filing, number: int, line: Mapping[str, Any]) -> Change:
    subject = filing.subject(number, line)
    if "state" in line:
        if "field" in line:
            raise AnnotatorError("filing.both", line=number)
        if line["state"] is not None and line["state"] not in STATES:
            raise AnnotatorError("filing.bad_state", line=number, state=line["state"])
        return Change("submit", subject, value=line["state"])
    field = filing.field(number, line)
    return Change("label", subject, field.id, filing.value(number, field, subject, line))


def _settled(
    project: Project, codebook: Codebook, reviewer: str, said: Collection[Change]
) -> Iterator[Change]:
    """What follows for clauses in which fields are left without an answer: submitting one says none of
    them, and one that was submitted before is a draft again.
    """
    given: dict[str, dict[str, Any]] = {}
    for change in said:
        given.setdefault(change.subject, {})[change.field] = change.value
    for subject, changed in given.items():
        review = reviews.review(project, subject, reviewer)
        told = "" in changed
        if changed.pop("", review.state) == "submitted":
            standing = fitting(codebook.clause_fields, review.values)
            left_open = unanswered(codebook, {**standing, **changed})
            if told:
                yield from (Change("label", subject, field.id, []) for field in left_open)
            elif left_open:
                yield Change("submit", subject, value="reopened")


def _stands(project: Project, reviewer: str, change: Change) -> bool:
    """Whether the project says already what a change says."""
    review = reviews.review(project, change.subject, reviewer)
    if change.kind == "submit":
        submitted = review.state if review.state in STATES else None
        return bool(change.value == submitted)
    stands: bool = review.values.get(change.field) == change.value
    return stands


def file_suggestions(project: Project, codebook: Codebook, lines: Iterable[Line]) -> dict[str, int]:
    """Store the suggestions of a file. Raises AnnotatorError naming the line; nothing is stored then."""
    filing = Filing(project, codebook)
    rows = []
    for number, line in lines:
        _known_keys(number, line, SUGGESTION_KEYS, "filing.unknown_key_suggested")
        subject, field = filing.subject(number, line), filing.field(number, line)
        source, version, score = line.get("source"), line.get("version", ""), line.get("score", 1.0)
        if not isinstance(source, str) or not source.strip() or source in suggestions.OURS:
            raise AnnotatorError("filing.no_source", line=number)
        if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
            raise AnnotatorError("filing.bad_score", line=number, score=score)
        value = filing.value(number, field, subject, line)
        if value is None:
            raise AnnotatorError("filing.no_suggestion", line=number)
        rows.append(Suggestion(subject, field.id, source, str(version), tuple(value), float(score)))
    return {"suggestions": suggestions.add(project, rows)}
