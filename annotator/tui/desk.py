"""What lies before a reviewer: the open document, the clause, its labels, the field in focus.

A Desk draws nothing. Each method is what a key means; it stores first and then reads
back, so that whatever is drawn from a Desk is what stands in the file. Methods raise AnnotatorError
with a sentence where something cannot be done, and leave everything as it was.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.errors import Refused
from annotator.flows.reviewing import Reviewing, fingerprint
from annotator.model import spans, units
from annotator.model.addition import Addition
from annotator.model.codebook import Code, Codebook, Field
from annotator.model.document import Clause, Document
from annotator.model.rejection import Scope
from annotator.model.review import Review, Suggestion
from annotator.model.round import Task
from annotator.model.value import wanting
from annotator.store import blinding, documents, proposals, reviews, suggestions
from annotator.tui import presenting, reading
from annotator.tui.panel import Choice
from annotator.tui.queue import Queue
from annotator.tui.trail import Trail

if TYPE_CHECKING:
    from annotator.model.cutting import Role
    from annotator.tui.kinds import Kind

LONGEST_PAUSE = 3600.0
"""Seconds after which a reviewer is taken to have left the desk."""


class Desk:
    """One reviewer at one clause. `focus` is the number of the field in focus, `cursor` that of the
    choice under the cursor (-1: none), `done` counts the document's submitted clauses, `undecided` those
    with a repair that waits for a person. `role` is the one that a unit was last given, `additions` are the
    organisations that the project added. While there is a `queue`, its clauses are the ones to step through;
    `kind` is what was gone to last. `elsewhere` counts the acts that changed more clauses than one.
    """

    document: Document
    clause: Clause
    review: Review
    suggestions: Mapping[str, Suggestion]
    additions: Mapping[str, Addition]

    def __init__(
        self,
        reviewing: Reviewing,
        document: Document,
        ord_no: int = 0,
        *,
        queue: Queue | None = None,
        pass_no: int = 1,
    ) -> None:
        self.reviewing = reviewing
        self.project = reviewing.project
        self.fields = reviewing.codebook.clause_fields
        self.focus, self.cursor, self.elsewhere = 0, -1, 0
        self.last_code: Code | None = None
        self.role: Role = "responsible"
        self.queue = queue
        self.trail = Trail()
        self.kind: Kind = "marked"
        self.open(document, ord_no, pass_no)

    # ------------------------------------------------------------ where we are

    def open(self, document: Document, ord_no: int, pass_no: int = 1) -> None:
        """Go to a clause of a document; raises Refused where it has no such clause."""
        clause = self._clause(document, ord_no)
        self.document = document
        self.done = reviews.finished(self.project, document, self.reviewing.reviewer)
        self.undecided = proposals.undecided(self.project, document.cutting)
        self.learn_units()
        self._arrive(clause, pass_no)

    def learn_units(self) -> None:
        """Read again which organisations the project added, and what became of them."""
        self.additions = blinding.units(self.project, self.reviewing.reviewer)

    def learn_codebook(self, codebook: Codebook) -> None:
        """Go on under a codebook that was put in force from here."""
        self.reviewing.codebook = codebook
        self.fields = codebook.clause_fields
        self.elsewhere += 1
        self._arrive(self.clause, self.reviewing.pass_no)

    def open_at_work(self, document: Document) -> None:
        """Go to the first unfinished clause of a document, or to its first."""
        found = reviews.next_unfinished(self.project, document, self.reviewing.reviewer, -1)
        self.open(document, found or 0)

    def go_to(self, ord_no: int, pass_no: int = 1) -> None:
        """Go to a clause of the open document; raises Refused where it has no such clause."""
        self._arrive(self._clause(self.document, ord_no), pass_no)

    def _clause(self, document: Document, ord_no: int) -> Clause:
        clause = documents.clause(self.project, document, ord_no)
        if clause is None:
            raise Refused("review.no_clauses", title=document.title)
        return clause

    def _arrive(self, clause: Clause, pass_no: int) -> None:
        """Have a clause of the open document before one. A queue that does not have it is left; without
        one, it is the first pass that one sees.
        """
        self.clause = clause
        if self.queue and not self.queue.turn_to(Task(clause.clause_id, pass_no)):
            self.queue = None
        self.reviewing = self.reviewing.in_pass(pass_no if self.queue else 1)
        self.trail.arrive(clause, self.queue)
        self._read_suggestions()
        self.review = self._stored()
        self.cursor, self.last_code, self._since = -1, None, time.monotonic()
        self.focus = 0
        self.advance()

    def open_clause(self, clause_id: str, pass_no: int = 1) -> None:
        """Go to a clause wherever it is; raises Refused where no document has it any more."""
        place = documents.find_clause(self.project, clause_id)
        document = documents.document(self.project, place[0]) if place else None
        if place is None or document is None:
            raise Refused("moving.gone")
        if document == self.document:
            self.go_to(place[1], pass_no)
        else:
            self.open(document, place[1], pass_no)

    # ------------------------------------------------------------ the field in focus

    @property
    def field(self) -> Field:
        """The field in focus."""
        return self.fields[self.focus]

    @property
    def value(self) -> list[Any]:
        """The value of the field in focus, empty where there is none."""
        return list(self.review.values.get(self.field.id) or ())

    @property
    def suggested(self) -> Sequence[Any]:
        """What is suggested for the field in focus."""
        suggestion = self.suggestions.get(self.field.id)
        return suggestion.value if suggestion else ()

    def choices(self) -> list[Choice]:
        """What can be chosen in the field in focus."""
        return presenting.choices(self.field, self.value, self.suggested)

    def turn_to(self, number: int) -> None:
        """Put the field of that number in focus."""
        self.focus, self.cursor, self.last_code = number, -1, None

    def advance(self) -> None:
        """On to the first field that wants an answer, if there is one."""
        waiting = wanting(self.reviewing.codebook, self.review.values)
        if waiting:
            self.focus, self.cursor = self.fields.index(waiting[0]), -1

    # ------------------------------------------------------------ labelling

    def pick(self, number: int) -> None:
        """Take the choice of that number, or take it back where it is chosen; then go on to the next
        field where this one can hold no more.
        """
        field = self.field
        if field.kind == "entity":
            unit = units.choices(self.value, self.suggested)[number]
            self.role = unit["role"]
            self.put([*map(dict, units.toggled(self.value, unit))] or None)
            return
        if field.kind == "span":
            span = spans.choices(self.value, self.suggested)[number]
            self.put(spans.toggled(self.value, span) or None)
            return
        code = field.codes[number]
        taking = code.id not in self.value
        self.reviewing.pick(
            self.clause.clause_id, field, code.id, **self._circumstances(field.id in self.suggestions)
        )
        self.last_code = code
        self._read()
        if field.kind != "multi" and taking:
            self.advance()

    def put(self, value: list[Any] | None) -> None:
        """Give the field in focus a whole value: None takes it back, empty says that the text states
        nothing.
        """
        field = self.field
        shown = [field.id] if field.id in self.suggestions else []
        self.record(self.clause.clause_id, {field.id: value}, suggested=shown, **self._circumstances())
        self._read()
        if value == []:
            self.advance()

    def record(self, clause_id: str, values: Mapping[str, Any], **circumstances: Any) -> None:
        """Store whole values: the one way in which a desk does."""
        self.reviewing.put(clause_id, values, **circumstances)

    def answer(self, text: str) -> None:
        """Give a field of text or date what was written; nothing takes the answer back."""
        self.put([text.strip()] if text.strip() else None)

    def finish(self, values: Mapping[str, Any] | None = None) -> None:
        """Submit the clause, with `values` put in first."""
        shown = list(self.suggestions)
        self.reviewing.finish(self.clause.clause_id, values, suggested=shown, **self._circumstances())
        self._read()

    def act(self, record: Callable[..., object], *arguments: object) -> None:
        """Record what a method of Reviewing says of the clause, and read it back."""
        record(self.clause.clause_id, *arguments, **self._circumstances())
        self._read()

    def skip(self) -> None:
        """Leave the clause aside, or take that back."""
        self.act(self.reviewing.skip)

    def flag(self) -> None:
        """Mark the clause as doubtful, or take the mark away."""
        self.act(self.reviewing.flag)

    def ask(self, question: str) -> None:
        """Put a question to the lead."""
        self.act(self.reviewing.ask, question)

    def note(self, text: str, field: str = "") -> None:
        """Write a note, or the reason for the answer to a field."""
        self.act(self.reviewing.note, text, field)

    def reject(self, item: str, scope: Scope) -> None:
        """Suggest an item of the field in focus no more, here or further."""
        self.act(self.reviewing.reject, self.field, item, scope)
        self._read_suggestions()
        self.cursor = -1

    def _read_suggestions(self) -> None:
        found = suggestions.shown(self.project, self.reviewing.reviewer, self.clause)
        self.suggestions = reading.best(found, self.fields, self.additions)

    def _read(self) -> None:
        """Read the clause's review again after something was stored."""
        before = self.review
        self.review = self._stored()
        if self.reviewing.pass_no == 1:
            self.done += (self.review.state == "submitted") - (before.state == "submitted")
        if self.queue:
            self.queue.worked(before.finished, self.review.finished)

    def _stored(self) -> Review:
        """What is stored of the clause, as it is to be read."""
        review = self.reviewing.review(self.clause.clause_id)
        return reading.shown(review, self.fields, self.additions)

    def _circumstances(self, suggested: bool | None = None) -> dict[str, Any]:
        """What every act records beside its value."""
        said = {} if suggested is None else {"suggested": suggested}
        return {"seen": fingerprint(self.clause.text), "seconds": self.seconds(), **said}

    def seconds(self) -> float:
        """The time since the clause was opened or last acted on; it begins anew."""
        now = time.monotonic()
        passed, self._since = min(now - self._since, LONGEST_PAUSE), now
        return passed
