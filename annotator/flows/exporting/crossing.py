"""Cross-tables of a project: its clauses read once, counted by code, document, issuer and year."""

from annotator.errors import AnnotatorError
from annotator.flows.exporting.choosing import chosen
from annotator.flows.exporting.reading import Needed, Reading
from annotator.model.codebook import Codebook
from annotator.store import additions, documents
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.store.search import prepare
from annotator.tools.release.crossing import DIMENSIONS, HEADER, Crossing
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.table import MARK, csv_line
from annotator.tools.release.workbook import Sheet, workbook
from annotator.words import say


def crossed(project: Project, codebook: Codebook, seen: Sight, where: str = "") -> Crossing:
    """The counts of all clauses, or of those that meet the query `where`, by what those said who are `seen`.
    Raises AnnotatorError where there is none.
    """
    found = Crossing(codebook)
    prepare(project, codebook, where)
    with project.snapshot():
        wanted = chosen(project, codebook, where, seen)
        fitting = Fitting(codebook.clause_fields, additions.additions(project))
        reading = Reading(project, codebook, fitting, seen=seen, needed=Needed())
        every = sorted(documents.listing(project), key=lambda one: one.doc_id)
        if not any(document.clauses for document in every):
            raise AnnotatorError("export.nothing", project=project.path)
        for document in every:
            if wanted is not None and document.doc_id not in wanted:
                continue
            metadata = documents.metadata(project, document.doc_id)
            numbers = None if wanted is None else wanted[document.doc_id]
            for material in reading.materials(document, wanted=numbers):
                found.add(material, metadata)
    return found


def as_csv(crossing: Crossing) -> bytes:
    """The long table as CSV that Excel opens right."""
    lines = [csv_line(_heads()), *(csv_line(row) for row in crossing.rows())]
    return (MARK + "".join(lines)).encode()


def as_workbook(crossing: Crossing) -> bytes:
    """The long table and every wide one as XLSX."""
    dimensions = {name: say(f"crossing.{name}") for name in DIMENSIONS}
    wide = [
        Sheet(say("crossing.sheet", field=field, dimension=dimensions[dimension]), lines)
        for field, dimension, lines in crossing.pivots()
    ]
    return workbook([Sheet(say("crossing.long"), [_heads(), *crossing.rows()]), *wide])


def _heads() -> tuple[str, ...]:
    """What people call the columns of the long table."""
    return tuple(say(f"crossing.column_{name}") for name in HEADER)
