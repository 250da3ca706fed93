"""What a new project labels: clauses, or each sentence of them. Said before the first document comes in."""

from annotator.errors import Refused
from annotator.model.label_unit import Unit
from annotator.store import cut_into, documents
from annotator.store.project import Project
from annotator.words import say


def choose(project: Project, reviewer: str, unit: Unit) -> None:
    """Have documents cut into `unit` from now on. Raises Refused where documents are cut otherwise: to cut
    them anew asks for a look at what would become of their labels; and for whoever may not cut.
    """
    now = cut_into.unit(project)
    if unit == now:
        return
    if documents.any_known(project):
        names = {"unit": say(f"recutting.into_{unit}"), "now": say(f"recutting.into_{now}")}
        raise Refused("importing.cut_otherwise", option=unit, **names)
    cut_into.choose(project, reviewer, unit)
