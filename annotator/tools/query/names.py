"""The names that a query may use: keys, states, roles, the codebook's fields and codes.

Each can be given by id or in either language, in either script, case and width, and by any part of it
that no other has: of hanzi any, of letters the beginning of a word.
A mistake is answered with the nearest name there is.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from annotator.errors import AnnotatorError
from annotator.model.codebook import Code, Codebook, Field
from annotator.tools.query.folding import folded
from annotator.words import both, language, say

T = TypeVar("T")

KEYS = (
    "state", "doc", "path", "flag", "question", "note", "doubt", "proposed", "repaired", "differs",
    "suggested", "reviewer", "decided", "returned", "repeat",
)  # fmt: skip
_TOLD = 16
"""So many names are told where none is near."""


class Names(Generic[T]):
    """Things by their spellings; where two share one, the first has it. The first spelling of a thing is
    the one that is shown. A part of a name stands for it from `shortest` characters on.
    """

    def __init__(self, things: Iterable[tuple[T, Sequence[str]]], shortest: int = 1) -> None:
        self._shown: list[str] = []
        self._things: dict[str, T] = {}
        self._spelled: dict[str, str] = {}
        self._shortest = shortest
        for thing, spellings in things:
            self._shown.append(spellings[0])
            for spelling in spellings:
                self._things.setdefault(folded(spelling.strip()), thing)
                self._spelled.setdefault(folded(spelling.strip()), spelling)

    def exact(self, name: str) -> T | None:
        """The thing of that very name."""
        return self._things.get(folded(name.strip()))

    def all(self, name: str) -> list[T]:
        """The thing of that name, else the only one whose name begins so, else those of whose names it is
        a part.
        """
        wanted = folded(name.strip())
        if wanted in self._things:
            return [self._things[wanted]]
        if len(wanted) < self._shortest:
            return []
        # Of words in letters only a beginning stands for them: an x is in many, and means none.
        inside = re.compile((r"(?<![^\W_])" if wanted.isascii() else "") + re.escape(wanted))
        parts = [(spelling, thing) for spelling, thing in self._things.items() if inside.search(spelling)]
        begun = _each(thing for spelling, thing in parts if spelling.startswith(wanted))
        return begun if len(begun) == 1 else _each(thing for _, thing in parts)

    def one(self, name: str, otherwise: str, **values: object) -> T:
        """The one thing of that name. Raises AnnotatorError, the sentence `otherwise` with what is near."""
        found = self.all(name)
        if len(found) == 1:
            return found[0]
        if found:
            several = [self._shown_of(thing) for thing in found[:_TOLD]]
            raise AnnotatorError("query.several", word=name, found=_listed(several))
        raise AnnotatorError(otherwise, word=name, hint=self._hint(name), **values)

    def _shown_of(self, thing: T) -> str:
        return next(self._spelled[folded_] for folded_, one in self._things.items() if one == thing)

    def _hint(self, name: str) -> str:
        from difflib import get_close_matches  # noqa: PLC0415  (only for a mistake)

        near = get_close_matches(folded(name), self._spelled, n=1, cutoff=0.5)
        if near:
            return say("query.near", near=self._spelled[near[0]])
        return say("query.known", known=_listed(self._shown[:_TOLD]))


def _each(things: Iterable[T]) -> list[T]:
    """The things, each once; some of them cannot be hashed."""
    found: list[T] = []
    for thing in things:
        if thing not in found:
            found.append(thing)
    return found


def catalogued(names: Iterable[T], area: str) -> Names[T]:
    """Names whose spellings are in the catalogue as `<area><name>`, with commas between them."""
    return Names((name, _in_language(*both(f"{area}{name}"), str(name))) for name in names)


def fields(codebook: Codebook) -> Names[Field]:
    """The fields asked of every clause."""
    return Names(((field, _spellings(field)) for field in codebook.clause_fields), shortest=2)


def keys(codebook: Codebook) -> Names[str | Field]:
    """What stands before a colon: the keys of the query language, then the fields of the codebook."""
    own: list[tuple[str | Field, Sequence[str]]] = [
        (key, _in_language(*both(f"query.key_{key}"), key)) for key in KEYS
    ]
    return Names([*own, *((field, _spellings(field)) for field in codebook.clause_fields)], shortest=2)


def codes(field: Field) -> Names[str]:
    """The codes of a field; an ordinal's also by their numbers."""
    return Names((code.id, [*_spellings(code), *_level(field, code)]) for code in field.codes)


def _level(field: Field, code: Code) -> list[str]:
    return [str(code.value)] if field.kind == "ordinal" else []


def _spellings(thing: Field | Code) -> list[str]:
    return _in_language(thing.zh, thing.en, thing.id)


def _in_language(zh: str, en: str, identity: str) -> list[str]:
    """All spellings, those of the language in force first."""
    both_ways = [zh.split("、"), en.split(", ")]
    first, second = both_ways if language() == "zh" else reversed(both_ways)
    return [*first, *second, identity]


def _listed(names: Sequence[str]) -> str:
    return say("query.comma").join(names)
