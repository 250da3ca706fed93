"""One key for every code: reviewers label by single letters."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from annotator.model.codebook import Code, Codebook

# Digits, arrows and punctuation are the screen's own; j and k move down and up.
LETTERS = tuple(letter for letter in ascii_lowercase if letter not in "jk")


def with_keys(codebook: Codebook) -> Codebook:
    """The codebook with a key for every code, unique within its field or attribute.

    Given keys stay; the first of two that clash does. A code without one gets, in the order of the
    codes, the first free letter of its own id, of its English name, of the alphabet. A new code at
    the end changes no key before it. Past 24 codes of a field the rest have none.
    """
    return codebook._replace(
        fields=tuple(
            field._replace(
                codes=tuple(_keyed(field.codes)),
                attributes=tuple(one._replace(codes=tuple(_keyed(one.codes))) for one in field.attributes),
            )
            for field in codebook.fields
        )
    )


def _keyed(codes: Sequence[Code]) -> Iterator[Code]:
    given: dict[str, str] = {}
    for code in codes:
        if code.key in LETTERS:
            given.setdefault(code.key, code.id)
    taken = set(given)
    for code in codes:
        key = code.key
        if given.get(key) != code.id:
            key = next((letter for letter in _wishes(code) if letter not in taken), "")
            taken.add(key)
        yield code._replace(key=key)


def _wishes(code: Code) -> Iterator[str]:
    """The letters that fit a code, best first: a nested code's own part before its parent's."""
    own = code.id.rpartition(".")[2]
    yield from (letter for letter in own + code.en.lower() if letter in LETTERS)
    yield from LETTERS
