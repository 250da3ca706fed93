"""How the numbers of lists are drawn."""

import pytest

from annotator.tools.formats.numerals import numeral


@pytest.mark.parametrize(
    ("count", "number", "drawn"),
    [
        ("decimal", 12, "12"),
        ("unknownFormat", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("lowerRoman", 4000, "4000"),
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 28, "bb"),
        ("lowerLetter", 900_000, "900000"),
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 99, "九十九"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1005, "一千零五"),
        ("chineseCountingThousand", 10_000, "一万"),
        ("japaneseCounting", 21, "二十一"),
        ("taiwaneseCountingThousand", 12, "十二"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("ideographLegalTraditional", 6, "陸"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 1, "⑴"),
        ("decimalEnclosedFullstop", 20, "⒛"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("chineseCounting", 0, "0"),
        ("chineseCounting", 100_000, "100000"),
    ],
)
def test_a_number_is_drawn_as_its_format_says(count: str, number: int, drawn: str) -> None:
    assert numeral(count, number) == drawn
