"""Web pages, and the HTML that office programs save under other names.

lxml parses: it mends the markup that official sites publish, loads nothing and knows no entities but
HTML's own. What surrounds a text on its page (menus, source lines, copyright) stays, unless the
markup itself marks it as navigation or hidden: telling it from the text needs the whole text.
"""

import re

from annotator.errors import UnreadableFile
from annotator.model.source import Source
from annotator.tools.formats.encoding import decode
from annotator.words import say

READER = "html/1"

_DECLARATION = re.compile(
    rb"""<\?xml[^>]*\bencoding\s*=\s*["']?([\w-]+)|<meta[^>]*\bcharset\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
# What browsers make of the names that Chinese pages use.
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
}


def read(data: bytes, name: str, label: str = "") -> Source:
    """The text of a page: a line for each block, `<br>` and row of a table.

    White space is set as browsers set it; `&nbsp;` stays U+00A0. The page's title leads, unless the
    page repeats it. `label` is the encoding that whoever sent the page names.
    Raises UnreadableFile where the bytes are no text, the page is too deep, or its text elsewhere.
    """
    # lxml takes 20 ms to import and plain text does without; page needs it too.
    from lxml import etree  # noqa: PLC0415

    from annotator.tools.formats.page import page_text  # noqa: PLC0415
    from annotator.tools.formats.page_metadata import page_metadata  # noqa: PLC0415

    decoded = decode(data, name, _CODECS.get(label.lower()) or _declared(data))
    # huge_tree lifts limits on size, past which text would go missing; HTML has no entities to blow up.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(decoded.text.encode(), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableFile("reading.too_deep", name=name)
    if root is None:
        raise UnreadableFile("reading.empty", name=name)
    text, left_out, doubled = page_text(root)
    if not text.strip() and root.xpath("boolean(//script|//iframe|//frame|//object|//embed)"):
        raise UnreadableFile("reading.page_elsewhere", name=name)
    counted = {"hidden": left_out, "doubled_signs": doubled}
    notes = (say(f"reading.{key}", count=count) for key, count in counted.items() if count)
    metadata = page_metadata(root, decoded.text)
    return Source(text, f"{READER} {decoded.encoding}", (*decoded.notes, *notes), metadata)


def _declared(data: bytes) -> str:
    """The codec that the page names, or empty."""
    found = _DECLARATION.search(data, 0, 8192)
    label = (found[1] or found[2]).decode("ascii", "ignore").lower() if found else ""
    return _CODECS.get(label, "")
