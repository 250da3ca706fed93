"""A codebook in the exchange format of programs for qualitative research (REFI-QDA, .qdc).

A field is a code that text is not coded with, and its codes are nested in it. What the format has no place
for (ids, kinds, rules, English names, levels) is the last line of a description, as JSON, and comes back so.
"""

import json
import re
import uuid
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from annotator.errors import AnnotatorError
from annotator.model.codebook import CODED, Attribute, Code, Codebook, Field
from annotator.model.palette import colour
from annotator.words import both

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML = "urn:QDA-XML:codebook:1.0"
_GUIDS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:annotator:codebook")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NO_ID = re.compile(r"[^a-z0-9]+")
_FIELD = ("scope", "min", "max", "applies_to", "tie_break", "attribute")
_CODE = ("value", "key", "cues")
"""What only the last line of a description tells."""
_WRAPPERS = ("nodes", "codes", "code system", "codesystem")
"""What NVivo and MAXQDA call the root of all codes."""


def qdc(codebook: Codebook) -> bytes:
    """The fields of a codebook and their codes. The GUID of each hangs on its ids alone, so that a later
    version of the codebook finds its codes again.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<CodeBook xmlns="{_XML}" origin="annotator">',
        "<Codes>",
        *(line for field in codebook.fields for line in _field(field)),
        "</Codes>",
        "</CodeBook>",
        "",
    ]
    return "\n".join(lines).encode()


def _field(field: Field) -> Iterator[str]:
    told: dict[str, Any] = {"id": field.id, "kind": field.kind, "en": field.en}
    if field.scope != "clause":
        told["scope"] = field.scope
    told |= {name: value for name, value in (("min", field.minimum), ("max", field.maximum)) if value}
    if field.applies_to:
        told["applies_to"] = {other: list(codes) for other, codes in field.applies_to}
    if field.tie_break:
        told["tie_break"] = field.tie_break
    if field.attributes:
        told["attribute"] = [_attribute(one) for one in field.attributes]
    codable = "false" if field.codes else "true"
    yield f'<Code guid={_guid(field.id)} name={_quoted(field.zh)} isCodable="{codable}">'
    yield _description([field.help], told)
    tops = [code for code in field.codes if _parent(field, code) is None]
    numbers = {code.id: number for number, code in enumerate(field.codes)}
    for code in tops:
        yield from _code(field, code, numbers)
    yield "</Code>"


def _attribute(one: Attribute) -> dict[str, Any]:
    codes = [
        {
            name: list(said) if isinstance(said, tuple) else said
            for name, said in code._asdict().items()
            if said
        }
        for code in one.codes
    ]
    return {"id": one.id, "kind": one.kind, "zh": one.zh, "en": one.en} | ({"code": codes} if codes else {})


def _code(field: Field, code: Code, numbers: dict[str, int]) -> Iterator[str]:
    told: dict[str, Any] = {"id": code.id, "en": code.en}
    if field.kind == "ordinal":
        told["value"] = code.value
    told |= {"key": code.key} if code.key else {}
    told |= {"cues": list(code.cues)} if code.cues else {}
    parts = [("", code.definition), *((name, getattr(code, name)) for name in ("include", "exclude"))]
    parts += [("example", one) for one in code.examples]
    words = [f"{both(f'interop.{name}')[0]}{_line(said)}" if name else said for name, said in parts if said]
    shade = colour(numbers[code.id])
    guid = _guid(f"{field.id}:{code.id}")
    yield f'<Code guid={guid} name={_quoted(code.zh)} isCodable="true" color="{shade}">'
    yield _description(words, told)
    for inner in field.codes:
        if _parent(field, inner) == code:
            yield from _code(field, inner, numbers)
    yield "</Code>"


def _parent(field: Field, code: Code) -> Code | None:
    """The nearest code that it is nested in."""
    above = code.id
    while "." in above:
        above = above.rpartition(".")[0]
        if found := field.code(above):
            return found
    return None


def _line(words: str) -> str:
    return " ".join(words.split("\n"))


def _guid(name: str) -> str:
    return f'"{str(uuid.uuid5(_GUIDS, name)).upper()}"'


def _quoted(words: str) -> str:
    return quoteattr(_NO_XML.sub(" ", words))


def _description(words: Sequence[str], told: dict[str, Any]) -> str:
    lines = [*filter(None, words), json.dumps(told, ensure_ascii=False)]
    return f"<Description>{escape(_NO_XML.sub(' ', chr(10).join(lines)))}</Description>"


def text_of_qdc(data: bytes, name: str) -> str:
    """The TOML text of the codebook in a .qdc file, to be checked like any other; `name` is the file's.

    Of a file that another program wrote, a code with codes in it becomes a field of several codes, and
    those that stand alone are the codes of one field more. Raises AnnotatorError where it is no such file.
    """
    import tomlkit  # noqa: PLC0415  (45 ms, and only for who gives such a file)
    from lxml import etree  # noqa: PLC0415  (20 ms, likewise)

    try:
        # Nothing is fetched and no entity is put in, whatever the file declares.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise AnnotatorError("interop.no_qdc", path=name) from error
    codes = root.find(f"{{{_XML}}}Codes") if root.tag == f"{{{_XML}}}CodeBook" else None
    tops = _unwrapped(_codes(codes)) if codes is not None else []
    if not tops:
        raise AnnotatorError("interop.no_qdc", path=name)
    stem = re.sub(r"\.qdc$", "", name, flags=re.IGNORECASE)
    head = {"name": _slug(stem) or "qdc", "version": "1", "zh": stem, "en": stem}
    return tomlkit.dumps({**head, "field": list(_fields(tops))})


def _unwrapped(tops: "list[_Element]") -> "list[_Element]":
    """The codes below the one root that some programs write."""
    if len(tops) == 1 and tops[0].get("name", "").casefold() in _WRAPPERS and _codes(tops[0]):
        return _codes(tops[0])
    return tops


def _fields(tops: "list[_Element]") -> Iterator[dict[str, Any]]:
    alone = []
    taken = {"code"}
    for top in tops:
        said, told = _read(top)
        inner = _codes(top)
        if not inner and "kind" not in told:
            alone.append(top)
            continue
        zh = top.get("name", "")
        identity = told.get("id") or _id(zh, "field", taken)
        field: dict[str, Any] = {
            "id": identity,
            "kind": told.get("kind", "multi"),
            "zh": zh,
            "en": told.get("en") or zh,
        }
        if said:
            field["help"] = said
        field |= {name: told[name] for name in _FIELD if name in told}
        if field["kind"] in CODED:
            field["code"] = list(_coded(inner, "", set()))
        yield field
    if alone:
        zh, en = both("interop.codes")
        yield {"id": "code", "kind": "multi", "zh": zh, "en": en, "code": list(_coded(alone, "", set()))}


def _coded(codes: "list[_Element]", above: str, taken: set[str]) -> Iterator[dict[str, Any]]:
    for one in codes:
        said, told = _read(one)
        zh = one.get("name", "")
        identity = told.get("id") or above + _id(zh, "c", taken)
        code: dict[str, Any] = {"id": identity, "zh": zh, "en": told.get("en") or zh}
        code |= {name: told[name] for name in _CODE if name in told}
        code.update(_parted(said))
        yield code
        yield from _coded(_codes(one), f"{identity}.", set())


def _read(code: "_Element") -> tuple[str, dict[str, Any]]:
    """The description of a code, and what its last line tells where we wrote it."""
    words = (code.findtext(f"{{{_XML}}}Description") or "").strip()
    head, _, last = words.rpartition("\n")
    try:
        told = json.loads(last)
    except ValueError:
        return words, {}
    return (head.strip(), told) if isinstance(told, dict) and "id" in told else (words, {})


def _parted(said: str) -> dict[str, Any]:
    """What a description tells, under the names of a code; only lines that we wrote are parted."""
    found: dict[str, Any] = {}
    begins = {both(f"interop.{name}")[0]: name for name in ("include", "exclude", "example")}
    plain = []
    for line in said.split("\n"):
        begin = next((one for one in begins if line.startswith(one)), None)
        if begin is None:
            plain.append(line)
        elif begins[begin] == "example":
            found.setdefault("examples", []).append(line.removeprefix(begin))
        else:
            found[begins[begin]] = line.removeprefix(begin)
    if definition := "\n".join(plain).strip():
        found["definition"] = definition
    return found


def _codes(above: "_Element") -> "list[_Element]":
    return list(above.iterfind(f"{{{_XML}}}Code"))


def _id(name: str, otherwise: str, taken: set[str]) -> str:
    """An id that no neighbour has: the name itself where it is Latin, else a number."""
    slug = _slug(name)
    found = slug or next(one for number in count(1) if (one := f"{otherwise}{number}") not in taken)
    for number in count(2):
        if found not in taken:
            break
        found = f"{slug or otherwise}_{number}"
    taken.add(found)
    return found


def _slug(name: str) -> str:
    found = _NO_ID.sub("_", name.casefold()).strip("_") if name.isascii() else ""
    return found if found[:1].isalpha() else ""
