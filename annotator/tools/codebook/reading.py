"""From a codebook's TOML text to the `Codebook`, or to all that is wrong with it."""

import re
from typing import Any, cast

from annotator.model.codebook import Attribute, AttributeKind, Code, Codebook, Field, FieldKind
from annotator.model.ids import sha256
from annotator.tools.codebook.lines import Lines, Place
from annotator.tools.codebook.meaning import meaning
from annotator.tools.codebook.problem import CodebookError, Problem
from annotator.tools.codebook.rules import faults
from annotator.tools.codebook.shape import fitted
from annotator.words import say


def parse(text: str, name: str) -> Codebook:
    """The codebook that `text` describes, with its digest and meaning.

    `name` is what the user calls the text (a file's name) and stands in the error's sentence. Raises
    CodebookError, which holds every fault.
    """
    codebook, found = _read(text)
    if found:
        raise CodebookError(name, found)
    return codebook


def problems(text: str) -> list[Problem]:
    """Every fault of a codebook's text, in the order of its lines; empty where it is sound."""
    return _read(text)[1]


def _read(text: str) -> tuple[Codebook, list[Problem]]:
    """The codebook as far as it can be read, and what is wrong with it."""
    # Here, because it costs ten milliseconds and most commands read no codebook's text.
    import tomllib  # noqa: PLC0415

    plain = text.removeprefix("\ufeff")  # Windows editors write the mark; TOML has no place for it
    try:
        table = tomllib.loads(plain)
    except (ValueError, RecursionError) as fault:  # a number or a nesting too long is no TOMLDecodeError
        return _book({}, text), [_syntax(plain, str(fault))]
    codebook, found = checked(table, text)
    if not found:
        return codebook, []
    lines = Lines(plain)  # which is half of the work
    return codebook, sorted(Problem(lines.of(place), sentence) for place, sentence in found)


def checked(table: dict[str, Any], text: str) -> tuple[Codebook, list[tuple[Place, str]]]:
    """The codebook of a text's tables as far as it can be read, and what is wrong at which place of them."""
    found: list[tuple[Place, str]] = []
    codebook = _book(fitted(table, lambda place, sentence: found.append((place, sentence))), text)
    found.extend(faults(codebook))
    return codebook, found


def _syntax(text: str, message: str) -> Problem:
    at = re.search(r"at line (\d+)", message)
    line = int(at[1]) if at else text.count("\n") + 1
    return Problem(line, say("codebook.no_toml", message=message))


def _book(table: dict[str, Any], text: str) -> Codebook:
    book = Codebook(
        name=table.get("name", ""),
        version=table.get("version", ""),
        zh=table.get("zh", ""),
        en=table.get("en", ""),
        fields=tuple(_field(field) for field in table.get("field", ())),
        parent=table.get("parent", ""),
        digest=sha256(text),
    )
    return meaning(book)


def _field(table: dict[str, Any]) -> Field:
    return Field(
        id=table.get("id", ""),
        # An unknown kind or scope is among the faults, so no codebook with one leaves this module.
        kind=cast(FieldKind, table.get("kind", "")),
        zh=table.get("zh", ""),
        en=table.get("en", ""),
        scope=table.get("scope", "clause"),
        codes=tuple(_code(code) for code in table.get("code", ())),
        minimum=table.get("min", 0),
        maximum=table.get("max", 0),
        applies_to=tuple((other, tuple(codes)) for other, codes in table.get("applies_to", {}).items()),
        tie_break=table.get("tie_break", "").strip(),
        help=table.get("help", "").strip(),
        attributes=tuple(_attribute(attribute) for attribute in table.get("attribute", ())),
    )


def _attribute(table: dict[str, Any]) -> Attribute:
    return Attribute(
        id=table.get("id", ""),
        kind=cast(AttributeKind, table.get("kind", "text")),
        zh=table.get("zh", ""),
        en=table.get("en", ""),
        codes=tuple(_code(code) for code in table.get("code", ())),
    )


def _code(table: dict[str, Any]) -> Code:
    return Code(
        id=table.get("id", ""),
        zh=table.get("zh", ""),
        en=table.get("en", ""),
        key=table.get("key", ""),
        value=table.get("value", 0),
        definition=table.get("definition", "").strip(),
        include=table.get("include", "").strip(),
        exclude=table.get("exclude", "").strip(),
        examples=tuple(table.get("examples", ())),
        cues=tuple(table.get("cues", ())),
    )
