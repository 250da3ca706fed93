"""A bundle holds what its reviewer may see and nothing else, in no byte of the file; handing in brings it back."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.flows.bundling import bundle, hand_in
from annotator.flows.merging import write_events
from annotator.flows.reviewing import Reviewing
from annotator.model.addition import Addition
from annotator.model.event import Change
from annotator.model.review import Suggestion
from annotator.model.round import Round, Task
from annotator.store import additions, asked, documents, drafts, events, people, reviews, rounds, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.histories import begin, content, merged
from tests.making import START, Clock, add_document, faults

RARE = "罕罖罗罘"
DECIDED = {"how": "anew", "from": [], "reason": RARE, "seen": {}}
"""A word of nobody else's."""


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    return begin(tmp_path, 1)[0]


def clauses(project: Project) -> list[str]:
    return [c.clause_id for d in documents.listing(project) for c in documents.clauses(project, d)]


def bundled(lead: Path, reviewer: str = "wang") -> Path:
    target = lead.with_name(f"for-{reviewer}.db")
    with Project.open(lead) as project:
        bundle(project, reviewer, target)
    assert faults(target) == []
    return target


def handed_in(path: Path, reviewer: str = "wang") -> Path:
    target = path.with_name(f"in-{path.name}")
    with Project.open(path) as project:
        hand_in(project, reviewer, target)
    assert faults(target) == []
    return target


def spellings(word: str) -> Iterator[bytes]:
    """A word as any of a file's parts may spell it."""
    for code in ("utf-8", "utf-16-le", "utf-16-be"):
        yield word.encode(code)
    yield json.dumps(word)[1:-1].encode()
    yield json.dumps(word)[1:-1].upper().encode()
    yield word[:2].encode()


def assert_nowhere(word: str, *paths: Path) -> None:
    for path in paths:
        data = path.read_bytes()
        assert not any(one in data for one in spellings(word)), path


def act(project: Project, who: str, *changes: Change) -> None:
    events.record(project, who, changes, origin="key")


def added(name: str) -> dict[str, Any]:
    return {"name": name, "place": "", "forms": []}


# ---------------------------------------------------------------- what is in it


def test_a_rare_word_of_another_is_in_no_byte(lead: Path) -> None:
    with Project.open(lead) as project:
        work, every = Reviewing(project, codebook_of(project), "zhao"), clauses(project)
        for number in range(60):
            work.note(every[0], f"{RARE}{number}" * 50)
        work.ask(every[1], RARE)
        for _ in range(30):
            work.undo()
        work.note(every[2], RARE)
        work.note(every[2], "")
        drafts.keep(project, drafts.Place("zhao", every[0], "note"), RARE)
        asked.remember(project, "zhao", RARE)
        act(project, "zhao", Change("evidence", every[0], "category", [{"text": RARE}]))
        act(project, "zhao", Change("label", every[0], "category", [RARE], layer="gold"))
        act(project, "zhao", Change("decision", every[0], "category", DECIDED, layer="gold"))
        act(project, "zhao", Change("check", "round-1", value=[RARE], layer="project"))
        act(project, "zhao", Change("assignment", "round-1", "zhao", [[RARE, 1]], layer="project"))
        act(
            project,
            "zhao",
            Change("return", every[0], "zhao", {"reason": RARE, "fields": []}, layer="project"),
        )
        act(project, "zhao", Change("reply", every[0], "zhao", RARE, layer="project"))
        act(project, "zhao", Change("unit", "org-x-1", value=added(RARE), layer="project"))
        act(project, "zhao", Change("reject", every[0], f"responsible_unit:{RARE}", True))
    assert RARE.encode() in lead.read_bytes()
    target = bundled(lead)
    assert_nowhere(RARE, target)
    assert [path.name for path in sorted(lead.parent.iterdir())] == ["0.db", "for-wang.db"]
    with Project.open(target) as project:
        add_document(project, ["又一。"], name="又.txt", reviewer="wang")
        write_events(project, target.with_suffix(".jsonl"))
    assert_nowhere(RARE, target, target.with_suffix(".jsonl"), handed_in(target))


