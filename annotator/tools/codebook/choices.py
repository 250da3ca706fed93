"""What can be wrong with the names and keys of things that are chosen: codes, and what has them."""

import re
from collections.abc import Iterator, Sequence

from annotator.model.codebook import Attribute, Code, Field
from annotator.tools.codebook.keys import LETTERS
from annotator.tools.codebook.lines import Place
from annotator.tools.codebook.spelling import spellings
from annotator.words import say

Fault = tuple[Place, str]

_ID = re.compile(r"[a-z][a-z0-9_.]*")


def identity_faults(
    place: Place, thing: Field | Attribute | Code, seen: set[str], what: str
) -> Iterator[Fault]:
    """Faults in the id and the names of a field, attribute or code; `seen` gathers the ids before it."""
    if not thing.id:
        yield place, say(f"codebook.{what}_without_id")
    elif not _ID.fullmatch(thing.id):
        yield (*place, "id"), say("codebook.bad_id", id=thing.id)
    elif thing.id in seen:
        yield (*place, "id"), say("codebook.same_id", id=thing.id)
    seen.add(thing.id)
    for name in ("zh", "en"):
        if not getattr(thing, name).strip():
            yield place, say("codebook.lacks_name", id=thing.id, name=name)


def code_faults(place: Place, codes: Sequence[Code], *, numbered: bool = False) -> Iterator[Fault]:
    """Faults in the ids, names and keys of the codes at `place`; `numbered` ones may go by their number."""
    seen: set[str] = set()
    keys: dict[str, str] = {}
    ids = {code.id for code in codes}
    for at, code in enumerate(codes):
        here = (*place, "code", at)
        yield from identity_faults(here, code, seen, "code")
        parent = code.id.rpartition(".")[0]
        if parent and parent not in ids:
            yield (*here, "id"), say("codebook.no_parent", id=code.id, parent=parent)
        if code.key:
            yield from _key((*here, "key"), code, keys)
    yield from _names(place, codes, numbered=numbered)


def _key(place: Place, code: Code, keys: dict[str, str]) -> Iterator[Fault]:
    """A code's key; `keys` maps those before it to their codes."""
    if code.key not in LETTERS:
        yield place, say("codebook.bad_key", id=code.id, letter=code.key)
    elif code.key in keys:
        yield place, say("codebook.same_key", id=code.id, letter=code.key, other=keys[code.key])
    keys.setdefault(code.key, code.id)


def _names(place: Place, codes: Sequence[Code], *, numbered: bool) -> Iterator[Fault]:
    """A label in a file may name its code in any of its spellings, so each must mean one code."""
    seen: dict[str, str] = {}
    for at, code in enumerate(codes):
        for spelling in spellings(code, numbered=numbered):
            other = seen.setdefault(spelling, code.id)
            if other != code.id:
                sentence = say("codebook.same_name", id=code.id, other=other, name=spelling)
                yield (*place, "code", at), sentence
