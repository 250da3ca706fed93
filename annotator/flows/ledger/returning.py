"""An edited ledger read back: what people wrote beside a task, and whom they charge with it, as events."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.errors import Refused
from annotator.flows.ledger.gathering import Gathering
from annotator.flows.ledger.naming import Naming
from annotator.model.codebook import Codebook, Field
from annotator.model.event import Change
from annotator.store import events, executors, people, reviews
from annotator.store.admission import require_in_force
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.codebook import check
from annotator.tools.formats.workbook import require_sound
from annotator.tools.ledger import Edit, Task, Unplaced, charges_of, compare, read
from annotator.tools.ledger.changes import few
from annotator.tools.ledger.reading import Row
from annotator.tools.ledger.task import said


class Returned(NamedTuple):
    """What came of a ledger: the rows that were read; how many answers are new, by column (`units` for those
    who are charged); the cells that say what the project says already; units that no organisation is known
    for, as they were written; and what could not be placed, each with where it stands.
    """

    rows: int
    stored: Mapping[str, int]
    same: int
    unresolved: Sequence[str]
    unplaced: Sequence[Unplaced]


def take(
    project: Project,
    codebook: Codebook,
    reviewer: str,
    data: bytes,
    *,
    name: str,
    seen: Sight,
    dry: bool = False,
) -> Returned:
    """Store what an edited ledger says, as one act of the reviewer, which one undo takes back; nothing where
    it is `dry`. Reading the same file again stores nothing. `name` is the file's, `seen` what its reader may
    see.

    Raises AnnotatorError where the file is no ledger that can be read, Refused where the reader's roles do
    not allow what was filled in.
    """
    require_sound(data, name)
    returned = read(data, name)
    with project.transaction():
        me = people.known_as(project, reviewer) if dry else people.welcome(project, reviewer).id
        gathering = Gathering(project, codebook, seen)
        tasks = _tasks(gathering)
        if not _written_alike(returned.rows, tasks):
            tasks = _tasks(Gathering(project, codebook, seen, simple=True))
        found = compare(returned, tasks)
        charging = _Charging(project, me, gathering.units, Naming(project, gathering.units, seen.units))
        changes = [change for edit in found.edits for change in _written(edit, tasks[edit.clause_id])]
        for edit in found.edits:
            changes += charging.changes(edit, tasks[edit.clause_id])
        if not dry:
            _record(project, codebook, me, changes)
    stored = Counter("units" if change.kind == "label" else change.field for change in changes)
    order = {sheet: n for n, sheet in enumerate(dict.fromkeys(row.sheet for row in returned.rows))}
    unplaced = sorted(
        [*found.unplaced, *charging.unplaced],
        key=lambda one: (not one.row, order.get(one.sheet, len(order)), one.row),
    )
    same = found.same + charging.same
    return Returned(len(returned.rows), dict(stored), same, charging.unresolved, tuple(unplaced))


def _tasks(gathering: Gathering) -> dict[str, Task]:
    return {task.clause_id: task for one in gathering.documents() for task in one.tasks}


def _written_alike(rows: Sequence[Row], tasks: Mapping[str, Task]) -> bool:
    """Whether a ledger was written in the script of its texts: most of its rows remember those."""
    known = [(row, tasks[row.clause_id].cells()) for row in rows if row.clause_id in tasks]
    alike = sum(
        all(row.remembered[name] == said(cells[name]) for name in ("task", "measures"))
        for row, cells in known
    )
    return 2 * alike >= len(known)


def _record(project: Project, codebook: Codebook, me: str, changes: Sequence[Change]) -> None:
    kinds = {change.kind for change in changes}
    if "label" in kinds:
        people.require(project, me, "label")
    if "progress" in kinds:
        people.require(project, me, "track")
    if changes:
        require_in_force(project, codebook.digest, changes)
        events.record(project, me, changes, origin="file")


def _written(edit: Edit, task: Task) -> list[Change]:
    """What was written beside a task. A date is the office's own, also where it is none."""
    found = []
    for column, text in edit.told.items():
        value = text or (None if column != "due" else "")
        if task.told.get(column) != value:
            found.append(Change("progress", edit.clause_id, column, value, layer="project"))
    return found


class _Charging:
    """Who is charged, as labels of the reader."""

    def __init__(self, project: Project, me: str, field: Field | None, naming: Naming) -> None:
        self._project, self._me, self._field, self._naming = project, me, field, naming
        self.unplaced: list[Unplaced] = []
        self.same = 0

    @property
    def unresolved(self) -> tuple[str, ...]:
        """The names so far that no organisation is known for."""
        return tuple(self._naming.unresolved)

    def changes(self, edit: Edit, task: Task) -> list[Change]:
        """The reader's label, if it is another one now."""
        if edit.units is None:
            return []
        if self._field is None:
            return self._leave(edit, "no_field")
        before = (task.lead, task.others)
        units = charges_of(*edit.units, before, lambda name: self._naming.unit(edit.clause_id, name))
        mine = reviews.review(self._project, edit.clause_id, self._me).values.get(self._field.id)
        if units is None or mine == (value := check(self._field, units)):
            self.same += 1
            return []
        change = Change("label", edit.clause_id, self._field.id, value)
        return [change] if self._allowed(edit, task, change) else []

    def _allowed(self, edit: Edit, task: Task, change: Change) -> bool:
        """Whether the label may be given; if not, it is told why."""
        if task.basis == "decided":
            self._leave(edit, "decided", here=few("；".join(filter(None, edit.units or ()))))
        elif edit.stale:
            self.unplaced.append(edit.stale)
        else:
            try:
                executors.require_may_label(self._project, self._me, [change])
            except Refused as error:
                self._leave(edit, "refused", reason=error)
            else:
                return True
        return False

    def _leave(self, edit: Edit, why: str, **values: object) -> list[Change]:
        self.unplaced.append(Unplaced(edit.sheet, edit.row, why, values))
        return []
