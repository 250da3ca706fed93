"""What a merge takes, what it refuses and what it tells."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from annotator.errors import AnnotatorError, Refused
from annotator.flows.merging import DAY, merge, write_events
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.event import Change
from annotator.model.gaps import Gap, joined, uncovered, without
from annotator.model.ids import canonical
from annotator.model.logged import LATEST, checked, identity
from annotator.model.review import Person
from annotator.store import codebooks, cuttings, documents, events, people, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.merging import Merged
from annotator.store.project import Project
from annotator.tools.codebook import parse, shipped, with_keys
from annotator.words import say
from tests.histories import begin, content, merged
from tests.making import START, Clock, add_document, event, faults, write


@pytest.fixture
def copies(tmp_path: Path) -> list[Path]:
    """One project in three files, in three folders."""
    paths = begin(tmp_path)
    for path in paths:
        (tmp_path / path.stem).mkdir()
    return [path.rename(tmp_path / path.stem / "annotator.db") for path in paths]


def work(path: Path, who: str, *codes: str, at: int = START + 10**6) -> None:
    """Label the first clauses of a project, one with each code."""
    with Project.open(path, clock=Clock(at)) as project:
        reviewing = Reviewing(project, codebook_of(project), who)
        for clause, code in zip(clauses(project), codes, strict=False):
            reviewing.put(clause, {"category": [code]})


def clauses(project: Project) -> list[str]:
    return [c.clause_id for d in documents.listing(project) for c in documents.clauses(project, d)]


def told(result: Merged) -> dict[str, dict[str, Any]]:
    for one in result.told:
        assert say(one.key, **one.values)
    return {one.key.removeprefix("merging."): dict(one.values) for one in result.told}


def refused(path: Path, *files: Path) -> AnnotatorError:
    """What a merge into the project at `path` is refused with; the project is as it was."""
    before = content(path)
    with Project.open(path, clock=Clock()) as project, pytest.raises(AnnotatorError) as caught:
        merge(project, files)
    assert "run-" not in str(caught.value), "whose work it is tells people more"
    assert content(path) == before
    assert faults(path) == []
    return caught.value


def lines_of(path: Path) -> list[dict[str, Any]]:
    with Project.open(path) as project:
        write_events(project, path.with_suffix(".jsonl"))
    return [json.loads(line) for line in path.with_suffix(".jsonl").read_text("utf-8").splitlines()]


def event_file(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{one if isinstance(one, str) else canonical(one)}\n" for one in lines), "utf-8")
    return path


def line_of(**parts: object) -> dict[str, Any]:
    """A line like any other, with its own id, but for the parts that are given."""
    one = event(**parts)
    return {"format": 1, "id": one.id, **one._asdict()}


# ---------------------------------------------------------------- what goes together


def test_copies_labelled_apart_are_the_same_merged_both_ways(copies: list[Path]) -> None:
    a, b, _ = copies
    work(a, "li", "data", "infra")
    work(b, "wang", "model", "data")
    assert merged(a, [b]).counts["event"] == 2
    merged(b, [a])
    assert content(a) == content(b)


def test_a_file_merged_with_itself_changes_nothing(copies: list[Path], tmp_path: Path) -> None:
    a = copies[0]
    before = content(a)
    (tmp_path / "link.db").symlink_to(a)
    os.link(a, tmp_path / "hard.db")
    for other in (a, tmp_path / "link.db", tmp_path / "hard.db"):
        assert not any(merged(a, [other, other]).counts.values())
    assert content(a) == before


def test_documents_come_with_their_clauses(copies: list[Path]) -> None:
    a, b, _ = copies
    with Project.open(b) as project:
        (clause,) = add_document(project, ["算力平台。"], name="丙.txt")
        Reviewing(project, codebook_of(project), "wang").note(clause, "看过")
    result = merged(a, [b])
    assert (result.counts["document"], result.counts["cutting"]) == (1, 1)
    with Project.open(a) as project:
        assert documents.listing(project)[-1].title == "丙"
        assert reviews.review(project, clause, "wang").note == "看过"


def test_a_copy_that_takes_the_project_from_its_owner_or_retires_a_document_is_told(
    copies: list[Path],
) -> None:
    a, b, _ = copies
    with Project.open(b) as project:
        doc_id, owner = documents.listing(project)[0].doc_id, people.owners(project)[0].id
        title = documents.listing(project)[0].file_name
        people.store(project, "wang", Person("wang", "小王", (), ("owner",)))
        people.store(project, "wang", Person(owner, owner, (), ("annotator",)))
        cuttings.retire(project, "wang", doc_id)
    for dry_run in (True, False):
        said = told(merged(a, [b], dry_run=dry_run))
        assert said["owner"]["name"] == "小王"
        assert {said["owner_gone"][key] for key in ("name", "by", "owners")} == {owner, "小王"}
        assert title in said["retired"]["document"]
    assert not told(merged(a, [b]))


def test_two_projects_made_apart_go_together(tmp_path: Path) -> None:
    for name, who in (("a.db", "li"), ("b.db", "wang")):
        with create(tmp_path / name, who) as project:
            add_document(project, [f"{who}一。", "共。"], name=f"{who}.txt", reviewer=who)
    result = merged(tmp_path / "a.db", [tmp_path / "b.db"])
    assert "owner" in told(result)
    with Project.open(tmp_path / "a.db") as project:
        assert len(documents.listing(project)) == 2


def test_two_files_that_read_the_same_are_told(copies: list[Path]) -> None:
    a, b, _ = copies
    for path, name in ((a, "丙.txt"), (b, "丁.txt")):
        with Project.open(path, clock=Clock()) as project:
            add_document(project, ["同。"], name=name)
    assert "twins" in told(merged(a, [b]))
    merged(b, [a])
    assert content(a) == content(b)


def test_undo_takes_back_only_my_own_last_act(copies: list[Path]) -> None:
    a, b, _ = copies
    work(a, "li", "data")
    work(b, "wang", "infra", "infra", at=START + 10**7)
    merged(a, [b])
    with Project.open(a, clock=Clock(START)) as project:
        reviewing, first = Reviewing(project, codebook_of(project), "li"), clauses(project)[0]
        assert reviewing.undo().events[0].value == ["data"]
        assert reviews.review(project, first, "wang").values["category"] == ["infra"]
        with pytest.raises(Refused):
            reviewing.undo()
        last = list(events.read(project))[-1]
        assert last.reviewer == "li"  # though the clock of this machine is behind


def test_the_clock_of_the_project_does_not_run_behind_what_was_merged(copies: list[Path]) -> None:
    a, b, _ = copies
    work(b, "wang", "data", at=START + 10**9)
    merged(a, [b])
    work(a, "wang", "infra", at=START)
    with Project.open(a) as project:
        assert reviews.review(project, clauses(project)[0], "wang").values["category"] == ["infra"]


def test_of_two_suggestions_the_better_stands_whatever_came_first(copies: list[Path]) -> None:
    a, b, c = copies
    for path, value, score in ((a, "data", 0.5), (b, "infra", 0.7), (c, "model", 0.7)):
        with closing(sqlite3.connect(path)) as db, db:
            db.execute(
                "INSERT INTO suggestion VALUES ('cl-1', 'category', 'm', '', ?, ?)", (f'["{value}"]', score)
            )
    merged(a, [b, c])
    merged(c, [b, a])
    assert content(a)["suggestion"] == content(c)["suggestion"]
    assert content(a)["suggestion"][-1][-2:] == ('["model"]', 0.7)


# ---------------------------------------------------------------- what is told


def test_a_clock_that_is_ahead_is_told(copies: list[Path]) -> None:
    a, b, c = copies
    work(b, "wang", "data", at=START + DAY // 2)
    work(c, "zhao", "data", "infra", at=START + 3 * DAY)
    assert told(merged(a, [b, c]))["ahead"]["count"] == 3  # entering the project included


def test_two_cuttings_are_told_and_the_later_is_in_force(copies: list[Path]) -> None:
    from annotator.flows.cutting import Cutting

    a, b, _ = copies
    for path, number, later in ((a, 0, 2), (b, 1, 1)):
        with Project.open(path, clock=Clock(START + later * 10**6)) as project:
            document = documents.listing(project)[0]
            clause = documents.clause(project, document, number)
            assert clause
            Cutting(project, codebook_of(project), "li").split(document, clause, 3)
    said = told(merged(b, [a]))["cuttings"]
    assert str(a) == said["path"]
    merged(a, [b])
    assert content(a) == content(b)
    assert "cuttings" not in told(merged(a, [b]))  # all of it is known now


@pytest.mark.parametrize(("text", "key"), [("# 改\n", "codebook_words"), ("instruments", "codebook_meaning")])
def test_another_codebook_is_told_with_whether_its_meaning_differs(
    copies: list[Path], text: str, key: str
) -> None:
    a, b, _ = copies
    text = shipped(text) if text == "instruments" else shipped("default") + text
    with Project.open(b, clock=Clock(START + 10**6)) as project:
        codebooks.use(project, "li", with_keys(parse(text, "b")), text)
    result = merged(a, [b])
    assert told(result)[key]["digest"] == with_keys(parse(text, "b")).digest[:12]
    assert result.counts["codebook"] == 1


def test_labels_given_by_a_codebook_that_means_something_else_are_told(copies: list[Path]) -> None:
    a, b, c = copies
    work(b, "wang", "data", "model")  # away while the codebook changes here
    with Project.open(a, clock=Clock(START + 2 * 10**6)) as project:
        text = shipped("instruments")
        codebooks.use(project, "li", with_keys(parse(text, "a")), text)
    said = told(merged(a, [b]))
    assert said["labelled_by"]["count"] == 2
    assert "codebook_meaning" not in said
    assert "labelled_by" not in told(merged(c, [b]))


def test_one_name_for_two_people_is_told(copies: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    a, b, _ = copies
    monkeypatch.setattr(events, "_os_user", lambda: "another")
    work(b, "wang", "data")
    said = told(merged(a, [b]))["double"]
    assert (said["reviewer"], said["user"]) == ("wang", "another")
    assert "double" not in told(merged(a, [b]))


def test_who_first_works_in_a_copy_keeps_the_roles_given_elsewhere(copies: list[Path]) -> None:
    a, b, _ = copies
    with Project.open(a, clock=Clock(START + 10**6)) as project:
        people.store(project, "li", Person("sun", "孙", (), ("arbitrator",)))
    work(b, "sun", "data", at=START + 2 * 10**6)  # enters that copy as a newcomer, and later
    merged(a, [b])
    merged(b, [a])
    for path in (a, b):
        with Project.open(path) as project:
            assert Person("sun", "孙", (), ("arbitrator",)) in people.people(project)


def test_a_role_that_a_copy_gave_or_took_is_told(copies: list[Path]) -> None:
    a, b, _ = copies
    with Project.open(b, clock=Clock(START + 10**6)) as project:
        people.store(project, "li", Person("wang", "王", (), ("annotator", "arbitrator")))
    said = told(merged(a, [b]))["roles"]
    assert (said["name"], said["was"], said["now"]) == ("王", say("people.annotator"), "标注员、仲裁")
    assert "roles" not in told(merged(a, [b]))


def test_names_that_a_copy_joined_or_parted_are_told(copies: list[Path]) -> None:
    a, b, _ = copies
    for at, person, key in ((1, "li", "joined"), (2, None, "parted")):
        with Project.open(b, clock=Clock(START + at * 10**6)) as project:
            people.join(project, "li", ["wang"], person)
        assert told(merged(a, [b]))[key]["alias"] == "wang"
    assert {"joined", "parted"}.isdisjoint(told(merged(a, [b])))


def test_a_decision_that_another_arbitrator_replaced_is_told(copies: list[Path]) -> None:
    a, b, c = copies
    for path, who, code, at in ((b, "sun", "data", 1), (c, "zhou", "infra", 2)):
        with Project.open(path, clock=Clock(START + at * 10**6)) as project:
            subject = clauses(project)[0]
            value = {"how": "anew", "from": [], "reason": "", "seen": {}}
            changes = [
                Change("decision", subject, "category", value, layer="gold"),
                Change("label", subject, "category", [code], layer="gold"),
            ]
            events.record(project, who, changes, origin="key")
    said = told(merged(a, [b, c]))["overruled"]
    assert (said["loser"], said["winner"], said["count"]) == ("sun", "zhou", 1)
    assert "overruled" not in told(merged(a, [b, c]))
    assert "overruled" in told(merged(c, [b]))


def test_acts_on_documents_that_are_not_here_are_kept_and_told(copies: list[Path], tmp_path: Path) -> None:
    a, b, c = copies
    with Project.open(b) as project:
        (clause,) = add_document(project, ["远。"], name="丙.txt")
        Reviewing(project, codebook_of(project), "wang").note(clause, "远处")
    lines_of(b)
    result = merged(a, [b.with_suffix(".jsonl")])
    assert told(result)["unknown"]["count"] == 4
    merged(a, [b])
    merged(c, [b])
    assert content(a) == content(c)


# ---------------------------------------------------------------- what is refused


def planted(path: Path, *statements: str) -> Path:
    """A file altered behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        db.execute("PRAGMA ignore_check_constraints = 1")
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert db.execute(statement).rowcount != 0
        for _, sql in triggers:
            db.execute(sql)
    return path


