"""From a file's bytes to clauses: read, repair, cut, resolve the units. Touches nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.model.cutting import Segment
from annotator.model.label_unit import Unit
from annotator.model.metadata import Found
from annotator.model.source import Source
from annotator.tools import formats, gazetteer, metadata, text

FRONT = ("title", "front_matter")
NOTHING: Mapping[str, str] = {}
_REPUBLIC = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Cut:
    """A document made into segments, with the places whose names its short forms mean, and what its table,
    its text or its page say of it.
    """

    source: Source
    segments: tuple[Segment, ...]
    places: tuple[str, ...]
    metadata: Mapping[str, Found]

    @property
    def title(self) -> str:
        """The title that the document goes by."""
        return self.metadata["title"].value


def segmented(
    data: bytes,
    name: str,
    known: gazetteer.Gazetteer | None = None,
    given: Mapping[str, str] = NOTHING,
    into: Unit = "clause",
) -> Cut:
    """Read, repair and cut a file's bytes `into` what is labelled, and resolve its units by the shipped table
    or by `known`.
    `given` is what is known of the document beside its text. Raises UnreadableFile.
    """
    source = formats.read_bytes(data, name)
    said = {**source.metadata, **given}
    segments = text.cut(source.text, into)
    known = known or gazetteer.load()
    named_in = [text.simplified(said[what]) for what in ("title", "issuer") if what in said]
    front = "\n".join([*named_in, _front(segments)])
    script = text.is_traditional(source.text)
    places = known.places(front)
    if script and places in ((), (gazetteer.NATION,)):
        places = gazetteer.elsewhere(front, text.simplified(source.text)) or places
    named = gazetteer.named(segments, source.text, text.simplified, known, places)
    beside = metadata.Beside(given, source.metadata, Path(name).stem, places)
    found = metadata.read(named, beside, text.simplified, script, lambda who, at: _issuer(known, who, at))
    return Cut(source, named, places, found)


def _front(segments: Sequence[Segment]) -> str:
    """What a document says of itself above its text, in simplified characters."""
    first = next((n for n, s in enumerate(segments) if s.kind in ("clause", "heading")), len(segments))
    front = [s.text for s in segments[:first] if s.kind in FRONT]
    titles = [s.text for s in segments if s.kind == "title"]
    return text.simplified("\n".join([*titles, *front]))


def _issuer(known: gazetteer.Gazetteer, who: str, places: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The full name of an issuer in a document of `places`, and the places that it names."""
    row = known.resolve(who, places)
    if row is None and places and who[0] == places[0][-1] and who[0] in "省市区县":
        who = places[0] + who[1:]  # 市市场监管局 of a city that the table does not have
    name = row.name if row and not row.collective else who
    if not who.startswith(_REPUBLIC):
        name = name.removeprefix(_REPUBLIC)
    return name, known.places(name)
