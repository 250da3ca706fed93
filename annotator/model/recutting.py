"""What another cutting of a document would change: which clauses stay, and what becomes of the others."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from annotator.model.cutting import Segment
from annotator.model.edit import Edit

Fate = Literal["split", "merged", "moved", "gone", "new"]
FATES: tuple[Fate, ...] = ("split", "merged", "moved", "gone", "new")
"""One clause becomes several; several become one; borders move otherwise; no clause is left of it; it comes
to be where there was none.
"""
Aspect = Literal["marker", "text", "units", "path", "repairs"]
ASPECTS: tuple[Aspect, ...] = ("marker", "text", "units", "path", "repairs")
"""In what a clause of the same range can read otherwise; `units` is its trailing bracket."""

Range = tuple[int, int]


class Change(NamedTuple):
    """Clauses that become others, by their source ranges: those `before` cover what those `after` do."""

    fate: Fate
    before: tuple[Range, ...]
    after: tuple[Range, ...]


class Comparison(NamedTuple):
    """`same` counts the clauses that stay as they are; `other` holds those that stay (the same range, the
    same id) and read otherwise, with what of them is otherwise.
    """

    same: int
    other: dict[Range, tuple[Aspect, ...]]
    changes: tuple[Change, ...]

    @property
    def counts(self) -> dict[Fate, int]:
        """How many clauses come to each fate: of those before, and for `new` of those after."""
        found = dict.fromkeys(FATES, 0)
        for one in self.changes:
            found[one.fate] += len(one.before) or len(one.after)
        return found

    @property
    def going(self) -> list[Range]:
        """The clauses that would not be there any more."""
        return [place for one in self.changes for place in one.before]

    @property
    def coming(self) -> list[Range]:
        """The clauses that were not there before."""
        return [place for one in self.changes for place in one.after]


class Recut(NamedTuple):
    """What a cutting did to the one before it: it split a clause, merged some, or cut the document anew; or
    the clauses are the same ones and some read otherwise.
    `ord` is the first clause, counted from 0, that is another one than before; `clauses` of those before
    went.
    """

    kind: Literal["split", "merge", "anew", "same"]
    ord: int
    clauses: int


def compare(old: Sequence[Segment], new: Sequence[Segment]) -> Comparison:
    """Compare two cuttings of one source, with the paths of their clauses."""
    before, after = _clauses(old), _clauses(new)
    kept = before.keys() & after.keys()
    other = {
        place: found
        for place, clause in before.items()
        if place in kept and (found := _aspects(clause, after[place]))
    }
    changes = _changes([p for p in before if p not in kept], [p for p in after if p not in kept])
    return Comparison(len(kept) - len(other), other, tuple(changes))


def _clauses(segments: Sequence[Segment]) -> dict[Range, Segment]:
    return {(one.start, one.end): one for one in segments if one.kind == "clause"}


def _aspects(old: Segment, new: Segment) -> tuple[Aspect, ...]:
    otherwise: dict[Aspect, bool] = {
        "marker": old.marker != new.marker,
        "text": (old.text, old.lead) != (new.text, new.lead),
        "units": old.tail != new.tail,
        "path": (old.path, old.level) != (new.path, new.level),
        "repairs": _repairs(old) != _repairs(new),
    }
    return tuple(name for name in ASPECTS if otherwise[name])


def _repairs(segment: Segment) -> list[Edit]:
    return sorted(edit._replace(confidence=0.0) for edit in segment.edits)


def _changes(before: Sequence[Range], after: Sequence[Range]) -> Iterator[Change]:
    """What overlaps belongs together; neither side overlaps itself."""
    every = sorted([(*place, 0) for place in before] + [(*place, 1) for place in after])
    group: tuple[list[Range], list[Range]] = [], []
    reached = 0
    for start, end, side in every:
        if start >= reached and (group[0] or group[1]):
            yield _change(*group)
            group = [], []
        group[side].append((start, end))
        reached = max(reached, end)
    if group[0] or group[1]:
        yield _change(*group)


def _change(before: Sequence[Range], after: Sequence[Range]) -> Change:
    fate: Fate = "moved"
    if not after:
        fate = "gone"
    elif not before:
        fate = "new"
    elif len(before) == 1 < len(after):
        fate = "split"
    elif len(after) == 1 < len(before):
        fate = "merged"
    return Change(fate, tuple(before), tuple(after))
