"""A new file in the making, and what is told where it cannot be: its own name, as nobody knows the one that
it has until it is whole, and the system's reason.
"""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.errors import AnnotatorError, reason
from annotator.store.beside import replaceable, whole, whole_folder
from annotator.store.complaints import sentence_for
from annotator.words import say

_REASONS = {
    "store.cannot_open": "cannot_open",
    "store.full": "ENOSPC",
    "store.readonly": "EROFS",
    "store.disk": "EIO",
}
"""What the database complains of, in the words for the system's reasons."""


@contextmanager
def fresh(
    path: Path,
    exists: str = "keeping.exists",
    *,
    folder: bool = False,
    replaces: Collection[str] = (),
    over: bool = False,
) -> Iterator[Path]:
    """A name to write a new file under, or an empty folder; it becomes `path` when the block ends. Raises
    AnnotatorError where something stands there, told by `exists`, and where nothing can be written. A folder
    takes the place of one that holds nothing but files it `replaces`, a file that of one written `over`.
    """
    partial = path
    try:
        over = over and path.is_file()
        if path.exists() and not over and not replaceable(path, replaces):
            raise FileExistsError
        with whole_folder(path, replaces) if folder else whole(path, over=over) as partial:
            yield partial
    except FileExistsError as error:
        raise AnnotatorError(exists, path=path) from error
    except OSError as error:
        raise AnnotatorError("keeping.cannot_write", path=path, reason=reason(error)) from error
    except (sqlite3.Error, AnnotatorError) as error:
        told = error if isinstance(error, AnnotatorError) else sentence_for(error, partial)
        if told is None or told.key not in _REASONS or told.values["path"] != partial:
            raise
        why = say(f"system.{_REASONS[told.key]}")
        raise AnnotatorError("keeping.cannot_write", path=path, reason=why) from error
