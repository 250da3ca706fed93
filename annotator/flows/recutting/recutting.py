"""Documents cut anew: compared one by one, then put in force one by one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from annotator.errors import Refused
from annotator.flows.recutting import hand
from annotator.flows.recutting.plan import Left, Plan
from annotator.flows.recutting.repaired import repaired
from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.document import Document
from annotator.model.event import Change
from annotator.model.ids import canonical, clause_id
from annotator.model.label_unit import Unit
from annotator.model.recutting import compare
from annotator.model.review import Suggestion
from annotator.store import (
    additions,
    bigrams,
    cut_into,
    cuttings,
    documents,
    events,
    held,
    people,
    pieces,
    recuts,
    repairs,
    repeating,
    suggestions,
)
from annotator.store.project import Project
from annotator.tools import gazetteer, suggest, text
from annotator.tools.wordbreaks import breaks

Cutter = Callable[[str], Sequence[Segment]]


class Recutting:
    """One owner who has documents cut anew `into` what the project labels, or is to label from now on; by
    `cut`, which is called `cutter`, if another than this version's is given.

    `discard` gives up what people cut by hand, and repairs of theirs that have no place then;
    `during_rounds` cuts what is assigned in an open round, too.
    """

    def __init__(
        self,
        project: Project,
        codebook: Codebook,
        reviewer: str,
        *,
        into: Unit | None = None,
        cut: Cutter | None = None,
        cutter: str = "",
        discard: bool = False,
        during_rounds: bool = False,
    ) -> None:
        """Raises Refused for whoever may not cut."""
        people.require(project, reviewer, "cut")
        self.project = project
        self.codebook = codebook
        self.reviewer = people.known_as(project, reviewer)
        self._into = into or cut_into.unit(project)
        self.cutter = cutter or text.cutter_name(self._into)
        self._cut = cut or partial(text.cut, unit=self._into)
        self._discard = discard
        self._during_rounds = during_rounds
        self._known = gazetteer.extended(additions.additions(project).values())
        self._suggester = suggest.Suggester(codebook, text.simplified, breaks)
        self._tasks = held.Tasks(project)

    def choose(self) -> bool:
        """Have the project label what documents are cut into here; False where it does already."""
        return cut_into.choose(self.project, self.reviewer, self._into)

    def plans(self, every: Sequence[Document]) -> Iterator[Plan]:
        """What would become of some documents, one after the other; nothing is written."""
        for document in every:
            yield self.plan(document)

    def plan(self, document: Document) -> Plan:
        """What would become of a document."""
        source = documents.source_text(self.project, document.source_sha256)
        base = tuple(self._cut(source))
        now = self._now(document)
        by_hand = self._by_hand(document, now)
        decided = repairs.decided(self.project, document.doc_id, document.source_sha256)
        kept = hand.kept(source, repaired(source, base, decided)[0], now, by_hand)
        mine, without = repaired(source, base if kept is None else kept, decided)
        segments = self._named(document, source, mine)
        comparison = compare(now, segments)
        places = [*comparison.going, *comparison.coming]
        ids = {place: clause_id(document.source_sha256, *place) for place in places}
        going = [ids[place] for place in comparison.going]
        holding, tasks = held.held(self.project, going), self._tasks.of(going)
        for one in tasks:
            holding.setdefault(one, []).append("tasks")
        suggested = list(self._suggested(document, source, segments))
        plan = Plan(
            document, self.cutter if _alike(mine, base) else self.reviewer, segments, base, len(by_hand),
            len(decided) - len(without), comparison, ids, holding,
            sorted(set().union(*tasks.values())), suggested,
            self._otherwise(document, segments, comparison.coming, suggested),
            not _alike(now, segments),
        )  # fmt: skip
        fits = kept is not None and (self._discard or not without)
        return plan._replace(left=self._left(plan, fits=fits))

    def apply(self, plan: Plan) -> Left | None:
        """Put a plan's cutting in force, in one transaction and as one act; why it was not done, where it was
        not. Raises Refused where the codebook has changed since.
        """
        if plan.left:
            return plan.left
        document = plan.document
        with self.project.transaction() as db:
            people.require(self.project, self.reviewer, "cut")
            if events.codebook_digest(db) != self.codebook.digest:
                raise Refused("review.codebook_changed")
            now = documents.document(self.project, document.doc_id)
            if now is None or now.cutting != document.cutting:
                return "meanwhile"
            going = [plan.ids[place] for place in plan.comparison.going]
            if not self._during_rounds and self._tasks.of(going):
                return "round"
            # Stored where it is not in force, too: it says that this cutter had its turn, and what was cut by
            # hand since.
            made = cuttings.add_cutting(self.project, document.source_sha256, self.cutter, plan.base)
            if plan.cutter != self.cutter:
                made = cuttings.add_cutting(self.project, document.source_sha256, plan.cutter, plan.segments)
            if plan.changes:
                suggestions.renew(self.project, self._ids(document, plan.segments), plan.suggested)
            if plan.cut:
                change = Change("cut", document.doc_id, value=made, layer="project")
                events.record(self.project, self.reviewer, [change], origin="recut")
        bigrams.extend(self.project)
        repeating.extend(self.project)
        return None

    def _left(self, plan: Plan, *, fits: bool) -> Left | None:
        if not fits:
            return "hand"
        if plan.document.clauses and not any(one.kind == "clause" for one in plan.segments):
            return "empty"
        return "round" if plan.rounds and not self._during_rounds else None

    def _now(self, document: Document) -> list[Segment]:
        """The cutting in force, with the paths of its clauses."""
        paths = {one.seq: one.path for one in documents.clauses(self.project, document)}
        stored = pieces.read(self.project, document.cutting)
        return [replace(one, path=paths.get(seq, ())) for seq, one in enumerate(stored)]

    def _by_hand(self, document: Document, now: Sequence[Segment]) -> list[hand.Stretch]:
        if self._discard or not recuts.by_hand(self.project, document.cutting):
            return []
        base = recuts.base(self.project, document.cutting)
        return hand.stretches(pieces.read(self.project, base) if base is not None else now[:0], now)

    def _named(self, document: Document, source: str, segments: Sequence[Segment]) -> list[Segment]:
        """The segments with the units that they name."""
        where = documents.metadata(self.project, document.doc_id).get("places", ())
        return list(gazetteer.named(segments, source, text.simplified, self._known, where))

    def _suggested(
        self, document: Document, source: str, segments: Sequence[Segment]
    ) -> Iterator[Suggestion]:
        """What the import would suggest."""
        for one, following in zip(segments, (*segments[1:], None), strict=True):
            yield from self._suggester.suggest(source, document.source_sha256, one, following)

    def _otherwise(
        self,
        document: Document,
        segments: Sequence[Segment],
        coming: Sequence[tuple[int, int]],
        suggested: Sequence[Suggestion],
    ) -> list[str]:
        """The clauses that stay and for which something else would be suggested."""
        new = {clause_id(document.source_sha256, *place) for place in coming}
        stay = [one for one in self._ids(document, segments) if one not in new]
        before, after = ({one: set[tuple[str, ...]]() for one in stay} for _ in range(2))
        for found, rows in ((before, suggestions.ours(self.project, stay)), (after, suggested)):
            for row in rows:
                if row.subject in found:
                    found[row.subject].add((row.field, row.source, canonical(row.value)))
        return [one for one in stay if before[one] != after[one]]

    def _ids(self, document: Document, segments: Sequence[Segment]) -> list[str]:
        sha256 = document.source_sha256
        return [clause_id(sha256, one.start, one.end) for one in segments if one.kind == "clause"]


def _alike(one: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Whether two cuttings are stored the same."""
    return [pieces.stored(segment) for segment in one] == [pieces.stored(segment) for segment in other]
