"""Repairs: what is broken in a source and how it should read.

A rule is a function from a source to the edits that it proposes there. Rules know nothing of each
other: where two want the same characters, the one that begins first wins, then the one that stands
first in the list. Lines that were wrapped are joined afterwards (`joins`), because that needs the
lines as the other rules leave them.
"""

from collections.abc import Callable, Iterable

from annotator.model.edit import Edit
from annotator.tools.text.repair import mojibake, pinyin, residue, slip

Rule = Callable[[str], Iterable[Edit]]

RULES: tuple[Rule, ...] = (
    mojibake.misread,
    slip.slipped,
    mojibake.replaced,
    residue.bookmarks,
    residue.templates,
    residue.markup,
    residue.entities,
    residue.invisible,
    pinyin.residues,
    residue.markdown,
    residue.doubled_punctuation,
    residue.spacing,
)


def residues(source: str) -> list[Edit]:
    """The edits of all rules in order of place, none overlapping another."""
    found = [(edit.start, rank, edit) for rank, rule in enumerate(RULES) for edit in rule(source)]
    found.sort(key=lambda entry: entry[:2])
    edits: list[Edit] = []
    for _, _, edit in found:
        if not edits or edit.start >= edits[-1].end:
            edits.append(edit)
    return edits
