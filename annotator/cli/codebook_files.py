"""Files of codebooks: TOML, spreadsheets for people who write none, REFI-QDA for other programs."""

from pathlib import Path

from annotator.cli.files import data_of
from annotator.cli.options import opened
from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook
from annotator.store import codebooks
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tools.codebook import (
    names,
    parse,
    qdc,
    shipped,
    succeeding,
    text_of,
    text_of_qdc,
    with_keys,
    written,
)

SHEET, QDC = ".xlsx", ".qdc"
"""The ends of the names of spreadsheets and of REFI-QDA codebooks; any other file is TOML."""


def named(name: str | None, project: Path | None) -> tuple[str, Codebook]:
    """Text and codebook of a shipped one by its name, else of the one in force."""
    if name and name not in names():
        raise AnnotatorError("cli.no_codebook", name=name, known=", ".join(names()))
    if name:
        return shipped(name), parse(shipped(name), name)
    with opened(project) as store:
        return codebooks.in_force(store)[1], codebook_of(store)


def numbered(project: Project, before: Codebook, book: Codebook, text: str) -> tuple[str, Codebook]:
    """Text and codebook of a file of another program, whose author need not count versions: what is in force
    where it says the same, and the next version where it goes by the number of another one.
    """
    in_force = codebooks.in_force(project)[1]
    if _said(before) == _said(book):
        return in_force, before
    if (book.name, book.version) not in codebooks.versions(project):
        return text, book
    text = succeeding(text, in_force)
    return text, with_keys(parse(text, book.name))


def _said(book: Codebook) -> Codebook:
    """All that a codebook says but which version it is."""
    return book._replace(version="", parent="", digest="")


def is_sheet(path: Path) -> bool:
    """Whether a file's name is that of a spreadsheet."""
    return path.suffix.lower() == SHEET


def is_foreign(path: Path) -> bool:
    """Whether a file's name is that of a format in which nobody counts versions."""
    return path.suffix.lower() in (SHEET, QDC)


def bytes_of(path: Path, text: str, book: Codebook) -> bytes:
    """What a codebook is in a file of that name; `text` is its TOML."""
    if path.suffix.lower() == QDC:
        return qdc(book)
    return written(book) if is_sheet(path) else text.encode()


def text_in(path: Path) -> str:
    """The TOML of a codebook's file. Raises AnnotatorError where there is none in it."""
    data = data_of(path)
    if is_sheet(path):
        return text_of(data, path.name)
    if path.suffix.lower() == QDC:
        return text_of_qdc(data, path.name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnnotatorError("filing.not_utf8", path=path) from error
