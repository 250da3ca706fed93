"""From a project to the tasks of its documents."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any

from annotator.flows.ledger.answers import Told, is_task, told, type_field
from annotator.flows.ledger.dates import due, own
from annotator.model import document as documented
from annotator.model.codebook import Codebook, Field
from annotator.model.document import Clause
from annotator.model.review import Suggestion
from annotator.model.standing import Standing
from annotator.model.units import Unit, body
from annotator.store import additions, documents, pieces, progress, standings, suggestions
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools import gazetteer
from annotator.tools.ledger import Charge, Document, Task, charged
from annotator.tools.ledger.task import Heading
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.verdict import verdict
from annotator.tools.text import simplified

_BATCH = 500

Wanted = Mapping[str, Set[int]]
"""The numbers of the clauses to be told of, by document."""


class Gathering:
    """Reads the tasks of documents, as far as what was said is `seen`. `left_out` counts the clauses that are
    none by the code of their type, and those that were discarded under "". With `simple` the texts are in
    simplified characters.
    """

    def __init__(self, project: Project, codebook: Codebook, seen: Sight, *, simple: bool = False) -> None:
        self._project, self._seen = project, seen
        self._write: Callable[[str], str] = simplified if simple else str
        self._fields = codebook.clause_fields
        self._type = type_field(self._fields)
        self.units = _first(self._fields, "entity")
        self._targets = _first(self._fields, "span")
        added = additions.additions(project)
        self._fitting = Fitting(self._fields, added)
        self._known = gazetteer.extended(one for org_id, one in added.items() if org_id not in seen.units)
        self.left_out: Counter[str] = Counter()

    def documents(self, wanted: Wanted | None = None) -> Iterator[Document]:
        """The documents that have a task, in the order in which they came."""
        for one in documents.listing(self._project):
            if wanted is not None and one.doc_id not in wanted:
                continue
            numbers = None if wanted is None else wanted[one.doc_id]
            tasks = tuple(self._tasks(one, numbers))
            if tasks:
                yield Document(one.doc_id, self._write(one.title), tasks, one.clauses)

    def _tasks(self, document: documented.Document, wanted: Set[int] | None) -> Iterator[Task]:
        headings = _headings(self._project, document)
        for start in range(0, document.clauses, _BATCH):
            every = documents.clauses(self._project, document, start, _BATCH)
            clauses = [one for one in every if wanted is None or one.ord in wanted]
            ids = [one.clause_id for one in clauses]
            said = standings.of(self._project, ids, self._seen, timed=False)
            hints: dict[str, list[Suggestion]] = {}
            for one in self._fitting.suggestions(suggestions.of(self._project, ids)):
                hints.setdefault(one.subject, []).append(one)
            written = progress.of(self._project, ids)
            for clause in clauses:
                standing = self._fitting.standing(said.get(clause.clause_id, Standing()))
                found = self._task(
                    document, clause, standing, hints.get(clause.clause_id, []), headings[clause.seq]
                )
                if found:
                    yield found._replace(told=written.get(clause.clause_id, {}))

    def _task(
        self,
        document: documented.Document,
        clause: Clause,
        standing: Standing,
        hints: Sequence[Suggestion],
        path: tuple[Heading, ...],
    ) -> Task | None:
        """The row of a clause; None where it is no task."""
        if standing.discarded:
            self.left_out[""] += 1
            return None
        conclusion = verdict(self._fields, standing)

        def answer(field: Field | None) -> Told:
            return told(field, standing, conclusion, hints)

        kind = answer(self._type)
        units, targets = answer(self.units), answer(self._targets)
        if self._type and not is_task(kind, charged=bool(units.value)):
            self.left_out[kind.value[0]] += 1
            return None
        lead, others = charged([self._charge(unit) for unit in units.value])
        title, measures = clause.text[: clause.lead], clause.text[clause.lead :]
        path = tuple(one._replace(text=self._write(one.text)) for one in path)
        marker = clause.marker
        if not title.strip() and path:
            *above, nearest = path
            title, path, marker = nearest.text, tuple(above), marker or nearest.marker
        by, inherited = due(
            own(clause, targets.value, self._write),
            (*(one.text for one in reversed((*path, Heading("", title)))), self._write(document.title)),
        )
        return Task(
            clause_id=clause.clause_id,
            doc_id=document.doc_id,
            number=clause.ord + 1,
            path=path,
            marker=marker,
            title=self._write(title).strip().rstrip("。"),
            measures=self._write(measures).strip(),
            targets=tuple(self._target(one) for one in targets.value if one.get("nature") != "achieved"),
            lead=lead,
            others=others,
            due=by,
            inherited=inherited,
            basis=units.basis or kind.basis,
            target_basis=targets.basis if targets.value else "",
            start=clause.start,
            end=clause.end,
        )

    def _charge(self, unit: Unit) -> Charge:
        """A unit as a ledger calls it: as the text does, else by its usual short name."""
        organisation = self._known.organisation(unit["org_id"]) if unit["org_id"] else None
        short = (*organisation.forms, organisation.name)[0] if organisation else unit["name"]
        name = self._write(unit["surface"]) if unit["stated"] else short
        collective = organisation.collective if organisation else unit["name"].startswith(("各", "有关"))
        return Charge(unit, name, group=body(unit), collective=collective)

    def _target(self, span: Mapping[str, Any]) -> str:
        """A quantity with what is counted, such as 智慧养老院100家以上."""
        indicator, words = str(span.get("indicator") or ""), str(span["surface"])
        return self._write(words if indicator in words else f"{indicator}{words}")


def _first(fields: Sequence[Field], kind: str) -> Field | None:
    return next((field for field in fields if field.kind == kind), None)


def _headings(project: Project, document: documented.Document) -> dict[int, tuple[Heading, ...]]:
    """The headings above each clause, by the clause's number among the segments."""
    found: dict[int, tuple[Heading, ...]] = {}
    path: list[tuple[int, Heading]] = []
    for seq, segment in enumerate(pieces.read(project, document.cutting)):
        if segment.kind == "title":
            path = []
        elif segment.kind == "heading":
            path = [one for one in path if one[0] < segment.level]
            path.append((segment.level, Heading(segment.marker, segment.text)))
        elif segment.kind == "clause":
            found[seq] = tuple(one for level, one in path if level < segment.level)
    return found
