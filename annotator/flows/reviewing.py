"""A reviewer at work: what each key does to the data.

Every method is one act: checked against the codebook, recorded in one transaction, on the disk when
it returns. The screens work through this alone; files of labels have a flow of their own.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.errors import AnnotatorError, Refused
from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.event import Change, EventKind, Origin
from annotator.model.former import Former, answers, remarks
from annotator.model.ids import sha256
from annotator.model.rejection import EVERYWHERE, Rejection, Scope, event_field
from annotator.model.review import Review
from annotator.model.value import Value, changed_by, unanswered
from annotator.store import documents, events, people, rejections, reviews
from annotator.store.project import Project
from annotator.store.undo import Undone, redo, undo


def fingerprint(text: str) -> str:
    """What an event keeps of the text that its reviewer saw: 16 hex of its SHA-256."""
    return sha256(text)[:16]


class Reviewing:
    """One reviewer's work in an open project under the codebook in force."""

    def __init__(self, project: Project, codebook: Codebook, reviewer: str) -> None:
        self.project = project
        self.codebook = codebook
        self.reviewer = people.welcome(project, reviewer).id

    def review(self, clause_id: str) -> Review:
        """What the reviewer has said of the clause so far."""
        return reviews.review(self.project, clause_id, self.reviewer)

    def put(
        self,
        clause_id: str,
        values: Mapping[str, Value],
        *,
        origin: Origin = "key",
        suggested: Sequence[str] = (),
        seen: str = "",
        seconds: float = 0.0,
    ) -> str:
        """Give fields their whole new values (None: unset, empty: none) as one act.

        `suggested` names the fields for which a suggestion was on the screen. A field that has the
        value already is left alone. A submitted clause in which a field is left without an answer is a
        draft again. Returns the act's id, empty where nothing changed.
        """
        given = self._checked(values)
        with self.project.transaction():
            review = self.review(clause_id)
            changes = [
                Change("label", clause_id, field, value, suggested=field in suggested, seen=seen)
                for field, value in given.items()
                if review.values.get(field) != value
            ]
            left_open = unanswered(self.codebook, {**review.values, **given})
            if changes and left_open and review.state == "submitted":
                changes.append(Change("submit", clause_id, seen=seen))
            return self._record(changes, origin=origin, seconds=seconds)

    def pick(
        self,
        clause_id: str,
        field: Field,
        code_id: str,
        *,
        suggested: bool = False,
        seen: str = "",
        seconds: float = 0.0,
    ) -> str:
        """Choose a code, or take it back where it is chosen already.

        In a `multi` field the code joins behind those chosen before; raises Refused where the field
        is full. In the others it takes the place of the one before.
        """
        with self.project.transaction():
            now = list(self.review(clause_id).values.get(field.id) or ())
            if code_id in now:
                value: Value = [one for one in now if one != code_id] or None
            elif field.kind != "multi":
                value = [code_id]
            elif field.maximum and len(now) >= field.maximum:
                raise Refused("review.field_full", maximum=field.maximum)
            else:
                value = [*now, code_id]
            shown = [field.id] if suggested else []
            return self.put(clause_id, {field.id: value}, suggested=shown, seen=seen, seconds=seconds)

    def repeat(
        self,
        clause_id: str,
        values: Mapping[str, Value],
        *,
        suggested: Sequence[str] = (),
        seen: str = "",
        seconds: float = 0.0,
    ) -> None:
        """Answer the fields that are open and apply with `values`, those of another clause; raises
        Refused where there is none.
        """
        with self.project.transaction():
            review = self.review(clause_id)
            fields = [field.id for field in self.fitting(review, values, over=False)]
            given = {field: values[field] for field in fields}
            if not given:
                raise Refused("bulk.nothing_to_repeat")
            self.put(clause_id, given, origin="repeat", suggested=suggested, seen=seen, seconds=seconds)

    def spread(
        self, clause_ids: Sequence[str], values: Mapping[str, Value], *, over: bool, seconds: float = 0.0
    ) -> int:
        """Give many clauses the same values as one act, where the fields apply; answers that stand are
        left alone, unless `over`. Returns how many clauses were changed.
        """
        given = self._checked(values)
        with self.project.transaction():
            said = reviews.reviews(self.project, clause_ids, self.reviewer)
            changes = [
                Change("label", clause_id, field.id, given[field.id])
                for clause_id in clause_ids
                for field in self.fitting(said.get(clause_id, Review()), given, over=over)
            ]
            self._record(changes, origin="bulk", seconds=seconds)
        return len({change.subject for change in changes})

    def fitting(self, review: Review, given: Mapping[str, Value], *, over: bool) -> list[Field]:
        """The fields that `spread` would change in a clause of which that much was said."""
        return changed_by(self.codebook, review.values, given, over=over)

    def mark(
        self, clause_id: str, field: Field, places: Value, *, seen: str = "", seconds: float = 0.0
    ) -> str:
        """Give a field its whole new evidence, the places that speak for its value; None takes it back.

        Each is {"surface", "start", "end"} in the source (`Place.stored`). Raises AnnotatorError for a
        field whose values have places of their own, and for a place outside the clause.
        """
        from annotator.tools import codebook  # noqa: PLC0415  (the screens start without it)

        value = codebook.places(field, places)
        with self.project.transaction():
            for place in value or ():
                documents.require_inside(self.project, clause_id, place)
            if value == self.review(clause_id).evidence.get(field.id):
                return ""
            return self._say("evidence", clause_id, value, seen, seconds, field=field.id)

    def finish(
        self,
        clause_id: str,
        values: Mapping[str, Value] | None = None,
        *,
        suggested: Sequence[str] = (),
        seen: str = "",
        seconds: float = 0.0,
    ) -> str:
        """Submit the clause, with `values` (accepted suggestions) put in first: one act.

        What applies and was seen empty becomes `none`, as events.
        """
        checked = self._checked(values or {})
        with self.project.transaction():
            review = self.review(clause_id)
            given = {
                field: value
                for field, value in checked.items()
                if value is not None and value != review.values.get(field)
            }
            changes = [
                Change("label", clause_id, field, value, suggested=True, seen=seen, origin="suggestion")
                for field, value in given.items()
            ]
            changes += [
                Change("label", clause_id, field.id, [], suggested=field.id in suggested, seen=seen)
                for field in unanswered(self.codebook, {**review.values, **given})
            ]
            if review.state != "submitted":
                changes.append(Change("submit", clause_id, value="submitted", seen=seen))
            return self._record(changes, origin="finish", seconds=seconds)

    def skip(self, clause_id: str, *, seen: str = "", seconds: float = 0.0) -> str:
        """Leave the clause aside, or take that back; labels stay as they are."""
        with self.project.transaction():
            value = None if self.review(clause_id).state == "skipped" else "skipped"
            return self._say("submit", clause_id, value, seen, seconds)

    def flag(self, clause_id: str, *, seen: str = "", seconds: float = 0.0) -> str:
        """Mark the clause as doubtful, or take the mark away."""
        with self.project.transaction():
            value = None if self.review(clause_id).flagged else True
            return self._say("flag", clause_id, value, seen, seconds)

    def ask(self, clause_id: str, question: str, *, seen: str = "", seconds: float = 0.0) -> str:
        """Put a question to the lead; an empty one takes it back."""
        with self.project.transaction():
            if question.strip() == self.review(clause_id).question:
                return ""
            return self._say("question", clause_id, question.strip() or None, seen, seconds)

    def note(
        self, clause_id: str, text: str, field: str = "", *, seen: str = "", seconds: float = 0.0
    ) -> str:
        """Write a note on the clause, or the reason for the answer to a field; an empty one takes it away."""
        with self.project.transaction():
            review = self.review(clause_id)
            if text.strip() == (review.reasons.get(field, "") if field else review.note):
                return ""
            return self._say("note", clause_id, text.strip() or None, seen, seconds, field=field)

    def reject(
        self,
        clause_id: str,
        field: Field,
        item: str,
        scope: Scope = "clause",
        *,
        seen: str = "",
        seconds: float = 0.0,
    ) -> str:
        """See an item no more among the suggestions for the clause, its document or the whole project.

        `item` is a code's id; of a unit its words in the text, its name or its org_id. No label changes,
        and nobody else's suggestions. Returns the act's id, empty where it is rejected there already.
        """
        if (field.kind in CODED and field.code(item) is None) or not item.strip():
            raise AnnotatorError("suggesting.no_item", item=item, field=field.id)
        subject = self._subject(clause_id, scope)
        with self.project.transaction():
            if any((r.subject, r.field, r.item) == (subject, field.id, item) for r in self.rejected()):
                return ""
            return self._say("reject", subject, True, seen, seconds, field=event_field(field.id, item))

    def rejected(self) -> list[Rejection]:
        """What the reviewer does not want to see suggested, oldest first."""
        return rejections.of(self.project, self.reviewer)

    def restore(self, given: Sequence[Rejection]) -> str:
        """Let rejected items be suggested again, as one act; empty where none was given."""
        changes = [Change("reject", one.subject, event_field(one.field, one.item)) for one in given]
        return self._record(changes, origin="command", seconds=0.0)

    def carry(self, clause_id: str, former: Former, *, seen: str = "", seconds: float = 0.0) -> str:
        """Take over what was said of a clause that was cut otherwise, where nothing was said of this one.

        It is a draft then, whatever the other was. Returns the act's id, empty where nothing is taken.
        """
        bounds = documents.bounds(self.project, clause_id)
        if bounds is None:
            raise Refused("review.clause_gone")
        with self.project.transaction():
            review = self.review(clause_id)
            given = self._checked(answers(self.codebook, review, former.review, bounds))
            changes = [Change("label", clause_id, field, value, seen=seen) for field, value in given.items()]
            changes += remarks(clause_id, review, former.review, seen)
            return self._record(changes, origin="carry", seconds=seconds)

    def undo(self) -> Undone:
        """Take back the last act; raises Refused where that cannot be done."""
        return undo(self.project, self.reviewer)

    def redo(self) -> Undone:
        """Do again what was last taken back; raises Refused where that cannot be done."""
        return redo(self.project, self.reviewer)

    def _subject(self, clause_id: str, scope: Scope) -> str:
        if scope == "clause":
            return clause_id
        if scope == "project":
            return EVERYWHERE
        place = documents.find_clause(self.project, clause_id)
        if place is None:
            raise Refused("suggesting.clause_gone")
        return place[0]

    def _checked(self, values: Mapping[str, Value]) -> dict[str, list[Any] | None]:
        """`values` as they are stored; raises AnnotatorError for one that the codebook does not allow."""
        from annotator.tools.codebook import check  # noqa: PLC0415  (the screens start without it)

        fields = {field.id: field for field in self.codebook.clause_fields}
        return {field: check(fields[field], value) for field, value in values.items()}

    def _record(self, changes: Sequence[Change], *, origin: Origin, seconds: float) -> str:
        """Record an act; raises Refused where the codebook, or a clause, is no longer the one in force."""
        with self.project.transaction() as db:
            if events.codebook_digest(db) != self.codebook.digest:
                raise Refused("review.codebook_changed")
            if documents.gone(self.project, {change.subject for change in changes}):
                raise Refused("review.clause_gone")
            return events.record(self.project, self.reviewer, changes, origin=origin, seconds=seconds)

    def _say(
        self, kind: EventKind, subject: str, value: Any, seen: str, seconds: float, *, field: str = ""
    ) -> str:
        change = Change(kind, subject, field, value, seen=seen)
        return self._record([change], origin="key", seconds=seconds)
