"""Residues of the programs that a text went through: one small rule for each.

Every quantifier is bounded and every pattern begins with a literal, so that a megabyte of brackets
costs no more than a megabyte of prose.
"""

import html
import re
from collections.abc import Iterator

from annotator.model.edit import Edit

_BOOKMARK = re.compile(r"\[bookmark:[^\[\]\n]{0,200}\]")
_TEMPLATE = re.compile(r"\{\{[^{}\n]{0,200}\}\}")
_MARKUP = re.compile(
    r"<!--[^<>\n]{0,200}-->"
    r"|</?(?:a|b|br|center|div|em|font|h[1-6]|i|img|li|ol|p|s|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)"
    r"(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,16}\d{0,2});")
# Zero-width characters, marks of writing direction, soft hyphens, and controls that are no white space.
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f]+"
)
_HEADING_SIGN = re.compile(r"^[ \t\u3000]{0,8}(#{1,6}[ \t]{1,4})(?=\S)", re.MULTILINE)
_EMPHASIS = re.compile(r"^[ \t\u3000]{0,8}(\*\*)(?=[^\s*])[^*\n]{1,200}(\*\*)", re.MULTILINE)
# A heading underlined with a row of signs, as Markdown knows it.
_UNDERLINE = re.compile(
    r"^(?=\S)(?![-=|])[^\n]{1,40}(?<![。；])\n([=-]{3,}[ \t]{0,4})\r?(?=\n|$)", re.MULTILINE
)
_DOUBLED = re.compile(r"[,，]{2,}|、{2,}|；{2,}|：{2,}|(?<!。)。。(?!。)")
_DOUBLES = (",,", "，，", ",，", "，,", "、、", "；；", "：：", "。。")
# The space behind a time of day (09:12 来源), or before an item's number, keeps two things apart.
_HAN_SPACE_DIGIT = re.compile(
    r"[ \xa0](?:(?<=[\u4e00-\u9fff].)(?=\d)(?!\d{1,3}[.．、)）])|(?<=\d.)(?<!:\d\d.)(?=[\u4e00-\u9fff]))"
)
_HAN_DIGIT = re.compile(r"\d(?<=[\u4e00-\u9fff]\d)"), re.compile(r"\d(?=[\u4e00-\u9fff])")
# 总　　则, spread for looks, alone on its line but for the number of its chapter.
_SPREAD = re.compile(
    r"^[ \t\u3000\xa0]{0,40}(?:#{1,6}[ \t]{1,4})?"
    r"(?:第[一二三四五六七八九十百\d]{1,4}[编章节篇][ \t\u3000\xa0]{0,8})?"
    r"[\u4e00-\u9fff]([ \u3000\xa0]{1,8})[\u4e00-\u9fff][ \t\u3000\xa0]{0,8}\r?$",
    re.MULTILINE,
)
_MAY_BE_SPREAD = re.compile(r"[ \u3000\xa0][\u4e00-\u9fff][ \t\u3000\xa0]{0,8}\r?$", re.MULTILINE)
_STRAY_SHARE = 0.2


def _drop(rule: str, start: int, before: str) -> Edit:
    return Edit(start, start + len(before), rule, before, "")


def bookmarks(source: str) -> Iterator[Edit]:
    """Word's bookmarks written into the text: [bookmark: _Toc123]."""
    return (_drop("bookmark", found.start(), found[0]) for found in _BOOKMARK.finditer(source))


def templates(source: str) -> Iterator[Edit]:
    """A page template's gap that nobody filled: {{item.content}}."""
    return (_drop("template", found.start(), found[0]) for found in _TEMPLATE.finditer(source))


def markup(source: str) -> Iterator[Edit]:
    """HTML's tags and comments that a reader left as they were."""
    return (_drop("markup", found.start(), found[0]) for found in _MARKUP.finditer(source))


def entities(source: str) -> Iterator[Edit]:
    """HTML's names of characters (&nbsp; &ldquo;) that a reader left as they were."""
    for found in _ENTITY.finditer(source):
        character = html.unescape(found[0])
        if len(character) == 1 and (character.isprintable() or character == "\xa0"):
            yield Edit(found.start(), found.end(), "entity", found[0], character)


def invisible(source: str) -> Iterator[Edit]:
    """Characters that show nothing and break every search."""
    return (_drop("invisible", found.start(), found[0]) for found in _INVISIBLE.finditer(source))


def markdown(source: str) -> Iterator[Edit]:
    """The signs of Markdown for a heading, the row below one, and those of a line that begins in bold."""
    for found in _HEADING_SIGN.finditer(source) if "#" in source else ():
        yield _drop("markdown", found.start(1), found[1])
    for found in _UNDERLINE.finditer(source) if "---" in source or "===" in source else ():
        yield _drop("markdown", found.start(1), found[1])
    for found in _EMPHASIS.finditer(source) if "**" in source else ():
        yield _drop("markdown", found.start(1), found[1])
        yield _drop("markdown", found.start(2), found[2])


def doubled_punctuation(source: str) -> Iterator[Edit]:
    """A mark set twice; the first stands. Between Latin letters or digits it may have a meaning."""
    if not any(double in source for double in _DOUBLES):
        return
    for found in _DOUBLED.finditer(source):
        around = source[max(0, found.start() - 1) : found.start()] + source[found.end() : found.end() + 1]
        if any(character > "\x7f" for character in around):
            yield Edit(found.start(), found.end(), "doubled_punctuation", found[0], found[0][0])


def spacing(source: str) -> Iterator[Edit]:
    """Spaces inside a two-character heading, and stray ones between a digit and a Han character.

    Where a text sets a space at most of its digits, that is its style.
    """
    if not any(space in source for space in " \u3000\xa0"):
        return
    for found in _SPREAD.finditer(source) if _MAY_BE_SPREAD.search(source) else ():
        yield _drop("spacing", found.start(1), found[1])
    strays = list(_HAN_SPACE_DIGIT.finditer(source))
    if strays and len(strays) < _STRAY_SHARE * sum(len(one.findall(source)) for one in _HAN_DIGIT):
        for found in strays:
            yield _drop("spacing", found.start(), found[0])
