"""By which title a document goes: of a notice and the plan that it sends, the plan's."""

import re
from collections.abc import Sequence

from annotator.model.cutting import Segment
from annotator.model.metadata import Found

_REMARK = re.compile(r"[（(]此件[^（）()]{2,12}[)）]\s?")
"""（此件公开发布）, which stands above an attached plan and is none of its name."""


def title(segments: Sequence[Segment]) -> Found | None:
    """The last title above the first clause."""
    found = None
    for one in segments:
        if one.kind == "title":
            name = _REMARK.sub("", one.text.replace("\n", "")).strip()
            found = Found(name, "title", 0.9, one.text_start, one.text_end) if name else found
        elif one.kind in ("clause", "heading") and found:
            break
    return found
