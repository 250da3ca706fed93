"""What lies in this folder to begin with: projects, and documents that could be imported."""

import re
from collections.abc import Sequence
from pathlib import Path

from annotator.store.project import APPLICATION_ID
from annotator.tools.formats import SUFFIXES

_OF_PROGRAMS = frozenset([
    "architecture", "authors", "changelog", "code_of_conduct", "contributing", "contributors", "copying",
    "licence", "license", "maintainers", "readme", "requirements", "security",
])  # fmt: skip
"""What files are called that stand beside a program and are no policy documents."""


def projects_here() -> list[Path]:
    """The projects of this folder, by name."""
    return [file for file in _inside(Path()) if file.suffix.lower() == ".db" and _is_project(file)]


def files_here() -> Sequence[Path]:
    """The documents of this folder; where it has none, those of the folders in it."""
    here = Path()
    return _documents(here) or [file for folder in _inside(here) for file in _documents(folder)]


def _documents(folder: Path) -> list[Path]:
    return [
        file
        for file in _inside(folder)
        if file.suffix.lower() in SUFFIXES
        and re.split(r"[-.\s]", file.stem.lower(), maxsplit=1)[0] not in _OF_PROGRAMS
        and file.is_file()
    ]


def _is_project(file: Path) -> bool:
    """Whether the head of a database says that it is one of ours."""
    try:
        with file.open("rb") as opened:
            return int.from_bytes(opened.read(72)[68:]) == APPLICATION_ID
    except OSError:
        return False


def _inside(folder: Path) -> list[Path]:
    """What lies in a folder, nothing hidden; nothing in what is no folder, or may not be read."""
    try:
        return sorted(one for one in folder.iterdir() if not one.name.startswith("."))
    except OSError:
        return []