def test_a_bundle_holds_ones_own_work_and_what_is_said_to_one(lead: Path) -> None:
    with Project.open(lead) as project:
        every = clauses(project)
        work = Reviewing(project, codebook_of(project), "wang")
        work.put(every[0], {"category": ["data"]})
        act(project, "li", Change("reply", every[0], "wang", "请看第二段", layer="project"))
        act(
            project,
            "li",
            Change("return", every[0], "wang", {"reason": "再看", "fields": []}, layer="project"),
        )
        suggestions.add(project, [Suggestion(every[0], "category", "m", "1", ("data",), 0.5)])
    before = content(lead)
    target = bundled(lead)
    assert content(lead) == before
    after = content(target)
    for name in ("document", "source", "cutting", "piece", "placement", "edit", "codebook", "suggestion"):
        assert after[name] == before[name]
    with Project.open(target) as project:
        assert reviews.review(project, every[0], "wang").values["category"] == ["data"]
        assert {one.kind for one in events.read(project)} >= {"reply", "return", "person", "import", "note"}


def test_of_others_units_a_bundle_has_those_that_the_owner_settled_and_that_one_entered_too(
    lead: Path,
) -> None:
    with Project.open(lead) as project:
        for name, org_id in (("某局", "org-x-1"), ("甲局", "org-x-2"), ("乙局", "org-x-3")):
            act(project, "zhao", Change("unit", org_id, value=added(name), layer="project"))
        act(project, "wang", Change("unit", "org-x-2", value=added("甲局"), layer="project"))
        additions.settle(project, "li", Addition("org-x-3", "乙局", "", state="confirmed"))
    with Project.open(bundled(lead)) as project:
        assert sorted(additions.additions(project)) == ["org-x-2", "org-x-3"]


def test_gold_comes_only_with_ones_own_training_rounds(lead: Path) -> None:
    with Project.open(lead) as project:
        every = clauses(project)
        for number, (kind, who) in enumerate((("training", "wang"), ("training", "zhao"), ("work", "wang"))):
            tasks = {who: [Task(every[number])]}
            rounds.add(project, "li", Round.of(f"第{number}轮", kind, {}, tasks), tasks, [every[number]])
            act(project, "li", Change("label", every[number], "category", ["data"], layer="gold"))
    with Project.open(bundled(lead)) as project:
        gold = [one.subject for one in events.read(project, "layer = 'gold'")]
        assert gold == [every[0]]
        assert [one.name for one in rounds.rounds(project)] == ["第0轮", "第2轮"]
        assert not any(rounds.checks(project, one.id) for one in rounds.rounds(project))


def test_a_bundle_holds_only_the_documents_that_an_open_round_assigns(lead: Path) -> None:
    with Project.open(lead) as project:
        first, second = documents.listing(project)
        (clause, *_) = documents.clause_ids(project, second, 0, 1)
        Reviewing(project, codebook_of(project), "wang").note(clauses(project)[0], "旧文件")
        tasks = {"wang": [Task(clause)]}
        one = Round.of("一", "work", {}, tasks)
        rounds.add(project, "li", one, tasks)
    target = bundled(lead)
    with Project.open(target) as project:
        assert [document.doc_id for document in documents.listing(project)] == [second.doc_id]
        assert rounds.assigned(project, one.id, "wang") == tasks["wang"]
    with Project.open(lead) as project:
        assert documents.source_text(project, first.source_sha256).encode() not in target.read_bytes()
        rounds.close(project, "li", one.id)
    target.unlink()
    with Project.open(bundled(lead)) as project:
        assert len(documents.listing(project)) == 2


def test_what_one_did_under_an_alias_is_ones_own(lead: Path) -> None:
    with Project.open(lead) as project:
        Reviewing(project, codebook_of(project), "王 芳").note(clauses(project)[0], "从前")
        people.join(project, "li", ["王 芳"], "wang")
    with Project.open(bundled(lead)) as project:
        assert reviews.review(project, clauses(project)[0], "wang").note == "从前"


# ---------------------------------------------------------------- and back


DONE = st.lists(
    st.tuples(
        st.sampled_from(["wang", "zhao"]),
        st.sampled_from(["put", "note", "finish", "undo", "flag"]),
        st.integers(0, 4),
        st.sampled_from(["data", "infra"]),
    ),
    max_size=12,
)


