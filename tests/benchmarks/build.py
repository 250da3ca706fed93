"""Projects of any size, made through the store like any other."""

from collections.abc import Sequence
from pathlib import Path

from annotator.flows.opening import create
from annotator.model.cutting import Segment
from annotator.model.event import Change
from annotator.model.ids import document_id, sha256
from annotator.model.source import Source
from annotator.store import documents, events
from annotator.store.project import Project
from tests.making import store_document

SENTENCE = (
    "加快建设面向产业的算力调度系统，完善数据流通机制，推动人工智能在制造、交通、医疗、教育等领域应用，"
    "到2027年形成一批可复制可推广的典型场景，培育具有国际影响力的产业集群，强化要素保障和组织实施。"
)
PER_DOCUMENT = 100
REVIEWER = "bench"


def build(path: Path, clauses: int) -> None:
    """A project of `clauses` clauses of some 100 characters, 100 in a document, at `path`."""
    with create(path, REVIEWER) as project:
        for number in range(clauses // PER_DOCUMENT):
            add(project, number)


def add(project: Project, number: int, sentences: Sequence[str] = (SENTENCE,) * PER_DOCUMENT) -> None:
    """One document of those clauses."""
    lines = [f"（{n}）第{number}号文件。{sentence}\n" for n, sentence in enumerate(sentences)]
    text = "".join(lines)
    segments, at = [], 0
    for n, line in enumerate(lines):
        marker = f"（{n}）"
        end, start = at + len(line), at + len(marker)
        segments.append(
            Segment("clause", 1, marker, (), at, end, line[len(marker) : -1], start, end - 1,
                    tail_start=end - 1, tail_end=end - 1)
        )  # fmt: skip
        at = end
    store_document(
        project, REVIEWER, doc_id=document_id(text.encode()), file_sha256=sha256(text),
        file_name=f"{number}.txt", source=Source(text, "txt/1"), cutter="bench", segments=segments,
        metadata={"title": f"第{number}号文件"},
    )  # fmt: skip


def label(path: Path, labels: int) -> None:
    """Give that many clauses a category, as one reviewer."""
    with Project.open(path) as project:
        changes = []
        for document in documents.listing(project):
            for clause in documents.clauses(project, document):
                if len(changes) == labels:
                    break
                changes.append(Change("label", clause.clause_id, "category", ["data"]))
        for start in range(0, len(changes), 1000):
            events.record(project, REVIEWER, changes[start : start + 1000], origin="file")
