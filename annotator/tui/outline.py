"""The outline of a document: its headings, and how far the work under each of them is."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from annotator.store import outlines
from annotator.store.outlines import Heading
from annotator.tools.query import folded
from annotator.tui.desk import Desk


class Section(NamedTuple):
    """A heading with what stands under it: the clauses from number `first` to before `end`, so many of
    them submitted and skipped. `above` is the number of the section around it, -1 for the document.
    """

    level: int
    marker: str
    text: str
    above: int
    first: int
    end: int
    submitted: int = 0
    skipped: int = 0

    @property
    def words(self) -> str:
        """The heading as it stands there."""
        return self.marker + self.text

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return self.submitted + self.skipped == self.end - self.first


def outline(desk: Desk) -> list[Section]:
    """The document of the desk as its first section, then those inside, each before what is under it."""
    document = desk.document
    headings = outlines.headings(desk.project, document)
    finished = outlines.finished(desk.project, document, desk.reviewing.reviewer)
    return sections(document.title, document.clauses, headings, finished)


def sections(
    title: str, clauses: int, headings: Sequence[Heading], finished: Sequence[tuple[int, bool]]
) -> list[Section]:
    """The sections of a document of so many clauses; `finished` holds (clause number, whether submitted)."""
    told = [[0] * (clauses + 1), [0] * (clauses + 1)]
    for number, was_submitted in finished:
        told[was_submitted][number + 1] = 1
    skipped, submitted = (list(accumulate(one)) for one in told)
    every = [Heading(-1, "", title, 0), *_without_lone_title(clauses, headings)]
    above, ends, inside = [-1] * len(every), [clauses] * len(every), [0]
    for number, one in enumerate(every[1:], 1):
        while every[inside[-1]].level >= one.level:
            ends[inside.pop()] = one.before
        above[number] = inside[-1]
        inside.append(number)
    return [
        Section(
            one.level, one.marker, one.text, around, one.before, end,
            submitted[end] - submitted[one.before], skipped[end] - skipped[one.before],
        )
        for one, around, end in zip(every, above, ends, strict=True)
    ]  # fmt: skip


def _without_lone_title(clauses: int, headings: Sequence[Heading]) -> list[Heading]:
    """The headings; and the titles only where several of them have clauses of their own."""
    starts = [one.before for one in headings if one.level == 0]
    texts = sum(first < end for first, end in pairwise([*starts, clauses]))
    return [one for one in headings if one.level > 0 or texts > 1]


def matching(words: Sequence[str], typed: str) -> list[int]:
    """The numbers of the sections whose words, folded, hold everything that is typed, in either script."""
    wanted = folded(typed).split()
    return [number for number, one in enumerate(words) if all(part in one for part in wanted)]


def around(found: Sequence[Section], number: int) -> int:
    """The innermost section in which a clause stands."""
    at = bisect_right(found, number, key=lambda one: one.first) - 1
    while found[at].end <= number:
        at = found[at].above
    return at


def path(found: Sequence[Section], number: int) -> list[str]:
    """The words of the sections around one, the innermost first; the document is left out."""
    words, above = [], found[number].above
    while above > 0:
        words.append(found[above].words)
        above = found[above].above
    return words
