"""Where a clause names an organisation, whether it acts there or is only spoken of.

The import's readers find who acts. A person who adds a unit means the words that stand there, too: of
several places the one in the tail, else the one nearest to a word that hands out work.
"""

import re
from collections.abc import Iterator, Sequence
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


def occurrences(text: str, tail: str, gazetteer: Gazetteer, places: Sequence[str]) -> dict[str, Occurrence]:
    """The best occurrence of each organisation that a clause of a document of `places` names, by id.

    `text` and `tail` are clean and simplified without a change of length.
    """
    found: dict[str, list[Occurrence]] = {}
    parts: tuple[tuple[Literal["text", "tail"], str], ...] = (("text", text), ("tail", tail))
    for where, part in parts:
        for start, end in gazetteer.names(part):
            row = gazetteer.resolve(part[start:end], places)
            if row and not _is_part(part, start, end, gazetteer):
                found.setdefault(row.org_id, []).append(Occurrence(where, start, end, None))
    return {org_id: _best(every, text, tail) for org_id, every in found.items()}


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
        *(Occurrence("text", *span, None) for span in _literal(text, names)),
        *(Occurrence("tail", *span, None) for span in _literal(tail, names)),
    ]
    return _best(found, text, tail) if found else None


def _literal(part: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    for name in sorted(names, key=len, reverse=True):
        yield from (found.span() for found in re.finditer(re.escape(name), part))


def _best(found: Sequence[Occurrence], text: str, tail: str) -> Occurrence:
    def distance(one: Occurrence) -> int:
        acts = [act.start() for act in _ACT.finditer(text)] if one.where == "text" else ()
        return min((abs(at - one.end) for at in acts), default=len(text))

    best = min(found, key=lambda one: (one.where == "text", one.where == "text" and distance(one)))
    return best._replace(role=_role(text if best.where == "text" else tail, best.start, best.end))


def _role(part: str, start: int, end: int) -> Role | None:
    """What the words behind a name, else the label before it, say of its role."""
    if behind := _BEHIND.match(part, end):
        return role_of(behind[0])
    line = part[max(part.rfind(sign, 0, start) for sign in "。；;\n") + 1 : start]
    labels = _LABEL.findall(line)
    return role_of(labels[-1]) if labels else None
