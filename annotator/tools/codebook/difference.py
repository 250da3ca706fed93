"""What changed from one version of a codebook to the next, code by code: what has a new meaning asks for
labels to be checked again, new words do not.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from annotator.model.codebook import Code, Codebook, Field
from annotator.tools.codebook.meaning import of_code, of_field

How = Literal["new", "gone", "meaning", "words"]


class Difference(NamedTuple):
    """One field (`code` is empty) or one code of it: there now, gone, of another meaning, or told in other
    words. A field has changed where something besides its codes did.
    """

    field: str
    code: str
    how: How

    @property
    def asks(self) -> bool:
        """Whether labels given before may be wrong now."""
        return self.how in ("gone", "meaning")


def differences(old: Codebook, new: Codebook) -> list[Difference]:
    """All that changed, in the order of the new codebook; what is gone comes last."""
    return [*_changed(old, new), *_gone(old, new)]


def _changed(old: Codebook, new: Codebook) -> Iterator[Difference]:
    for field in new.fields:
        before = old.field(field.id)
        if how := _how_field(before, field):
            yield Difference(field.id, "", how)
        for code in field.codes:
            if how := _how_code(before.code(code.id) if before else None, code):
                yield Difference(field.id, code.id, how)


def _gone(old: Codebook, new: Codebook) -> Iterator[Difference]:
    for field in old.fields:
        after = new.field(field.id)
        if after is None:
            yield Difference(field.id, "", "gone")
        for code in field.codes:
            if after is None or after.code(code.id) is None:
                yield Difference(field.id, code.id, "gone")


def _how_field(before: Field | None, after: Field) -> How | None:
    if before is None:
        return "new"
    if of_field(before) != of_field(after):
        return "meaning"
    bare = before._replace(codes=()), after._replace(codes=())
    return "words" if bare[0] != bare[1] else None


def _how_code(before: Code | None, after: Code) -> How | None:
    if before is None:
        return "new"
    if of_code(before) != of_code(after):
        return "meaning"
    return "words" if before != after else None


def news(one: Difference, old: Codebook, new: Codebook) -> list[tuple[str, str]]:
    """What was written into a code or a field: (`definition`, `include`, `exclude` or `tie_break`, what of
    its text is new).
    """
    before, after = (_told(one, codebook) for codebook in (old, new))
    added = ((part, text.removeprefix(before.get(part, "")).strip("。；; ")) for part, text in after.items())
    return [(part, text) for part, text in added if text]


def _told(one: Difference, codebook: Codebook) -> dict[str, str]:
    field = codebook.field(one.field)
    code = field.code(one.code) if field else None
    if code:
        return {"definition": code.definition, "include": code.include, "exclude": code.exclude}
    return {"tie_break": field.tie_break} if field and not one.code else {}
