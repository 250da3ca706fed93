"""What holds for a run: an option, the environment, a preference, the system."""

import pytest

from annotator import words
from annotator.cli.reviewer import reviewer_named, said
from annotator.cli.settings import settings, speak
from annotator.errors import AnnotatorError
from annotator.store import preferences


@pytest.fixture(autouse=True)
def _folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path_factory.mktemp("config")))
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize(
    ("option", "environment", "stored", "found"),
    [
        ("light", {"ANNOTATOR_THEME": "contrast"}, "none", ("light", "option")),
        (None, {"ANNOTATOR_THEME": "contrast"}, "none", ("contrast", "environment")),
        (None, {}, "light", ("light", "stored")),
        (None, {}, None, ("dark", "system")),
        (None, {"NO_COLOR": "1"}, None, ("none", "system")),
        (None, {"NO_COLOR": ""}, None, ("dark", "system")),
        (None, {"NO_COLOR": "1"}, "light", ("light", "stored")),
        (None, {"TERM": "vt100"}, "light", ("none", "system")),
        (None, {"TERM": "xterm-mono"}, None, ("none", "system")),
        ("light", {"TERM": "vt100"}, None, ("light", "option")),
    ],
)
def test_the_look_is_the_one_said_nearest_to_the_run(
    monkeypatch: pytest.MonkeyPatch,
    option: str | None,
    environment: dict[str, str],
    stored: str | None,
    found: tuple[str, str],
) -> None:
    for name, word in environment.items():
        monkeypatch.setenv(name, word)
    preferences.write({"theme": stored})
    assert settings(theme=option)[0]["theme"] == found


@pytest.mark.parametrize(
    ("term", "option", "stored", "value"),
    [
        ("xterm", None, None, "off"), ("xterm", "on", None, "on"), ("xterm", None, "on", "on"),
        ("dumb", None, None, "on"), ("dumb", None, "off", "on"),
    ],
)  # fmt: skip
def test_a_terminal_without_a_cursor_gets_lines(
    monkeypatch: pytest.MonkeyPatch, term: str, option: str | None, stored: str | None, value: str
) -> None:
    monkeypatch.setenv("TERM", term)
    preferences.write({"linear": stored})
    assert settings(linear=option)[0]["linear"][0] == value


def test_a_look_that_there_is_not_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_THEME", "drak")
    with pytest.raises(AnnotatorError, match="drak"):
        settings()


def test_the_reviewer_is_who_was_said_nearest_to_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(None) == ""
    preferences.write({"reviewer": "王芳"})
    assert reviewer_named(None) == "王芳"
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "李强")
    assert reviewer_named(None) == "李强"
    assert reviewer_named(" 赵敏 ") == "赵敏"
    with pytest.raises(AnnotatorError, match="--reviewer"):
        reviewer_named("赵\n敏")


@pytest.mark.parametrize(
    ("environment", "stored", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "en", "en"), ({"LANG": "en_GB.UTF-8"}, "zh", "zh"), ({}, "en", "en"),
        ({"ANNOTATOR_LANG": "zh"}, "en", "zh"), ({"ANNOTATOR_LANG": "fr"}, "en", "en"), ({"LANG": "en"}, None, "en"),
    ],
)  # fmt: skip
def test_the_language_preferred_goes_before_the_locale_and_behind_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], stored: str | None, language: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    preferences.write({"language": stored})
    try:
        speak()
        assert words.language() == language
        assert settings()[0]["language"][0] == language
    finally:
        words.prefer(None)
