"""What the other processes of these tests do."""

from multiprocessing.connection import Connection
from pathlib import Path

from annotator.flows.opening import codebook_of
from annotator.flows.reviewing import Reviewing
from annotator.store import documents, people, reviews
from annotator.store.project import Project


def pick_everywhere(path: Path, reviewer: str, code: str, count: int) -> None:
    """Pick one code of the category on every clause, then a note on it: 2 × `count` acts."""
    with Project.open(path, wait=30) as project:
        work = Reviewing(project, codebook_of(project), reviewer)
        field = work.codebook.field("category")
        assert field
        for clause in list(documents.clauses(project, documents.listing(project)[0], 0, count)):
            work.pick(clause.clause_id, field, code)
            work.note(clause.clause_id, f"{reviewer} {code} {clause.ord}")


def finish_without_end(path: Path, told: Connection) -> None:
    """Finish clause after clause, and tell of each once it is stored."""
    with Project.open(path) as project:
        work = Reviewing(project, codebook_of(project), "li")
        document = documents.listing(project)[0]
        while (ord_no := reviews.next_unfinished(project, document, "li", -1)) is not None:
            clause = documents.clause(project, document, ord_no)
            assert clause
            work.finish(clause.clause_id, {"category": ["data", "infra"]})
            told.send(ord_no)


def come_in(path: Path, reviewer: str, count: int) -> None:
    """Enter oneself as a reviewer, again and again, in a project that others enter too."""
    for _ in range(count):
        with Project.open(path, wait=30) as project:
            people.welcome(project, reviewer)
