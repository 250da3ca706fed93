"""A source as the cutter reads it: repaired, its lines joined and parted, in simplified script too."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.tools.text import lines as line_reader
from annotator.tools.text import solid
from annotator.tools.text.lines import Line
from annotator.tools.text.repair import residues
from annotator.tools.text.repair.joins import joins
from annotator.tools.text.script import is_traditional, simplified


@dataclass(frozen=True, slots=True)
class Reading:
    """`edits` in order of place; `clean` maps them; `plain` is the clean text in simplified script."""

    source: str
    edits: tuple[Edit, ...]
    clean: Clean
    plain: str
    lines: Sequence[Line]


def read(source: str) -> Reading:
    """Repairs `source` and finds its lines."""
    edits = residues(source)
    clean, plain, lines = _lines(source, edits)
    joined = joins(source, clean, lines)
    if joined:
        edits = _with(edits, joined)
        clean, plain, lines = _lines(source, edits)
    separate = solid.separated(clean, plain, lines)
    # What a lost break parted may be one line that was broken, as between lines that were kept.
    if len(separate) > len(lines) and (joined := joins(source, clean, separate)):
        edits = _with(edits, joined)
        clean, plain, lines = _lines(source, edits)
        separate = solid.separated(clean, plain, lines)
    return Reading(source, tuple(edits), clean, plain, separate)


def _with(edits: Sequence[Edit], joined: Sequence[Edit]) -> list[Edit]:
    """All edits in order, but for those of what a joined one takes away."""
    taken = sorted((edit.start, edit.end) for edit in joined if edit.before.strip())
    kept = [edit for edit in edits if not _is_inside(edit.start, taken)]
    return sorted((*kept, *joined), key=lambda edit: edit.start)


def _is_inside(place: int, ranges: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(ranges, place, key=lambda one: one[0])
    return at > 0 and place < ranges[at - 1][1]


def _lines(source: str, edits: list[Edit]) -> tuple[Clean, str, list[Line]]:
    clean = Clean(source, 0, len(source), edits)
    plain = simplified(clean.text) if is_traditional(clean.text) else clean.text
    shown = [edit.start for edit in edits if edit.rule == "template"]
    return clean, plain, line_reader.read(source, clean, plain, shown)
