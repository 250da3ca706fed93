"""A codebook's text changed in one place: all else in it, comments included, stays as its author wrote it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from annotator.model.codebook import Code
from annotator.model.ids import sha256

_TEXTS = ("zh", "en", "key", "definition", "include", "exclude")
_LISTS = ("examples", "cues")
_ENDS = "。；！？.;!?"


def with_code(text: str, field_id: str, code: Code, replaced: str = "") -> str:
    """The next version of a codebook's text, in which a field has `code` at the end of its codes, or in the
    place of the one whose id is `replaced`. The text is a sound codebook that has the field; what comes out
    is to be parsed, and may have faults.
    """
    document = _document(text)
    codes = _field(document, field_id).setdefault("code", _tables())
    if replaced:
        _write(next(one for one in codes if one["id"] == replaced), code)
    else:
        codes.append(_behind(codes[-1] if len(codes) else None, code))
    return _next(document, text)


def with_field(text: str, field_id: str, told: Mapping[str, str]) -> str:
    """The next version, in which the names, the help or the tie-break of a field are those of `told`."""
    document = _document(text)
    table = _field(document, field_id)
    for name, value in told.items():
        if value != str(table.get(name, "")).strip():
            _put(table, name, value)
    return _next(document, text)


def with_boundary(text: str, field_id: str, codes: tuple[str, str], rule: str, example: str = "") -> str:
    """The next version, in which a rule tells two codes of a field apart: the first includes what the rule
    says, with a clause as its example, the second excludes it.
    """
    document = _document(text)
    tables = {str(one["id"]): one for one in _field(document, field_id)["code"]}
    kept, given_up = (tables[code] for code in codes)
    _add(kept, "include", rule)
    _add(given_up, "exclude", rule)
    if example and example not in kept.get("examples", ()):
        kept["examples"] = _list([*kept.get("examples", ()), example])
    return _next(document, text)


def succeeding(text: str, before: str) -> str:
    """A codebook's text as the next version after the one `before`."""
    document = _document(text)
    document["version"] = str(_document(before).get("version", ""))
    return _next(document, before)


def _document(text: str) -> Any:
    import tomlkit  # noqa: PLC0415  (45 ms, and only for who edits)

    return tomlkit.parse(text.removeprefix("\ufeff"))


def _tables() -> Any:
    import tomlkit  # noqa: PLC0415

    return tomlkit.aot()


def _behind(last: Any, code: Code) -> Any:
    """A new table for a code. What stands behind the last one, before the next field, goes behind this."""
    import tomlkit  # noqa: PLC0415

    table = tomlkit.table()
    _write(table, code)
    body = last.value.body if last is not None else []
    between = []
    while body and body[-1][0] is None:  # a comment, or empty lines
        between.append(body.pop()[1])
    if last is not None:
        last.add(tomlkit.nl())
    for item in reversed(between):
        table.add(item)
    return table


def _list(items: Sequence[str]) -> Any:
    """A list as people write it: one item a line where there are several."""
    import tomlkit  # noqa: PLC0415

    made = tomlkit.array()
    made.extend(items)
    return made.multiline(len(items) > 1)


def _field(document: Any, field_id: str) -> Any:
    return next(field for field in document["field"] if field["id"] == field_id)


def _write(table: Any, code: Code) -> None:
    """Have a code in a table: what did not change is not touched, what is empty does not stand there."""
    _put(table, "id", code.id)
    for name in _TEXTS:
        _put(table, name, getattr(code, name))
    if code.value or "value" in table:
        _put(table, "value", code.value, absent=None)
    for name in _LISTS:
        items = list(getattr(code, name))
        if items != list(table.get(name, ())):
            _put(table, name, _list(items) if items else "")


def _put(table: Any, name: str, value: Any, absent: Any = "") -> None:
    if value == absent:
        table.pop(name, None)
    elif table.get(name) != value:
        table[name] = value


def _add(table: Any, name: str, sentence: str) -> None:
    """One more sentence behind what is said already."""
    said = str(table.get(name, "")).strip()
    if sentence not in said:
        table[name] = f"{said}{'' if not said or said[-1] in _ENDS else '；'}{sentence}"


def _next(document: Any, text: str) -> str:
    document["version"] = following(str(document.get("version", "")))
    document["parent"] = sha256(text)
    return str(document.as_string())


def following(version: str) -> str:
    """The name of the next version: the number at its end counted on, or a first one: 1.9 → 1.10, b → b.1."""
    match = re.search(r"\d+$", version)
    if match is None:
        return f"{version}.1" if version else "1"
    return f"{version[: match.start()]}{int(match[0]) + 1}"
