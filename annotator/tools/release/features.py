"""The features of a record as a dataset card writes them.

Without them readers guess the types from the first lines, and a file that begins with empty lists or
nulls does not load.
"""

from typing import Any

from annotator.tools.release.shape import Scalar, Shape, Struct


def features(struct: Struct) -> list[dict[str, Any]]:
    """`features` of the card's dataset_info, one entry a member."""
    return [{"name": name, **_feature(shape)} for name, shape in struct.members.items()]


def _feature(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, Struct):
        return {"struct": features(shape)}
    if isinstance(shape, Scalar):
        return {"dtype": _type(shape)}
    if isinstance(shape.item, Struct):
        return {"list": features(shape.item)}
    return {"sequence": _type(shape.item)}


def _type(scalar: Scalar) -> Any:
    if scalar.classes:
        return {"class_label": {"names": {str(at): name for at, name in enumerate(scalar.choices)}}}
    return scalar.type
