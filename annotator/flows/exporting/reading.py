"""From the store to the material of records, a few hundred clauses at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from annotator.model.codebook import Codebook
from annotator.model.decision import Decision
from annotator.model.document import Clause, Document
from annotator.model.edit import Edit
from annotator.model.review import Suggestion
from annotator.model.split import Place
from annotator.model.standing import Standing
from annotator.store import documents, gold, pieces, standings, suggestions
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.release.conclusions import Conclusions
from annotator.tools.release.constants import Constants
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.ground import Ground
from annotator.tools.release.material import Material
from annotator.tools.release.veil import Veil
from annotator.tools.release.verdict import Verdict, verdict

_BATCH = 500
_NONE: Mapping[str, str] = MappingProxyType({})
_WHOLE = Place()
_OPEN = Veil()
_UNDECIDED: Mapping[str, Decision] = MappingProxyType({})


class Needed(NamedTuple):
    """What is read beside the words and what people said of them: nothing that nobody tells."""

    suggestions: bool = False
    circumstances: bool = False
    decisions: bool = False


class Reading:
    """Reads clauses with what was said by those who are `seen`, as far as it is fitting, and `needed`,
    under the `veil`.
    """

    def __init__(
        self,
        project: Project,
        codebook: Codebook,
        fitting: Fitting,
        *,
        seen: Sight,
        needed: Needed,
        veil: Veil = _OPEN,
    ) -> None:
        self._veil = veil
        self._project, self._fitting, self._seen, self._needed = project, fitting, seen, needed
        self._fields = codebook.clause_fields
        self._conclusions, self._constants = Conclusions(self._fields), Constants(self._fields)

    def materials(
        self,
        document: Document,
        *,
        wanted: Set[int] | None = None,
        place: Callable[[str], Place] = lambda clause_id: _WHOLE,
        alike: Mapping[str, str] = _NONE,
    ) -> Iterator[Material]:
        """The material of a document's clauses, or of those whose numbers are `wanted`, in their order.
        `place` tells in which part of the release a clause is; `alike` names the groups of clauses that read
        alike, by clause.
        """
        project, nothing = self._project, Standing()
        source = documents.source_text(project, document.source_sha256)
        ground = self._veil.ground(Ground(source, _edits(project, document)))
        for start in range(0, document.clauses, _BATCH):
            every = documents.clauses(project, document, start, _BATCH)
            clauses = [clause for clause in every if wanted is None or clause.ord in wanted]
            ids = [clause.clause_id for clause in clauses]
            stands = standings.of(project, ids, self._seen, timed=self._needed.circumstances)
            suggested, decided = self._suggested(ids), self._decided(ids)
            for clause in clauses:
                one = clause.clause_id
                standing = nothing
                if one in stands:
                    standing = self._veil.standing(self._fitting.standing(stands[one]))
                concluded = self._conclusions.of(standing)
                yield Material(
                    self._fields, document, self._veil.clause(clause), ground, standing,
                    suggested.get(one, ()), *concluded, joint(source, clause), *place(one), alike.get(one),
                    self._veil.decisions(decided.get(one, _UNDECIDED)), self._constants,
                )  # fmt: skip

    def _suggested(self, ids: Sequence[str]) -> dict[str, list[Suggestion]]:
        found: dict[str, list[Suggestion]] = {}
        if self._needed.suggestions:
            for one in self._fitting.suggestions(suggestions.of(self._project, ids)):
                found.setdefault(one.subject, []).append(self._veil.suggestion(one))
        return found

    def _decided(self, ids: Sequence[str]) -> dict[str, dict[str, Decision]]:
        wanted = self._needed.decisions and self._seen.names is None
        return gold.decisions(self._project, ids) if wanted else {}


def verdicts(
    project: Project, codebook: Codebook, document: Document, fitting: Fitting, seen: Sight
) -> Iterator[Verdict]:
    """What stands about each clause of a document that anybody touched, by those who are `seen`."""
    for start in range(0, document.clauses, _BATCH):
        ids = documents.clause_ids(project, document, start, start + _BATCH)
        for standing in standings.of(project, ids, seen, timed=False).values():
            yield verdict(codebook.clause_fields, fitting.standing(standing))


def _edits(project: Project, document: Document) -> Iterator[Edit]:
    """Those of a document, read when somebody takes the first."""
    yield from pieces.edits(project, document.cutting)


def joint(source: str, clause: Clause) -> str:
    """What stands between text and tail when they are set as one: they are on one line, or on two."""
    return "\n" if clause.tail and "\n" in source[clause.text_end : clause.tail_start] else ""
