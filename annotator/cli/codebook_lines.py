"""A codebook as a person reads it on a terminal: fields, when they are asked, codes with their borders."""

from collections.abc import Iterator

from annotator.model.codebook import Codebook, Field, name_of
from annotator.model.cutting import ROLES
from annotator.words import say


def lines(book: Codebook) -> Iterator[str]:
    """The whole codebook, field by field."""
    yield say("cli.codebook_head", title=name_of(book), name=book.name, version=book.version)
    for field in book.fields:
        yield say("cli.codebook_field", id=field.id, name=name_of(field), kind=field.kind)
        for told in (
            *_asked(book, field),
            field.help,
            _led("views.tie_break", field.tie_break),
            _roles(field),
        ):
            if told:
                yield "    " + told.replace("\n", "\n    ")
        for code in field.codes:
            yield f"    {code.key or ' '}  {code.id}  {name_of(code)}：{code.definition}"
            examples = "；".join(code.examples).replace("。；", "。")
            borders = {"include": code.include, "exclude": code.exclude, "example": examples}
            for border, words in borders.items():
                if words:
                    yield " " * 11 + _led(f"views.{border}", words)
        for one in field.attributes:
            choices = say("review.comma").join(map(name_of, one.codes))
            yield f"       {one.id}  {name_of(one)}  [{one.kind}]  {choices}".rstrip()


def _asked(book: Codebook, field: Field) -> Iterator[str]:
    """Where a field is asked, if not everywhere."""
    for other, codes in field.applies_to:
        of = book.field(other)
        if of:
            names = say("review.comma").join(name_of(code) for code in of.codes if code.id in codes)
            yield say("cli.codebook_asked", field=name_of(of), codes=names)


def _roles(field: Field) -> str:
    """The roles that a unit may have."""
    if field.kind != "entity":
        return ""
    named = say("review.comma").join(f"{say(f'roles.{role}')} {role}" for role in ROLES)
    return say("cli.codebook_roles", roles=named)


def _led(key: str, words: str) -> str:
    return words and say(key) + words
