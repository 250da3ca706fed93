"""A person's preferences on this machine: one small TOML file in the usual configuration folder.

The folder's rules are three and stand here: a library for them takes as long to load as a quarter of
`annotator --help`. For the same reason the standard TOML parser is loaded only where a file holds more
than lines such as `theme = "light"`, which this program writes and most people will.
"""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.errors import AnnotatorError, reason
from annotator.model.preferences import checked, preference

_LINE = r'\s*(?:([A-Za-z_]+)\s*=\s*(?:"([^"\\\x00-\x1f\x7f]*)"|(true|false))\s*)?(?:#.*)?'


def path() -> Path:
    """The file of this person, in ANNOTATOR_CONFIG or the system's place for such files. Raises
    AnnotatorError where the system knows no home of theirs.
    """
    return _folder() / "preferences.toml"


def _folder() -> Path:
    if given := os.environ.get("ANNOTATOR_CONFIG"):
        return Path(given)
    home = Path(os.path.expanduser("~"))
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    if not base.is_absolute():
        raise AnnotatorError("preferences.no_folder")
    return base / "annotator"


def read() -> tuple[dict[str, str], list[AnnotatorError]]:
    """What is stored, and a sentence for each mistake in the file: what is wrong is left out."""
    try:
        where = path()
        text = where.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}, []
    except AnnotatorError as error:
        return {}, [error]
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "UTF-8"
        return {}, [AnnotatorError("preferences.unreadable", path=where, reason=why)]
    found, faults = dict[str, str](), list[AnnotatorError]()
    try:
        for line, name, value in _entries(text):
            try:
                found[name] = checked(name, value)
            except AnnotatorError as error:
                faults.append(AnnotatorError("preferences.fault", path=where, line=line, sentence=error))
    except ValueError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        faults.append(AnnotatorError("preferences.syntax", path=where, line=line))
    return found, faults


def _entries(text: str) -> Iterator[tuple[int, str, Any]]:
    """(line, name, value) of what a TOML text sets. Raises ValueError where it is no TOML."""
    entries: list[tuple[int, str, Any]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = re.fullmatch(_LINE, line)
        if match is None or any(match[1] == name for _, name, _ in entries):
            break
        if match[1]:
            entries.append((number, match[1], match[3] or match[2]))
    else:
        return iter(entries)
    import tomllib  # noqa: PLC0415  (see above)

    return iter([(_line_of(name, text), name, value) for name, value in tomllib.loads(text).items()])


def _line_of(name: str, text: str) -> int:
    at = re.search(rf"^[ \t\[\"']*{re.escape(name)}\b", text, re.MULTILINE)
    return text.count("\n", 0, at.start()) + 1 if at else 1


def write(values: Mapping[str, str | None]) -> None:
    """Store values, or forget those that are None; the rest of the file stays as it is.

    Raises AnnotatorError for a value that cannot be, a file that is not understood, and a folder that
    cannot be written.
    """
    kept: dict[str, str] = {}
    for name, value in values.items():
        preference(name)
        kept[name] = "" if value is None else checked(name, value)
    where = path()
    file = Path(os.path.realpath(where))  # a link into a person's collection of such files stays one
    try:
        text = file.read_text(encoding="utf-8-sig") if file.exists() else ""
        set_now = [
            f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in kept.items() if value
        ]
        # At the head, where no table has begun.
        text = "\n".join([*set_now, *(line for line in text.split("\n") if not _sets(line, kept))])
        _entries(text)
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_name(f".{file.name}.{os.getpid()}")
        partial.write_text(text, encoding="utf-8")
        partial.replace(file)
    except OSError as error:
        raise AnnotatorError("preferences.unwritable", path=where, reason=reason(error)) from error
    except ValueError as error:
        raise AnnotatorError("preferences.not_understood", path=where) from error


def _sets(line: str, names: Mapping[str, object]) -> bool:
    match = re.match(r"\s*[\"']?(\w+)[\"']?\s*=", line)
    return match is not None and match[1] in names
