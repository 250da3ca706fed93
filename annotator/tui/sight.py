"""How the clause on the desk is looked at: in which view, and what is marked in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotator.model.place import Part
from annotator.store import documents
from annotator.tui.desk import Desk
from annotator.tui.elsewhere import elsewhere
from annotator.tui.former import offer
from annotator.tui.keys import key_words, keys_of
from annotator.tui.passage import Passage
from annotator.tui.presenting import letters
from annotator.tui.tracking import tracked
from annotator.tui.views import (
    BREAK,
    SCRIPT_SAMPLE,
    Mark,
    Original,
    Shown,
    View,
    laid_out,
    placed,
    repaired,
    rewritten,
    unrepaired,
)
from annotator.words import say
from annotator.words.plain import plain_lines

BEFORE, AFTER = 1, 4
MOST = 300
"""Characters of a neighbouring paragraph that are shown."""

MOST_SEARCHED = 2000
"""Characters of a clause in which figures are looked for."""

MOST_NOTES = 3

Find = Callable[[str], Iterable[tuple[int, int]]]
"""Where a text holds something, as ranges of it."""


class Scene(NamedTuple):
    """What is drawn: the clause among its neighbours; `repairs` counts those made in it."""

    passages: Sequence[Passage]
    repairs: int

    @property
    def marked(self) -> frozenset[str]:
        """What is marked in the clause."""
        return frozenset(name for one in self.passages if one.here for _, _, name in one.marks)


class Sight:
    """The `view` in use; `finders` mark places in clean text, each under a name: a search its `hit`."""

    def __init__(self) -> None:
        self.view: View = "clean"
        self.finders: dict[str, Find] = {}

    def learn_figures(self) -> None:
        """Mark targets and deadlines from now on; takes a moment, with which no start is to wait."""
        self.finders |= {"target": lambda text: _figures(text)[0], "deadline": lambda text: _figures(text)[1]}
        _figures("")

    def scene(self, desk: Desk) -> Scene:
        """The paragraphs around the clause on the desk."""
        clause = desk.clause
        write = self._writing(desk)
        around = documents.segment_texts(
            desk.project, desk.document.cutting, max(0, clause.seq - BEFORE), clause.seq + AFTER + 1
        )
        # The title stands above; one of several lines would show its last here, like a clause.
        texts = [(seq, write(marker + text)) for seq, kind, marker, text in around if kind != "title"]
        before = [
            _context(text if len(text) <= MOST else f"…{text[-MOST:]}")
            for seq, text in texts
            if seq < clause.seq
        ]
        after = [
            _context(text if len(text) <= MOST else f"{text[:MOST]}…")
            for seq, text in texts
            if seq > clause.seq
        ]
        found = _original(desk)
        here = self._shown(found, write)
        made = sum(edit.state == "applied" for edit in found.edits)
        told_behind = filter(None, (tracked(desk), offer(desk), elsewhere(desk)))
        offers = [Passage(words, [(0, len(words), "note")], gap=True) for words in told_behind]
        letter = plain_lines("\n".join(letters(desk.fields, desk.review)))
        told = [Passage(letter, [(0, len(letter), "note")], head=True)] if letter else []
        return Scene([*before, *told, self._passage(desk, found, here), *offers, *after], made)

    def text(self, desk: Desk) -> str:
        """The clause as the view shows it, with what is to be known of its repairs below."""
        found = _original(desk)
        shown = self._shown(found, self._writing(desk)).text
        return f"{shown}\n{note}" if (note := self._note(found)) else shown

    def _shown(self, found: Original, write: Callable[[str], str]) -> Shown:
        return unrepaired(found) if self.view == "source" else rewritten(repaired(found), write)

    def copied(self, desk: Desk) -> str:
        """The text of the clause as the view has it, on the lines that it has there."""
        clause = desk.clause
        if self.view == "source":
            return documents.original(desk.project, desk.document, clause)[0].strip()
        return self._writing(desk)(laid_out(clause)[0])

    def _writing(self, desk: Desk) -> Callable[[str], str]:
        """The way into the script of the view."""
        if self.view not in ("simplified", "traditional"):
            return str
        from annotator.tools import text as scripts  # noqa: PLC0415  (only for the other script)

        source = documents.source_text(desk.project, desk.document.source_sha256)
        if self.view == "simplified":
            return scripts.simplified
        return str if scripts.is_traditional(source[:SCRIPT_SAMPLE]) else scripts.traditional

    def _passage(self, desk: Desk, found: Original, shown: Shown) -> Passage:
        marks = list(placed(self._ranges(desk, found), shown.place))
        whole, note = shown.text, self._note(found)
        if note:
            marks.append((len(whole) + 1, len(whole) + 1 + len(note), "note"))
            whole += f"\n{note}"
        return Passage(plain_lines(whole), (*shown.marks, *marks), here=True, gap=True)

    def _ranges(self, desk: Desk, found: Original) -> Iterator[Mark]:
        """What is marked, as ranges of the source."""
        for field in desk.fields:
            name = {"entity": "unit", "span": "target"}.get(field.kind)
            if name is None:
                continue
            suggestion = desk.suggestions.get(field.id)
            for item in [
                *(desk.review.values.get(field.id) or ()),
                *(suggestion.value if suggestion else ()),
            ]:
                if item["start"] is not None:
                    yield item["start"], item["end"], name
        for places in desk.review.evidence.values():
            yield from ((one["start"], one["end"], "evidence") for one in places)
        texts: tuple[tuple[Part, str], ...] = (("text", found.clause.text), ("tail", found.clause.tail))
        finders = dict(self.finders)
        if desk.queue and (query := desk.queue.query):
            from annotator.tools.query import highlights  # noqa: PLC0415  (the screens start without a search)

            finders["hit"] = lambda text: highlights(text, query)
        for name, find in finders.items():
            for part, text in texts:
                for first, last in find(text):
                    if place := found.places.at(part, first, last):
                        yield place.source_start, place.source_end, name

    def _note(self, found: Original) -> str:
        """What is to be known of the repairs of a clause, below it."""
        if self.view == "source":
            return say("views.signs" if found.edits else "views.no_repairs")
        pressed = key_words(keys_of("repair")[0])
        doubtful = [edit for edit in found.edits if edit.state == "proposed"]
        return "\n".join(
            say("views.doubtful", before=_line(one.before), after=_line(one.after), pressed=pressed)
            for one in doubtful[:MOST_NOTES]
        )


def _original(desk: Desk) -> Original:
    raw, edits = documents.original(desk.project, desk.document, desk.clause)
    return Original(desk.clause, raw, edits, documents.places(desk.project, desk.document, desk.clause))


@lru_cache(8)
def _figures(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where targets and deadlines stand; in a long text those of its beginning, so that it is as quick."""
    from annotator.tools.suggest.figures import deadlines, targets  # noqa: PLC0415  (patterns to compile)
    from annotator.tools.text import simplified  # noqa: PLC0415

    text = simplified(text[:MOST_SEARCHED])
    goals = [(one.start, one.end) for one in targets(text) if not one.achieved]
    return goals, [(one.start, one.end) for one in deadlines(text)]


def _context(text: str) -> Passage:
    return Passage(plain_lines(text), [(0, len(text), "context")], gap=True)


def _line(text: str) -> str:
    return text.replace("\n", BREAK)