def do(path: Path, one: tuple[str, str, int, str], at: int) -> None:
    who, what, number, code = one
    with Project.open(path, clock=Clock(at)) as project:
        work, clause = Reviewing(project, codebook_of(project), who), clauses(project)[number]
        try:
            if what == "put":
                work.put(clause, {"category": [code]})
            elif what == "note":
                work.note(clause, code)
            else:
                getattr(work, what)(*() if what == "undo" else (clause,))
        except AnnotatorError:
            return


@settings(max_examples=6)
@given(done=DONE)
def test_bundled_labelled_and_handed_in_is_labelled_in_one_file(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, str, int, str]]
) -> None:
    lead = begin(tmp_path_factory.mktemp("lead"), 1)[0]
    with Project.open(lead, clock=Clock(START + 5 * 10**5)) as project:
        people.welcome(project, "zhao")
    alone = Path(copyfile(lead, lead.with_name("alone.db")))
    files = {who: bundled(lead, who) for who in ("wang", "zhao")}
    for turn, one in enumerate(done):
        for path in (files[one[0]], alone):
            do(path, one, START + 10**6 * (turn + 1))
    merged(lead, [handed_in(path, who) for who, path in files.items()])

    def said(path: Path) -> list[tuple[object, ...]]:
        return [row[:7] for row in content(path)["present"]]

    assert said(lead) == said(alone)
    assert content(lead)["left_out"] == []


def test_a_chain_says_what_is_left_out_and_a_merge_fills_it(lead: Path) -> None:
    with Project.open(lead) as project:
        first, second, *_ = clauses(project)
        work = Reviewing(project, codebook_of(project), "li")
        work.note(first, "一")
        act(project, "li", Change("metadata", documents.listing(project)[0].doc_id, "year", 2026, "project"))
        work.note(second, "二")
    target = bundled(lead)
    assert len(content(target)["left_out"]) >= 1
    result = merged(target, [lead])
    assert content(target)["left_out"] == []
    assert content(target) == content(lead)
    assert result.counts["event"] > 0


def test_two_bundles_merged_declare_what_neither_has(lead: Path) -> None:
    with Project.open(lead) as project:
        for who in ("zhao", "wang", "li"):
            work = Reviewing(project, codebook_of(project), who)
            for clause in clauses(project):
                work.note(clause, who)
    one, other = bundled(lead, "wang"), bundled(lead, "zhao")
    both = Path(copyfile(one, one.with_name("both.db")))
    merged(both, [other])
    merged(other, [one])
    assert content(both) == content(other)
    merged(both, [lead])
    assert content(both) == content(lead)


def test_handing_in_tells_what_is_open_and_leaves_drafts_behind(lead: Path) -> None:
    with Project.open(lead) as project:
        first, second, *_ = clauses(project)
        work = Reviewing(project, codebook_of(project), "wang")
        work.finish(first, {"category": ["data"]})
        work.skip(second)
        drafts.keep(project, drafts.Place("wang", first, "note"), RARE)
        told = hand_in(project, "wang", lead.with_name("in.db"))
        assert [(one.title, one.finished, one.skipped, one.open) for one in told.stands] == [
            ("甲", 1, 1, 1), ("乙", 0, 0, 2),
        ]  # fmt: skip
        assert told.drafts == 1
        tasks = {"wang": [Task(first), Task(second), Task(first, 2)]}
        rounds.add(project, "li", Round.of("一", "work", {}, tasks), tasks)
        (stand,) = hand_in(project, "wang", lead.with_name("again.db")).stands
        assert (stand.round, stand.clauses, stand.finished, stand.open) == (True, 3, 1, 1)
    assert_nowhere(RARE, lead.with_name("in.db"))
    assert not list(lead.parent.glob("*-wal"))


def test_nothing_is_written_over(lead: Path) -> None:
    target = lead.with_name("there.db")
    target.write_text("那里", "utf-8")
    with Project.open(lead) as project:
        for make in (bundle, hand_in):
            for path, key in (
                (target, "bundling.exists"),
                (lead.parent / "no" / "a.db", "keeping.cannot_write"),
            ):
                with pytest.raises(AnnotatorError) as caught:
                    make(project, "wang", path)  # type: ignore[operator]
                assert caught.value.key == key
                assert str(path) in str(caught.value)
    assert target.read_text("utf-8") == "那里"
