"""Lines that find a place: by number, path, title or kind, in the outline, on the way back."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.store import documents
from annotator.tools.query import folded
from annotator.tui import going
from annotator.tui.kinds import OFFERED, Kind
from annotator.tui.linear.speech import Meant
from annotator.tui.linear.talk import MOST_OFFERED
from annotator.tui.outline import Section, matching, outline, path
from annotator.tui.paths import Paths, Place, titled, titles
from annotator.words import both, say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def go(talk: "Talk", meant: Meant) -> Iterator[str]:
    """To the clause of that number, to the next one of a kind, along a path, to a document. Where several
    are meant, they are told.
    """
    desk, typed = talk.desk, meant.text
    if not typed:
        raise Refused("linear.go_where", kinds=say("review.comma").join(map(_kind_words, OFFERED)))
    for kind in OFFERED:
        if folded(typed) in map(folded, both(f"moving.kind_{kind}")):
            yield from _to_kind(talk, kind)
            return
    paths = Paths(desk)
    here = list(islice(paths.places(typed), MOST_OFFERED + 1))
    if here and here[0].section < 0:  # a number of this document, as on the screens the first row
        here = here[:1]
    ways = [(_place_words(talk, paths, one), partial(paths.go, one)) for one in here]
    if not typed.isdecimal():
        named = titled(titles(desk.project), typed)
        ways += [(_title(talk, one), partial(going.open_document, desk, one)) for one in named]
    if not ways:
        raise Refused("linear.no_place", words=typed, most=desk.document.clauses)
    if len(ways) == 1:
        ways[0][1]()
    else:
        yield from talk.offer(ways, say("linear.say_more"))


def _place_words(talk: "Talk", paths: Paths, place: Place) -> str:
    if place.clause is None:
        return _section_words(paths.sections, place.section)
    desk = talk.desk
    ((_, marker, text),) = documents.beginnings(desk.project, desk.document, place.clause, 1, 30)
    return f"{say('moving.clause', number=place.clause + 1)} {marker}{text}"


def _title(talk: "Talk", doc_id: str) -> str:
    document = documents.document(talk.desk.project, doc_id)
    return say("linear.titled", title=document.title) if document else say("moving.row_gone")


def next_of_kind(talk: "Talk", _: Meant) -> Iterator[str]:
    """The next clause of the kind last gone to."""
    return _to_kind(talk, talk.desk.kind)


def _to_kind(talk: "Talk", kind: Kind) -> Iterator[str]:
    going.go_to_kind(talk.desk, kind)
    yield say("linear.at_kind", kind=_kind_words(kind))


def _kind_words(kind: Kind) -> str:
    return say(f"moving.kind_{kind}")


def back(talk: "Talk", _: Meant) -> Iterator[str]:
    """Where I was before the last jump."""
    going.back(talk.desk)
    yield from ()


def headings(talk: "Talk", meant: Meant) -> Iterator[str]:
    """The outline, or the headings with these words; a number goes to the first unfinished clause under
    one.
    """
    desk, found = talk.desk, outline(talk.desk)
    numbers = matching([folded(one.words) for one in found], meant.text)
    if not numbers:
        raise Refused("moving.no_heading")
    ways = [
        (
            _section_words(found, number),
            partial(going.go_to_work, desk, found[number].first, found[number].end),
        )
        for number in numbers
    ]
    yield from talk.offer(ways, say("linear.say_more"))


def _section_words(sections: list[Section], number: int) -> str:
    one = sections[number]
    above = "".join(f" ‹ {words}" for words in path(sections, number))
    return say("linear.section", words=one.words, above=above, done=one.submitted, count=one.end - one.first)
