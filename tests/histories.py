"""Copies of one project and what happens in them: generated histories for the laws of merging."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

from hypothesis import strategies as st

from annotator.errors import AnnotatorError, Refused
from annotator.flows.cutting import Cutting
from annotator.flows.merging import merge
from annotator.flows.recutting import Recutting
from annotator.flows.reviewing import Reviewing
from annotator.model.addition import Addition, addition_id
from annotator.model.cutting import Segment
from annotator.model.event import Change
from annotator.model.review import Suggestion
from annotator.model.split import Part, Scheme
from annotator.store import (
    additions,
    codebooks,
    cuttings,
    documents,
    events,
    people,
    queries,
    splits,
    suggestions,
)
from annotator.store.codebooks import codebook_of
from annotator.store.merging import Merged
from annotator.store.project import Project
from annotator.tools.codebook import parse, shipped, with_keys
from tests.making import START, Clock, add_document, add_repaired, faults

WHO = ("li", "wang", "zhao")
CODES = ("data", "infra", "model")

STEP = st.one_of(
    st.tuples(st.just("label"), st.sampled_from(WHO), st.integers(0, 5), st.sampled_from(CODES)),
    st.tuples(st.sampled_from(["undo", "redo"]), st.sampled_from(WHO)),
    st.tuples(st.just("finish"), st.sampled_from(WHO), st.integers(0, 5)),
    st.tuples(st.just("note"), st.sampled_from(WHO), st.integers(0, 5), st.sampled_from(["此", "彼", "无"])),
    st.tuples(st.just("split"), st.integers(0, 5)),
    st.tuples(st.just("recut"), st.sampled_from(["sentences", "lines"]), st.booleans()),
    st.tuples(st.just("document"), st.integers(0, 2)),
    st.tuples(st.just("retire"), st.booleans()),
    st.tuples(st.just("codebook"), st.integers(0, 2)),
    st.tuples(st.just("unit"), st.integers(0, 2), st.booleans()),
    st.tuples(st.just("query"), st.sampled_from(WHO), st.sampled_from(["a", "b", None])),
    st.tuples(
        st.just("progress"), st.sampled_from(WHO), st.integers(0, 5), st.sampled_from(["已开工", None])
    ),
    st.tuples(st.just("divide"), st.integers(0, 3), st.sampled_from(["train", "test", 1])),
    st.tuples(st.just("suggest"), st.integers(0, 5), st.sampled_from([0.2, 0.5]), st.sampled_from(CODES)),
    st.tuples(st.just("join"), st.sampled_from(WHO), st.sampled_from([*WHO, None])),
    st.tuples(st.just("gold"), st.integers(0, 5), st.sampled_from(CODES)),
    st.tuples(st.just("clock"), st.integers(-(10**7), 10**9)),
)
"""One thing that happens in a copy; the last moves its clock, also back."""

HISTORY = st.lists(
    st.tuples(st.integers(0, 2), STEP | st.tuples(st.just("merge"), st.integers(0, 2))), max_size=14
)
"""(copy, what happens in it), one after the other; "merge" takes in another copy as it is then."""


def begin(folder: Path, copies: int = 3) -> list[Path]:
    """The same project in several files, with two documents, labelled a little."""
    first, text = folder / "0.db", shipped("default")
    with Project.create(first, clock=Clock()) as project:
        people.welcome(project, "li")
        codebooks.use(project, "li", with_keys(parse(text, "default")), text)
        clauses = [*add_document(project, ["一。一一。", "二。二二。", "三。"]), *add_repaired(project)]
        people.welcome(project, "wang")
        Reviewing(project, codebook_of(project), "wang").note(clauses[0], "开始")
    return [first, *(Path(copyfile(first, folder / f"{number}.db")) for number in range(1, copies))]


def live(paths: Sequence[Path], history: Sequence[tuple[int, tuple[Any, ...]]]) -> None:
    """Let a history happen. Each step is a process of its own; what the program refuses does not happen."""
    clocks = [Clock(START + 10**6) for _ in paths]
    for number, (what, *told) in history:
        path, clock = paths[number], clocks[number]
        if what == "clock":
            clock.now += told[0]
        elif what == "merge":
            merged(path, [paths[told[0]]])
        else:
            with Project.open(path, clock=clock) as project:
                try:
                    globals()[f"_{what}"](project, *told)
                except (Refused, AnnotatorError):
                    continue


def merged(path: Path, others: Sequence[Path], *, dry_run: bool = False) -> Merged:
    """Merge files into the one at `path`, which verifies afterwards."""
    result = taken_in(path, others, dry_run=dry_run)
    assert faults(path) == []
    return result


def taken_in(path: Path, others: Sequence[Path], *, dry_run: bool = False) -> Merged:
    """Merge files into the one at `path`, which is verified later."""
    with Project.open(path, clock=Clock()) as project:
        return merge(project, others, dry_run=dry_run)


CONTENT = {
    "event": "SELECT * FROM event",
    "present": "SELECT * FROM present",
    "identity": "SELECT * FROM identity",
    "document": "SELECT * FROM document",
    "source": "SELECT * FROM source",
    "cutting": "SELECT cutting_id, source_sha256, cutter, clauses FROM cutting",
    "piece": "SELECT * FROM piece",
    "placement": "SELECT cutting_id, seq, piece_id, ord, parent FROM placement "
    "JOIN cutting USING (cutting_no) JOIN piece USING (piece_no)",
    "edit": "SELECT piece_id, edit.* FROM edit JOIN piece USING (piece_no)",
    "codebook": "SELECT * FROM codebook",
    "suggestion": "SELECT * FROM suggestion",
    "left_out": "SELECT * FROM left_out",
}
LOCAL = {"n", "cutting_no", "piece_no"}
"""Columns that never leave the file."""


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a project says, in one order, local numbers aside."""
    found = {}
    with closing(sqlite3.connect(path)) as db:
        for name, query in CONTENT.items():
            rows = db.execute(query)
            kept = [n for n, column in enumerate(rows.description) if column[0] not in LOCAL]
            found[name] = sorted((tuple(row[n] for n in kept) for row in rows), key=repr)
    return found


