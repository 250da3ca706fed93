"""Cutting, labelling, undo and redo in any order and any process, against a list of snapshots."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotator.errors import Refused
from annotator.flows.cutting import Cutting
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.document import Clause
from annotator.model.ids import clause_id
from annotator.store import documents, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.making import START, Clock, add_document

LINES = ["一；二；三。", "（1）四；五", "六。（责任单位：市科委）七；（2）八。", "九"]


@cache
def template() -> tuple[bytes, Codebook]:
    """A project with a document of a few clauses, and its codebook."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.db")
        with create(path, "li") as project:
            add_document(project, LINES)
            codebook = codebook_of(project)
        return path.read_bytes(), codebook


class CuttingStates(RuleBasedStateMachine):
    """`past` holds, for each act still in effect, the ends of the clauses and the clauses with a flag."""

    @initialize()
    def begin(self) -> None:
        data, self.codebook = template()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name, "a.db")
        self.path.write_bytes(data)
        self.clock = Clock(START * 2)
        self.opened: list[Project] = []
        self.open()
        self.open()
        (document,) = documents.listing(self.project)
        self.source = document.source_sha256
        self.text = documents.source_text(self.project, self.source)
        self.read: dict[str, tuple[str, str, str]] = {}
        self.past = [(tuple(clause.end for clause in self.clauses()), frozenset[str]())]
        self.future: list[tuple[tuple[int, ...], frozenset[str]]] = []

    def open(self) -> None:
        self.opened.append(Project.open(self.path, clock=self.clock))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            assert not list(verify(self.project))
            for project in self.opened:
                project.close()
            self.folder.cleanup()

    @property
    def project(self) -> Project:
        return self.opened[0]

    def clauses(self) -> list[Clause]:
        return list(documents.clauses(self.project, documents.listing(self.project)[0]))

    def acted(self, ends: tuple[int, ...], flags: frozenset[str]) -> None:
        self.past.append((ends, flags))
        self.future.clear()

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        clause = data.draw(st.sampled_from(self.clauses()))
        at = data.draw(st.integers(0, len(clause.text)))
        (document,) = documents.listing(self.project)
        cutting = Cutting(self.project, self.codebook, "li")
        try:
            after = cutting.split(document, clause, at)
        except Refused:  # a part would be empty
            return
        made = documents.clause(self.project, after, clause.ord)
        assert made
        ends, flags = self.past[-1]
        assert clause.start < made.end < clause.end
        self.acted(tuple(sorted({*ends, made.end})), flags)

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        found = self.clauses()
        first = data.draw(st.integers(0, len(found) - 1))
        last = data.draw(st.integers(first, min(first + 2, len(found) - 1)))
        if first < last:
            (document,) = documents.listing(self.project)
            Cutting(self.project, self.codebook, "li").merge(document, found[first], found[last])
            ends, flags = self.past[-1]
            self.acted((*ends[:first], *ends[last:]), flags)

    @rule(data=st.data())
    def flag(self, data: st.DataObject) -> None:
        clause = data.draw(st.sampled_from(self.clauses())).clause_id
        Reviewing(self.project, self.codebook, "li").flag(clause)
        ends, flags = self.past[-1]
        self.acted(ends, flags ^ {clause})

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        work = Reviewing(self.project, self.codebook, "li")
        for _ in range(times):
            if len(self.past) == 1:
                with pytest.raises(Refused, match="没有可撤销"):
                    work.undo()
            else:
                work.undo()
                self.future.append(self.past.pop())

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        work = Reviewing(self.project, self.codebook, "li")
        for _ in range(times):
            if self.future:
                work.redo()
                self.past.append(self.future.pop())
            else:
                with pytest.raises(Refused, match="没有可重做"):
                    work.redo()

    @rule()
    def turn_to_the_other_window(self) -> None:
        self.opened.reverse()

    @rule()
    def start_again(self) -> None:
        self.opened.pop(0).close()
        self.open()

    @invariant()
    def stands(self) -> None:
        ends, flags = self.past[-1]
        (document,) = documents.listing(self.project)
        found = self.clauses()
        assert document.clauses == len(found) == len(ends)
        assert [(one.start, one.end) for one in found] == list(zip((0, *ends), ends, strict=False))
        for clause in found:
            assert clause.clause_id == clause_id(self.source, clause.start, clause.end)
            shown = clause.marker, clause.text, clause.tail
            # What has one id reads alike whenever it comes up.
            assert self.read.setdefault(clause.clause_id, shown) == shown
            assert reviews.review(self.project, clause.clause_id, "li").flagged == (clause.clause_id in flags)


CuttingStates.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestCuttingStates = CuttingStates.TestCase