MINE = "reviewer = 'wang' AND kind = 'label' AND seq = (SELECT {}(seq) FROM event WHERE reviewer = 'wang' AND kind = 'label')"


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("""UPDATE event SET value = '["policy"]' WHERE """ + MINE.format("max"), "altered"),
        ("UPDATE event SET at = at + 1 WHERE " + MINE.format("max"), "altered"),
        ("UPDATE event SET kind = 'other' WHERE " + MINE.format("max"), "malformed"),
        ("UPDATE event SET value = 'no JSON' WHERE " + MINE.format("max"), "malformed"),
        ("UPDATE event SET value = '5' WHERE " + MINE.format("max"), "malformed"),
        ("UPDATE event SET at = -1 WHERE " + MINE.format("max"), "malformed"),
        ("DELETE FROM event WHERE " + MINE.format("max"), "lost"),
        ("UPDATE sqlite_sequence SET seq = seq + 1", "lost"),
        ("DROP TRIGGER event_no_update", "unprotected"),
        ("DROP VIEW segment", "unprotected"),
        ("UPDATE source SET text = text || '尾' WHERE text LIKE '新%'", "content"),
        ("UPDATE piece SET text = '假' WHERE text LIKE '新%'", "content"),
        ("UPDATE cutting SET cutter = '假' WHERE cutting_no = 3", "content"),
        ("UPDATE document SET file_sha256 = '0000' || substr(file_sha256, 5) WHERE file_name = '新.txt'", "content"),
        ("UPDATE placement SET ord = 7 WHERE cutting_no = 3", "content"),
        ("INSERT INTO codebook VALUES ('" + "0" * 64 + "', 'x', '', '', '', 'x = 1', '[]')", "content"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_verify_is_refused(copies: list[Path], statement: str, key: str) -> None:
    a, b, _ = copies
    with Project.open(b) as project:
        add_document(project, ["新。"], name="新.txt")
    work(b, "wang", "data", "infra", "model")
    if "DROP" in statement:
        with closing(sqlite3.connect(b)) as db:
            db.execute(statement)
    else:
        planted(b, statement)
    error = refused(a, b)
    assert error.key == f"merging.{key}"
    assert str(b) in str(error)


def test_a_gap_is_refused_also_where_the_count_was_set_right(copies: list[Path]) -> None:
    a, b, _ = copies
    work(b, "wang", "data", "infra", "model")
    planted(
        b,
        "DELETE FROM event WHERE reviewer = 'wang' AND kind = 'label' AND seq = 2",
        "UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'event'",
    )
    told = refused(a, b)
    assert told.key == "merging.gap"
    assert "wang 在 20" in str(told)


def test_two_contents_for_one_place_in_a_run_are_refused(copies: list[Path]) -> None:
    a, b, c = copies
    for path, value in ((a, ["data"]), (b, ["infra"]), (c, ["model"])):
        with Project.open(path) as project:
            write(project, event(value=value, at=START + 10**6))
    assert refused(a, b).key == "merging.forked"
    with create(c.with_name("d.db"), "li"):
        pass
    assert refused(c.with_name("d.db"), a, b).key == "merging.forked"


def test_a_chain_that_a_forged_event_was_put_into_is_refused(copies: list[Path], tmp_path: Path) -> None:
    first, other = event(value=["data"]), event(value=["infra"])
    second = event(value=["model"], seq=2, prev=first.id)
    with Project.open(copies[0]) as project:
        write(project, first, second)
    files = [
        event_file(tmp_path / "a.jsonl", {"format": 1, "id": first.id, **first._asdict()}),
        event_file(tmp_path / "b.jsonl", {"format": 1, "id": second.id, **second._asdict()}),
        event_file(tmp_path / "c.jsonl", {"format": 1, "id": other.id, **other._asdict()}),
    ]
    assert refused(copies[1], files[1]).key == "merging.gap"
    assert refused(copies[1], files[2], files[1]).key == "merging.chain"
    merged(copies[1], [files[1], files[0]])
    assert content(copies[1])["event"] == content(copies[0])["event"]


def test_a_file_of_a_newer_program_is_refused(copies: list[Path], tmp_path: Path) -> None:
    a, b, _ = copies
    with closing(sqlite3.connect(b)) as db:
        db.execute("PRAGMA user_version = 99")
    assert refused(a, b).key == "store.newer"
    assert refused(a, event_file(tmp_path / "e.jsonl", {**line_of(), "format": 2})).key == "merging.newer"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"SQLite format 3\0 and no more", "store.foreign"),
        (b"\x89PNG\r\n", "merging.neither"),
        (b"{", "merging.not_json"),
        (b"{}", "merging.no_event"),
        (b"{\xff}", "merging.not_utf8"),
        (b"{}\n<<<<<<< HEAD\n", "merging.no_event"),
        (b'{"left_out": ["run-1", 3, 2]}', "merging.no_event"),
        (b'{"left_out": 5}', "merging.no_event"),
        (b'{"a":' * 100_000, "merging.not_json"),
        (b'{"a":' + b"9" * 5000 + b"}", "merging.not_json"),
    ],
)
def test_what_is_neither_project_nor_events_is_refused(
    copies: list[Path], tmp_path: Path, data: bytes, key: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    error = refused(copies[0], path)
    assert error.key == key
    assert str(path) in str(error)


def test_places_where_no_file_is_are_refused(copies: list[Path], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(copies[0], tmp_path / "none.db").key == "merging.no_file"
    assert refused(copies[0], tmp_path / "pipe").key == "merging.neither"
    assert refused(copies[0], tmp_path).key == "store.folder"
    assert refused(copies[0], Path("/dev/zero")).key == "merging.neither"


@pytest.mark.parametrize(
    "parts",
    [
        {"id": "ev-00000000000000000000000000000000"}, {"subject": "cl-2"}, {"seconds": float("inf")},
        {"seconds": True}, {"seconds": "1"}, {"at": 10**18}, {"at": 1.5}, {"at": "1"}, {"at": True}, {"seq": 0},
        {"seq": 10**30}, {"pass_no": 0}, {"suggested": 1}, {"kind": "x"}, {"kind": None}, {"layer": "x"},
        {"origin": ["key"]}, {"reviewer": {}}, {"subject": "a\0b"}, {"subject": "\ud800"}, {"value": 5},
        {"value": float("nan")}, {"value": ["\udc00"]}, {"kind": "person", "value": {"name": 5}},
        {"kind": "person", "value": None}, {"kind": "cut", "value": None}, {"kind": "hold", "value": None}, {"kind": "round", "value": []},
        {"kind": "assignment", "value": [["cl-1"]]}, {"layer": "gold", "pass_no": 2}, {"extra": 1},
        {"kind": "metadata", "field": "title", "value": 5}, {"kind": "unit", "field": "settled", "value": {}},
        {"value": json.loads("[" * 300 + "]" * 300)},
    ],
)  # fmt: skip
def test_a_hostile_line_is_refused(copies: list[Path], tmp_path: Path, parts: dict[str, Any]) -> None:
    line = line_of()
    known = {name: value for name, value in parts.items() if name in event()._fields}
    try:  # where it can be, the id is that of what is said: the forger can count too
        line = line_of(**known)
    except (ValueError, TypeError):
        line |= known
    line = {**line, **{name: value for name, value in parts.items() if name not in known}}
    if parts == {"subject": "cl-2"}:
        line["id"] = event().id
    path = tmp_path / "e.jsonl"
    path.write_text(json.dumps(line) + "\n", "utf-8")
    assert refused(copies[0], path).key.startswith("merging.")


def test_a_line_without_an_end_is_refused(
    copies: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.tools.eventlines.LONGEST", 1000)
    path = tmp_path / "e.jsonl"
    path.write_bytes(b'{"a": "' + b"x" * 5000)
    assert refused(copies[0], path).key == "merging.long_line"


def test_of_several_bad_files_all_are_named_and_no_good_one_is_taken(
    copies: list[Path], tmp_path: Path
) -> None:
    a, b, _ = copies
    work(b, "wang", "data")
    bad = [event_file(tmp_path / f"{n}.jsonl", "{}") for n in range(3)]
    error = refused(a, bad[0], b, *bad[1:])
    assert all(str(path) in str(error) for path in bad)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    error = refused(a, loop, bad[0], tmp_path / "none.db")
    assert all(str(path) in str(error) for path in (loop, bad[0], tmp_path / "none.db"))


def test_a_cutting_or_a_codebook_that_an_event_file_only_names_is_refused(copies: list[Path]) -> None:
    from annotator.flows.cutting import Cutting

    a, b, c = copies
    with Project.open(b, clock=Clock(START + 10**6)) as project:
        document = documents.listing(project)[0]
        clause = documents.clause(project, document, 0)
        assert clause
        Cutting(project, codebook_of(project), "li").split(document, clause, 3)
    with Project.open(c, clock=Clock(START + 10**6)) as project:
        text = shipped("default") + "# 改\n"
        codebooks.use(project, "li", with_keys(parse(text, "c")), text)
    for path, key in ((b, "no_cutting"), (c, "no_codebook")):
        lines_of(path)
        assert refused(a, path.with_suffix(".jsonl")).key == f"merging.{key}"
        merged(a, [path.with_suffix(".jsonl"), path])


def test_a_document_whose_cutting_only_an_event_file_told_of_is_refused(
    copies: list[Path], tmp_path: Path
) -> None:
    from annotator.flows.cutting import Cutting

    a, b, _ = copies
    with Project.open(b, clock=Clock(START + 10**6)) as project:
        add_document(project, ["新。新新。"])
    old = tmp_path / "old.db"
    copyfile(b, old)
    with Project.open(b, clock=Clock(START + 2 * 10**6)) as project:
        document = documents.listing(project)[-1]
        clause = documents.clause(project, document, 0)
        assert clause
        Cutting(project, codebook_of(project), "li").split(document, clause, 2)
    lines_of(b)
    merged(a, [b.with_suffix(".jsonl")])  # of a document that is not here: kept
    assert refused(a, old).key == "merging.no_cutting"
    merged(a, [old, b])
    assert content(a) == content(b)


def test_a_time_that_leaves_no_room_for_what_follows_is_refused(copies: list[Path]) -> None:
    a, b, _ = copies
    work(b, "wang", "data", at=LATEST - 10**6)
    assert refused(a, b).key == "merging.far"
    work(a, "li", "data", "model")


# ---------------------------------------------------------------- event files


def test_event_files_come_in_any_order_of_lines_and_twice(copies: list[Path], tmp_path: Path) -> None:
    a, b, c = copies
    work(b, "wang", "data", "infra", "model")
    lines = lines_of(b)
    merged(a, [event_file(tmp_path / "e.jsonl", "", *reversed(lines), *lines)])
    merged(c, [b])
    assert content(a) == content(c)


def test_what_is_new_stands_together_in_an_event_file(copies: list[Path]) -> None:
    a = copies[0]
    before = lines_of(a)
    work(a, "wang", "data", "infra")
    after = lines_of(a)
    new = [n for n, line in enumerate(after) if line not in before]
    assert len(new) == 2
    assert new[1] == new[0] + 1
    assert [line for line in after if line in before] == before


def test_an_event_file_is_not_written_over_what_would_be_lost(copies: list[Path]) -> None:
    a, b, _ = copies
    work(b, "wang", "data")
    lines_of(b)
    events_of_b = b.with_suffix(".jsonl")
    before = events_of_b.read_bytes()
    for target, key in (
        (events_of_b, "merging.unmerged"),
        (b, "bundling.exists"),
        (b.parent, "store.folder"),
    ):
        with Project.open(a) as project, pytest.raises(AnnotatorError) as caught:
            write_events(project, target)
        assert caught.value.key == key
    assert events_of_b.read_bytes() == before
    assert sorted(path.name for path in b.parent.iterdir()) == ["annotator.db", "annotator.jsonl"]


# ---------------------------------------------------------------- places and accidents


def test_a_file_in_a_folder_that_cannot_be_written_is_merged_as_it_lies(copies: list[Path]) -> None:
    a, b, _ = copies
    work(b, "wang", "data")
    before = b.read_bytes()
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (b, b.parent)}
    b.chmod(0o444)
    b.parent.chmod(0o555)
    try:
        assert merged(a, [b]).counts["event"] == 1
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert [path.name for path in b.parent.iterdir()] == [b.name]
    assert b.read_bytes() == before or os.access("/", os.W_OK)  # root may write anywhere


def test_what_is_still_in_a_wal_beside_a_file_is_merged_too(copies: list[Path], tmp_path: Path) -> None:
    a, b, _ = copies
    with Project.open(b) as project:
        Reviewing(project, codebook_of(project), "wang").put(clauses(project)[0], {"category": ["model"]})
        away = tmp_path / "away.db"
        for end in ("", "-wal"):
            copyfile(f"{b}{end}", f"{away}{end}")
        assert merged(a, [away]).counts["event"] == 1
        assert not any(merged(a, [b]).counts.values())  # while it is open


def test_a_merge_goes_on_while_others_write(copies: list[Path]) -> None:
    a, b, _ = copies
    work(b, "wang", *["data"] * 5)
    with Project.open(a) as other, Project.open(a) as project:
        with other.transaction() as db:
            db.execute("INSERT INTO asked VALUES ('li', 'x', 1)")
            project.db.execute("PRAGMA busy_timeout = 50")
            with pytest.raises(AnnotatorError) as caught:
                merge(project, [b])
            assert caught.value.key == "store.busy"
        assert merge(project, [b]).counts["event"] == 5
    assert faults(a) == []


KILLED = """
import sys
from pathlib import Path
from annotator.flows.merging import merge
from annotator.store import merging, merge_checks
from annotator.store.project import Project
def stop(incoming):
    print("in", flush=True)
    sys.stdin.read()
merging.require_content = stop
with Project.open(Path(sys.argv[1])) as project:
    merge(project, [Path(sys.argv[2])])
"""


def test_a_merge_that_is_killed_leaves_the_project_as_it_was(copies: list[Path]) -> None:
    a, b, _ = copies
    work(b, "wang", "data", "infra")
    before = content(a)
    command = [sys.executable, "-c", KILLED, str(a), str(b)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"in\n"  # everything is put in and nothing is committed
        process.kill()
    assert content(a) == before
    assert faults(a) == []
    assert merged(a, [b]).counts["event"] == 2


# ---------------------------------------------------------------- small parts


@pytest.mark.parametrize(
    "parts",
    [
        {}, {"value": ["数据", {"b": 1.5, "a": None}]}, {"subject": 'a"b\\中\n\u2028'}, {"seconds": 1.5},
        {"suggested": True}, {"value": None}, {"at": 0}, {"undoes": "run-1:1"}, {"reviewer": "𠀀"},
    ],
)  # fmt: skip
def test_a_row_has_the_id_of_its_event(parts: dict[str, Any]) -> None:
    one = event(**parts)
    row = (one.id, *one[:5], canonical(one.value), *one[6:9], int(one.suggested), *one[10:])
    assert identity(row) == row[0] == one.id
    assert checked(row) == row


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([], []),
        ([(2, 3), (4, 5)], [(2, 5)]),
        ([(6, 7), (2, 3)], [(2, 3), (6, 7)]),
        ([(2, 9), (3, 4)], [(2, 9)]),
    ],
)
def test_gaps_are_joined(gaps: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    assert joined(Gap("r", *one) for one in gaps) == [Gap("r", *one) for one in expected]


def test_what_is_left_of_a_gap() -> None:
    gap = Gap("r", 3, 9)
    assert list(without(gap, [])) == [gap]
    assert list(without(gap, [3, 5, 9])) == [Gap("r", 4, 4), Gap("r", 6, 8)]
    assert list(without(gap, range(3, 10))) == []
    assert uncovered(gap, [gap]) == []
    assert uncovered(gap, [Gap("r", 1, 4), Gap("r", 6, 7), Gap("r", 20, 30)]) == [
        Gap("r", 5, 5),
        Gap("r", 8, 9),
    ]
