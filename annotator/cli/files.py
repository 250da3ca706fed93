"""Files that a command is given, and files that it makes: each fault is a sentence that names the file."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.errors import AnnotatorError, reason


def data_of(path: Path) -> bytes:
    """The bytes of a file. Raises AnnotatorError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise AnnotatorError("importing.no_file", path=path, reason=reason(error)) from error


def lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line number, object) for each line of a JSONL file. Raises AnnotatorError naming the line."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, _object(line, path, number)
    except OSError as error:
        raise AnnotatorError("importing.no_file", path=path, reason=reason(error)) from error
    except UnicodeDecodeError as error:
        raise AnnotatorError("filing.not_utf8", path=path) from error


def records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The same of a file that is one JSON list, whose items are numbered from 1; else as `lines`."""
    if not data_of(path).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        yield from lines(path)
        return
    try:
        items = json.loads(data_of(path).decode("utf-8-sig"))
        json.dumps(items, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        raise AnnotatorError("filing.not_utf8", path=path) from error
    except (ValueError, RecursionError) as error:
        raise AnnotatorError("filing.not_json", path=path, line=getattr(error, "lineno", 1)) from error
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            raise AnnotatorError("filing.not_json", path=path, line=number)
        yield number, item


def _object(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        value = json.loads(line)
        json.dumps(value, ensure_ascii=False).encode()  # halves of characters, which nothing can store
    except (ValueError, RecursionError) as error:
        raise AnnotatorError("filing.not_json", path=path, line=number) from error
    if not isinstance(value, dict):
        raise AnnotatorError("filing.not_json", path=path, line=number)
    return value


@contextmanager
def made(path: Path) -> Iterator[Path]:
    """A name to write a new file under; it becomes `path` when the block ends. Raises
    AnnotatorError where something stands there, or nothing can be written.
    """
    from annotator.store.fresh import fresh  # noqa: PLC0415  (ratings are read without a database)

    with fresh(path) as partial:
        yield partial
