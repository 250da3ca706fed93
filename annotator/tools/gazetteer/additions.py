"""What a project added, as rows of the gazetteer."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from annotator.model.addition import Addition
from annotator.model.organisation import Organisation
from annotator.tools.gazetteer.index import Gazetteer, load
from annotator.tools.gazetteer.reading import reading
from annotator.tools.gazetteer.table import shipped

KIND = "增补"


def organisations(additions: Iterable[Addition]) -> tuple[Organisation, ...]:
    """What a project added, as rows for `load`. Names that were merged become forms of the other."""
    every = {one.org_id: one for one in additions}
    known = {one.org_id: one for one in shipped()}
    found = {
        one.org_id: row(one.org_id, one.name, one.forms, one.place)
        for one in every.values()
        if one.state in ("proposed", "confirmed")
    }
    for one in every.values():
        into = _end(one, every)
        if one.state == "merged" and (target := found.get(into) or known.get(into)):
            found[into] = _with_forms(target, (one.name, *one.forms))
    return tuple(found.values())


def extended(additions: Iterable[Addition]) -> Gazetteer:
    """The shipped table with what a project added; the last ones asked for are kept."""
    return _extended(tuple(additions))


@lru_cache(4)
def _extended(additions: tuple[Addition, ...]) -> Gazetteer:
    return load(organisations(additions))


def row(org_id: str, name: str, forms: Sequence[str], place: str) -> Organisation:
    """A row for names (simplified) that nobody has read yet."""
    readings = [reading(one) for one in (name, *forms)]
    return Organisation(org_id, name, tuple(forms), place, KIND, ";".join(readings), _initials(readings))


def _end(one: Addition, every: dict[str, Addition]) -> str:
    """What an addition has become, through all mergers."""
    for _ in every:
        if one.state != "merged" or one.into not in every:
            break
        one = every[one.into]
    return one.into or one.org_id


def _with_forms(target: Organisation, more: Sequence[str]) -> Organisation:
    forms = (*target.forms, *(one for one in more if one not in (target.name, *target.forms)))
    readings = [*target.pinyin.split(";"), *map(reading, forms[len(target.forms) :])]
    return replace(target, forms=forms, pinyin=";".join(readings), initials=_initials(readings))


def _initials(readings: Sequence[str]) -> str:
    return ";".join("".join(syllable[0] for syllable in one.split()) for one in readings)
