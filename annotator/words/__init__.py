"""The catalogue: every word a user reads, in Chinese and English side by side.

A key is `area.name`; the area is the module of this package that holds it, loaded when its first
sentence is needed. The language is a setting of the process, because a process has one user.
"""

import os
from importlib import import_module

LANGUAGES = ("zh", "en")

_language: str | None = None


def language() -> str:
    """The language in force: the one chosen, else that of the environment, else Chinese."""
    return _language or from_environment()


def choose(code: str | None) -> None:
    """Speak `code` (`zh` or `en`) from now on; None goes back to the environment's."""
    global _language
    if code is not None and code not in LANGUAGES:
        raise ValueError(code)
    _language = code


def from_environment() -> str:
    """The language that ANNOTATOR_LANG or the locale asks for; servers with LANG=C get Chinese."""
    for name in ("ANNOTATOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value[:2] in LANGUAGES:
            return value[:2]
    return "zh"


def say(key: str, **values: object) -> str:
    """The sentence `key` in the language in force, its gaps filled with `values`."""
    return _pair(key)[LANGUAGES.index(language())].format(**values)


def both(key: str, **values: object) -> tuple[str, str]:
    """The sentence `key` in Chinese and in English, for files that are the same on every machine."""
    zh, en = _pair(key)
    return zh.format(**values), en.format(**values)


def _pair(key: str) -> tuple[str, str]:
    area, _, name = key.partition(".")
    pair: tuple[str, str] = import_module(f"annotator.words.{area}").WORDS[name]
    return pair
