"""What of a codebook is meaning: a change of it asks that labels be checked again.

Meaning is what a label commits its reviewer to: which fields and codes there are, their kinds, bounds
and attributes, the levels of an ordinal, definitions, include and exclude rules, tie-breaks, and where
a field applies. Names, keys, help, cues and comments are not; nor are examples, which only show what
the rules say (adding one must cost nothing, else nobody adds any), nor the order of fields and of
codes, which is a matter of the screen; the order of an ordinal's levels is in their numbers.
"""

from collections.abc import Iterable

from annotator.model.codebook import Code, Codebook, Field
from annotator.model.ids import canonical, sha256


def meaning(codebook: Codebook) -> Codebook:
    """The codebook with its `meaning`: SHA-256 of the canonical JSON of what its codes mean."""
    told = {field.id: {**of_field(field), "codes": _codes(field.codes)} for field in codebook.fields}
    return codebook._replace(meaning=sha256(canonical(told)))


def of_field(field: Field) -> dict[str, object]:
    """The meaning of a field besides that of its codes."""
    return {
        "kind": field.kind,
        "scope": field.scope,
        "bounds": [field.minimum, field.maximum],
        "applies_to": {other: sorted(codes) for other, codes in field.applies_to},
        "tie_break": field.tie_break,
        "attributes": {one.id: [one.kind, _codes(one.codes)] for one in field.attributes},
    }


def of_code(code: Code) -> list[object]:
    """The meaning of a code."""
    return [code.value, code.definition, code.include, code.exclude]


def _codes(codes: Iterable[Code]) -> dict[str, object]:
    return {code.id: of_code(code) for code in codes}
