"""What a row of the lookup is searched in: one string, because `in` is the fastest search there is.

Each way of writing the row begins with START; the same from a later syllable on begins with STEP; both
finish with END.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from annotator.model.organisation import Organisation, spoken

START, STEP, END = "\x01", "\x02", "\x03"
_ENDING = re.compile(
    r"(?:管理)?(?:委员会|管委会|办公[室厅]|事务局|管理局|有限公司|领导小组|[局委办厅部处署院会]|中心|[总支]队|集团|公司)$"
)
_SPELLING = str.maketrans({"ü": "v", "'": None, "’": None, " ": None})


def plain(text: str) -> str:
    """`text` in one case and width, without spaces."""
    found = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLING)
    return found.replace("lve", "lue").replace("nve", "nue") if found.isascii() else found


def names(row: Organisation) -> str:
    """The row as it is written, with and without its place."""
    return _key(START, _shortened([plain(one) for one in (row.name, *row.forms)], row.jurisdiction))


def letters(row: Organisation) -> tuple[str, int]:
    """The row in letters: its initials and such names as have letters in them, then its pinyin; and where
    the pinyin begins.
    """
    written = [plain(one) for one in (row.name, *row.forms)]
    latin = [one for one in written if any(sign.isascii() and sign.isalpha() for sign in one)]
    short = _key(START, [*_initials(row, written), *latin])
    return short + _pinyin(row, written), len(short)


def syllables(row: Organisation) -> str:
    """Each character before its syllable, each pair behind a START: START 市shi START 数shu."""
    spelt = []
    for name, reading in zip((row.name, *row.forms), row.pinyin.split(";"), strict=False):
        pairs = zip(plain(spoken(name)), reading.split(), strict=False)
        spelt.append("".join(f"{START}{sign}{syllable}" for sign, syllable in pairs))
    return END.join(spelt)


def spelling(text: str) -> str:
    """A pattern that finds `text`, hanzi and letters mixed, in `syllables`: a letter goes on in its syllable
    or begins the next one, a hanzi is a whole syllable.
    """
    pattern, before = "", ""
    for sign in text:
        if not sign.isascii():
            pattern += f"[a-z0-9?]*{START}{sign}" if before else f"{START}{sign}"
        elif not before:
            pattern += f"{START}.{sign}"
        elif before.isascii():
            pattern += f"(?:[a-z0-9?]*{START}.)?{sign}"
        else:
            pattern += f"[a-z0-9?]*{START}.{sign}"
        before = sign
    return pattern


def core(name: str, jurisdiction: str) -> str:
    """What a body does, of its name: 科学技术 of 上海市科学技术委员会."""
    bare = name[_dropped(name, jurisdiction) :] if name else ""
    return _ENDING.sub("", bare)


def _key(mark: str, parts: Iterable[str]) -> str:
    return "".join(f"{mark}{part}{END}" for part in parts if part)


def _dropped(name: str, jurisdiction: str) -> int:
    """How many characters stand for the place: 3 of 上海市财政局, 1 of 市财政局, 0 of 同济大学."""
    if jurisdiction and name.startswith(jurisdiction):
        return len(jurisdiction)
    return 1 if jurisdiction and name[0] == jurisdiction[-1] else 0


def _shortened(written: Sequence[str], jurisdiction: str) -> Iterator[str]:
    yield from written
    yield from (name[cut:] for name in written if (cut := _dropped(name, jurisdiction)))


def _initials(row: Organisation, written: Sequence[str]) -> Iterator[str]:
    for name, initials in zip(written, row.initials.split(";"), strict=False):
        yield initials
        if cut := _dropped(name, row.jurisdiction):
            yield initials[cut:]


def _pinyin(row: Organisation, written: Sequence[str]) -> str:
    begun: list[str] = []
    stepped: list[str] = []
    for name, reading in zip(written, row.pinyin.split(";"), strict=False):
        spelt = reading.split()
        starts = {0, _dropped(name, row.jurisdiction)}
        for at in range(len(spelt)):
            (begun if at in starts else stepped).append("".join(spelt[at:]))
    return _key(START, begun) + _key(STEP, stepped)
