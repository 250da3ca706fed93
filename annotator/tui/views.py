"""A clause in each of its views: repaired, as it came, and in either script.

In every view a place of the source is found exactly, so that what is marked stays where it belongs.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from annotator.model.document import Clause
from annotator.model.edit import Edit
from annotator.model.mapping import Clean

View = Literal["clean", "source", "simplified", "traditional"]
VIEWS: tuple[View, ...] = get_args(View)

Mark = tuple[int, int, str]
"""text[start:end] and what it is: a component of the widget that draws it."""

SCRIPT_SAMPLE = 20_000
"""Characters of a source that tell its script."""


class Original(NamedTuple):
    """A clause as it came: `raw` and the `edits` inside it, in offsets from its start; `text` and `tail`
    are the ways to its clean parts.
    """

    clause: Clause
    raw: str
    edits: Sequence[Edit]
    text: Clean
    tail: Clean


class Shown(NamedTuple):
    """A clause as it is drawn. `marks` are those of the view itself: title sentence, tail, repairs;
    `place` says where a range of the source, in offsets from the clause's start, stands in `text`.
    """

    text: str
    marks: tuple[Mark, ...]
    place: Callable[[int, int], tuple[int, int]]


def following(view: View) -> View:
    """The view after that one."""
    return VIEWS[(VIEWS.index(view) + 1) % len(VIEWS)]


def original(clause: Clause, raw: str, edits: Sequence[Edit]) -> Original:
    """What a clause was before its repairs."""
    start = clause.start
    text = Clean(raw, clause.text_start - start, clause.text_end - start, edits)
    return Original(
        clause, raw, edits, text, Clean(raw, clause.tail_start - start, clause.tail_end - start, edits)
    )


def repaired(found: Original) -> Shown:
    """The clean text behind its marker, its tail on a line of its own."""
    clause = found.clause
    text_at = len(clause.marker)
    whole = f"{clause.marker}{clause.text}"
    marks: list[Mark] = [(0, text_at + clause.lead, "lead")]
    tail_at = len(whole) + 1
    if clause.tail:
        whole += f"\n{clause.tail}"
        marks.append((tail_at, len(whole), "tail"))

    def place(start: int, end: int) -> tuple[int, int]:
        in_tail = clause.tail and start >= found.tail.start
        at, way = (tail_at, found.tail) if in_tail else (text_at, found.text)
        first, last = way.to_clean(start, end)
        return at + first, at + last

    marks += [(*place(edit.start, edit.end), "doubt") for edit in found.edits if edit.state == "proposed"]
    return Shown(whole, tuple(marks), place)


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
    where.append(size)

    def place(start: int, end: int) -> tuple[int, int]:
        return where[start], where[end - 1] + 1 if end > start else where[start]

    clause = found.clause
    kept: list[Mark] = [(*place(0, found.text.to_source(0, clause.lead)[1]), "lead")] if clause.lead else []
    if clause.tail:
        kept.append((*place(found.tail.start, found.tail.end), "tail"))
    return Shown("".join(parts).removesuffix("\n"), (*kept, *marks), place)


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
