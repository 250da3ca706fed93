"""Versions of the codebook kept in the project."""

import json
from collections.abc import Iterable
from typing import Any

from annotator import __version__
from annotator.model.codebook import Attribute, Code, Codebook, Field
from annotator.model.event import Change
from annotator.store import events
from annotator.store.project import Project

DEFAULT = "default"
"""The name of the codebook that a project has where it is given none."""


def use(project: Project, reviewer: str, codebook: Codebook, text: str) -> bool:
    """Put a codebook in force, its codes with their keys; False where it is already."""
    with project.transaction() as db:
        if events.codebook_digest(db) == codebook.digest:
            return False
        db.execute(
            "INSERT INTO codebook VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row(codebook, text)
        )
        change = Change("codebook", "codebook", value=codebook.digest, layer="project")
        events.record(project, reviewer, [change], origin="command")
    return True


def row(codebook: Codebook, text: str) -> tuple[str, ...]:
    """A codebook as the table holds it."""
    about = codebook.digest, codebook.name, codebook.version, codebook.parent, codebook.meaning
    return (*about, text, dumped(codebook))


def in_force(project: Project) -> tuple[str, str]:
    """(digest, text) of the codebook in force; two empty strings where there is none."""
    digest = events.codebook_digest(project.db)
    row = project.db.execute("SELECT text FROM codebook WHERE digest = ?", (digest,)).fetchone()
    return (digest, row[0]) if row else ("", "")


def versions(project: Project) -> set[tuple[str, str]]:
    """(name, version) of every codebook that was ever in force."""
    return {(name, version) for name, version in project.db.execute("SELECT name, version FROM codebook")}


def named(project: Project) -> list[dict[str, str]]:
    """Name, version and digest of every codebook that the project has."""
    query = "SELECT name, version, digest FROM codebook ORDER BY name, version, digest"
    return [dict(zip(("name", "version", "digest"), row, strict=True)) for row in project.db.execute(query)]


def parsed(project: Project) -> Codebook | None:
    """The codebook in force as this version of the program parsed it; None where another one did."""
    digest = events.codebook_digest(project.db)
    row = project.db.execute("SELECT parsed FROM codebook WHERE digest = ?", (digest,)).fetchone()
    return loaded(row[0]) if row else None


def codebook_of(project: Project) -> Codebook:
    """The codebook in force, every code with its key; the shipped one where there is none."""
    if found := parsed(project):
        return found
    from annotator.tools.codebook import parse, shipped, with_keys  # noqa: PLC0415  (the screens start without it)

    digest, text = in_force(project)
    return with_keys(parse(text or shipped(DEFAULT), digest[:12] or DEFAULT))


def texts(project: Project) -> dict[str, str]:
    """The text of every version of the codebook that the project has, by its digest."""
    return dict(project.db.execute("SELECT digest, text FROM codebook ORDER BY digest"))


def meanings(project: Project) -> dict[str, str]:
    """What each version of the codebook that the project has means, by its digest."""
    return dict(project.db.execute("SELECT digest, meaning FROM codebook"))


def dumped(codebook: Codebook) -> str:
    """A codebook as JSON, with the version of the program that parsed it."""
    return json.dumps([__version__, codebook], ensure_ascii=False)


def loaded(text: str) -> Codebook | None:
    """The codebook of `dumped`; None where another version of the program made it."""
    version, (name, number, zh, en, fields, *rest) = json.loads(text)
    if version != __version__:
        return None
    return Codebook(name, number, zh, en, tuple(_field(*field) for field in fields), *rest)


def _field(*parts: Any) -> Field:
    """A field from its JSON: lists become tuples again."""
    field = Field(*parts)
    attributes = (Attribute(*attribute) for attribute in field.attributes)
    return field._replace(
        codes=_codes(field.codes),
        applies_to=tuple((other, tuple(codes)) for other, codes in field.applies_to),
        attributes=tuple(one._replace(codes=_codes(one.codes)) for one in attributes),
    )


def _codes(parts: Iterable[Any]) -> tuple[Code, ...]:
    codes = (Code(*part) for part in parts)
    return tuple(code._replace(examples=tuple(code.examples), cues=tuple(code.cues)) for code in codes)
