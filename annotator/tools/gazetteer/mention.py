"""From the names in a segment's clean text to mentions in the source."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from annotator.model.cutting import Mention, Segment
from annotator.model.mapping import Clean
from annotator.tools.gazetteer.found import Found
from annotator.tools.gazetteer.index import Gazetteer


def mentions(
    segment: Segment,
    source: str,
    simplify: Callable[[str], str],
    gazetteer: Gazetteer,
    places: Sequence[str],
) -> tuple[Mention, ...]:
    """The units that `segment` of `source` names, resolved for a document of `places`.

    `simplify` turns text into simplified characters one for one (and leaves simplified text alone): names
    are looked up in that copy, while `surface` keeps the document's script. `name` is the organisation's
    full name, or the surface where none was found; a place alone in the tail stands for its government.
    """
    found = _finder()(simplify(segment.text), simplify(segment.tail) if segment.tail else "", gazetteer)
    if not found:
        return ()
    parts = {where: _way(segment, source, where) for where in {unit.where for unit in found}}
    where = tuple(places)
    return tuple(_mention(unit, segment, parts[unit.where], gazetteer, where) for unit in found)


@cache
def _finder() -> Callable[[str, str, Gazetteer], tuple[Found, ...]]:
    # The readers' patterns take longer to compile than the table to load, and the picker needs only that.
    from annotator.tools.gazetteer.units import find_units  # noqa: PLC0415  (see above)

    return find_units


def named(
    segments: Sequence[Segment],
    source: str,
    simplify: Callable[[str], str],
    gazetteer: Gazetteer,
    places: Sequence[str],
    *,
    only: range | None = None,
) -> tuple[Segment, ...]:
    """All `segments` of `source` in their order, the clauses with the units that they name; where `only` some
    places among them are asked for, the others are read for what they say of these, and left as they are.
    """
    from annotator.tools.gazetteer.closing import closings, covered  # noqa: PLC0415  (as in `_finder`)
    from annotator.tools.gazetteer.columns import Columns  # noqa: PLC0415  (as in `_finder`)
    from annotator.tools.gazetteer.leading import first_leads, led  # noqa: PLC0415  (as in `_finder`)

    columns, found = Columns(source, simplify), list[Segment]()
    ruled, lines = first_leads(segments, simplify), closings(segments, source)

    @cache
    def told(at: int) -> tuple[Mention, ...]:
        return mentions(segments[at], source, simplify, gazetteer, places)

    for at, segment in enumerate(segments):
        columns.pass_by(segment)
        asked = segment.kind == "clause" and (only is None or at in only)
        units = columns.roles(told(at)) if asked else ()
        units = led(segment, units) if ruled else units
        if asked and at in lines:
            last = segments[lines[at]]
            units = covered(units, last, led(last, told(lines[at])) if ruled else told(lines[at]))
        found.append(replace(segment, mentions=units) if units else segment)
    return tuple(found)


def _way(segment: Segment, source: str, where: str) -> Callable[[int, int], tuple[int, int]]:
    """The way from a range of a segment's text or tail to the source."""
    start, end = segment.text_start, segment.text_end
    if where == "tail":
        start, end = segment.tail_start, segment.tail_end
    if segment.edits:
        return Clean(source, start, end, segment.edits).to_source
    return lambda first, last: (start + first, start + last)


def _mention(
    unit: Found,
    segment: Segment,
    to_source: Callable[[int, int], tuple[int, int]],
    gazetteer: Gazetteer,
    places: tuple[str, ...],
) -> Mention:
    surface = (segment.text if unit.where == "text" else segment.tail)[unit.start : unit.end]
    organisation = gazetteer.resolve(unit.surface, places)
    if organisation is None and unit.where == "tail":
        organisation = gazetteer.seat(unit.surface, places)
    start, end = to_source(unit.start, unit.end)
    return Mention(
        start=start,
        end=end,
        surface=surface,
        name=organisation.name if organisation else surface.replace("\n", ""),
        org_id=organisation.org_id if organisation else None,
        role=unit.role,
        collective=unit.collective or bool(organisation and organisation.collective),
    )
