"""What a page says of its document in its head: the tags that every government site has to set."""

import re
from typing import Any

from annotator.tools.formats.dates import iso

# Names of <meta> tags, as they are compared; the first that says something counts.
_TAGS = {
    "title": ("articletitle", "og:title", "dc.title"),
    "issuer": ("contentsource", "dc.publisher"),
    "date": ("pubdate", "publishdate", "article:published_time", "dc.date"),
    "address": ("url", "og:url"),
}
# The source of a page may be a newspaper or the site itself.
_ISSUER = re.compile(r"(?:政府|人大|办公厅|办公室|委员会|[委局厅部院署办会]|中心)(?:办公[厅室])?$")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")


def page_metadata(root: Any, markup: str) -> dict[str, str]:
    """Title, issuer, date (ISO) and address, as far as the page says them."""
    said: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (tag.get("name") or tag.get("property") or "").strip().lower()
        content = " ".join((tag.get("content") or "").split())
        if content:
            said.setdefault(name, content)
    found = {what: next((said[name] for name in names if name in said), "") for what, names in _TAGS.items()}
    found["date"] = iso(found["date"])
    if not _ISSUER.search(found["issuer"]):
        found["issuer"] = ""
    if not re.match("https?://", found["address"]):
        saved = _SAVED_FROM.search(markup[:4096])
        found["address"] = saved[1] if saved else ""
    return {what: value for what, value in found.items() if value}
