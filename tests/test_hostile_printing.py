"""Every command that prints foreign text, and the work line by line, in a real terminal: what reaches it is
printable text, and no command ends in a traceback.
"""

import json
import os
import sys
from pathlib import Path

from tests.hostile import EVIL, FILE_NAME, LINE, assert_harmless, hostile_codebook, hostile_project
from tests.terminal import Terminal

RUN = """
import json, sys
from contextlib import suppress
from annotator.cli.group import run
for arguments in json.load(open(sys.argv[1])):
    sys.argv[1:] = arguments
    with suppress(SystemExit):
        run()
print("all", "done")
"""
"""One process for all commands: each start would take as long as most of them."""

TYPED = [
    "",
    "l",
    "codes",
    "目录",
    "note " + LINE,
    "note",
    ";" + LINE,
    "/" + LINE,
    "undo",
    "?",
    LINE,
    "help",
    "go 9",
    "quit",
]


def commands(folder: Path) -> list[list[str]]:
    """Every command, with and without --json, with files and words that are hostile."""
    (folder / "labels.jsonl").write_text(json.dumps({"doc": EVIL, "field": EVIL, "value": EVIL}) + "\n")
    (folder / f"{LINE.replace('/', '')}.toml").write_text(hostile_codebook())
    (folder / "wrong.toml").write_text(f"name = {json.dumps(EVIL)}\n[[{LINE}")
    (folder / "c.txt").write_text(f"{LINE}方案\n1.{LINE}。\n")
    os.rename(folder / "c.txt", folder / os.fsdecode(b"c\xb9\xe3\x1b]0;owned\x07.txt"))
    broken = os.fsdecode(b"c\xb9\xe3\x1b]0;owned\x07.txt")
    plain = [
        ["status"], ["log"], ["search", "恶意"], ["search", LINE], ["search", f"unit:{LINE}"],
        ["search", "--saved", LINE], ["agreement"], ["verify"], ["units"], ["units", "--unresolved"], ["units", "--proposed"], ["document"], ["document", "--set", f"title={EVIL}"], ["reviewers"], ["keys"],
        ["preferences"], ["codebook", "show"], ["segment", FILE_NAME], ["segment", broken],
    ]  # fmt: skip
    with_json = [[*one, "--json"] for one in plain]
    others = [
        ["import", FILE_NAME, "b.txt", broken, f"missing{LINE}"], ["label", "labels.jsonl"], ["suggest", "labels.jsonl"],
        ["suggest", LINE], ["codebook", "check", "wrong.toml"], ["codebook", "check", f"{LINE.replace('/', '')}.toml"],
        ["codebook", "use", LINE], ["units", "--confirm", LINE], ["units", "--merge", LINE, "恶0" + LINE], ["units", "--drop", LINE], ["retire", LINE], ["export", f"out{LINE.replace('/', '')}", "--json"],
        ["export", "out2"], ["backup", LINE.replace("/", "")], ["restore", LINE], [LINE], [f"--{LINE}"],
        ["status", LINE], ["--reviewer", LINE, "status"], ["--project", LINE, "status"], ["preferences", LINE, LINE],
        ["--theme", LINE], ["reviewers", LINE, "--name", LINE], ["demo", LINE], ["keys", LINE], ["status", "--help"],
    ]  # fmt: skip
    return [*plain, *with_json, *others]


def environment(path: Path) -> dict[str, str]:
    return {
        "ANNOTATOR_REVIEWER": "[/王芳]", "LANG": "zh_CN.UTF-8", "ANNOTATOR_LANG": "zh", "HOME": str(path.parent),
        "ANNOTATOR_PROJECT": str(path), "XDG_CONFIG_HOME": str(path.parent / "config"),
    }  # fmt: skip


def test_no_command_prints_what_a_terminal_obeys(tmp_path: Path) -> None:
    path = hostile_project(tmp_path / "p")
    (tmp_path / "commands.json").write_text(json.dumps(commands(path.parent)))
    config = path.parent / "config" / "annotator"
    config.mkdir(parents=True)
    for name in ("preferences.toml", "keys.toml"):
        (config / name).write_text(f"{json.dumps(LINE)} = {json.dumps(LINE)}\n", encoding="utf-8")
    program = [sys.executable, "-c", RUN, str(tmp_path / "commands.json")]
    with Terminal(program, cwd=path.parent, size=(100, 30), environment=environment(path)) as terminal:
        terminal.wait_for("all done", 60)
        assert terminal.finish() == 0
    assert_harmless(terminal)
    said = terminal.written.decode()
    assert "Traceback" not in said
    assert "出了意外" not in said


def test_the_work_in_lines_prints_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    path = hostile_project(tmp_path / "p")
    lines = tmp_path / "lines.txt"
    lines.write_bytes("\n".join(TYPED).encode() + b"\n\xff\xfe\x9b\n")
    command = f'"{sys.executable}" -m annotator --linear < "{lines}"'
    with Terminal(["sh", "-c", command], cwd=path.parent, environment=environment(path)) as terminal:
        terminal.finish()
    assert_harmless(terminal)
    said = terminal.written.decode()
    assert "Traceback" not in said
    assert said.count("恶") > 20
