"""What the other processes of these tests do."""

from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from annotator.flows.recutting import Recutting
from annotator.flows.reviewing import Reviewing
from annotator.model.cutting import Segment
from annotator.store import documents, people, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project


def pick_everywhere(path: Path, reviewer: str, code: str, many: int) -> None:
    """Pick one code of the category on every clause, then a note on it: 2 × `many` acts."""
    with Project.open(path, wait=30) as project:
        work = Reviewing(project, codebook_of(project), reviewer)
        field = work.codebook.field("category")
        assert field
        for clause in list(documents.clauses(project, documents.listing(project)[0], 0, many)):
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


def come_in(path: Path, reviewer: str, times: int) -> None:
    """Enter oneself as a reviewer, again and again, in a project that others enter too."""
    for _ in range(times):
        with Project.open(path, wait=30) as project:
            people.welcome(project, reviewer)


def cut_anew_without_end(path: Path, told: Connection) -> None:
    """Cut one document after the other anew, and tell of each once it is stored; then all again otherwise."""
    with Project.open(path) as project:
        for number in count(1):
            flow = Recutting(
                project, codebook_of(project), "li", cut=partial(in_parts, number), cutter=f"test/{number}"
            )
            for plan in flow.plans(documents.listing(project)):
                assert flow.apply(plan) is None
                told.send(plan.document.doc_id)


def in_parts(number: int, source: str) -> list[Segment]:
    """The source in clauses of one to three code points."""
    size = 1 + number % 3
    return [
        Segment("clause", 1, "", (), at, end, source[at:end], at, end)
        for at in range(0, len(source), size)
        for end in (min(at + size, len(source)),)
    ]
