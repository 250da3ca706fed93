"""How list numbers are drawn, under the names that Word gives to its number formats."""

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

# Digits 0 to 9, then ten, hundred, thousand and ten thousand.
_COMMON = "〇一二三四五六七八九十百千万"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖拾佰仟万"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖拾佰仟萬"


def numeral(count: str, number: int) -> str:
    """`number` as the format `count` (a value of w:numFmt) draws it.

    Where the format has no sign for it, or is unknown, the number stands in ordinary digits.
    """
    draw = _FORMATS.get(count)
    return draw(number) if draw and number > 0 else str(number)


def _counted(number: int, signs: str, zero: str, bare_ten: bool) -> str:
    """A number in words: 二十一, 一百零五. `bare_ten`: 10 to 19 begin with 十, not 一十."""
    if number >= 100_000:
        return str(number)
    digits, places = signs[:10], ["", *signs[10:]]
    words = ""
    written = str(number)
    for digit, place in zip(written, reversed(places[: len(written)]), strict=True):
        if digit != "0":
            words += digits[int(digit)] + place
        elif not words.endswith(zero):
            words += zero
    words = words.rstrip(zero)
    return words[1:] if bare_ten and 10 <= number < 20 else words


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    letters = ""
    for value, letter in _ROMAN:
        times, number = divmod(number, value)
        letters += letter * times
    return letters


def _letters(number: int) -> str:
    """A to Z, then AA, BB …: Word repeats the letter."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1) if times < 26 else str(number)


def _digits(number: int) -> str:
    return "".join(_COMMON[int(digit)] for digit in str(number))


def _signs(first: str, count: int) -> Callable[[int], str]:
    """A run of single signs, `first` for 1."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else str(number)


def _listed(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _circled(number: int) -> str:
    for first, last, sign in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if first <= number <= last:
            return chr(ord(sign) + number - first)
    return str(number)


def _chinese(number: int) -> str:
    return _counted(number, _COMMON, "零", bare_ten=True)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": lambda number: _counted(number, _LEGAL_SIMPLIFIED, "零", bare_ten=False),
    "ideographLegalTraditional": lambda number: _counted(number, _LEGAL_TRADITIONAL, "零", bare_ten=False),
    "ideographTraditional": _listed("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _listed("子丑寅卯辰巳午未申酉戌亥"),
}
