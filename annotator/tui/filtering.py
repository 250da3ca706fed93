"""Which lists of clauses to decide can be asked for: one change of what is listed now, or all of it."""

from annotator.flows.adjudicating import Wanted
from annotator.model.codebook import Codebook, name_of
from annotator.store import documents, rounds
from annotator.store.project import Project
from annotator.tui.screens.chooser import Option
from annotator.words import say


def lists(project: Project, codebook: Codebook, now: Wanted) -> list[Option[Wanted]]:
    """Each with whether it is in force."""
    found = [
        _option(say("adjudication.all"), now == Wanted(), Wanted()),
        _option(say("adjudication.with_agreed"), now.agreed, now._replace(agreed=not now.agreed)),
        _option(say("adjudication.with_decided"), now.decided, now._replace(decided=not now.decided)),
    ]
    for field in codebook.clause_fields:
        here = now.field == field.id
        wanted = now._replace(field="" if here else field.id)
        found.append(_option(say("adjudication.of_field", name=name_of(field)), here, wanted))
    for one in rounds.rounds(project):
        here = now.round_id == one.id
        wanted = now._replace(round_id="" if here else one.id)
        found.append(_option(say("adjudication.of_round", name=one.name), here, wanted))
    for document in documents.listing(project):
        here = document.doc_id in now.doc_ids
        wanted = now._replace(doc_ids=frozenset() if here else frozenset([document.doc_id]))
        found.append(_option(say("adjudication.of_document", name=document.title), here, wanted))
    return found


def _option(words: str, here: bool, wanted: Wanted) -> Option[Wanted]:
    return Option([(f" {'✓' if here else ' '} {words}", "good" if here else "")], wanted)
