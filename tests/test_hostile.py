"""What a hostile tester tried: each ends in one sentence, and nothing stored is lost."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import AnnotatorError, Refused
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.store import codebooks, documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.codebook import parse, shipped, with_keys
from tests.terminal import Terminal

ANNOTATOR = [sys.executable, "-m", "annotator"]
PLAN = "某市算力方案\n一、任务\n1.建设平台。建设算力平台。\n2.培育人才。引进人才。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str | bytes, code: int = 0, **options: Any) -> str:
    environment = {**os.environ, "HOME": str(folder), "ANNOTATOR_REVIEWER": "王芳", "ANNOTATOR_LANG": "zh"}
    environment.pop("ANNOTATOR_PROJECT", None)
    done = subprocess.run(
        [*ANNOTATOR, *arguments], check=False, cwd=folder, env={**environment, **options.pop("env", {})},
        stdout=options.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE, timeout=60, **options,
    )  # fmt: skip
    said = (done.stdout or b"").decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    assert done.returncode == code, said
    assert "Traceback" not in said
    return said


def test_a_file_whose_name_is_not_utf_8_is_imported(folder: Path) -> None:
    (folder / os.fsdecode(b"gb\xb9\xe3.txt")).write_text(PLAN, encoding="utf-8")
    assert "2 条" in run(folder, "import", b"gb\xb9\xe3.txt")


def test_a_pipe_or_a_device_is_refused_at_once(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "pipe.txt" in run(folder, "import", "pipe.txt", code=2)
    assert "错误" in run(folder, "segment", "/dev/zero", code=2)


def test_a_long_run_of_digits_is_read_in_less_than_a_minute(folder: Path) -> None:
    (folder / "digits.txt").write_text("某市方案\n1.建设" + "7" * 60_000 + "个。\n", encoding="utf-8")
    assert "1 条" in run(folder, "import", "digits.txt")  # which waits no longer


def test_very_long_lines_and_very_many_short_ones_end_in_documents(folder: Path) -> None:
    long = ["字" * 300_000, "建设平台\n" * 1500, "1.建设\n" * 1500, "7" * 300_000]
    for number, text in enumerate(long):
        (folder / f"{number}.txt").write_text(f"某市方案\n{text}", encoding="utf-8")
    said = run(folder, "import", *(f"{number}.txt" for number in range(4)))  # which waits a minute at most
    assert "4 份" in said


def test_no_project_is_made_beside_the_log_of_an_older_one(folder: Path) -> None:
    (folder / "annotator.db-wal").write_bytes(b"last labels of another project")
    assert "-wal" in run(folder, "import", "plan.txt", code=2)
    assert (folder / "annotator.db-wal").read_bytes() == b"last labels of another project"
    assert not (folder / "annotator.db").exists()


def test_a_project_that_is_killed_while_it_is_made_is_not_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codebooks, "use", lambda *_: os.kill(os.getpid(), signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        create(folder / "half.db", "王芳")
    assert sorted(path.name for path in folder.iterdir()) == ["plan.txt"]


def test_a_project_that_vanishes_takes_no_more_labels(folder: Path) -> None:
    run(folder, "import", "plan.txt")
    with Project.open(folder / "annotator.db") as project:
        reviewing = Reviewing(project, codebook_of(project), "王芳")
        (document,) = documents.listing(project)
        clause = documents.clause(project, document, 0)
        assert clause is not None
        shutil.move(folder / "annotator.db", folder / "moved.db")
        with pytest.raises(AnnotatorError, match="没有保存"):
            reviewing.put(clause.clause_id, {"category": ["data"]})


def test_no_label_is_recorded_under_a_codebook_that_its_reviewer_has_not_seen(folder: Path) -> None:
    run(folder, "import", "plan.txt")
    with Project.open(folder / "annotator.db") as project:
        reviewing = Reviewing(project, codebook_of(project), "王芳")
        (document,) = documents.listing(project)
        clause = documents.clause(project, document, 0)
        assert clause is not None
        run(folder, "codebook", "use", "instruments")
        with pytest.raises(Refused, match="码表已被更换"):
            reviewing.put(clause.clause_id, {"category": ["data"]})
        with pytest.raises(Refused):
            reviewing.finish(clause.clause_id)


SWAPPED = """
name = "swapped"
version = "1"
zh = "换"
en = "Swapped"

[[field]]
id = "category"
kind = "entity"
zh = "类别"
en = "Category"

[[field]]
id = "priority"
kind = "text"
zh = "优先"
en = "Priority"
"""


def test_labels_of_an_older_codebook_of_another_shape_crash_nothing(folder: Path) -> None:
    run(folder, "import", "plan.txt")
    lines = [{"doc": "plan.txt", "seq": 0, "reviewer": "王芳", "field": f, "value": v} for f, v in
             (("category", ["data"]), ("priority", "dated"))]  # fmt: skip
    (folder / "l.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run(folder, "label", "l.jsonl")
    (folder / "swapped.toml").write_text(SWAPPED, encoding="utf-8")
    run(folder, "codebook", "use", "swapped.toml")
    run(folder, "agreement")
    run(folder, "export", "out")
    environment = {
        "ANNOTATOR_REVIEWER": "王芳",
        "LANG": "zh_CN.UTF-8",
        "ANNOTATOR_PROJECT": "",
        "HOME": str(folder),
    }
    with Terminal(ANNOTATOR, cwd=folder, environment=environment) as terminal:
        terminal.wait_for("第 1/2 条")
        terminal.press("pagedown", "pageup", "2", "/", "写", "escape", "ctrl+q")
        assert terminal.finish() == 0
    assert with_keys(parse(SWAPPED, "x")) != with_keys(parse(shipped("default"), "x"))


def test_output_that_cannot_be_written_ends_in_a_sentence(folder: Path) -> None:
    run(folder, "import", "plan.txt")
    if Path("/dev/full").exists():
        with open("/dev/full", "wb") as full:
            assert "读写失败" in run(folder, "status", code=2, stdout=full)
    run(folder, "search", "平台", env={"PYTHONIOENCODING": "gbk"})
    run(folder, "status", env={"PYTHONIOENCODING": "latin-1"})
    run(folder, code=2, stdin=subprocess.DEVNULL)


def test_a_folder_is_imported_twice_without_its_own_project(folder: Path) -> None:
    run(folder, "import", ".")
    assert "annotator.db" not in run(folder, "import", ".").replace("annotator.db。", "")


def test_places_outside_the_clause_are_refused_with_the_line(folder: Path) -> None:
    run(folder, "import", "plan.txt")
    unit = {"name": "某局", "stated": True, "surface": "某局", "start": 0, "end": 10**30}
    line = {"doc": "plan.txt", "seq": 0, "field": "responsible_unit", "source": "m", "value": [unit]}
    (folder / "s.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert "第 1 行" in run(folder, "suggest", "s.jsonl", code=2)
    (folder / "s.jsonl").write_text(json.dumps({**line, "value": None}), encoding="utf-8")
    assert "第 1 行" in run(folder, "suggest", "s.jsonl", code=2)
