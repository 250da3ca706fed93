"""From a file's bytes to clauses: read, repair, cut, resolve the units, suggest. Touches nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.review import Suggestion
from annotator.model.source import Source
from annotator.tools import formats, gazetteer, suggest, text
from annotator.tools.wordbreaks import Breaks

FRONT = ("title", "front_matter")
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Cut:
    """A document made into segments, with the places whose names its short forms mean, and what its page,
    its table or its text say of it.
    """

    source: Source
    segments: tuple[Segment, ...]
    places: tuple[str, ...]
    metadata: Mapping[str, str]

    @property
    def title(self) -> str:
        """The title that the document goes by."""
        return self.metadata["title"]


def segmented(
    data: bytes,
    name: str,
    known: gazetteer.Gazetteer | None = None,
    given: Mapping[str, str] = NOTHING,
) -> Cut:
    """Read, repair and cut a file's bytes, and resolve its units by the shipped table or by `known`.
    `given` is what is known of the document beside its text. Raises UnreadableFile.
    """
    source = formats.read_bytes(data, name)
    said = {**source.metadata, **given}
    segments = text.cut(source.text)
    known = known or gazetteer.load()
    beside = [text.simplified(said[what]) for what in ("title", "issuer") if what in said]
    places = known.places("\n".join([*beside, _front(segments)]))
    named = tuple(
        replace(s, mentions=gazetteer.mentions(s, source.text, text.simplified, known, places))
        if s.kind == "clause"
        else s
        for s in segments
    )
    # A page is often named after the notice that sends the document; a table says what it is to be called.
    title = given.get("title") or _title(named) or said.get("title") or Path(name).stem
    return Cut(source, named, places, {**said, "title": title})


def suggestions(cut: Cut, codebook: Codebook) -> Iterator[Suggestion]:
    """What the import suggests for each clause."""
    suggester = _suggester(codebook)
    digest = cut.source.sha256  # made anew each time it is asked for
    for segment, following in zip(cut.segments, (*cut.segments[1:], None), strict=True):
        yield from suggester.suggest(cut.source.text, digest, segment, following)


@lru_cache(2)
def _suggester(codebook: Codebook) -> suggest.Suggester:
    return suggest.Suggester(codebook, text.simplified, Breaks)


def _front(segments: Sequence[Segment]) -> str:
    """What a document says of itself above its text, in simplified characters."""
    first = next((n for n, s in enumerate(segments) if s.kind in ("clause", "heading")), len(segments))
    front = [s.text for s in segments[:first] if s.kind in FRONT]
    titles = [s.text for s in segments if s.kind == "title"]
    return text.simplified("\n".join([*titles, *front]))


def _title(segments: Sequence[Segment]) -> str:
    """The title above the clauses: of a notice and the plan it sends, the plan's."""
    title = ""
    for segment in segments:
        if segment.kind == "title":
            title = segment.text
        elif segment.kind in ("clause", "heading") and title:
            break
    return title.replace("\n", "")
