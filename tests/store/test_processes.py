"""Several processes on one file, and processes that die."""

import random
from collections import Counter
from multiprocessing import get_context
from pathlib import Path

import pytest

from annotator.store import documents, events, people, reviews
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.making import add_document, faults
from tests.store import workers

COUNT = 100  # clauses; each process does two acts on each
ROUNDS = 50

processes = get_context("forkserver")
processes.set_forkserver_preload(["tests.store.workers"])


def together(*tasks: tuple[object, ...]) -> None:
    """Run tasks, a function and its arguments each, in processes of their own until all are done."""
    spawn = get_context("spawn")
    running = [spawn.Process(target=task[0], args=task[1:]) for task in tasks]
    for one in running:
        one.start()
    for one in running:
        one.join(60)
    assert [one.exitcode for one in running] == [0] * len(running)


@pytest.mark.parametrize("reviewers", [("li", "wang"), ("li", "li")], ids=["two people", "one person twice"])
def test_two_processes_label_the_same_file_and_none_loses(path: Path, reviewers: tuple[str, str]) -> None:
    codes = ("data", "infra")
    with Project.open(path) as project:
        clauses = add_document(project, [f"第{number}条。" for number in range(COUNT)])
    together(
        *[
            (workers.pick_everywhere, path, who, code, COUNT)
            for who, code in zip(reviewers, codes, strict=True)
        ]
    )
    with Project.open(path) as project:
        assert not list(verify(project))
        for who in set(reviewers):
            picked = {code for name, code in zip(reviewers, codes, strict=True) if name == who}
            found = reviews.reviews(project, clauses, who)
            assert [set(found[one].values["category"]) for one in clauses] == [picked] * COUNT
        notes = Counter(event.value for event in events.read(project, "kind = 'note'"))
        assert notes == Counter(
            f"{who} {code} {n}" for who, code in zip(reviewers, codes, strict=True) for n in range(COUNT)
        )
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_reviewer_comes_in_once_however_many_doors_there_are(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Project.create(path).close()
    together(*[(workers.come_in, path, "li", 5)] * 3)
    with Project.open(path) as project:
        assert [person.roles for person in people.people(project)] == [("owner", "annotator")]
        assert events.count(project) == 1


def test_a_reviewer_who_came_in_meanwhile_is_not_entered_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(path) as one, Project.open(path) as other:
        looks = iter([lambda: people.welcome(other, "wang")])
        known = people.person

        def look(project: Project, reviewer: str) -> people.Person | None:
            found = known(project, reviewer)
            next(looks, lambda: None)()
            return found

        monkeypatch.setattr(people, "person", look)
        people.welcome(one, "wang")
        assert len(events.history(one, "wang")) == 1


def test_kill_9_loses_nothing_that_was_told(path: Path) -> None:
    with Project.open(path) as project:
        clauses = add_document(project, [f"第{number}条。" for number in range(2000)])
    told: set[int] = set()
    for _ in range(ROUNDS):
        here, there = processes.Pipe(duplex=False)
        labelling = processes.Process(target=workers.finish_without_end, args=(path, there))
        labelling.start()
        there.close()
        told.add(here.recv())
        labelling.join(random.uniform(0, 0.03))
        labelling.kill()
        try:
            while True:
                told.add(here.recv())
        except EOFError:
            labelling.join()
        with Project.open(path) as project:
            done = set()
            for ord_no, said in reviews.by_clause(project, documents.listing(project)[0]):
                # An act is whole or not there at all.
                assert said["li"].state == "submitted"
                assert said["li"].values["category"] == ["data", "infra"]
                assert said["li"].values["responsible_unit"] == []
                done.add(ord_no)
            assert told <= done
    assert faults(path) == []
    assert len(told) > ROUNDS
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert len(clauses) > len(told)


def test_kill_9_leaves_documents_cut_anew_or_as_they_were(path: Path) -> None:
    texts = [f"第{number}份文件的条款。" * 20 for number in range(5)]
    with Project.open(path) as project:
        for number, text in enumerate(texts):
            add_document(project, [text], name=f"{number}.txt")
    for _ in range(ROUNDS):
        here, there = processes.Pipe(duplex=False)
        cutting = processes.Process(target=workers.cut_anew_without_end, args=(path, there))
        cutting.start()
        there.close()
        here.recv()
        cutting.join(random.uniform(0, 0.03))
        cutting.kill()
        cutting.join()
        with Project.open(path) as project:
            for document in documents.listing(project):
                found = [clause.text for clause in documents.clauses(project, document)]
                assert "".join(found).strip() in texts
                assert max(map(len, found)) <= 3 or len(found) == 1
    assert faults(path) == []
