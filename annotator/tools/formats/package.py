"""The ZIP container of a Word file: its parts as XML trees, read within limits."""

import posixpath
from io import BytesIO
from typing import Any

from lxml import etree

from annotator.errors import UnreadableFile
from annotator.tools.formats.unpacking import opened, unpacked

# A thousand pages of text take some 30 MB of XML.
_MOST_BYTES = 200_000_000

# Files saved as “Strict Open XML” differ in the names of their namespaces.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = "{" + _TRANSITIONAL.decode() + "}"


class Package:
    """The parts of a Word file, whose `data` are known to be a ZIP container; `name` is the file's.

    Each method raises UnreadableFile where the file is damaged, protected by a password or would
    unpack to an abnormal size.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = _MOST_BYTES
        self._zip = opened(BytesIO(data), name)

    def part(self, path: str) -> Any:
        """The root element of the part at `path`, or None where there is no such part."""
        try:
            info = self._zip.getinfo(path)
        except KeyError:
            return None
        data = unpacked(self._zip, info, self._name, self._left).replace(_STRICT, _TRANSITIONAL)
        self._left -= info.file_size
        # Nothing is loaded from elsewhere, and no entity stands for anything.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableFile("reading.damaged", name=self._name) from error
        if root.getroottree().docinfo.doctype:
            # Word writes none; only an attack does.
            raise UnreadableFile("reading.damaged", name=self._name)
        return root

    def related(self, path: str) -> dict[str, str]:
        """Paths of the parts that the part at `path` points to, by kind (`styles`, `numbering` …).

        The container itself is the empty path; its `officeDocument` is the text.
        """
        folder, file = posixpath.split(path)
        relations = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, str] = {}
        for relation in () if relations is None else relations:
            kind = relation.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            found.setdefault(kind, target.lstrip("/"))
        return found


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(parent: Any, path: str, otherwise: str = "") -> str:
    """The w:val of the child of `parent` at `path` (`w:` names, `/` between them), or `otherwise`."""
    child = parent.find("/".join(W + step for step in path.split("/"))) if parent is not None else None
    return otherwise if child is None else str(child.get(f"{W}val", otherwise))


def whole(text: str, otherwise: int) -> int:
    """The number that an attribute holds, or `otherwise`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def is_on(parent: Any, path: str) -> bool:
    """Whether a switch such as w:vanish is there and not turned off."""
    child = parent.find("/".join(W + step for step in path.split("/"))) if parent is not None else None
    return child is not None and child.get(f"{W}val", "1") not in ("0", "false", "off")
