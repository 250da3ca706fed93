"""The codebook as data: fields, their codes, and the rule that says where a field applies."""

from typing import Literal, NamedTuple

from annotator.words import language

FieldKind = Literal["single", "multi", "ordinal", "entity", "span", "date", "text"]
FIELD_KINDS: tuple[FieldKind, ...] = ("single", "multi", "ordinal", "entity", "span", "date", "text")
CODED: tuple[FieldKind, ...] = ("single", "multi", "ordinal")

AttributeKind = Literal["text", "number", "date", "choice"]
ATTRIBUTE_KINDS: tuple[AttributeKind, ...] = ("text", "number", "date", "choice")


class Code(NamedTuple):
    """One choice of a field. `key` is the key that picks it, given or assigned; `value` is an
    ordinal level's number. A nested code's id starts with its parent's (`infra.compute`).
    """

    id: str
    zh: str
    en: str
    key: str = ""
    value: int = 0
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


class Attribute(NamedTuple):
    """What is told of each span of a field beside its place: `codes` are the values of a choice."""

    id: str
    kind: AttributeKind
    zh: str
    en: str
    codes: tuple[Code, ...] = ()


class Field(NamedTuple):
    """One question asked of every clause (or document).

    `applies_to` maps another field's id to the code ids of which one must be set for this field to
    apply; an empty map applies always. `minimum` and `maximum` bound a multi value (0: no bound).
    An ordinal's codes stand from lowest to highest.
    """

    id: str
    kind: FieldKind
    zh: str
    en: str
    scope: Literal["clause", "document"] = "clause"
    codes: tuple[Code, ...] = ()
    minimum: int = 0
    maximum: int = 0
    applies_to: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tie_break: str = ""
    help: str = ""
    attributes: tuple[Attribute, ...] = ()

    def code(self, code_id: str) -> Code | None:
        """The code of that id, or None."""
        return next((code for code in self.codes if code.id == code_id), None)


class Codebook(NamedTuple):
    """A version of a codebook. `digest` is the hash of its whole text, `meaning` that of what its
    codes mean: a new meaning asks for re-checking, new words or keys do not.
    """

    name: str
    version: str
    zh: str
    en: str
    fields: tuple[Field, ...]
    parent: str = ""
    digest: str = ""
    meaning: str = ""

    def field(self, field_id: str) -> Field | None:
        """The field of that id, or None."""
        return next((field for field in self.fields if field.id == field_id), None)

    @property
    def clause_fields(self) -> tuple[Field, ...]:
        """The fields asked of every clause, in the order of work."""
        return tuple(field for field in self.fields if field.scope == "clause")


def name_of(thing: Code | Attribute | Field | Codebook) -> str:
    """What a reader calls a code, attribute, field or codebook, in the language in force."""
    return thing.zh if language() == "zh" else thing.en
