"""From the store to the material of records, a few hundred clauses at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from annotator.model.answer import Answer, answers
from annotator.model.codebook import Codebook, Field
from annotator.model.document import Clause, Document
from annotator.model.place import Places
from annotator.model.review import Suggestion
from annotator.model.split import Place
from annotator.model.standing import Standing
from annotator.store import documents, gold, pieces, standings, suggestions
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.ground import Ground
from annotator.tools.release.material import Material
from annotator.tools.release.veil import Veil
from annotator.tools.release.verdict import Verdict, verdict

_BATCH = 500
_NONE: Mapping[str, str] = MappingProxyType({})
_WHOLE = Place()
_OPEN = Veil()


def materials(
    project: Project,
    codebook: Codebook,
    document: Document,
    fitting: Fitting,
    *,
    seen: Sight,
    wanted: Set[int] | None = None,
    place: Callable[[str], Place] = lambda clause_id: _WHOLE,
    alike: Mapping[str, str] = _NONE,
    veil: Veil = _OPEN,
) -> Iterator[Material]:
    """The material of a document's clauses, or of those whose numbers are `wanted`, in their order, with what
    was said by those who are `seen`, under the `veil`. `place` tells in which part of the release a clause
    is; `alike` names the groups of clauses that read alike, by clause.
    """
    fields = codebook.clause_fields
    untouched = _reached(fields, Standing())
    source = documents.source_text(project, document.source_sha256)
    ground = veil.ground(Ground(source, pieces.edits(project, document.cutting)))
    for start in range(0, document.clauses, _BATCH):
        every = documents.clauses(project, document, start, _BATCH)
        clauses = [clause for clause in every if wanted is None or clause.ord in wanted]
        ids = [clause.clause_id for clause in clauses]
        decided = gold.decisions(project, ids) if seen.names is None else {}
        stands = standings.of(project, ids, seen)
        said = {name: veil.standing(fitting.standing(one)) for name, one in stands.items()}
        reached = {name: _reached(fields, one) for name, one in said.items()}
        hints: dict[str, list[Suggestion]] = {}
        for one in fitting.suggestions(suggestions.of(project, ids)):
            hints.setdefault(one.subject, []).append(veil.suggestion(one))
        for clause in clauses:
            identity = clause.clause_id
            standing, conclusion, answered = reached.get(identity, untouched)
            suggested = hints.get(identity, ())
            yield Material(
                fields, document, veil.clause(clause), _places(clause, ground), standing, suggested,
                conclusion, answered, joint(source, clause), *place(identity), alike.get(identity),
                veil.decisions(decided.get(identity, {})),
            )  # fmt: skip


def verdicts(
    project: Project, codebook: Codebook, document: Document, fitting: Fitting, seen: Sight
) -> Iterator[Verdict]:
    """What stands about each clause of a document that anybody touched, by those who are `seen`."""
    for start in range(0, document.clauses, _BATCH):
        ids = documents.clause_ids(project, document, start, start + _BATCH)
        for standing in standings.of(project, ids, seen, timed=False).values():
            yield verdict(codebook.clause_fields, fitting.standing(standing))


def _reached(
    fields: Sequence[Field], standing: Standing
) -> tuple[Standing, Verdict, dict[str, dict[str, Answer]]]:
    """What stands, what it comes to, and what each reviewer says of every field."""
    said = {name: answers(fields, account.review.values) for name, account in standing.accounts.items()}
    return standing, verdict(fields, standing, said), said


def _places(clause: Clause, ground: Ground) -> Places:
    text, tail = (clause.text_start, clause.text_end), (clause.tail_start, clause.tail_end)
    return Places(text, tail, ground.clean)


def joint(source: str, clause: Clause) -> str:
    """What stands between text and tail when they are set as one: they are on one line, or on two."""
    return "\n" if clause.tail and "\n" in source[clause.text_end : clause.tail_start] else ""
