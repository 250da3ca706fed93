"""Units in running text: whoever is the subject of a duty (由A牵头, A会同B, A应当…), and lists in it.

A name counts only where it acts. Known names and authorities need a duty behind them; names that merely
end like a unit need a word that hands out work (牵头, 负责 …), or another body that makes them act (督促).
What an authority may do is its task. Places, persons, firms, whoever else is only allowed, encouraged or
reported to, and actors without a name, are none of it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from annotator.model.cutting import Role
from annotator.tools.gazetteer.acting import role
from annotator.tools.gazetteer.actors import Actors, Reader
from annotator.tools.gazetteer.duties import STRONG
from annotator.tools.gazetteer.enclosed import apart, lists
from annotator.tools.gazetteer.index import Gazetteer
from annotator.tools.gazetteer.listing import Span, read_list
from annotator.tools.gazetteer.persons import persons

# Where an actor can begin: with a stretch without stops, behind some words at its head, or behind a word
# inside it. `call` hands a task to a named unit (支持同济大学牵头…), `found` makes one.
_CALLS = re.compile("由|会[同商]|商同|经(?![济营费过由])|送")
_STOPS = re.compile(r"[。；;：:，,！？\n]")
_SENTENCE = "。；;\n"
_HEAD = re.compile(
    r"[\s－\ue000-\uf8ff-]*(?:\d{1,2}(?:[.．、]\s*|[ \u3000]{1,4}))?(?:其中|此外|原则上|必要时|并|新(?!闻))?"
    r"(?:[本我全][省市县区州](?:的|(?=各))|有条件的(?=[^，。；]{2,24}(?:部门|机构)))?"
    r"(?:[一-龥]{2,10}所在地(?=[乡镇街区县市]))?(?:(?P<agent>由其?)(?![此于])|请)?"
)
_START = re.compile(
    # a scan for one of these is fast, one for words is not
    r"[、由交支推委授组成设会商时提报邀召督责经送请命通下后]"
    r"(?:(?P<within>(?<=、)(?![一-龥]{1,2}[）)]))|(?P<when>(?<=[时后]))"
    r"|(?P<by>(?<=由)(?<![自缘原指]由)(?<!是由)(?<!(?<![处管办审受])理由)(?![此于])其?"
    r"|(?<=[^提递上成移外]交)(?=有关|相关|各))"
    r"|(?P<call>(?<=支)持|(?<=推)动|(?<=委)托|(?<=授)权|(?<=组)织(?=有关|相关|各))"
    r"|(?P<cause>(?<=[提报邀商])请|(?<=召)集|(?<=督)促|(?<=责)成|(?<=命)令|(?<=通)知|(?<=组)织"
    r"|(?<=报)(?=同级|上级|本级))"
    r"|(?P<check>(?<=经)(?<![已途历曾财]经)(?![济营费过由])|(?<=送))"
    r"|(?P<found>(?<=[成设])立[「“]?|(?<=组)建|(?<=下)设[「“]?)"
    r"|(?P<joint>(?<=会)[同商](?!同)|(?<=商)同))"
)
_STRONG = re.compile(STRONG)
_LONGEST_HEAD = 40
_BODY = re.compile(
    r"(?<=[局委厅部院会所府室处团队心门位联）)])。(?=(?:具体)?(?:负责|牵头|配合|协助|参与|承担))"
)
_MUST_ENDS = "当应要须需并"
_CALLING = ("by", "agent", "joint", "check")
_BREAK = re.compile(r"[。；;，,！？\n]")


def read_prose(text: str, gazetteer: Gazetteer) -> list[Span]:
    """The units that act in `text` (clean, simplified) and those in its lists, in order. Who acts in one
    role in several sentences is told once, and without a role only where no sentence gives one.
    """
    text = _headed(text, gazetteer)
    inside = lists(text, gazetteer)
    spans = [span for one in inside for span in read_list(text, *one)]
    spans += [(*span, "unspecified") for span in persons(text)] if "：" in text or ":" in text else []
    acting = [span for span in _acting(text, Reader(text, gazetteer)) if apart(span[0], span[1], inside)]
    if not acting:
        return spans
    once = {(text[start:end], role): (start, end, role) for start, end, role in reversed(acting)}
    charged = {name for name, role in once if role != "unspecified"}
    told = [span for (name, role), span in once.items() if role != "unspecified" or name not in charged]
    return sorted([*spans, *told])


def _headed(text: str, gazetteer: Gazetteer) -> str:
    """A text whose title is whoever acts in it (市规划院。负责评估), as one with a colon behind that."""
    stop = text.find("。", 0, _LONGEST_HEAD)
    if stop < 0 or stop + 1 >= len(text.rstrip()) or not _BODY.match(text, stop):
        return text
    actors = Reader(text, gazetteer).actors(0, called=True)
    named = actors is not None and actors.end == stop
    return f"{text[:stop]}：{text[stop + 1 :]}" if named else text


def _acting(text: str, reader: Reader) -> list[Span]:
    """The units that act in the sentences of a text."""
    spans: list[Span] = []
    done = acted = 0
    strong: bool | None = None
    for at, kind, start in _starts(text, reader.ends):
        if at < done:
            continue
        if kind == "within":
            strong = "各" in text or _STRONG.search(text) is not None if strong is None else strong
            if not strong:
                continue
        sentence = kind in _CALLING or (kind is None and (not start or start in _SENTENCE))
        actors = reader.such(at) if sentence else reader.office(at) if kind == "found" else None
        actors = actors or reader.actors(at, called=kind in _CALLING)
        if actors is None:
            continue
        done = actors.end
        # 上海会同有关部门: the actor was no unit, and whoever joins it has no name either.
        alone = kind == "joint" and at > 2 and text[at - 3].isalpha() and text[at - 3] not in _MUST_ENDS
        if alone and (not acted or _BREAK.search(text, acted, at)):
            continue
        if plays := role(text, actors, kind, start):
            spans += _with_roles(text, actors, plays)
            acted = done
    return spans


def _starts(text: str, ends: list[int]) -> Iterator[tuple[int, str | None, str]]:
    """Where actors can begin, of which kind the words before them are, and these words. Only stretches in
    which a name may end, or is called in, are looked into.
    """
    if calls := [call.end() for call in _CALLS.finditer(text)]:
        ends = sorted(ends + calls)
    if not ends:
        return
    stops = [0, *[stop.end() for stop in _STOPS.finditer(text, 0, ends[-1])], len(text) + 1]
    stop = 0
    for end in ends:
        if end < stop:
            continue
        at = bisect_left(stops, end)
        begin, stop = stops[at - 1], stops[at]
        if head := _HEAD.match(text, begin):
            yield head.end(), "agent" if head["agent"] else None, text[begin - 1] if begin else ""
        last = ends[bisect_left(ends, stop) - 1]
        for start in _START.finditer(text, begin, last):
            yield start.end(), None if start.lastgroup == "when" else start.lastgroup, start[0]


def _with_roles(text: str, actors: Actors, role: Role) -> list[Span]:
    spans: list[Span] = []
    for start, end, joint in actors.spans:
        named: Role = "lead" if role == "unspecified" and "牵头" in text[start:end] else role
        spans.append((start, end, "participant" if joint else named))
    return spans
