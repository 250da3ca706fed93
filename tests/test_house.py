"""The rules of the house that a machine can hold."""

import ast
import re
import string
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import annotator
from annotator import words

PACKAGE = Path(annotator.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
AREAS = sorted(
    path.stem for path in (PACKAGE / "words").glob("*.py") if path.stem not in ("__init__", "plain")
)
HEADLESS = [
    module.name
    for module in walk_packages(annotator.__path__, "annotator.")
    if not module.name.startswith(("annotator.tui", "annotator.cli", "annotator.__main__"))
]


def loaded(code: str) -> set[str]:
    """The modules that stand in memory after `code` has run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split())


def test_headless_modules_load_no_textual() -> None:
    assert "textual" not in loaded("\n".join(f"import {name}" for name in HEADLESS))


def test_help_loads_neither_screens_nor_store_nor_numbers() -> None:
    code = "from annotator.cli.group import annotator\nannotator(['--help'], standalone_mode=False)"
    assert not {"textual", "numpy", "sqlite_utils", "sqlite3", "jieba", "opencc"} & loaded(code)


def test_the_audit_of_a_file_of_ratings_loads_no_project() -> None:
    assert not {"textual", "sqlite3", "jieba", "opencc"} & loaded("import annotator.cli.agreement")


def test_the_screens_start_without_what_they_do_not_need() -> None:
    heavy = {"click", "sqlite_utils", "numpy", "jieba", "opencc", "lxml", "tomllib", "orjson"}
    assert not heavy & loaded("import annotator.cli, annotator.cli.screens, annotator.tui.screens.review")


@pytest.mark.parametrize("area", AREAS)
def test_every_sentence_is_there_in_both_languages_with_the_same_gaps(area: str) -> None:
    for name, pair in import_module(f"annotator.words.{area}").WORDS.items():
        assert len(pair) == 2, name
        gaps = [{gap for _, gap, _, _ in string.Formatter().parse(text) if gap is not None} for text in pair]
        assert gaps[0] == gaps[1], f"{area}.{name}"
        assert all(pair), f"{area}.{name}"


def test_every_key_named_in_the_code_is_in_the_catalogue() -> None:
    named = re.compile(r'"((?:' + "|".join(AREAS) + r')\.[A-Za-z_/-]*[a-z])"')
    missing = []
    for path in SOURCES:
        for key in named.findall(path.read_text(encoding="utf-8")):
            area, _, name = key.partition(".")
            if name != "toml" and name not in import_module(f"annotator.words.{area}").WORDS:
                missing.append(f"{path.relative_to(PACKAGE)}: {key}")
    assert not missing


def test_no_module_hides_a_second_noun() -> None:
    long = {str(p.relative_to(PACKAGE)): len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCES}
    assert not {name: lines for name, lines in long.items() if lines > 300 and not name.startswith("words/")}


def test_every_module_opens_with_its_reason() -> None:
    assert not [p for p in SOURCES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]


def test_every_repair_rule_has_a_name_for_the_report() -> None:
    rules = set[str]()
    for path in [*(PACKAGE / "tools" / "text").rglob("*.py"), PACKAGE / "model" / "edit.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            given: list[ast.expr] = []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                given = {"Edit": node.args[2:3], "_drop": node.args[:1]}.get(node.func.id, [])
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                given = [node.value] * (node.targets[0].id in ("RULE", "_RULE", "LINE_BREAK"))
            rules |= {
                one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
            }
    assert {"line_break", "line_join", "markup", "mojibake", "pinyin"} < rules
    for rule in rules:
        assert words.say(f"repairs.{rule}")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"), ({"LANG": "en_GB.UTF-8"}, "en"), ({"LANG": "C.UTF-8"}, "zh"), ({}, "zh"),
        ({"LANG": "zh_TW.UTF-8", "ANNOTATOR_LANG": "en"}, "en"), ({"LANG": "en_US", "LC_ALL": "zh_CN"}, "zh"),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_environment_else_chinese(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ANNOTATOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    words.choose(None)
    assert words.language() == language
