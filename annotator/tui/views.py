"""A clause in each of its views: repaired, as it came, and in either script.

In every view a place of the source is found exactly, so that what is marked stays where it belongs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from annotator.model.document import Clause
from annotator.model.edit import Edit
from annotator.model.place import Part, Places

View = Literal["clean", "source", "simplified", "traditional"]
VIEWS: tuple[View, ...] = get_args(View)

Mark = tuple[int, int, str]
"""text[start:end] and what it is: a component of the widget that draws it."""

SCRIPT_SAMPLE = 20_000
"""Characters of a source that tell its script."""


class Original(NamedTuple):
    """A clause as it came: `raw`, the `edits` inside it in offsets from its start, and the ways between
    the source and its clean text.
    """

    clause: Clause
    raw: str
    edits: Sequence[Edit]
    places: Places


class Shown(NamedTuple):
    """A clause as it is drawn. `marks` are those of the view itself: title sentence, tail, repairs;
    `place` says where a range of the source stands in `text`, None where it does not.
    """

    text: str
    marks: tuple[Mark, ...]
    place: Callable[[int, int], tuple[int, int] | None]


def following(view: View) -> View:
    """The view after that one."""
    return VIEWS[(VIEWS.index(view) + 1) % len(VIEWS)]


def laid_out(clause: Clause) -> tuple[str, Mapping[Part, int]]:
    """The clean text of a clause behind its marker, its tail on a line of its own; and where in it each part
    begins.
    """
    above = f"{clause.marker}{clause.text}"
    at: dict[Part, int] = {"text": len(clause.marker), "tail": len(above) + 1}
    return f"{above}\n{clause.tail}" if clause.tail else above, at


def repaired(found: Original) -> Shown:
    """The clean text."""
    clause = found.clause
    whole, at = laid_out(clause)
    marks: list[Mark] = [(0, at["text"] + clause.lead, "lead")]
    if clause.tail:
        marks.append((at["tail"], len(whole), "tail"))

    def place(start: int, end: int) -> tuple[int, int] | None:
        one = found.places.find(start, end)
        return (at[one.where] + one.start, at[one.where] + one.end) if one else None

    doubtful = (edit for edit in found.edits if edit.state == "proposed")
    ranges = [(edit.start + clause.start, edit.end + clause.start, "doubt") for edit in doubtful]
    return Shown(whole, (*marks, *placed(ranges, place)), place)


def placed(ranges: Iterable[Mark], place: Callable[[int, int], tuple[int, int] | None]) -> Iterator[Mark]:
    """The marks of ranges of the source where they stand in a view."""
    for start, end, name in ranges:
        if found := place(start, end):
            yield *found, name


def rewritten(shown: Shown, write: Callable[[str], str]) -> Shown:
    """The same in the other script, which has a code point for each."""
    return shown._replace(text=write(shown.text))


_SIGNS = {
    "applied": (("[-", "-]", "removed"), ("{+", "+}", "added")),
    "proposed": (("[~", "~]", "doubt"), ("{~", "~}", "doubt")),
}
BREAK = "↵"


def unrepaired(found: Original) -> Shown:
    """What the source has, line breaks and all; what a repair takes away or puts in stands between signs."""
    parts: list[str] = []
    where: list[int] = []
    marks: list[Mark] = []
    size = 0
    for piece, component, counts in _pieces(found):
        drawn = piece.replace("\n", BREAK if component else f"{BREAK}\n")
        if counts:
            where += _places(piece, size, 1 if component else 2)
        if component:
            marks.append((size, size + len(drawn), component))
        parts.append(drawn)
        size += len(drawn)

    clause = found.clause

    def place(start: int, end: int) -> tuple[int, int] | None:
        if not clause.start <= start < end <= clause.end:
            return None
        return where[start - clause.start], where[end - clause.start - 1] + 1

    lead = found.places.at("text", 0, clause.lead)
    ranges = [(clause.tail_start, clause.tail_end, "tail")]
    ranges += [(lead.source_start, lead.source_end, "lead")] if lead else []
    return Shown("".join(parts).removesuffix("\n"), (*placed(ranges, place), *marks), place)


def _pieces(found: Original) -> Iterator[tuple[str, str, bool]]:
    """(text, component, whether it stands in the source) of everything to be drawn, in order."""
    at = 0
    for edit in found.edits:
        if edit.state not in _SIGNS:
            continue
        gone, come = _SIGNS[edit.state]
        yield found.raw[at : edit.start], "", True
        for text, (opening, closing, component), counts in (
            (edit.before, gone, True),
            (edit.after, come, False),
        ):
            if text:
                yield opening, component, False
                yield text, component, counts
                yield closing, component, False
        at = edit.end
    yield found.raw[at:], "", True


def _places(piece: str, size: int, cells: int) -> Iterator[int]:
    """Where each character of a piece stands that begins at `size`; a line break takes `cells` characters."""
    for character in piece:
        yield size
        size += cells if character == "\n" else 1
