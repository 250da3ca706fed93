"""What people said of repairs, kept in a new cutting: by the range of the source that it is about."""

from collections.abc import Sequence

from annotator.errors import Refused
from annotator.model import mending
from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.tools.text.mend import mended


def repaired(
    source: str, segments: Sequence[Segment], decided: Sequence[Edit]
) -> tuple[list[Segment], list[Edit]]:
    """The segments with the edits that people have in force, and those edits that have no place in them: a
    border goes through one, or it would leave nothing to read.
    """
    found, left = list(segments), list[Edit]()
    for edit in decided:
        number = next(
            (n for n, one in enumerate(found) if one.start <= edit.start and edit.end <= one.end), -1
        )
        if number < 0:
            left.append(edit)
        elif not any(mending.alike(edit, one) for one in found[number].edits):
            try:
                found[number] = mended(source, found[number], mending.put(found[number].edits, edit))
            except Refused:
                left.append(edit)
    return found, left
