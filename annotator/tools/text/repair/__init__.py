"""Repairs: what is broken in a source and how it should read.

A rule is a function from a source to the edits that it proposes there. Rules know nothing of each
other: where two want the same characters, the one that begins first wins, then the one that stands
first in the list. Lines that were wrapped are joined afterwards (`joins`), because that needs the
lines as the other rules leave them.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.tools.text.repair import digits, glyphs, mojibake, pinyin, residue, slip, unwrap

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
    glyphs.lookalikes,
    glyphs.private,
    pinyin.residues,
    digits.letters,
    residue.markdown,
    residue.doubled_punctuation,
    residue.spacing,
)


def residues(source: str) -> list[Edit]:
    """The edits of all rules in order of place, none overlapping another."""
    broken = unwrap.unwrapped(source)
    if not broken:
        return _found(source)
    whole = Clean(source, 0, len(source), broken)
    edits = [part for edit in _found(whole.text) for part in _apart(_moved(edit, source, whole), broken)]
    taken = {at for edit in edits for at in range(edit.start, edit.end)}
    return sorted((*edits, *(edit for edit in broken if edit.start not in taken)))


def _moved(edit: Edit, source: str, whole: Clean) -> Edit:
    """An edit of the text without its line breaks as one of the source."""
    start, end = whole.to_source(edit.start, edit.end)
    return edit._replace(start=start, end=end, before=source[start:end])


def _apart(edit: Edit, broken: Sequence[Edit]) -> Iterator[Edit]:
    """A proposal in the parts between the breaks inside it, which go whether it is accepted or not. What a
    rule proposes stands character for character where the damaged ones stand.
    """
    start, after = edit.start, edit.after
    if edit.state == "proposed":
        first = bisect_left(broken, edit.start, key=lambda one: one.start)
        for one in takewhile(lambda one: one.end < edit.end, broken[first:]):
            size = one.start - start
            yield edit._replace(
                start=start,
                end=one.start,
                before=edit.before[start - edit.start :][:size],
                after=after[:size],
            )
            start, after = one.end, after[size:]
    yield edit._replace(start=start, before=edit.before[start - edit.start :], after=after)


def _found(source: str) -> list[Edit]:
    found = [(edit.start, rank, edit) for rank, rule in enumerate(RULES) for edit in rule(source)]
    found.sort(key=lambda entry: entry[:2])
    edits: list[Edit] = []
    for _, _, edit in found:
        if not edits or edit.start >= edits[-1].end:
            edits.append(edit)
    return edits
