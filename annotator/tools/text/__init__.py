"""From a source text to its segments: repair what is broken, cut what remains.

    source ─ repair ─► clean text ─ lines ─► frame and outline ─► segments of the source

Everything works on the clean text and, for matching, on a copy of it in simplified script; offsets
return to the source through `annotator.model.mapping.Clean` alone.
"""

from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.label_unit import Unit
from annotator.tools.text.script import is_traditional, simplified, traditional

__all__ = [
    "CUTTER",
    "cut",
    "cutter_name",
    "is_traditional",
    "repairs",
    "simplified",
    "traditional",
]

# Name and version, stored with every cutting; a rule that cuts any text otherwise takes a new version.
CUTTER = "rules/3"


def cutter_name(unit: Unit = "clause") -> str:
    """Name and version of what cuts into units of a kind."""
    return CUTTER if unit == "clause" else f"{CUTTER} {unit}"


def cut(source: str, unit: Unit = "clause") -> tuple[Segment, ...]:
    """The segments of `source`, in order; they partition it. Any text will do; the empty one has none.

    `mentions` is left empty: who is meant by the units of a tail is for a gazetteer to say.
    """
    # A tenth of a second of patterns to compile, which a screen that only asks for the script is spared.
    from annotator.tools.text.cutter import segments  # noqa: PLC0415

    if unit == "clause":
        return segments(source)
    from annotator.tools.text.sentences import divided  # noqa: PLC0415  (few projects want it)

    return tuple(divided(source, segments(source)))


def repairs(source: str) -> tuple[Edit, ...]:
    """Every edit of `source`, in order, as its segments hold them."""
    return tuple(edit for segment in cut(source) for edit in segment.edits)
