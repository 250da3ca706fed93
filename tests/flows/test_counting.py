from annotator.flows.counting import field_states
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.store import documents
from annotator.store.project import Project
from tests.making import add_document


def test_the_four_states_are_counted_apart(project: Project, codebook: Codebook) -> None:
    clauses = add_document(project, [f"第{number}条。" for number in range(6)])
    work = Reviewing(project, codebook, "li")
    work.put(clauses[0], {"priority": ["routine"]})
    work.finish(clauses[0])
    work.put(clauses[1], {"clause_type": ["background"], "priority": ["routine"]})
    work.put(clauses[2], {"priority": []})
    work.skip(clauses[3])
    work.flag(clauses[4])
    Reviewing(project, codebook, "wang").put(clauses[5], {"clause_type": ["task"]})
    counts = field_states(project, codebook, documents.listing(project)[0])
    assert counts["li"]["priority"] == {"set": 1, "n/a": 1, "none": 1, "unset": 1}
    assert counts["li"]["clause_type"] == {"none": 1, "set": 1, "unset": 2}
    assert counts["wang"]["clause_type"] == {"set": 1}
    assert counts["wang"]["category"] == {"unset": 1}


def test_what_was_taken_back_is_not_counted(project: Project, codebook: Codebook) -> None:
    (clause,) = add_document(project, ["一。"])
    work = Reviewing(project, codebook, "li")
    work.put(clause, {"category": ["data"]})
    work.undo()
    assert field_states(project, codebook, documents.listing(project)[0]) == {}
