"""Help, mistakes on the command line and the way in, as a newcomer meets them, in both languages."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from annotator.cli import opening
from annotator.cli.cells import cells
from annotator.cli.group import COMMANDS, annotator
from annotator.cli.layout import wrapped
from annotator.words.usage import WORDS

MISTAKES = [
    (
        "export",
        "请写输出文件夹，如 annotator export out",
        "OUT is missing; for example: annotator export out",
    ),
    ("import", "请写文件或文件夹，如 annotator import", "PATHS is missing"),
    ("codebook check", "请写文件，如 annotator codebook check mine.toml", "FILE is missing"),
    ("preferences set", "请写设置项", "NAME is missing"),
    ("export a b c", "多出了“b c”", "“b c” is too much"),
    ("status x", "多出了“x”；写法如 annotator status", "“x” is too much"),
    ("exprot out", "没有“exprot”这个命令。是不是 export？", "no command “exprot”. Did you mean export?"),
    ("codebook shwo", "没有“shwo”这个命令。是不是 show？", "Did you mean show?"),
    ("nonsense", "没有“nonsense”这个命令。", "no command “nonsense”."),
    (
        "export out --forrce",
        "没有“--forrce”这个选项。是不是 --force？",
        "no option “--forrce”. Did you mean --force?",
    ),
    ("status -x", "没有“-x”这个选项。", "no option “-x”."),
    ("--project", "--project 后面要写 文件", "--project needs FILE"),
    ("export out --where", "--where 后面要写 查询", "--where needs QUERY"),
    ("units --merge a", "--merge 后面要写 名称 已有单位", "--merge needs NAME INTO"),
    ("status --json=1", "--json 后面不写值", "--json takes no value"),
    ("--theme red", "--theme 只能写：dark、light、contrast、none", "--theme must be one of: dark"),
    ("search x --limit many", "--limit 要写整数，至少 1", "--limit must be a whole number, 1 at least"),
    ("suggest --seed -3 --hold-back 20%", "--seed 要写整数，至少 0", "--seed must be a whole number"),
    ("segment none.txt", "none.txt", "none.txt"),
]
HELP = [
    name.split() for name in (*COMMANDS, "codebook check", "codebook show", "codebook use", "preferences set")
]
RUN = """
import contextlib, io, json, sys
from annotator.cli.group import run
for line in json.load(sys.stdin):
    sys.argv = ["annotator", *line]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run()
    print(json.dumps([code, out.getvalue(), err.getvalue()]))
