"""Where a clause names an organisation, whether it acts there or is only spoken of.

The import's readers find who acts. A person who adds a unit means the words that stand there, too: of
several places the one in the tail, else the one nearest to a word that hands out work. Where a text
names one body in several roles, each is a mention of its own.
"""

import re
import sys
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from annotator.model.cutting import Role
from annotator.tools.gazetteer.index import Gazetteer
from annotator.tools.gazetteer.wording import ACT, role_of


class Occurrence(NamedTuple):
    """A name in a clause's clean text or tail; offsets count that part's code points. `role` is what the
    words beside it say, None where they say nothing.
    """

    where: Literal["text", "tail"]
    start: int
    end: int
    role: Role | None


_ACT = re.compile(ACT)
_BEHIND = re.compile(rf"[^，,、。；;：:\n]{{0,8}}?(?:{ACT})")
_LABEL = re.compile(r"(?:牵头|责任|主责|配合|协同|协助|参与|支持|指导|督办)[^：:、，,。；;\n]{0,6}[：:]")
_AFTER_PLACE = re.compile(rf"[^一-龥]|$|[和与及等按应要做]|加[强快]|负责|{ACT}")
_LEVELS = "省市区县州盟旗"
_AND = re.compile(r"\s*(?:、|以及|[和与及])\s*")
_JOINT = re.compile(r"\s*(?:会同|联合)\s*")


def occurrences(
    text: str, tail: str, gazetteer: Gazetteer, places: Sequence[str]
) -> dict[str, list[Occurrence]]:
    """Where a clause of a document of `places` names each organisation, by id: the best occurrence, then
    the best one for every other role that the words beside the name say.

    `text` and `tail` are clean and simplified without a change of length.
    """
    found: dict[str, list[Occurrence]] = {}
    parts: tuple[tuple[Literal["text", "tail"], str], ...] = (("text", text), ("tail", tail))
    for where, part in parts:
        for start, end, last, joint in _lists(part, list(gazetteer.names(part))):
            row = gazetteer.resolve(part[start:end], places)
            if row and not _is_part(part, start, end, gazetteer):
                role = "participant" if joint else _role(part, start, end, last)
                found.setdefault(row.org_id, []).append(Occurrence(where, start, end, role))
    acts = _acts(text)
    return {org_id: _by_role(every, acts) for org_id, every in found.items()}


def _lists(part: str, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int, bool]]:
    """Each name's start and end, the end of the list in which it stands (A、B和C牵头), and whether 会同
    joins it to those before it.
    """
    between = [part[end:start] for (_, end), (start, _) in pairwise(names)]
    lasts = [end for _, end in names]
    for n in reversed(range(len(between))):
        if _AND.fullmatch(between[n]) or _JOINT.fullmatch(between[n]):
            lasts[n] = lasts[n + 1]
    joint = False
    for n, (start, end) in enumerate(names):
        follows = joint and n > 0 and _AND.fullmatch(between[n - 1])
        joint = bool(follows or _JOINT.search(part, max(0, start - 2), start))
        yield start, end, lasts[n], joint


def _is_part(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a name is a part of another one's that no table has: 数据局 in 区数据局, 区教育局 in
    静安区教育局, 各区 in 各区数据局.
    """
    if start and text[start] not in _LEVELS and text[start - 1] in _LEVELS:
        return True
    if text[start] in _LEVELS and gazetteer.ends_in_place(text[: start + 1]):
        return True
    return text[end - 1] in _LEVELS and not _AFTER_PLACE.match(text, end)


def occurrence(text: str, tail: str, names: Sequence[str]) -> Occurrence | None:
    """The best occurrence of any of `names`, taken letter by letter."""
    found = [
        *(Occurrence("text", *span, _role(text, *span)) for span in _literal(text, names)),
        *(Occurrence("tail", *span, _role(tail, *span)) for span in _literal(tail, names)),
    ]
    return min(found, key=_nearness(_acts(text)), default=None)


def _literal(part: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    for name in sorted(names, key=len, reverse=True):
        yield from (found.span() for found in re.finditer(re.escape(name), part))


def _acts(text: str) -> list[int]:
    """Where a text has words that hand out work."""
    return [act.start() for act in _ACT.finditer(text)]


def _nearness(acts: Sequence[int]) -> Callable[[Occurrence], tuple[bool, int]]:
    """By what the best occurrence is the least: the tail goes first, then what is near an act."""

    def nearness(one: Occurrence) -> tuple[bool, int]:
        if one.where == "tail":
            return False, 0
        at = bisect(acts, one.end)
        return True, min((abs(act - one.end) for act in acts[max(0, at - 1) : at + 1]), default=sys.maxsize)

    return nearness


def _by_role(found: Sequence[Occurrence], acts: Sequence[int]) -> list[Occurrence]:
    """The best occurrence, then the best one of every other role."""
    best: dict[Role | None, Occurrence] = {}
    for one in sorted(found, key=_nearness(acts)):
        best.setdefault(one.role, one)
    return list(best.values())


def _role(part: str, start: int, end: int, last: int = 0) -> Role | None:
    """What the words behind a name, or behind the list of names that ends at `last`, else the label before
    it, say of its role.
    """
    if behind := _BEHIND.match(part, end):
        return role_of(behind[0])
    behind = _BEHIND.match(part, last) if last > end else None
    if behind and "（" not in behind[0]:
        return role_of(behind[0])
    line = part[max(part.rfind(sign, 0, start) for sign in "。；;\n") + 1 : start]
    labels = _LABEL.findall(line)
    return role_of(labels[-1]) if labels else None
