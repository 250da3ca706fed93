"""The catalogue: every word a user reads, in Chinese and English side by side.

A key is `area.name`; the area is the module of this package that holds it, loaded when its first
sentence is needed. The language is a setting of the process, because a process has one user.
"""

import os
from importlib import import_module

LANGUAGES = ("zh", "en")

_language: str | None = None
_preferred: str | None = None


def language() -> str:
    """The language in force: the one chosen, else that of the environment, else Chinese."""
    return _language or from_environment()


def choose(code: str | None) -> None:
    """Speak `code` (`zh` or `en`) from now on; None goes back to the environment's."""
    global _language
    _language = _known(code)


def prefer(code: str | None) -> None:
    """Speak `code` where ANNOTATOR_LANG asks for nothing else, whatever the locale says."""
    global _preferred
    _preferred = _known(code)


def _known(code: str | None) -> str | None:
    if code is not None and code not in LANGUAGES:
        raise ValueError(code)
    return code


def from_environment() -> str:
    """The language that ANNOTATOR_LANG, the person's preferences or the locale asks for; servers with
    LANG=C get Chinese.
    """
    if asked := _language_of("ANNOTATOR_LANG") or _preferred:
        return asked
    return next(filter(None, map(_language_of, ("LC_ALL", "LC_MESSAGES", "LANG"))), "zh")


def _language_of(variable: str) -> str | None:
    value = os.environ.get(variable, "")[:2]
    return value if value in LANGUAGES else None


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
