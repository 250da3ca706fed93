"""Which keys a practised reviewer presses: the shortest of a few ways, by what the screen shows.

The reviewer knows the answer to give, sees what is suggested, remembers the clause before, and knows what
the keys of the review screen do. Nothing else goes in: not how a suggestion came about, nor what comes next.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.model.codebook import CODED, Field
from annotator.model.value import Value, applies, wanting
from annotator.tui.presenting import UNIT_KEYS
from tests.benchmarks.keystrokes.sheet import BOOK, UNITS

Values = Mapping[str, Value]
FIELDS = BOOK.clause_fields
NUMBER = {field.id: number for number, field in enumerate(FIELDS)}
PICKER = "/"


class Seen(NamedTuple):
    """What is suggested, by field, and the clause before; units as pairs in the order of the screen."""

    suggested: Values
    before: Values


class Draft:
    """A clause as it stands after some keys."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.values: dict[str, Value] = {}
        self.focus = 0
        self.keys: list[str] = []
        self.weight = 0

    def press(self, *keys: str) -> None:
        """Note keys; the picker weighs what it takes at least."""
        self.keys += keys
        self.weight += len(keys)

    def accepted(self) -> dict[str, Value]:
        """The values with what is suggested for the open fields, where they apply."""
        merged = dict(self.values)
        for field in FIELDS:
            suggested = self.seen.suggested.get(field.id)
            if suggested is not None and field.id not in merged and applies(field, merged):
                merged[field.id] = suggested
        return merged

    def repeated(self) -> dict[str, Value]:
        """The values with those of the clause before for the open fields, where they apply."""
        merged = dict(self.values)
        for field in FIELDS:
            given = self.seen.before.get(field.id)
            if given is not None and field.id not in merged and applies(field, merged):
                merged[field.id] = given
        return merged

    def accept(self) -> bool:
        """Space: takes what is suggested; whether that finished the clause."""
        self.press("space")
        self.values = self.accepted()
        self._advance()
        return not wanting(BOOK, self.values)

    def repeat(self) -> None:
        """0: the open fields as on the clause before."""
        self.press("0")
        self.values = self.repeated()
        self._advance()

    def code(self, field: Field, wanted: Sequence[str]) -> None:
        """Pick codes, or take them back, until the field holds `wanted`."""
        old = list(self.values.get(field.id) or ())
        picks = list(wanted)
        if field.kind == "multi":
            added = [code for code in wanted if code not in old]
            if [code for code in old if code in wanted] + added == list(wanted):
                picks = [code for code in old if code not in wanted] + added
            else:
                self._turn(field)
                self.press("backspace")
        letters = [code.key for pick in picks if (code := field.code(pick))]
        if self._reached(letters[0]) != field.id:
            self._turn(field)
        self.focus = NUMBER[field.id]
        self.press(*letters)
        self.values[field.id] = tuple(wanted)
        if field.kind != "multi":
            self._advance()

    def units(self, wanted: Sequence[object]) -> None:
        """Letters where all that changes is on the panel, `-` for none, else the picker."""
        field = FIELDS[NUMBER[UNITS]]
        old = list(self.values.get(UNITS) or ())
        suggested = list(self.seen.suggested.get(UNITS) or ())
        offered = [*old, *(unit for unit in suggested if unit not in old)]
        changed = [unit for unit in offered if (unit in old) != (unit in wanted)]
        if not wanted:
            self._turn(field)
            self.press("-")
        elif set(wanted) <= set(offered) and len(offered) < len(UNIT_KEYS):
            self._turn(field)
            for unit in changed:
                self.press(UNIT_KEYS[offered.index(unit)])
                old = [one for one in old if one != unit] if unit in old else [*old, unit]
                # The chosen ones stand first, so that each letter moves the others.
                offered = [*old, *(one for one in suggested if one not in old)]
        else:
            self.press(PICKER)
            self.focus = NUMBER[UNITS]
            new, wrong = set(wanted) - set(old), set(old) - set(wanted)
            at_once = suggested and set(suggested) <= new
            self.weight += 1 + len(new - set(suggested)) if at_once else len(new)
            # Those taken stand behind those that are not: a way down to each, Enter, and Esc.
            self.weight += 4 * len(wrong)
        self.values[UNITS] = tuple(wanted)

    def _turn(self, field: Field) -> None:
        if self.focus != NUMBER[field.id]:
            self.press(str(NUMBER[field.id] + 1))
            self.focus = NUMBER[field.id]

    def _reached(self, letter: str) -> str:
        """The field in which a letter picks: that in focus, else the next open one that knows it."""
        waiting = wanting(BOOK, self.values)
        for field in FIELDS[self.focus :]:
            knows = any(code.key == letter for code in field.codes)
            if knows and (field is FIELDS[self.focus] or field in waiting):
                return field.id
        return ""

    def _advance(self) -> None:
        if waiting := wanting(BOOK, self.values):
            self.focus = NUMBER[waiting[0].id]


def plan(wanted: Values, seen: Seen) -> list[str]:
    """The keys; "/" stands for the picker and what is done in it. AssertionError where no way leads there."""
    ways = [way for way in _ways(wanted, seen) if _same(way.values, wanted)]
    assert ways, (wanted, seen)
    return min(ways, key=lambda way: way.weight).keys


def _ways(wanted: Values, seen: Seen) -> Iterator[Draft]:
    """Accept first or not; repeat first, last or not at all; correct what differs; finish."""
    for accepting in (False, True):
        for repeating in ("never", "last", "first"):
            draft = Draft(seen)
            if accepting and draft.accept():
                if repeating == "never":
                    yield draft
                continue
            if repeating == "first":
                draft.repeat()
            _correct(draft, wanted, repeated=repeating == "last")
            if repeating == "last":
                draft.repeat()
            if draft.accept():
                yield draft


def _correct(draft: Draft, wanted: Values, *, repeated: bool) -> None:
    """Answer the fields that would end otherwise."""
    for name in (*(field.id for field in FIELDS if field.kind in CODED), UNITS):
        ends = draft.repeated() if repeated else draft.accepted()
        if _holds(name, ends.get(name), wanted[name]):
            continue
        if name == UNITS:
            draft.units(wanted[name] or ())
        elif wanted[name]:
            draft.code(FIELDS[NUMBER[name]], list(wanted[name] or ()))


def _same(values: Values, wanted: Values) -> bool:
    """Whether a finished clause would hold what is wanted."""
    return all(_holds(name, values.get(name), value) for name, value in wanted.items())


def _holds(name: str, value: Value, wanted: Value) -> bool:
    """Whether two values are the same answer: the order of codes tells the primary one, that of units nothing."""
    given, meant = list(value or ()), list(wanted or ())
    return sorted(given) == sorted(meant) if name == UNITS else given == meant
