"""A person's word on a repair, as an `edit` event says it: the range it is about, and how that reads.

The field of the event is the range, so that a later word on the same range takes the place of an earlier
one; its value is the source with everything of the edit, or None where nobody says anything of the range.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotator.model.edit import LINE_BREAK, Edit


def field_of(edit: Edit) -> str:
    """The field of the events about an edit's range."""
    return f"{edit.start}:{edit.end}"


def value_of(source_sha256: str, edit: Edit) -> dict[str, Any]:
    """The value of the event that has an edit in force for a source."""
    return {"source": source_sha256, **edit._asdict()}


def edit_of(value: Mapping[str, Any]) -> Edit:
    """The edit that such a value tells of."""
    return Edit(**{name: value[name] for name in Edit._fields})


def alike(one: Edit, other: Edit) -> bool:
    """Whether two edits do the same, however sure their rules were."""
    return one._replace(confidence=0.0) == other._replace(confidence=0.0)


def within(edits: Iterable[Edit], start: int, end: int) -> Iterator[Edit]:
    """The edits that lie in a range as a whole, but for those that follow from how a text was cut."""
    return (one for one in edits if one.rule != LINE_BREAK and start <= one.start and one.end <= end)


def across(edits: Iterable[Edit], start: int, end: int) -> Iterator[Edit]:
    """The edits that a border of a range goes through, but for those that follow from how a text was cut."""
    return (
        one
        for one in edits
        if one.rule != LINE_BREAK
        and one.start < end
        and start < one.end
        and not (start <= one.start and one.end <= end)
    )


def widened(edits: Sequence[Edit], start: int, end: int) -> tuple[int, int]:
    """A range with the whole of every edit that it goes through."""
    cut = list(across(edits, start, end))
    return min([start, *(one.start for one in cut)]), max([end, *(one.end for one in cut)])


def together(edits: Iterable[Edit], edit: Edit) -> tuple[Edit, ...]:
    """The parts of what was proposed as one: beside it stand others by the same rule, with nothing between
    but line breaks that are repaired away.
    """
    every = sorted(one for one in edits if one.rule != LINE_BREAK)
    if edit not in every:
        return (edit,)
    first = last = every.index(edit)
    while first > 1 and _goes_on(every[first - 2 : first + 1]):
        first -= 2
    while last + 2 < len(every) and _goes_on(every[last : last + 3]):
        last += 2
    return tuple(every[first : last + 1 : 2])


def _goes_on(three: Sequence[Edit]) -> bool:
    """Whether an edit and the next but one are parts of one proposal."""
    one, between, other = three
    return (
        (one.rule, one.state, one.confidence) == (other.rule, other.state, other.confidence)
        and one.state == "proposed"
        and (one.end, between.end) == (between.start, other.start)
        and between.state == "applied"
        and not between.before.strip()
        and not between.after
    )


def put(edits: Iterable[Edit], edit: Edit) -> tuple[Edit, ...]:
    """The edits with one more, which takes the place of all that share a character with it; those that
    follow from how a text was cut are left out, to be made anew.
    """
    every = [one for one in edits if one.rule != LINE_BREAK]
    gone = [*within(every, edit.start, edit.end), *across(every, edit.start, edit.end)]
    return tuple(sorted([*(one for one in every if one not in gone), edit]))
