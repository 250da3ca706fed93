"""Acts of an arbitrator. Each is one act of the log, which one undo takes back; none touches what a reviewer
said. A case is given as it was shown: what has changed since is shown before it is decided on.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from annotator.errors import Refused
from annotator.flows.adjudicating.carrying import carried
from annotator.flows.adjudicating.case import Case, Cases, Point
from annotator.flows.adjudicating.entrance import require_arbitrator
from annotator.model.answer import union
from annotator.model.codebook import Codebook, Field, FieldKind, name_of
from annotator.model.decision import WHOLE, Decision
from annotator.model.document import Document
from annotator.model.event import Change, Origin
from annotator.model.review import Return
from annotator.model.value import Value
from annotator.store import documents, events, executors, gold, people
from annotator.store.admission import require_in_force
from annotator.store.project import Project

_BATCH = 500
COMBINED: tuple[FieldKind, ...] = ("multi", "entity", "span")
"""The kinds of field that hold several things."""


class Agreed(NamedTuple):
    """What an act made gold of what all agree on; `own` counts the clauses that were left out because the
    arbitrator labelled them, `away` those that somebody is to look at again; `act` is empty where there was
    nothing.
    """

    clauses: int
    fields: int
    own: int
    away: int
    act: str


class Adjudicating:
    """One arbitrator in an open project under the codebook in force."""

    def __init__(self, project: Project, codebook: Codebook, reviewer: str) -> None:
        """Raises Refused for whoever may not decide."""
        self.project = project
        self.codebook = codebook
        require_arbitrator(project, reviewer)
        self.reviewer = people.known_as(project, reviewer)
        self.cases = Cases(project, codebook)
        self._gathered: dict[tuple[str, str, str], Change] | None = None

    @contextmanager
    def together(self, origin: Origin) -> Iterator[None]:
        """What is decided in the block becomes one act at its end, of several decisions on a field the last;
        nothing at all where the block fails. Until then the cases stand as before.
        """
        with self.project.transaction():
            self._gathered = {}
            try:
                yield
                changes = [*self._gathered.values()]
            finally:
                self._gathered = None
            self._write(changes, origin)

    def accept(self, case: Case, reviewer: str, fields: Sequence[str] = (), reason: str = "") -> str:
        """Take what a reviewer said, of some fields or of the whole clause."""
        with self.project.transaction():
            case = self._fresh(case)
            if reviewer not in case.finished:
                raise Refused("adjudication.not_finished", reviewer=reviewer)
            changes: list[Change] = []
            for name in fields or case.points:
                point = case.points[name]
                said = point.said[reviewer]
                if said.state in ("set", "none"):
                    changes += _decision(
                        case, Decision(name, "accept", (reviewer,), reason, value=said.value)
                    )
                elif fields and said.state == "n/a":
                    raise Refused("adjudication.ruled_out", field=name_of(point.field), reviewer=reviewer)
                elif fields:
                    raise Refused("adjudication.unset", field=name_of(point.field), reviewer=reviewer)
                elif point.decision:
                    changes += gold.withdrawal(case.clause_id, name)
            return self._record(case, changes)

    def combine(self, case: Case, field: str, order: Sequence[str], reason: str = "") -> str:
        """Take everything that some reviewers named, in the order of theirs: the first gives the primary
        code. Raises AnnotatorError where the field cannot hold as many.
        """
        with self.project.transaction():
            case = self._fresh(case)
            point = case.points[field]
            if point.field.kind not in COMBINED:
                raise Refused("adjudication.one_value", field=name_of(point.field))
            value = self._checked(point.field, union(point.field, [point.said[one].value for one in order]))
            return self._record(
                case, _decision(case, Decision(field, "combine", tuple(order), reason, value=value))
            )

    def put(self, case: Case, values: Mapping[str, Value], reason: str = "") -> str:
        """Decide anew: fields get whole values, empty for none; None takes the decision back."""
        checked = {name: self._checked(self._field(name), value) for name, value in values.items()}
        with self.project.transaction():
            case = self._fresh(case)
            changes: list[Change] = []
            for name, value in checked.items():
                if value is not None:
                    changes += _decision(case, Decision(name, "anew", (), reason, value=value))
                elif name in case.decisions:
                    changes += gold.withdrawal(case.clause_id, name)
            return self._record(case, changes)

    def carry_all(self, every: Sequence[Document]) -> int:
        """Decide the clauses of documents that were cut anew as former ones were: wherever exactly one is as
        good as the clause of today, nothing was decided of that one, and the arbitrator did not label it. One
        act; returns how many clauses.
        """
        changes: list[Change] = []
        with self.project.transaction():
            for document in every:
                changes += carried(self.cases, self.reviewer, document)
            self._write(changes, "carry")
        return len({one.subject for one in changes})

    def explain(self, case: Case, field: str, reason: str) -> str:
        """Give the decision on a field another reason."""
        with self.project.transaction():
            case = self._fresh(case)
            if not (decision := case.decisions.get(field)):
                raise Refused("adjudication.nothing_decided")
            return self._record(case, [gold.decision(case.clause_id, decision._replace(reason=reason))[-1]])

    def discard(self, case: Case, reason: str) -> str:
        """Leave the clause out of gold; decisions on its fields stay, for the day it is taken up again."""
        if not reason.strip():
            raise Refused("adjudication.needs_reason")
        with self.project.transaction():
            case = self._fresh(case)
            one = Decision(WHOLE, "discard", (), reason.strip(), case.seen(WHOLE))
            return self._record(case, gold.decision(case.clause_id, one))

    def take_up(self, case: Case) -> str:
        """Take a discard back."""
        with self.project.transaction():
            case = self._fresh(case)
            return self._record(case, gold.withdrawal(case.clause_id, WHOLE) if case.discard else [])

    def give_back(self, case: Case, reviewer: str, reason: str, fields: Sequence[str] = ()) -> str:
        """Have a reviewer look at the clause again, for what it is waiting for already too."""
        if not reason.strip():
            raise Refused("adjudication.needs_reason")
        if reviewer not in case.reviews:
            raise Refused("adjudication.not_labelled", reviewer=reviewer)
        asked = Return(reason.strip(), tuple(fields))
        with self.project.transaction():
            case = self._fresh(case)
            change = gold.giving_back(case.clause_id, reviewer, asked, case.returns.get(reviewer))
            return self._record(case, [change])

    def agree(self, clause_ids: Iterable[str], *, origin: Origin = "key") -> Agreed:
        """Make gold of every field of some clauses on which all who finished agree, two at least: one act. A
        clause that was given back waits until it was looked at.
        """
        every, clauses, fields, own, away = [*dict.fromkeys(clause_ids)], 0, 0, 0, 0
        changes: list[Change] = []
        with self.project.transaction():
            for start in range(0, len(every), _BATCH):
                part = every[start : start + _BATCH]
                labelled = executors.of(self.project, part)
                for case in self.cases.of(part).values():
                    points = [] if case.discard else [one for one in case.points.values() if one.agreed]
                    if points and self.reviewer in labelled[case.clause_id]:
                        own, points = own + 1, []
                    elif points and any(not one.answered for one in case.returns.values()):
                        away, points = away + 1, []
                    clauses, fields = clauses + bool(points), fields + len(points)
                    for one in points:
                        gave = tuple(
                            who for who, answer in one.said.items() if answer.state in ("set", "none")
                        )
                        agreed = Decision(one.field.id, "agreed", gave, value=one.answer.value)
                        changes += _decision(case, agreed)
            return Agreed(clauses, fields, own, away, self._write(changes, origin))

    # ------------------------------------------------------------ what every act goes through

    def _fresh(self, case: Case) -> Case:
        """The case as it stands now; raises Refused where that is not what was shown."""
        now = self.cases.one(case.clause_id)
        executors.require_may_decide(self.project, self.reviewer, case.clause_id)
        if now.basis != case.basis:
            raise Refused("adjudication.changed")
        return now

    def _field(self, name: str) -> Field:
        return next(field for field in self.codebook.clause_fields if field.id == name)

    @staticmethod
    def _checked(field: Field, value: Value) -> list[object] | None:
        from annotator.tools.codebook import check  # noqa: PLC0415  (the screens start without it)

        return check(field, value)

    def _record(self, case: Case, changes: Sequence[Change]) -> str:
        if documents.find_clause(self.project, case.clause_id) is None:
            raise Refused("review.clause_gone")
        return self._write(changes, "key")

    def _write(self, changes: Sequence[Change], origin: Origin) -> str:
        with self.project.transaction():
            require_arbitrator(self.project, self.reviewer)
            require_in_force(self.project, self.codebook.digest, changes)
            if self._gathered is not None:
                self._gathered |= {(one.subject, one.kind, one.field): one for one in changes}
                return ""
            return events.record(self.project, self.reviewer, changes, origin=origin)


def _decision(case: Case, one: Decision) -> list[Change]:
    """The events of a decision; none where it stands already."""
    before, value = case.decisions.get(one.field), list(one.value or ())
    one = one._replace(reason=one.reason.strip(), seen=case.seen(one.field), value=value)
    stale = case.points[one.field].stale
    if before and not stale and (before.said, before.value) == (one.said, one.value):
        return []
    return gold.decision(case.clause_id, one)


def orders(point: Point) -> list[tuple[str, ...]]:
    """The ways to combine the answers to a field that come to different values, each reviewer first in turn;
    none for a field that holds one thing.
    """
    found: dict[object, tuple[str, ...]] = {}
    combined = point.field.kind in COMBINED
    naming = [name for name, answer in point.said.items() if combined and answer.value]
    for first in naming:
        order = (first, *(name for name in naming if name != first))
        value = union(point.field, [point.said[name].value for name in order])
        found.setdefault(str(value[:1] if point.field.kind == "multi" else value), order)
    return list(found.values())
