"""What every act of a reviewer goes through: the check against the codebook, and the log."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any, Self

from annotator.model.codebook import Codebook
from annotator.model.event import Change, EventKind, Origin
from annotator.model.review import Review
from annotator.model.value import Value, fitting, unanswered
from annotator.store import events, executors, people, reviews
from annotator.store.admission import require_in_force
from annotator.store.project import Project
from annotator.store.undo import Undone, redo, undo


class Work:
    """One reviewer in an open project under the codebook in force, in a pass through its clauses."""

    pass_no = 1

    def __init__(self, project: Project, codebook: Codebook, reviewer: str) -> None:
        self.project = project
        self.codebook = codebook
        self.reviewer = people.welcome(project, reviewer).id

    def in_pass(self, pass_no: int) -> Self:
        """The same reviewer at work in another pass: what was said in one is unheard in the others."""
        if pass_no == self.pass_no:
            return self
        other = copy(self)
        other.pass_no = pass_no
        return other

    def review(self, clause_id: str) -> Review:
        """What the reviewer has said of the clause in this pass, as far as the codebook can read it."""
        return self._read(reviews.review(self.project, clause_id, self.reviewer, self.pass_no))

    def _read(self, review: Review) -> Review:
        return review._replace(values=fitting(self.codebook.clause_fields, review.values))

    def undo(self) -> Undone:
        """Take back the last act; raises Refused where that cannot be done, or nothing may be recorded."""
        return self._take_back(undo)

    def redo(self) -> Undone:
        """Do again what was last taken back; raises Refused as `undo` does."""
        return self._take_back(redo)

    def _take_back(self, way: Callable[[Project, str], Undone]) -> Undone:
        with self.project.transaction():
            undone = way(self.project, self.reviewer)
            self._require_admitted(undone.changes)
            return undone

    def _checked(self, values: Mapping[str, Value]) -> dict[str, list[Any] | None]:
        """`values` as they are stored; raises AnnotatorError for one that the codebook does not allow."""
        from annotator.tools.codebook import check  # noqa: PLC0415  (the screens start without it)

        fields = {field.id: field for field in self.codebook.clause_fields}
        return {field: check(fields[field], value) for field, value in values.items()}

    def _record(self, changes: Sequence[Change], *, origin: Origin, seconds: float) -> str:
        """Record an act; raises Refused where the codebook, or a clause, is no longer the one in force, and
        where the reviewer's roles do not allow labelling.

        What is said is said in this pass; what is rejected is rejected in all.
        """
        if self.pass_no != 1:
            changes = [one if one.kind == "reject" else one._replace(pass_no=self.pass_no) for one in changes]
        with self.project.transaction():
            people.require(self.project, self.reviewer, "label")
            self._require_admitted(changes)
            changes = [*changes, *reviews.hearing(self.project, self.reviewer, changes)]
            return events.record(self.project, self.reviewer, changes, origin=origin, seconds=seconds)

    def _require_admitted(self, changes: Sequence[Change]) -> None:
        require_in_force(self.project, self.codebook.digest, changes)
        executors.require_may_label(self.project, self.reviewer, changes)

    def _following(
        self, clause_id: str, review: Review, given: Mapping[str, Value], seen: str = ""
    ) -> list[Change]:
        """What follows from other values for whether the clause is finished. A correction leaves it finished
        while every field that is asked has an answer, and makes it a draft else; the correction that
        answers what another one left open finishes it again.
        """
        complete = not unanswered(self.codebook, {**review.values, **given})
        if review.state == "submitted" and not complete:
            return [Change("submit", clause_id, value="reopened", seen=seen)]
        if review.reopened and complete:
            return [Change("submit", clause_id, value="submitted", seen=seen)]
        return []

    def _say(
        self, kind: EventKind, subject: str, value: Any, seen: str, seconds: float, *, field: str = ""
    ) -> str:
        change = Change(kind, subject, field, value, seen=seen)
        return self._record([change], origin="key", seconds=seconds)
