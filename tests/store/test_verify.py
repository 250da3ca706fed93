"""What is planted in a file behind the program's back is found and named."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copyfile

import pytest

from annotator import words
from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.event import Change
from annotator.store import events
from annotator.store.project import Project
from annotator.store.verify import verify
from annotator.words import say
from tests.making import add_document, add_repaired, assert_sentence, event, faults, write


@pytest.fixture
def worked(path: Path, codebook: Codebook) -> Path:
    """A project with two documents, in which two people have worked in two runs each."""
    with Project.open(path) as project:
        clauses = [*add_document(project, ["一。", "二。", "三。"]), *add_repaired(project)]
    for code in ("data", "infra"):
        with Project.open(path) as project:
            for who in ("li", "wang"):
                work = Reviewing(project, codebook, who)
                for clause in clauses:
                    work.put(clause, {"category": [code]})
                work.finish(clauses[0])
                work.undo()
    return path


@contextmanager
def behind(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for which nothing is refused; the triggers are there again afterwards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        db.execute("PRAGMA ignore_check_constraints = 1")
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        yield db
        for _, sql in triggers:
            db.execute(sql)


def planted(path: Path, *statements: str) -> list[str]:
    """The faults of a file after some statements, which must have changed something."""
    with behind(path) as db:
        for statement in statements:
            assert db.execute(statement).rowcount != 0, statement
    return faults(path)


def test_a_good_file_has_no_faults(worked: Path) -> None:
    assert faults(worked) == []


def test_an_empty_project_has_no_faults(tmp_path: Path) -> None:
    Project.create(tmp_path / "a.db").close()
    assert faults(tmp_path / "a.db") == []


def test_a_copied_file_labelled_in_both_copies_has_no_faults(worked: Path, codebook: Codebook) -> None:
    copy = worked.with_name("copy.db")
    with Project.open(worked) as open_here:
        here = Reviewing(open_here, codebook, "li")
        here.note("cl-1", "此")
        open_here.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copyfile(worked, copy)  # while it is open, in the middle of a run
        with Project.open(copy) as open_there:
            there = Reviewing(open_there, codebook, "li")
            for work in (here, there, here, there):
                work.flag("cl-1")
            met = [one for one in events.read(open_there) if one not in list(events.read(open_here))]
        assert len(met) == 2
        write(open_here, *met)
        assert not list(verify(open_here))
    assert faults(copy) == []
    assert faults(worked) == []


# ---------------------------------------------------------------- the log

FIRST = "n = (SELECT min(n) FROM event WHERE reviewer = 'wang' AND kind = 'label')"
LAST = "n = (SELECT max(n) FROM event WHERE kind = 'label')"


@pytest.mark.parametrize(
    "change",
    [
        """value = '["model"]'""",
        "value = 'null'",
        "value = value || ' '",  # the same JSON spelt otherwise is no harm
        "value = 'no JSON'",
        "value = '\"\\ud800\"'",
        "kind = 'note'",
        "subject = 'cl-1'",
        "field = 'priority'",
        "layer = 'gold'",
        "pass_no = 2",
        "act = 'run-1:1'",
        "undoes = 'run-1:1'",
        "origin = 'suggestion'",
        "suggested = 1",
        "seen = '0000000000000000'",
        "seconds = 1.5",
        "codebook = ''",
        "reviewer = 'li'",
        "os_user = 'somebody else'",
        "at = at + 1",
        "prev = 'ev-0'",
        "id = 'ev-0'",
    ],
)
def test_an_altered_event_is_named(worked: Path, change: str) -> None:
    found = planted(worked, f"UPDATE event SET {change} WHERE {FIRST}")
    assert ("event" in found) == ("||" not in change)
    assert found.count("event") <= 1


def test_an_altered_event_is_named_where_the_present_was_altered_with_it(worked: Path) -> None:
    found = planted(
        worked,
        f"""UPDATE event SET value = '["model"]' WHERE {LAST}""",
        "DELETE FROM present",
        "INSERT INTO present SELECT * FROM present_from_log",
    )
    assert found == ["event"]


def test_an_event_moved_to_another_run_is_named(worked: Path) -> None:
    assert "event" in planted(worked, f"UPDATE event SET run = 'run-0', seq = 1 WHERE {FIRST}")


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (FIRST, {"lost", "gap"}),  # in the middle of a run, superseded
        ("kind = 'person' AND subject = 'wang'", {"lost", "gap", "present"}),  # the first of a run
        (LAST, {"lost", "present"}),  # the last of all
        ("reviewer = 'wang'", {"lost", "present"}),
    ],
)
def test_a_deleted_event_is_named(worked: Path, which: str, expected: set[str]) -> None:
    assert set(planted(worked, f"DELETE FROM event WHERE {which}")) == expected


def test_the_last_event_of_a_run_is_missed_even_where_it_was_superseded(path: Path) -> None:
    for code in ("data", "infra"):
        with Project.open(path) as project:
            events.record(project, "li", [Change("label", "cl-1", "category", [code])], origin="key")
    assert planted(path, """DELETE FROM event WHERE value = '["data"]'""") == ["lost"]


def test_a_gap_says_which_events_are_gone(path: Path) -> None:
    with Project.open(path) as project:
        for number in range(6):
            events.record(project, "li", [Change("note", "cl-1", value=str(number))], origin="key")
    with behind(path) as db:
        db.execute("""DELETE FROM event WHERE value IN ('"1"', '"2"', '"4"')""")
    with Project.open(path) as project:
        found = {fault.key: fault.values for fault in verify(project) if fault.key != "verify.gap"}
        gaps = [fault.values for fault in verify(project) if fault.key == "verify.gap"]
    assert [(gap["first"], gap["last"]) for gap in gaps] == [(2, 3), (5, 5)]
    assert all("li 在 20" in say("verify.gap", **gap) for gap in gaps)
    assert not any("run-" in say("verify.gap", **gap) for gap in gaps)
    assert found == {"verify.lost": {"count": 3}}


def test_a_gap_that_is_declared_is_none_and_every_other_is(path: Path) -> None:
    with Project.open(path) as project:
        for number in range(6):
            events.record(project, "li", [Change("note", "cl-1", value=str(number))], origin="key")
    gone = "DELETE FROM event WHERE value IN ('\"1\"', '\"2\"', '\"4\"')"
    declared = "INSERT INTO left_out SELECT DISTINCT run, {}, {} FROM event WHERE kind = 'note'"
    assert planted(path, gone, declared.format(2, 3)) == ["lost", "gap"]
    assert planted(path, declared.format(5, 5)) == ["lost"]
    assert planted(path, declared.format(6, 9)) == ["lost", "left_out"]


def test_an_event_replaced_by_a_whole_one_breaks_the_chain(path: Path) -> None:
    with Project.open(path) as project:
        first = event(kind="note", value="一")
        second = event(kind="note", value="二", seq=2, prev=first.id, at=first.at + 1)
        write(project, first, second)
    forged = event(kind="note", value="伪")
    assert planted(
        path, f"""UPDATE event SET value = '"伪"', id = '{forged.id}' WHERE id = '{first.id}'"""
    ) == ["chain"]


# ---------------------------------------------------------------- the present


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE present SET value = '[]' WHERE kind = 'label' AND owner = 'li'",
        "UPDATE present SET event = 'ev-0' WHERE kind = 'label' AND owner = 'li'",
        "UPDATE present SET at = at + 1 WHERE kind = 'label' AND owner = 'li'",
        "UPDATE present SET owner = 'zhao' WHERE kind = 'label' AND owner = 'li'",
        "DELETE FROM present WHERE kind = 'label' AND owner = 'li'",
        "INSERT INTO present VALUES ('cl-1', 'review', 'li', 1, 'label', 'category', '[]', 'ev-0', 0, '', 0)",
        "INSERT INTO present SELECT subject, 'gold', '', pass_no, kind, field, value, event, at, run, seq "
        "FROM present WHERE kind = 'label' AND owner = 'li'",
    ],
)
def test_a_present_that_the_log_does_not_say_is_named(worked: Path, statement: str) -> None:
    assert set(planted(worked, statement)) == {"present"}


# ---------------------------------------------------------------- the content

CUT = "cutting_no = 2"
PIECE = "piece_no = (SELECT piece_no FROM placement WHERE cutting_no = 2 AND seq = %d)"
"""The repaired document: 0 title, 1 heading, 2 clause with marker, edits and tail, 3 clause."""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE source SET text = replace(text, '一', '二') WHERE text LIKE '一。%'", {"source", "text"}),
        ("UPDATE source SET text = text || '尾' WHERE text LIKE '一。%'", {"source", "partition"}),
        ("UPDATE source SET text = substr(text, 2) WHERE text LIKE '一。%'", {"source", "partition", "text"}),
        (f"UPDATE piece SET text = text || '。' WHERE {PIECE % 2}", {"text", "cutting"}),
        (f"UPDATE piece SET tail = '(市财政局)' WHERE {PIECE % 2}", {"text", "cutting"}),
        (f"UPDATE piece SET text_start = text_start + 1 WHERE {PIECE % 2}", {"text", "cutting"}),
        (f"UPDATE piece SET start = start + 1 WHERE {PIECE % 2}", {"partition", "clause", "cutting"}),
        (f"UPDATE piece SET end = end + 1 WHERE {PIECE % 3}", {"partition", "clause", "cutting"}),
        (f"UPDATE piece SET end = end - 1 WHERE {PIECE % 1}", {"partition", "cutting"}),
        (f"UPDATE piece SET clause_id = 'cl-0' WHERE {PIECE % 2}", {"clause"}),
        (f"UPDATE piece SET clause_id = NULL WHERE {PIECE % 2}", {"clause", "pages"}),
        (f"UPDATE placement SET ord = 7 WHERE {CUT} AND seq = 2", {"order"}),
        (f"UPDATE placement SET parent = 0 WHERE {CUT} AND seq = 2", {"order"}),
        (f"UPDATE placement SET parent = NULL WHERE {CUT} AND seq = 2", {"order"}),
        (f"UPDATE piece SET level = 3 WHERE {PIECE % 3}", {"cutting"}),
        (f"UPDATE piece SET marker = '2.' WHERE {PIECE % 2}", {"cutting", "folded"}),
        (f"UPDATE piece SET folded = NULL WHERE {PIECE % 2}", {"folded"}),
        (f"UPDATE piece SET folded = text WHERE {PIECE % 3}", {"folded"}),
        (f"UPDATE piece SET folded = text WHERE {PIECE % 0}", {"folded"}),
        (f"UPDATE piece SET kind = 'front_matter' WHERE {PIECE % 0}", {"cutting"}),
        (f"DELETE FROM placement WHERE {CUT} AND seq = 2", {"partition", "cutting", "order"}),
        (f"DELETE FROM placement WHERE {CUT} AND seq = 3", {"partition", "cutting"}),
        (f"DELETE FROM placement WHERE {CUT}", {"partition", "cutting"}),
        ("UPDATE edit SET after = '平' WHERE after = '平台'", {"text", "cutting"}),
        ("UPDATE edit SET before = '建 ' WHERE before = '建设'", {"edit", "cutting"}),
        ("UPDATE edit SET state = 'applied' WHERE state = 'proposed'", {"text", "cutting"}),
        ("UPDATE edit SET state = 'refused' WHERE after = '平台'", {"text", "cutting", "repair_unsaid"}),
        ("UPDATE edit SET rule = 'person' WHERE after = '平台'", {"cutting", "repair_unsaid"}),
        ("UPDATE edit SET rule = 'other' WHERE after = '平台'", {"cutting"}),
        ("DELETE FROM edit WHERE after = '平台'", {"text", "cutting"}),
        (f"UPDATE piece SET lead = 1 WHERE {PIECE % 2}", {"cutting"}),
        (f"UPDATE piece SET doubt = 0.5 WHERE {PIECE % 2}", {"cutting"}),
        ("UPDATE edit SET confidence = 0.5 WHERE after = '平台'", {"cutting"}),
        (f"UPDATE cutting SET clauses = 1 WHERE {CUT}", {"cutting"}),
        (f"UPDATE cutting SET cutter = 'li' WHERE {CUT}", {"cutting"}),
        ("UPDATE codebook SET text = text || '# 改'", {"codebook"}),
        ("UPDATE codebook SET parsed = replace(parsed, '任务', '义务')", {"codebook"}),
        ("UPDATE codebook SET parsed = 'no JSON'", {"codebook"}),
        ("UPDATE codebook SET parsed = '[]'", {"codebook"}),
        ("""UPDATE codebook SET parsed = '["0", ["", "", "", "", []]]'""", set()),  # an older program's
        ("UPDATE document SET doc_id = 'doc-000000000000' WHERE rowid = 1", {"document", "reference"}),
        ("UPDATE document SET file_sha256 = '0000' || substr(file_sha256, 5) WHERE rowid = 1", {"document"}),
        ("DELETE FROM source WHERE text LIKE '一。%'", {"reference"}),
        ("DELETE FROM cutting WHERE cutting_no = 2", {"reference", "cut"}),
        ("DELETE FROM document", {"reference"}),
    ],
)
def test_altered_content_is_named(worked: Path, statement: str, expected: set[str]) -> None:
    assert set(planted(worked, statement)) == expected


@pytest.mark.parametrize(
    "name", ["event_no_update", "event_no_delete", "event_no_replace", "event_present", "event_clock"]
)
def test_a_protection_taken_away_is_named(worked: Path, name: str) -> None:
    kind = "INDEX" if name == "event_clock" else "TRIGGER"
    with closing(sqlite3.connect(worked)) as db:
        db.execute(f"DROP {kind} {name}")
    with Project.open(worked) as project:
        assert [say(fault.key, **fault.values) for fault in verify(project)] == [
            f"文件里缺少“{name}”，它的保护不完整。"
        ]


# ---------------------------------------------------------------- pages


def root_page(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0])


def zero(page: bytearray) -> None:
    page[:] = bytes(len(page))


def scribble(page: bytearray) -> None:
    page[-600:] = b"\xff" * 600


@pytest.mark.parametrize("damage", [zero, scribble])
@pytest.mark.parametrize(
    "table", ["event", "present", "source", "piece", "placement", "event_subject", "codebook"]
)
def test_a_damaged_page_is_named(worked: Path, table: str, damage: Callable[[bytearray], None]) -> None:
    root = root_page(worked, table)
    data = bytearray(worked.read_bytes())
    page = data[(root - 1) * 4096 : root * 4096]
    damage(page)
    data[(root - 1) * 4096 : root * 4096] = page
    worked.write_bytes(data)
    with Project.open(worked) as project:
        found = list(verify(project))
    assert "verify.pages" in {fault.key for fault in found}


def test_a_file_cut_short_is_named(worked: Path) -> None:
    worked.write_bytes(worked.read_bytes()[: 4096 * 12])
    with pytest.raises(AnnotatorError) as caught:
        Project.open(worked)
    assert_sentence(caught.value, "store.corrupt", worked)


def test_a_text_that_is_no_text_is_named(worked: Path) -> None:
    assert "pages" in planted(worked, "UPDATE source SET text = CAST(x'ff' AS TEXT)")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_fault_has_its_sentence(worked: Path, language: str) -> None:
    planted(
        worked,
        "UPDATE present SET value = '[]'",
        "UPDATE event SET value = '[]' WHERE kind = 'label'",
        f"DELETE FROM event WHERE {FIRST}",
        "UPDATE source SET text = text || '。'",
        "UPDATE piece SET clause_id = 'cl-' || piece_no, start = start + 1, text = '' WHERE piece_no < 6",
        "UPDATE placement SET parent = 0",
        "UPDATE edit SET before = '' WHERE before != ''",
        "UPDATE codebook SET text = ''",
        "UPDATE document SET doc_id = 'doc-000000000000' WHERE rowid = 1",
    )
    words.choose(language)
    with Project.open(worked) as project:
        said = {fault.key: say(fault.key, **fault.values) for fault in verify(project)}
    words.choose(None)
    assert len(said) >= 10
    assert all("{" not in one and "\n" not in one for one in said.values())
