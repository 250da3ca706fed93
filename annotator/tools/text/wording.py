"""How a text is worded: a title phrase or a provision, and where its title sentence ends."""

import re

_PROVISION = re.compile(
    r"下列|如下|以下(?:情形|条件|要求|任务|工作|事项|措施|内容|材料|规定|职责|原则|方式|行为|[一二三四五六七八九十两几])"
    r"|应当|不得|应予|应由|有权|严禁|禁止|(?<=..)(?:必须|负责)|(?<=[局委厅部府位门区县市院])(?:要(?!求)|须|应(?![用急对变收届付力激聘季]))"
)
# A name of provisions (限制与禁止使用, 禁止行为) has no mark and lists nothing itself.
_NAMING = re.compile(r"(?!.*(?:下列|如下|以下|应当|应予|应由))[\u4e00-\u9fff、]+")
_NOUN = 16
_INNER_STOP = re.compile(r"[。！？；].")
LEFT_OPEN = ("：", ":", "——")
"""What a line ends in that introduces what stands below it."""

_OPEN_ENDED = (*LEFT_OPEN, "，", ",", "；", ";", "、")
_COMMA = re.compile(r"[，,；;]")
# Lengths in characters: of a phrase that is surely a heading, of one that can be, with a full stop.
_SURE, _LONGEST, _LONGEST_STOPPED = 30, 60, 40
_SLIGHT, _MIDDLING, _STRONG = 0.1, 0.3, 0.4

_TITLE_SENTENCE = re.compile(r"(?!一是|首先|其一)[^，,；;：:。！？]{2,60}。(?![”』」）)》])")
_LEFT_OPEN = re.compile(r"“[^”]*$|《[^》]*$|（[^）]*$|\([^)]*$")
_NUMBERED, _UNNUMBERED = 44, 26


def phrase_doubt(words: str) -> tuple[bool, float]:
    """Whether the words of a numbered line alone, with something below it, are a heading; and the doubt.

    A heading is a title phrase, with or without a full stop. What ends in a colon or comma, states who
    shall do what, or goes on in sentences is a clause.
    """
    if words.endswith(_OPEN_ENDED) or _INNER_STOP.search(words):
        return False, 0.0
    if _PROVISION.search(words) and not (len(words) <= _NOUN and _NAMING.fullmatch(words)):
        return False, 0.0
    commas = len(_COMMA.findall(words))
    if words.endswith(("。", "！", "？")):
        if "：" in words or ":" in words or commas > 1 or len(words) > _LONGEST_STOPPED:
            return False, _MIDDLING
        return True, _MIDDLING if commas else _SLIGHT
    if len(words) > _LONGEST and commas:
        return False, _STRONG
    return True, 0.0 if len(words) <= _SURE else _SLIGHT


def lead_sentence(text: str, *, numbered: bool) -> int:
    """How many code points of `text` are its title sentence; 0 where it has none.

    A title sentence is short, has no comma and is not all of the text. Below a number nearly every
    first sentence of that kind is one; elsewhere only the shortest are.
    """
    found = _TITLE_SENTENCE.match(text)
    if found is None or found.end() > (_NUMBERED if numbered else _UNNUMBERED):
        return 0
    if found.end() >= len(text.rstrip()) or _LEFT_OPEN.search(found[0]):
        return 0
    return found.end()
