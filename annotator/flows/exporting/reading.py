"""From the store to the material of records, a few hundred clauses at a time."""

from collections.abc import Iterator, Set

from annotator.model.codebook import Codebook
from annotator.model.document import Clause, Document
from annotator.model.place import Places
from annotator.model.review import Suggestion
from annotator.model.standing import Standing
from annotator.store import documents, pieces, standings, suggestions
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.ground import Ground
from annotator.tools.release.material import Material
from annotator.tools.release.verdict import verdict

_BATCH = 500


def materials(
    project: Project,
    codebook: Codebook,
    document: Document,
    fitting: Fitting,
    *,
    seen: Sight,
    wanted: Set[int] | None = None,
) -> Iterator[Material]:
    """The material of a document's clauses, or of those whose numbers are `wanted`, in their order, with
    what was said by those who are `seen`.
    """
    fields = codebook.clause_fields
    untouched = Standing(), verdict(fields, Standing())
    source = documents.source_text(project, document.source_sha256)
    ground = Ground(source, pieces.edits(project, document.cutting))
    for start in range(0, document.clauses, _BATCH):
        every = documents.clauses(project, document, start, _BATCH)
        clauses = [clause for clause in every if wanted is None or clause.ord in wanted]
        ids = [clause.clause_id for clause in clauses]
        said = {name: fitting.standing(one) for name, one in standings.of(project, ids, seen).items()}
        reached = {name: (one, verdict(fields, one)) for name, one in said.items()}
        hints: dict[str, list[Suggestion]] = {}
        for one in fitting.suggestions(suggestions.of(project, ids)):
            hints.setdefault(one.subject, []).append(one)
        for clause in clauses:
            identity = clause.clause_id
            standing, conclusion = reached.get(identity, untouched)
            suggested = hints.get(identity, ())
            yield Material(document, clause, _places(clause, ground), standing, suggested, conclusion)


def _places(clause: Clause, ground: Ground) -> Places:
    text, tail = (clause.text_start, clause.text_end), (clause.tail_start, clause.tail_end)
    return Places(text, tail, ground.clean)
