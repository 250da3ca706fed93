"""What shapes are made of: from them JSON Schema, features, Arrow's types and the data package are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from annotator.model.codebook import Codebook

SCHEMA_VERSION = "1.0.0"
"""A new optional key raises the second number, anything else the first."""

ScalarType = Literal["string", "int64", "float64", "bool"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `choices` are all that it can be; `classes` says that a model learns them."""

    type: ScalarType
    nullable: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    classes: bool = False


@dataclass(frozen=True, slots=True)
class ListOf:
    """Any number of items, never null."""

    item: "Scalar | Struct"


@dataclass(frozen=True, slots=True)
class Struct:
    """An object with exactly these members, in this order."""

    members: "Mapping[str, Shape]"
    nullable: bool = False


Shape = Scalar | ListOf | Struct


def schema_id(view: str, codebook: Codebook) -> str:
    """The name of the schema of a view's lines under this codebook."""
    return f"urn:annotator:{view}:{SCHEMA_VERSION}:{codebook.digest[:16]}"