"""
ENGLISH = re.compile(
    r"Usage|Options|Commands|Error|Show this|Missing|Invalid|No such|Did you|unexpected|Try |, version"
)


def answers(lines: list[list[str]], language: str, folder: Path) -> list[tuple[int, str, str]]:
    """(exit code, stdout, stderr) of each line; the language is that of a process from its start."""
    environment = {
        **os.environ, "ANNOTATOR_LANG": language, "ANNOTATOR_CONFIG": str(folder), "COLUMNS": "80",
        "ANNOTATOR_REVIEWER": "王芳",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", RUN], input=json.dumps(lines), capture_output=True, text=True, check=True,
        cwd=folder, env=environment,
    )  # fmt: skip
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_mistake_is_a_sentence_in_the_language_in_force(language: str, tmp_path: Path) -> None:
    found = answers([line.split() for line, *_ in MISTAKES], language, tmp_path)
    for (line, *words), (code, out, err) in zip(MISTAKES, found, strict=True):
        assert (code, out) == (2, ""), line
        assert words[language == "en"] in err, (line, err)
        assert len(err.splitlines()) <= 2, err
        assert language == "en" or not ENGLISH.search(err), err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_help_page_fits_speaks_one_language_and_ends_with_an_example(
    language: str, tmp_path: Path
) -> None:
    found = answers([[*name, "--help"] for name in HELP], language, tmp_path)
    for name, (code, out, _) in zip(HELP, found, strict=True):
        assert code == 0
        assert out.startswith("Usage: annotator" if language == "en" else "用法：annotator"), out
        example = WORDS[f"example_{'_'.join(name)}"][language == "en"]
        assert out.splitlines()[-1].endswith(example)
        assert example.startswith(" ".join(["annotator", *name]))
        assert max(map(cells, out.splitlines())) <= 80, out
        assert language == "en" or not ENGLISH.search(out), out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_commands_and_how_to_begin_are_what_stays_on_the_screen(language: str, tmp_path: Path) -> None:
    ((code, out, _),) = answers([["--help"]], language, tmp_path)
    assert code == 0
    last = out.splitlines()[-len(COMMANDS) - 8 :]
    assert "annotator import" in last[-1]
    assert all(any(line.split()[:1] == [name] for line in last) for name in COMMANDS)
    assert max(map(cells, out.splitlines())) <= 80
    assert language == "en" or not ENGLISH.search(out)


def test_examples_are_understood(tmp_path: Path) -> None:
    lines = [
        pair[0].split(" > ")[0].split()[1:] for key, pair in WORDS.items()
        if key.startswith("example_") and "demo" not in key and pair[0] != "annotator demo"
    ]  # fmt: skip
    for line, (_, _, err) in zip(lines, answers(lines, "zh", tmp_path), strict=True):
        assert "--help" not in err, (line, err)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("短", ["短"]),
        ("一二三四五六", ["一二三四五", "六"]),
        ("一二三四五，六", ["一二三四", "五，六"]),
        ("one two three", ["one two", "three"]),
        ("见 README 吧", ["见 README", "吧"]),
        ("（ABCDEFGH）。", ["（", "ABCDEFGH）。"]),
    ],
)
def test_lines_are_broken_by_cells_and_never_before_a_closing_mark(text: str, lines: list[str]) -> None:
    assert list(wrapped(text, 10)) == lines


# ---------------------------------------------------------------- the way in


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`begin("1")`: run `annotator` on a terminal here, with these answers; what it said, what it opened."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATOR_LANG", "zh")
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "王芳")
    monkeypatch.delenv("ANNOTATOR_PROJECT", raising=False)
    opened: list[Path] = []
    monkeypatch.setattr(opening, "terminal", lambda: True)
    monkeypatch.setattr(opening, "enter", lambda path, *_: opened.append(path) or 0)

    def call(*said: str) -> tuple[str, list[Path]]:
        result = CliRunner().invoke(annotator, input="".join(f"{line}\n" for line in said))
        return result.output, opened

    return call


def write(*paths: str) -> None:
    for name in paths:
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"关于{path.stem}的通知\n一、要求\n1.加强{path.stem}管理。\n", encoding="utf-8")


def test_documents_of_the_folder_are_offered_and_enter_takes_them(begin: Any, tmp_path: Path) -> None:
    write("甲.txt", "乙.md", "丙.txt", "丁.txt", ".隐藏.txt")
    Path("表.xlsx").write_bytes(b"PK")
    said, opened = begin("")
    assert "1  导入这个文件夹里的 4 份文件（丁.txt、丙.txt、乙.md…），" in said
    assert "新导入 4 份" in said
    assert opened == [Path("annotator.db")]


def test_documents_of_a_folder_within_are_offered_where_there_are_none_here(begin: Any) -> None:
    write("policies/甲.txt", ".git/乙.txt")
    said, opened = begin("8", "1")
    assert "1  导入 policies 里的 1 份文件，" in said
    assert "请输入 1–3 或 q。" in said
    assert len(opened) == 1


def test_without_documents_their_place_is_asked_for(begin: Any, tmp_path: Path) -> None:
    elsewhere = tmp_path / "far/off"
    elsewhere.mkdir(parents=True)
    write("far/off/甲.txt")
    said, opened = begin("1", str(elsewhere))
    assert "1  导入文件或文件夹" in said
    assert "新导入 1 份" in said
    assert len(opened) == 1


def test_nothing_is_made_of_a_wrong_path_or_by_leaving(begin: Any, tmp_path: Path) -> None:
    said, opened = begin("1", "nowhere")
    assert "找不到“nowhere”" in said
    begin("q")
    assert not opened
    assert not list(tmp_path.iterdir())