def _clause(project: Project, number: int) -> str:
    every = [c.clause_id for d in documents.listing(project) for c in documents.clauses(project, d)]
    return every[number % len(every)] if every else "cl-0000000000000000"


def _work(project: Project, who: str) -> Reviewing:
    people.welcome(project, who)
    return Reviewing(project, codebook_of(project), who)


def _label(project: Project, who: str, clause: int, code: str) -> None:
    if codebook_of(project).field("category"):
        _work(project, who).put(_clause(project, clause), {"category": [code]})


def _undo(project: Project, who: str) -> None:
    _work(project, who).undo()


def _redo(project: Project, who: str) -> None:
    _work(project, who).redo()


def _finish(project: Project, who: str, clause: int) -> None:
    _work(project, who).finish(_clause(project, clause))


def _note(project: Project, who: str, clause: int, text: str) -> None:
    _work(project, who).note(_clause(project, clause), text)


def _progress(project: Project, who: str, clause: int, text: str | None) -> None:
    people.welcome(project, who)
    told = Change("progress", _clause(project, clause), "progress", text, layer="project")
    events.record(project, who, [told], origin="file")


def _split(project: Project, number: int) -> None:
    for document in documents.listing(project):
        for clause in documents.clauses(project, document):
            if clause.clause_id == _clause(project, number):
                Cutting(project, codebook_of(project), "li").split(
                    document, clause, clause.text.find("。") + 1 or 1
                )
                return


def _recut(project: Project, at: str, discard: bool) -> None:
    """All documents cut anew behind sentences, or behind lines."""

    def cut(source: str) -> list[Segment]:
        pattern = r"[^。]*(。\s*|\Z)" if at == "sentences" else r"[^\n]*(\s+|\Z)"
        places = [one.span() for one in re.finditer(pattern, source) if one.group()]
        return [
            Segment("clause", 1, "", (), start, end, text, start, start + len(text))
            for start, end in places
            for text in (source[start:end].rstrip(),)
        ]

    flow = Recutting(project, codebook_of(project), "li", cut=cut, cutter=f"{at}/1", discard=discard)
    for document in documents.listing(project):
        flow.apply(flow.plan(document))


def _document(project: Project, number: int) -> None:
    # Two names with one text: the files are two documents that share their clauses.
    add_document(project, ["新。新新。"], name=f"{number}.txt", reviewer=WHO[number])


def _retire(project: Project, back: bool) -> None:
    cuttings.retire(project, "li", documents.find(project, "甲.txt"), back=back)


def _codebook(project: Project, number: int) -> None:
    name = ("default", "instruments", "default")[number]
    text = shipped(name) + "# 改\n" * (number == 2)
    codebooks.use(project, "li", with_keys(parse(text, name)), text)


def _unit(project: Project, number: int, settle: bool) -> None:
    name = f"某市{'甲乙丙'[number]}办"
    addition = Addition(addition_id(name, ""), name, "")
    if settle and addition.org_id in additions.additions(project):
        additions.settle(project, "li", addition._replace(state="dropped"))
    else:
        additions.enter(project, WHO[number], addition)


def _query(project: Project, who: str, text: str | None) -> None:
    queries.save(project, who, "我的", text) if text else queries.drop(project, who, "我的")


def _divide(project: Project, number: int, part: Part) -> None:
    every = documents.listing(project)
    if every:
        one = every[number % len(every)].doc_id
        splits.store(project, "li", splits.stored(project), Scheme(seed=number), {one: part})


def _suggest(project: Project, clause: int, score: float, code: str) -> None:
    suggestions.add(project, [Suggestion(_clause(project, clause), "category", "m", "1", (code,), score)])


def _join(project: Project, alias: str, person: str | None) -> None:
    if alias != person:
        people.join(project, "li", [alias], person)


def _gold(project: Project, clause: int, code: str) -> None:
    change = Change("label", _clause(project, clause), "category", [code], layer="gold")
    events.record(project, "zhao", [change], origin="key")
