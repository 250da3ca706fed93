"""Foreign answers as values of the codebook in force."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.errors import AnnotatorError
from annotator.flows.filing.finding import Found
from annotator.flows.filing.lines import Filing
from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.cutting import ROLES
from annotator.model.value import Value, applies
from annotator.store import documents, suggestions
from annotator.tools.codebook import check
from annotator.tools.codebook.spelling import folded, spellings
from annotator.tools.labelled import Annotation, Given, Mark
from annotator.words import both, say


class Valuing:
    """Understands answers. `field` is the one that answers without a name are about, where it is told."""

    def __init__(self, filing: Filing, codebook: Codebook, field: str = "") -> None:
        self._filing, self._fields = filing, codebook.clause_fields
        self._only = filing.field(0, {"field": field}) if field else None

    def values(self, one: Annotation, found: Found, standing: Mapping[str, Value]) -> dict[str, list[Any]]:
        """What an annotation says, field by field. What its tool cannot tell stays as it is `standing`: units
        that the clause does not name, attributes of spans, the order of what is the same.
        Raises AnnotatorError for what the codebook does not know.
        """
        if one.labels is not None:
            return dict(self._recorded(one, found))
        told: dict[str, list[Any]] = {}
        for given in one.given:
            for field, part in self._parted(one.line, given):
                told.setdefault(field.id, []).extend(
                    self._items(one.line, field, part, found, standing.get(field.id))
                )
        return dict(self._kept(told, found, standing))

    def _kept(
        self, told: Mapping[str, list[Any]], found: Found, standing: Mapping[str, Value]
    ) -> Iterator[tuple[str, list[Any]]]:
        merged = dict(standing)
        for field in self._fields:
            if field.id not in told:
                continue
            value, before = told[field.id], standing.get(field.id)
            if field.kind == "entity":
                value = [*value, *(item for item in before or () if _at(found, item) is None)]
            value = check(field, value) or []
            if not value and before is None and (field.kind == "span" or not applies(field, merged)):
                continue  # silence where nothing was asked is no answer
            if before is not None and _as_set(before) == _as_set(value):
                value = list(before)
            merged[field.id] = value
            yield field.id, value

    # ------------------------------------------------------------ which field

    def _parted(self, line: int, given: Given) -> Iterator[tuple[Field, Given]]:
        """The fields that an answer is about, each with its part of it."""
        if field := self._named(given):
            yield field, given
        elif given.marks:
            for label in dict.fromkeys(mark.label for mark in given.marks):
                marks = tuple(mark for mark in given.marks if mark.label == label)
                yield self._pointed(line, label), Given(marks=marks)
        elif labels := dict.fromkeys((*given.codes, *given.options)):
            knowing = [f for f in self._coded() if all(_knows(f, one) for one in labels)]
            if len(knowing) == 1:
                yield knowing[0], given
                return
            for label in given.codes:
                yield self._coding(line, label), Given(codes=(label,))

    def _named(self, given: Given) -> Field | None:
        if self._only and not given.field:
            return self._only
        return next((f for f in self._fields if given.field and given.field in (f.id, f.zh, f.en)), None)

    def _coded(self) -> list[Field]:
        return [field for field in self._fields if field.kind in CODED]

    def _coding(self, line: int, label: str) -> Field:
        knowing = [field for field in self._coded() if _knows(field, label)]
        if len(knowing) != 1:
            names = say("review.comma").join(field.id for field in knowing)
            raise AnnotatorError(
                f"labelled.{'many_fields' if knowing else 'no_field'}", line=line, label=label, names=names
            )
        return knowing[0]

    def _pointed(self, line: int, label: str) -> Field:
        named = [f for f in self._fields if f.kind in ("entity", "span") and label in (f.id, f.zh, f.en)]
        units = [f for f in self._fields if f.kind == "entity" and _role(label)]
        if not (found := named or units):
            raise AnnotatorError("labelled.no_field", line=line, label=label)
        return found[0]

    # ------------------------------------------------------------ which value

    def _items(self, line: int, field: Field, given: Given, found: Found, standing: Value) -> list[Any]:
        if field.kind in CODED:
            return check(field, list(given.codes)) or []
        if field.kind in ("date", "text"):
            return [given.words] if given.words.strip() else []
        placed = [(mark, self._placed(line, mark, found)) for mark in given.marks]
        items: list[Any] = []
        for mark, place in placed:
            role = _role(mark.label) or "unspecified"
            same = [
                item
                for item in standing or ()
                if _at(found, item) == (place["start"], place["end"])
                and (field.kind == "span" or item["role"] == role)
            ]
            if not same:
                same = [self._unit(line, mark, place, role, found) if field.kind == "entity" else place]
            items += [item for item in same if item not in items]
        return items

    def _placed(self, line: int, mark: Mark, found: Found) -> dict[str, Any]:
        place = found.place(mark)
        if place is None:
            raise AnnotatorError("labelled.bad_range", line=line, label=[mark.start, mark.end, mark.label])
        return place.stored()

    def _unit(
        self, line: int, mark: Mark, place: Mapping[str, Any], role: str, found: Found
    ) -> dict[str, Any]:
        """The unit at a place: the organisation that the tool kept, else whom a suggestion sees there, else
        whom its words name.
        """
        unit = {"org_id": None, "name": place["surface"], "role": role, "stated": True, **place}
        subject = found.clause.clause_id
        if organisation := self._filing.organisation(subject, mark.organisation):
            return {**unit, "org_id": organisation.org_id, "name": organisation.name}
        for suggestion in suggestions.of(self._filing.project, [subject]):
            for seen in suggestion.value:
                if (
                    isinstance(seen, dict)
                    and "org_id" in seen
                    and seen["start"] == place["start"]
                    and seen["end"] == place["end"]
                ):
                    return {**unit, "org_id": seen["org_id"], "name": seen["name"]}
        if organisation := self._filing.organisation(subject, place["surface"], line):
            return {**unit, "org_id": organisation.org_id, "name": organisation.name}
        return unit

    # ------------------------------------------------------------ records of ours

    def _recorded(self, one: Annotation, found: Found) -> Iterator[tuple[str, list[Any]]]:
        for field in self._fields:
            state = (one.labels or {}).get(f"{field.id}_state")
            if state not in ("set", "none"):
                continue
            value = (one.labels or {}).get(field.id)
            items = value if isinstance(value, list) else [] if value is None else [value]
            made = [self._record(one.line, field, item, found) for item in items]
            stored = check(field, made) or []
            for place in stored:
                if isinstance(place, dict) and place["start"] is not None:
                    documents.require_inside(self._filing.project, found.clause.clause_id, place)
            yield field.id, stored

    def _record(self, line: int, field: Field, item: Any, found: Found) -> Any:
        if field.kind == "ordinal":
            return next((code.id for code in field.codes if code.value == item), item)
        if field.kind == "date":
            return _date(item)
        if not isinstance(item, Mapping):
            return item
        place = _recorded_place(item, found)
        if place is None:
            raise AnnotatorError("labelled.bad_range", line=line, label=item.get("surface"))
        if field.kind == "entity":
            return {name: item.get(name) for name in ("org_id", "name", "role", "stated")} | place
        told = item.get("attributes")
        told = told if isinstance(told, Mapping) else {}
        dates = {one.id for one in field.attributes if one.kind == "date"}
        return {**place, **{name: _date(said) if name in dates else said for name, said in told.items()}}


def _recorded_place(item: Mapping[str, Any], found: Found) -> dict[str, Any] | None:
    """What a record points at: by its source where the clause is the same, else by its words."""
    surface, where = item.get("surface", ""), item.get("where")
    if found.by_id:
        return {"surface": surface, "start": item.get("source_start"), "end": item.get("source_end")}
    start, end = item.get("start"), item.get("end")
    if where in ("text", "tail") and type(start) is int and type(end) is int:
        place = found.places.at("text" if where == "text" else "tail", start, end)
        return place.stored() if place and place.surface == surface else None
    return None if item.get("stated", True) else {"surface": "", "start": None, "end": None}


def _date(parts: Any) -> Any:
    """A date that a record tells in its parts."""
    if not isinstance(parts, Mapping):
        return parts
    numbers = (parts.get(name) for name in ("year", "month", "day"))
    return "-".join(f"{one:02}" for one in numbers if isinstance(one, int))


def _at(found: Found, item: Mapping[str, Any]) -> tuple[int, int] | None:
    """Where in the source an item stands, as a mark of it would; None where this clause does not show it."""
    place = None if item["start"] is None else found.places.find(item["start"], item["end"])
    return (place.source_start, place.source_end) if place else None


def _knows(field: Field, label: str) -> bool:
    """Whether a field has a code of that id or name."""
    return any(folded(label) in spellings(code, numbered=field.kind == "ordinal") for code in field.codes)


def _role(label: str) -> str:
    """The role of that name, or empty."""
    return next((role for role in ROLES if label in (role, *both(f"roles.{role}"))), "")


def _as_set(items: Iterable[Any]) -> set[str]:
    return {repr(sorted(item.items())) if isinstance(item, Mapping) else repr(item) for item in items}
