"""By which title a document goes: of a notice and the plan that it sends, the plan's."""

from collections.abc import Sequence

from annotator.model.cutting import Segment
from annotator.model.metadata import Found


def title(segments: Sequence[Segment]) -> Found | None:
    """The last title above the first clause."""
    found = None
    for one in segments:
        if one.kind == "title":
            found = Found(one.text.replace("\n", "").strip(), "title", 0.9, one.text_start, one.text_end)
        elif one.kind in ("clause", "heading") and found:
            break
    return found
