"""What is stored, as a reviewer is to read it today: with units as the organisations that they have become,
and of the suggestions those that the codebook in force can show. Pure.
"""

from collections.abc import Mapping, Sequence

from annotator.model.addition import Addition, followed_all
from annotator.model.codebook import Field
from annotator.model.review import Review, Suggestion
from annotator.model.value import Value, applies, fits


def best(
    found: Sequence[Suggestion], fields: Sequence[Field], additions: Mapping[str, Addition]
) -> dict[str, Suggestion]:
    """The suggestion for each field; `found` has the best of a field first."""
    shapes = {field.id: field for field in fields}
    return {
        one.field: one._replace(value=tuple(_read(shapes[one.field], one.value, additions) or ()))
        for one in reversed(found)
        if one.field in shapes and fits(shapes[one.field], one.value)
    }


def shown(review: Review, fields: Sequence[Field], additions: Mapping[str, Addition]) -> Review:
    """A review that the codebook can read (`Reviewing.review`), with its units as they are today."""
    shapes = {field.id: field for field in fields}
    return review._replace(
        values={name: _read(shapes[name], value, additions) for name, value in review.values.items()}
    )


def acceptable(
    fields: Sequence[Field], values: Mapping[str, Value], suggested: Mapping[str, Suggestion]
) -> dict[str, Value]:
    """What is suggested for the fields without a value, where the field applies."""
    merged = dict(values)
    for field in fields:
        if field.id in suggested and field.id not in merged and applies(field, merged):
            merged[field.id] = list(suggested[field.id].value)
    return {name: value for name, value in merged.items() if name not in values}


def _read(field: Field, value: Value, additions: Mapping[str, Addition]) -> Value:
    return followed_all(value, additions) if field.kind == "entity" and value else value
