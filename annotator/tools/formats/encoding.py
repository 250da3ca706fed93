"""Bytes to text, for the encodings in which Chinese documents come.

Valid UTF-8 is taken at once. Whatever else has no byte order mark is read under every candidate, and
the reading with the most everyday characters wins: the right one has more than half, a wrong one
nearly none, so that a title of ten characters or a file with damaged bytes is enough to tell.
"""

import unicodedata
from collections import Counter
from typing import NamedTuple

from annotator.errors import UnreadableFile
from annotator.words import say

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Ties go to the first. cp950 is the Big5 that Windows writes; it lacks the characters of Hong Kong.
_CANDIDATES = ("utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")

_EVERYDAY = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然"
    "家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把"
    "机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加"
    "西月话合回特代内信表化老给世位次度门任常先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打四神"
    "总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指许统区保至队形社便空决治展科司五基书非则听"
    "却界达光放强即像难且权思象完设式色路记南品住告类求据程北边该交规万取望术领共确传师观清今切院识带导争运策划施推"
    "组织负责单省县镇乡街委厅局办印章附款项标措落服企集团投融农村城环境生态监督考核评奖励补贴财税费深改革创引绿低碳"
    "智网络算云模型示范试链供需优质效率升级支持鼓快速健构机联协调配牵截底季含号知案六七八九百千零〇"
    "這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機關業兩間問並應戰頭體見產給話門東聲員論處義"
    "幾條係氣題別總電數報結務場計資許統區隊決書則聽達強難權設記類據邊該規萬術領確傳師觀識帶導爭運劃組織負責單縣鎮鄉"
    "廳辦標務集團農環態監獎勵補貼財稅費網絡雲範試鏈優質級鼓構聯協調牽號鑑於點將於"
    "，。、；：？！“”‘’「」『』（）《》〈〉〔〕【】—…·　"
)
# A reading of bytes that are no text has many code points that no text has, and few everyday ones.
_LEAST_SCORE = 0.1
_MOST_STRANGE = 0.1
# ASCII reads the same in most encodings, so it says little about which is right.
_ASCII_WEIGHT = 0.2
# What a page declares about itself is often wrong, but tips the scales.
_DECLARED_BONUS = 0.1


class Decoded(NamedTuple):
    """A text without byte order mark, the codec that gave it, and sentences about damage."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """The text of `data`; line ends stay as they are, bytes that are no text become U+FFFD.

    `name` is the file's name for sentences, `declared` the codec that the file claims, or empty.
    Raises UnreadableFile where the bytes are no text in any known encoding, or hold NULs.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    # ASCII in UTF-16 is valid UTF-8 too, but for its NULs.
    if "\0" not in text:
        return Decoded(text, "utf-8")
    scores = {one: _score(data.decode(one, "replace"))[0] for one in _CANDIDATES}
    if declared in scores:
        # In proportion: on a page that is markup for the most part, the scores lie close together.
        scores[declared] += _DECLARED_BONUS * sum(byte > 0x7F for byte in data) / len(data)
    return _decoded(data, max(scores, key=scores.__getitem__), name)


def _decoded(data: bytes, encoding: str, name: str) -> Decoded:
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    score, strange = _score(text)
    if "\0" in text or (score < _LEAST_SCORE and strange > _MOST_STRANGE):
        raise UnreadableFile("reading.binary", name=name)
    damaged = text.count("\ufffd")
    if damaged:
        # A file may rightly hold U+FFFD itself: only those that decoding put there are damage.
        damaged -= data.decode(encoding, "ignore").count("\ufffd")
    if not damaged:
        return Decoded(text, encoding)
    return Decoded(text, encoding, (say("reading.damaged_places", count=damaged, encoding=encoding),))


def _score(text: str) -> tuple[float, float]:
    """How surely `text` was read rightly, to 1, and the share of strange code points in it.

    The first is the share of everyday characters and ASCII, less that of strange code points.
    """
    everyday = plain = strange = 0
    for character, count in Counter(text).items():
        if " " <= character <= "~" or character in "\t\r\n":
            plain += count
        elif character in _EVERYDAY:
            everyday += count
        elif character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Co"):
            strange += count
    total = len(text) - plain * (1 - _ASCII_WEIGHT)
    if not total:
        return 0.0, 0.0
    return (everyday + plain * _ASCII_WEIGHT - strange) / total, strange / total
