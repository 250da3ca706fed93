"""Answers to the fields of a clause: given, taken back, finished, carried over."""

from collections.abc import Mapping, Sequence

from annotator.errors import Refused
from annotator.flows.reviewing.work import Work
from annotator.model.codebook import Field
from annotator.model.event import Change, Origin
from annotator.model.former import Former, answers, remarks
from annotator.model.value import Value, unanswered
from annotator.store import documents


class Answering(Work):
    """Labels of one clause."""

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
        draft until it has one again. Returns the act's id, empty where nothing changed.
        """
        given = self._checked(values)
        with self.project.transaction():
            review = self.review(clause_id)
            changes = [
                Change("label", clause_id, field, value, suggested=field in suggested, seen=seen)
                for field, value in given.items()
                if review.values.get(field) != value
            ]
            if changes:
                changes += self._following(clause_id, review, given, seen)
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
            if review.state != "submitted" or review.returned:
                changes.append(Change("submit", clause_id, value="submitted", seen=seen))
            return self._record(changes, origin="finish", seconds=seconds)

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
            changes += remarks(clause_id, review, former.review, bounds, seen)
            return self._record(changes, origin="carry", seconds=seconds)
