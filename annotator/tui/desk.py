"""What lies before a reviewer: the open document, the clause, its labels, the field in focus.

A Desk draws nothing. Each method is what a key means; it stores first and then reads
back, so that whatever is drawn from a Desk is what stands in the file. Methods raise AnnotatorError
with a sentence where something cannot be done, and leave everything as it was.
"""

import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from annotator.errors import Refused
from annotator.flows.reviewing import Reviewing, fingerprint
from annotator.model import units
from annotator.model.addition import Addition
from annotator.model.codebook import Code, Field
from annotator.model.document import Clause, Document
from annotator.model.event import Change, Event
from annotator.model.review import Review, Suggestion
from annotator.model.value import ASKED, detached, wanting
from annotator.store import additions, documents, reviews, suggestions
from annotator.store.undo import Undone
from annotator.tui import presenting, reading
from annotator.tui.panel import Choice

if TYPE_CHECKING:
    from annotator.model.cutting import Role

LONGEST_PAUSE = 3600.0
"""Seconds after which a reviewer is taken to have left the desk."""


class Desk:
    """One reviewer at one clause. `focus` is the number of the field in focus, `cursor` that of the
    choice under the cursor (-1: none), `done` counts the document's submitted clauses. `role` is the one
    that a unit was last given, `additions` are the organisations that the project added.
    """

    clause: Clause
    review: Review
    suggestions: Mapping[str, Suggestion]
    additions: Mapping[str, Addition]

    def __init__(self, reviewing: Reviewing, document: Document, ord_no: int = 0) -> None:
        self.reviewing = reviewing
        self.project = reviewing.project
        self.fields = reviewing.codebook.clause_fields
        self.focus, self.cursor = 0, -1
        self.last_code: Code | None = None
        self.role: Role = "responsible"
        self.open(document, ord_no)

    # ------------------------------------------------------------ where we are

    def open(self, document: Document, ord_no: int) -> None:
        """Go to a clause of a document."""
        self.document = document
        self.done = reviews.finished(self.project, document, self.reviewing.reviewer)
        self.learn_units()
        self.go_to(ord_no)

    def learn_units(self) -> None:
        """Read again which organisations the project added, and what became of them."""
        self.additions = additions.additions(self.project)

    def open_at_work(self, document: Document) -> None:
        """Go to the first unfinished clause of a document, or to its first."""
        found = reviews.next_unfinished(self.project, document, self.reviewing.reviewer, -1)
        self.open(document, found or 0)

    def go_to(self, ord_no: int) -> None:
        """Go to a clause of the open document; raises Refused where it has no such clause."""
        clause = documents.clause(self.project, self.document, ord_no)
        if clause is None:
            raise Refused("review.no_clauses", title=self.document.title)
        self.clause = clause
        found = suggestions.shown(self.project, self.reviewing.reviewer, clause)
        self.suggestions = reading.best(found, self.fields, self.additions)
        self.review = self._stored()
        self.cursor, self.last_code, self._since = -1, None, time.monotonic()
        self.focus = 0
        self._advance()

    def step(self, by: int) -> None:
        """The next or previous clause; past the end of a document, the one beside it."""
        to = self.clause.ord + by
        if 0 <= to < self.document.clauses:
            self.go_to(to)
            return
        every, here = self._every()
        beside = [d for d in (every[here + 1 :] if by > 0 else every[:here][::-1]) if d.clauses]
        if not beside:
            raise Refused("review.last_clause" if by > 0 else "review.first_clause")
        self.open(beside[0], 0 if by > 0 else beside[0].clauses - 1)

    def next_unfinished(self) -> None:
        """The next clause neither submitted nor skipped, here, in a later document, or from the top."""
        every, here = self._every()
        places = [(self.document, self.clause.ord)]
        places += [(document, -1) for document in every[here + 1 :] + every[: here + 1]]
        for document, after in places:
            ord_no = reviews.next_unfinished(self.project, document, self.reviewing.reviewer, after)
            if ord_no is not None:
                self.open(document, ord_no)
                return
        raise Refused("review.all_done")

    def _every(self) -> tuple[list[Document], int]:
        every = documents.listing(self.project)
        return every, next(n for n, one in enumerate(every) if one.doc_id == self.document.doc_id)

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
    def hint(self) -> Sequence[Any]:
        """What is suggested for the field in focus."""
        suggestion = self.suggestions.get(self.field.id)
        return suggestion.value if suggestion else ()

    def choices(self) -> list[Choice]:
        """What can be chosen in the field in focus."""
        return presenting.choices(self.field, self.value, self.hint)

    def reach(self, letter: str) -> tuple[int, int] | None:
        """The field and the choice that a letter picks: of the field in focus, else of the next field
        behind it that still wants an answer and knows the letter.
        """
        waiting = wanting(self.reviewing.codebook, self.review.values)
        for number in range(self.focus, len(self.fields)):
            field = self.fields[number]
            choices = self.choices() if number == self.focus else presenting.choices(field, (), ())
            if number == self.focus or field in waiting:
                for index, choice in enumerate(choices):
                    if choice.key == letter:
                        return number, index
        return None

    def turn_to(self, number: int) -> None:
        """Put the field of that number in focus."""
        self.focus, self.cursor, self.last_code = number, -1, None

    def _advance(self) -> None:
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
            unit = units.choices(self.value, self.hint)[number]
            self.role = unit["role"]
            self.put([*map(dict, units.toggled(self.value, unit))] or None)
            return
        code = field.codes[number]
        taking = code.id not in self.value
        self.reviewing.pick(
            self.clause.clause_id, field, code.id, **self._circumstances(field.id in self.suggestions)
        )
        self.last_code = code
        self._read()
        if field.kind != "multi" and taking:
            self._advance()

    def put(self, value: list[Any] | None) -> None:
        """Give the field in focus a whole value: None takes it back, empty says that the text states
        nothing.
        """
        field = self.field
        shown = [field.id] if field.id in self.suggestions else []
        self.reviewing.put(self.clause.clause_id, {field.id: value}, suggested=shown, **self._circumstances())
        self._read()
        if value == []:
            self._advance()

    def answer(self, text: str) -> None:
        """Give a field of text or date what was written; nothing takes the answer back."""
        self.put([text.strip()] if text.strip() else None)

    def finish(self, values: Mapping[str, Any] | None = None) -> None:
        """Submit the clause, with `values` put in first."""
        shown = list(self.suggestions)
        self.reviewing.finish(self.clause.clause_id, values, suggested=shown, **self._circumstances())
        self._read()

    def missing(self) -> list[Field]:
        """The fields asked whose decision, or whose word on a suggestion, is still to come."""
        waiting = wanting(self.reviewing.codebook, self.review.values)
        offered = reading.acceptable(self.fields, self.review.values, self.suggestions)
        return [f for f in self.fields if f in waiting or (f.kind in ASKED and f.id in offered)]

    def accept(self) -> bool:
        """Take what is suggested for the fields without a value. Submits the clause, and says so,
        where no decision is left then; raises Refused where nothing can be taken and one is left.
        """
        taken = reading.acceptable(self.fields, self.review.values, self.suggestions)
        waiting = wanting(self.reviewing.codebook, {**self.review.values, **taken})
        if not waiting:
            self.finish(taken)
            return True
        if taken:
            self.reviewing.put(
                self.clause.clause_id,
                taken,
                origin="suggestion",
                suggested=list(taken),
                **self._circumstances(),
            )
            self._read()
        self._advance()
        if not taken:
            raise Refused("review.still_missing", fields=presenting.names_of(waiting))
        return False

    def repeat(self) -> None:
        """Answer the fields without a value as on the clause worked on before; raises Refused where that
        gives nothing.
        """
        me, here = self.reviewing.reviewer, self.clause.clause_id
        before = reviews.last_subject(self.project, me, besides=here)
        given = detached(self.fields, reviews.review(self.project, before, me).values) if before else {}
        self.reviewing.repeat(here, given, suggested=list(self.suggestions), **self._circumstances())
        self._read()
        self._advance()

    def spread(self, clause_ids: Sequence[str], values: Mapping[str, Any], *, over: bool) -> None:
        """Give many clauses the same values."""
        seconds = self._circumstances()["seconds"]
        self.reviewing.spread(clause_ids, values, over=over, seconds=seconds)
        self.open(self.document, self.clause.ord)

    def skip(self) -> None:
        """Leave the clause aside, or take that back."""
        self.reviewing.skip(self.clause.clause_id, **self._circumstances())
        self._read()

    def flag(self) -> None:
        """Mark the clause as doubtful, or take the mark away."""
        self.reviewing.flag(self.clause.clause_id, **self._circumstances())
        self._read()

    def ask(self, question: str) -> None:
        """Put a question to the lead."""
        self.reviewing.ask(self.clause.clause_id, question, **self._circumstances())
        self._read()

    def note(self, text: str, field: str = "") -> None:
        """Write a note, or the reason for the answer to a field."""
        self.reviewing.note(self.clause.clause_id, text, field, **self._circumstances())
        self._read()

    def undo(self) -> str:
        """Take back the last act and go where it was; returns what it was."""
        undone = self.reviewing.undo()
        return self._return_to(undone, undone.events)

    def redo(self) -> str:
        """Do it again and go where it was; returns what it is."""
        undone = self.reviewing.redo()
        return self._return_to(undone, undone.changes)

    def _return_to(self, undone: Undone, act: Sequence[Event | Change]) -> str:
        place = documents.find_clause(self.project, undone.events[0].subject)
        document = documents.document(self.project, place[0]) if place else None
        if place and document:
            self.open(document, place[1])
        else:
            self._read()
        return presenting.act_words(act, self.reviewing.codebook, self.clause)

    def _read(self) -> None:
        """Read the clause's review again after something was stored."""
        before = self.review.state
        self.review = self._stored()
        self.done += (self.review.state == "submitted") - (before == "submitted")

    def _stored(self) -> Review:
        """What is stored of the clause, as far as the codebook in force can show it."""
        review = self.reviewing.review(self.clause.clause_id)
        return reading.shown(review, self.fields, self.additions)

    def _circumstances(self, suggested: bool | None = None) -> dict[str, Any]:
        """What every act records beside its value."""
        now = time.monotonic()
        seconds, self._since = min(now - self._since, LONGEST_PAUSE), now
        said = {} if suggested is None else {"suggested": suggested}
        return {"seen": fingerprint(self.clause.text), "seconds": seconds, **said}
