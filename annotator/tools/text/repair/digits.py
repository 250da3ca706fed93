"""Letters that a reader of pictures took for digits: l00亿元, 2O27年. Proposed, because nothing proves it."""

import re
from collections.abc import Iterator

from annotator.model.edit import Edit

# Behind it what is counted; O2O平台 and 5G are words. It begins with what is rare: prose is passed over.
_COUNTED = re.compile(
    r"[0-9lIOo]{2,9}(?=(?:\.\d{1,4})?(?:[年月日万亿元个项家条户名处座套亩吨人%％]|公里|平方))"
)
_MIXED = re.compile(r"(?!O2O)(?=[lIOo]*[0-9])[0-9]*[lIOo]")
_BEFORE = re.compile(r"[0-9A-Za-z]")
_DIGITS = str.maketrans("lIOo", "1100")


def letters(source: str) -> Iterator[Edit]:
    """Numbers with letters in the place of digits, a proposal for each."""
    for found in _COUNTED.finditer(source):
        start, number = found.start(), found[0]
        if _MIXED.match(number) and not (start and _BEFORE.match(source, start - 1)):
            yield Edit(start, found.end(), "digits", number, number.translate(_DIGITS), 0.9, "proposed")
