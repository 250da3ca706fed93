"""A file becomes a text: one reader a format, chosen by what the file holds.

`READERS` maps suffixes to readers; each takes the bytes and the file's name (for sentences) and
gives a Source. Every file ends in a Source or in an UnreadableFile with one sentence that names it.
"""

from collections.abc import Callable
from pathlib import Path

from annotator.errors import UnreadableFile, reason
from annotator.model.source import Source
from annotator.tools.formats import docx, html, txt
from annotator.tools.formats.content import true_suffix

READERS: dict[str, Callable[[bytes, str], Source]] = {
    ".txt": txt.read,
    ".md": txt.read,
    ".markdown": txt.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
}
SUFFIXES = frozenset(READERS)

# No policy document comes near; a disk image or a film would fill the memory.
_MEGABYTES = 100


def read(path: Path) -> Source:
    """The text of the file at `path`.

    Raises UnreadableFile where the file is missing, closed to us, empty or not text.
    """
    return read_bytes(load(path), path.name)


def load(path: Path) -> bytes:
    """The bytes of an ordinary file of bearable size; raises UnreadableFile for any other."""
    try:
        # Asked first, because Windows reports an opened folder as a lack of permission.
        if path.is_dir():
            raise UnreadableFile("reading.folder", name=path)
        if path.exists() and not path.is_file():
            raise UnreadableFile("reading.not_a_file", name=path)
        if path.stat().st_size > _MEGABYTES * 1_000_000:
            raise UnreadableFile("reading.too_large", name=path.name, megabytes=_MEGABYTES)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # A ValueError is a path with a NUL in it.
        raise UnreadableFile("reading.missing", name=path) from None
    except PermissionError:
        raise UnreadableFile("reading.forbidden", name=path) from None
    except OSError as error:
        raise UnreadableFile("reading.failed", name=path, reason=reason(error)) from None


def read_bytes(data: bytes, name: str) -> Source:
    """The text of a file's bytes; `name` tells its kind where the bytes do not.

    Raises UnreadableFile where they are empty, or not text of a kind that is known.
    """
    source = READERS[true_suffix(data, name)](data, name)
    # U+FEFF and U+200B take no room, like white space, but Python does not count them as such.
    if not source.text.strip().strip("\ufeff\u200b").strip():
        raise UnreadableFile("reading.empty", name=name)
    return source
