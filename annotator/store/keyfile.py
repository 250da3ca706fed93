"""A person's own keys on this machine: `keys.toml` beside their preferences."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotator.errors import AnnotatorError, reason
from annotator.store import preferences


def path() -> Path:
    """Where the file is, if there is one. Raises AnnotatorError as preferences.path does."""
    return preferences.path().with_name("keys.toml")


def read() -> Mapping[str, Any]:
    """What the file holds, nothing where there is none. Raises AnnotatorError for one that is no TOML."""
    where = path()
    try:
        text = where.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "UTF-8"
        raise AnnotatorError("preferences.unreadable", path=where, reason=why) from error
    import tomllib  # noqa: PLC0415  (few people have such a file)

    try:
        return tomllib.loads(text)
    except ValueError as error:
        raise AnnotatorError("keys.syntax", path=where, reason=error) from error
