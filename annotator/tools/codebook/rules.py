"""What a well-typed codebook can still have wrong with it."""

from collections.abc import Iterator, Sequence

from annotator.model.codebook import ATTRIBUTE_KINDS, CODED, FIELD_KINDS, Codebook, Field
from annotator.model.place import PLACE
from annotator.tools.codebook.choices import Fault, code_faults, identity_faults
from annotator.tools.codebook.lines import Place
from annotator.words import say

_SCOPES = ("clause", "document")
_NO_CODES = ("none", "unset", "na", "any")  # queries and ratings say them where there is no code, or some
_STATE = "_state"  # the exports write a field's state beside it under this ending


def faults(codebook: Codebook) -> Iterator[Fault]:
    """Every fault of a codebook: its place in the text and a sentence."""
    for name in ("name", "version", "zh", "en"):
        if not getattr(codebook, name).strip():
            yield (), say("codebook.book_lacks", name=name)
    if not codebook.fields:
        yield (), say("codebook.no_fields")
    elif not codebook.clause_fields:
        yield (), say("codebook.no_clause_fields")
    seen: set[str] = set()
    for at, field in enumerate(codebook.fields):
        place: Place = ("field", at)
        yield from identity_faults(place, field, seen, "field")
        yield from _field(place, field)
        yield from _codes(place, field)
        yield from _attributes(place, field)
        yield from _applies(place, field, codebook)
    yield from _cycles(codebook)


def _field(place: Place, field: Field) -> Iterator[Fault]:
    if field.id.endswith(_STATE):
        yield (*place, "id"), say("codebook.reserved_id", id=field.id, ending=_STATE)
    if field.kind not in FIELD_KINDS:
        kinds = ", ".join(FIELD_KINDS)
        yield (*place, "kind"), say("codebook.bad_kind", id=field.id, kind=field.kind, kinds=kinds)
    if field.scope not in _SCOPES:
        yield (*place, "scope"), say("codebook.bad_scope", id=field.id, scope=field.scope)
    yield from _bounds(place, field)


def _bounds(place: Place, field: Field) -> Iterator[Fault]:
    low, high = field.minimum, field.maximum
    if (low or high) and field.kind != "multi":
        yield (*place, "max" if high else "min"), say("codebook.no_bounds", id=field.id)
    elif low < 0 or high < 0:
        yield (*place, "min" if low < 0 else "max"), say("codebook.negative_bounds", id=field.id)
    elif high and low > high:
        yield (*place, "min"), say("codebook.crossed_bounds", id=field.id, low=low, high=high)
    elif field.codes and low > len(field.codes):
        yield (*place, "min"), say("codebook.too_few", id=field.id, low=low, codes=len(field.codes))


def _codes(place: Place, field: Field) -> Iterator[Fault]:
    if field.kind in CODED and not field.codes:
        yield place, say("codebook.no_codes", id=field.id)
    if field.kind in FIELD_KINDS and field.kind not in CODED and field.codes:
        yield (*place, "code", 0), say("codebook.needless_codes", id=field.id, kind=field.kind)
    for at, code in enumerate(field.codes):
        if code.id in _NO_CODES:
            yield (*place, "code", at, "id"), say("codebook.reserved_code", id=code.id)
    yield from code_faults(place, field.codes, numbered=field.kind == "ordinal")
    yield from _levels(place, field)


def _attributes(place: Place, field: Field) -> Iterator[Fault]:
    if field.attributes and field.kind != "span":
        yield (*place, "attribute", 0), say("codebook.no_attributes", id=field.id)
    seen: set[str] = set()
    for at, attribute in enumerate(field.attributes):
        here = (*place, "attribute", at)
        yield from identity_faults(here, attribute, seen, "attribute")
        if attribute.id in PLACE:
            yield (*here, "id"), say("codebook.reserved_attribute", id=attribute.id)
        if attribute.kind not in ATTRIBUTE_KINDS:
            kinds = ", ".join(ATTRIBUTE_KINDS)
            yield (
                (*here, "kind"),
                say("codebook.bad_attribute", id=attribute.id, kind=attribute.kind, kinds=kinds),
            )
        elif (attribute.kind == "choice") != bool(attribute.codes):
            key = "codebook.needless_choices" if attribute.codes else "codebook.no_choices"
            yield here, say(key, id=attribute.id, kind=attribute.kind)
        yield from code_faults(here, attribute.codes)


def _levels(place: Place, field: Field) -> Iterator[Fault]:
    if field.kind != "ordinal":
        for at, code in enumerate(field.codes):
            if code.value:
                yield (*place, "code", at, "value"), say("codebook.no_value", id=code.id)
        return
    if len(field.codes) == 1:
        yield place, say("codebook.one_level", id=field.id)
    for at in range(1, len(field.codes)):
        lower, code = field.codes[at - 1 : at + 1]
        if code.value <= lower.value:
            sentence = say("codebook.not_rising", id=code.id, value=code.value, below=lower.value)
            yield (*place, "code", at, "value"), sentence


def _applies(place: Place, field: Field, codebook: Codebook) -> Iterator[Fault]:
    for other_id, codes in field.applies_to:
        here = (*place, "applies_to", other_id)
        other = codebook.field(other_id)
        if other is None:
            yield here, say("codebook.rule_without_field", id=field.id, other=other_id)
        elif other_id == field.id:
            yield here, say("codebook.rule_on_itself", id=field.id)
        elif other.scope != field.scope:
            yield here, say("codebook.rule_across", id=field.id, other=other_id)
        elif not codes:
            yield here, say("codebook.rule_without_codes", id=field.id, other=other_id)
        else:
            for code in codes:
                if other.code(code) is None:
                    yield here, say("codebook.rule_without_code", id=field.id, other=other_id, code=code)


def _cycles(codebook: Codebook) -> Iterator[Fault]:
    """Each ring of fields that depend on one another, told once, at its first field."""
    told: set[str] = set()
    for at, field in enumerate(codebook.fields):
        ring = _ring(codebook, field.id)
        if len(ring) > 1 and told.isdisjoint(ring):
            told.update(ring)
            yield ("field", at, "applies_to"), say("codebook.cycle", ring=" → ".join([*ring, field.id]))


def _ring(codebook: Codebook, start: str) -> Sequence[str]:
    """The fields on a way from `start` through the rules back to it, or none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        field = codebook.field(way[-1])
        for other, _ in field.applies_to if field else ():
            if other == start:
                return way
            if other not in seen:
                seen.add(other)
                ways.append((*way, other))
    return ()
