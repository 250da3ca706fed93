"""A person's preferences: what is read, what is told of mistakes, what is written."""

import os
import sys
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.store import preferences
from tests.test_house import loaded


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config"


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "preferences.toml").write_text(text, encoding="utf-8")
    return folder / "preferences.toml"


def test_without_a_file_nothing_is_set_and_nothing_is_wrong(folder: Path) -> None:
    assert preferences.read() == ({}, [])
    assert not folder.exists()


def test_what_is_written_is_read_and_the_rest_of_the_file_stays(folder: Path) -> None:
    write(folder, '# mine\ntheme = "dark"  # calm\n\nmouse = false\n')
    preferences.write({"theme": "light", "reviewer": '王 "芳"\\'})
    assert preferences.read() == ({"theme": "light", "reviewer": '王 "芳"\\', "mouse": "off"}, [])
    preferences.write({"reviewer": None})
    text = (folder / "preferences.toml").read_text(encoding="utf-8")
    assert text == 'theme = "light"\n# mine\n\nmouse = false\n'
    assert [path.name for path in folder.iterdir()] == ["preferences.toml"]


@pytest.mark.parametrize(
    ("text", "read", "said"),
    [
        ('theme = "light"\n', {"theme": "light"}, []),
        ("theme='light'\r\nlanguage = \"en\" # 英\r\n", {"theme": "light", "language": "en"}, []),
        ("\ufefflinear = true", {"linear": "on"}, []),
        ('reviewer = "\\u738b\\u82b3"', {"reviewer": "王芳"}, []),
        ('theme = "drak"\nmouse = "off"\n', {"mouse": "off"}, ["第 1 行：theme 不能设为“drak”；可以设为 dark, light"]),
        ('\n\ncolour = "red"\n', {}, ["第 3 行：没有名为“colour”的设置；可以设的有 language"]),
        ('[looks]\ntheme = "light"\n', {}, ["第 1 行：没有名为“looks”的设置"]),
        ("width = 2\n", {}, ["第 1 行：width 不能设为“2”"]),
        ('reviewer = "a\\u0007b"\n', {}, ["第 1 行：reviewer 不能设为"]),
        ('reviewer = ["a"]\n', {}, ["第 1 行：reviewer 不能设为"]),
        ("theme = light\n", {}, ["第 1 行看不懂"]),
        ('mouse = "off"\ntheme = "dark"\ntheme = "light"\n', {}, ["第 3 行看不懂"]),
        ("mouse = \"off\"\n\"\"\"\n", {}, ["第 2 行看不懂"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_remedy_and_the_rest_is_read(
    folder: Path, text: str, read: dict[str, str], said: list[str]
) -> None:
    path = write(folder, text)
    found, faults = preferences.read()
    assert found == read
    assert len(faults) == len(said)
    for fault, words in zip(map(str, faults), said, strict=True):
        assert words in fault
        assert str(path) in fault


def test_bytes_that_are_no_utf_8_are_told(folder: Path) -> None:
    write(folder, "").write_bytes(b'reviewer = "\xcd\xf5"')
    found, (fault,) = preferences.read()
    assert not found
    assert "读不了设置文件" in str(fault)


def test_a_file_that_is_not_understood_is_left_alone(folder: Path) -> None:
    path = write(folder, "mouse = \n")
    with pytest.raises(AnnotatorError, match="看不懂"):
        preferences.write({"theme": "light"})
    assert path.read_text(encoding="utf-8") == "mouse = \n"
    preferences.write({"mouse": "off"})  # which mends the line
    assert preferences.read() == ({"mouse": "off"}, [])


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "drak"), ("reviewer", " "), ("colour", "red"), ("colour", None)]
)
def test_what_cannot_be_is_not_written(folder: Path, name: str, value: str | None) -> None:
    with pytest.raises(AnnotatorError):
        preferences.write({name: value})
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "file" / "config"))
    with pytest.raises(AnnotatorError, match="ANNOTATOR_CONFIG"):
        preferences.write({"theme": "light"})
    found, (fault,) = preferences.read()
    assert not found
    assert "读不了" in str(fault)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (tmp_path / "mine.toml").write_text('mouse = "off"\n', encoding="utf-8")
    (folder / "preferences.toml").symlink_to(tmp_path / "mine.toml")
    preferences.write({"theme": "light"})
    assert (folder / "preferences.toml").is_symlink()
    assert 'theme = "light"' in (tmp_path / "mine.toml").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their folders are others")
def test_the_usual_folder_is_that_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANNOTATOR_CONFIG")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert preferences.path() == tmp_path / ".config/annotator/preferences.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "conf"))
    assert preferences.path() == tmp_path / "conf/annotator/preferences.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert preferences.read()[1][0].key == "preferences.no_folder"


def test_the_file_that_this_program_writes_needs_no_parser(folder: Path) -> None:
    preferences.write({"theme": "light", "reviewer": "王芳", "mouse": "off"})
    code = "from annotator.store import preferences; assert len(preferences.read()[0]) == 3"
    assert "tomllib" not in loaded(code)
