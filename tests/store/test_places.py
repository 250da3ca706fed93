"""Documents in the order in which they came, one by one."""

from annotator.store import cuttings, documents, places
from annotator.store.project import Project
from tests.making import add_document


def three(project: Project) -> list[str]:
    """Three documents: with two clauses, with none, with one; the names are not in the order of coming."""
    for name, count in (("丙", 2), ("甲", 0), ("乙", 1)):
        add_document(project, [f"{name}第{n}条。" for n in range(count)] or [""], name=f"{name}.txt")
    return [one.doc_id for one in documents.listing(project)]


def test_documents_are_listed_as_they_came_without_those_retired(project: Project) -> None:
    ids = three(project)
    assert [title for _, title in places.titles(project)] == ["丙", "甲", "乙"]
    assert places.doc_ids(project) == ids
    cuttings.retire(project, "li", ids[0])
    assert places.doc_ids(project) == ids[1:] == [one.doc_id for one in documents.listing(project)]
    cuttings.retire(project, "li", ids[0], back=True)
    assert places.doc_ids(project) == ids


def test_the_document_beside_is_the_next_with_a_clause(project: Project) -> None:
    first, _, last = three(project)
    cuttings.retire(project, "li", places.doc_ids(project)[1])
    steps = [(first, 1), (last, -1), (last, 1), (first, -1)]
    found = [places.beside(project, doc_id, by) for doc_id, by in steps]
    assert [one and one.doc_id for one in found] == [last, first, None, None]


def test_documents_and_clauses_come_in_the_order_asked_for(project: Project) -> None:
    ids = three(project)
    asked = [ids[2], ids[0]]
    assert [one.doc_id for one in places.several(project, asked)] == asked
    first, last = places.several(project, [ids[0], ids[2]])
    clauses = [*documents.clause_ids(project, last, 0, 1), *documents.clause_ids(project, first, 0, 2)]
    rows = places.rows(project, [*clauses, "cl-0000000000000000"], 2)
    assert [(row.clause_id, row.title, row.ord, row.beginning) for row in rows] == [
        (clauses[0], "乙", 0, "乙第"), (clauses[1], "丙", 0, "丙第"), (clauses[2], "丙", 1, "丙第"),
    ]  # fmt: skip


def test_clauses_are_counted_in_documents_in_use(project: Project) -> None:
    ids = three(project)
    every = places.clauses(project)
    assert every == sum(one.clauses for one in documents.listing(project))
    cuttings.retire(project, "li", ids[0])
    assert places.clauses(project) == every - 2
