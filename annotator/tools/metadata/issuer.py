"""Who issued a document (发文机关): who signed it, else whom head, title, number or the news name."""

import re
from collections.abc import Iterator, Sequence

from annotator.model.metadata import Found, How
from annotator.tools.metadata.dates import DATE
from annotator.tools.metadata.front import Line
from annotator.tools.metadata.signs import signing

_HAN = r"[\u4e00-\u9fff（）()“”·]"
_ENDS = (
    r"(?:政府|中共中央|委员会|常委会|常务委员会|办公厅|办公室|局|厅|总署|审计署|国务院|法院|检察院|总队|公司|集团|协会|联合会|总工会"
    r"|大学|学院|研究院|医院|领导小组|指挥部|联席会议|管委会|党组|党委|中心|银行|[省市区县州旗国]委|[\u4e00-\u9fff]{2}部|[\u4e00-\u9fff]{2}委)"
)
_ONE = re.compile(rf"(?=.{{3}}){_HAN}{{0,50}}{_ENDS}(?:[（(][\u4e00-\u9fff]{{2,20}}[)）])?$")
# Bodies that issue together and stand without anything between.
_GLUED = re.compile(
    r"(?<=中共中央)(?=国务院)|(?<=办公厅)(?=国务院办公厅)|(?<=中共[\u4e00-\u9fff]{3}委员会)(?=[\u4e00-\u9fff]{3}人民政府)"
)
_DATED = re.compile(rf"[（(]?\s?{DATE}")
_SIGNED = re.compile(rf"(?P<who>[^，。；：]{{2,70}}?)\s+{DATE}(?:\s?印发)?$")
_LETTERHEAD = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,30})文件(?=$|\s|[（(])")
# What stands before one of these is taken for names, or not, as a whole: a pattern of names in a row would
# try every way of parting it.
_TITLED = re.compile("关于|印发|转发|发布|公开征求|征求"), re.compile("令|公告|通告|公报")
_NEWS = re.compile(r"(?:(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日[，,]?|近日[，,]?|日前[，,]?|(?:记者)?从)?\s?")
_TOLD = re.compile(
    r"于?(?:近日|日前)?(?:正式|联合|公开)?(?:印发|发布|公布|出台|下发|转发|制定)了?(?=《|关于)"
)
_LONGEST = 160
"""Characters in which a line names who issues."""
_PASSED = re.compile(
    rf"{DATE}\s?(?P<place>[\u4e00-\u9fff]{{2,15}}?)第[一二三四五六七八九十]{{1,3}}届人民代表大会(?P<standing>常务委员会)?"
)
_KEYED = re.compile(
    r"(?:发文机关|发文机构|发布机构|发布机关|发文单位|制定机关)\s?[】\]]?\s?[:：\t]\s*(?P<who>\S{2,60})"
)


def issuer(around: Sequence[Line], number: str) -> Iterator[Found]:
    """Who issued the document, the surest first: names as written, several with 、 between."""
    yield from _signed(around)
    papers = [line for line in around if line.kind != "boilerplate"]
    front = [line for line in papers if line.kind == "front_matter"]
    titles = [line for line in papers if line.kind == "title"]
    for line in papers:
        if match := _LETTERHEAD.match(line.text.strip()):
            yield from _names(match["who"], line, "letterhead", 0.9)
    for line in titles:
        yield from _leading(line, line.text.strip(), _TITLED, "title", 0.85)
    for line in front:
        if match := _PASSED.search(line.text):
            who = f"{match['place']}人民代表大会{match['standing'] or ''}"
            yield Found(who, "enactment", 0.85, line.start, line.end)
    for line in around:
        if keyed := _KEYED.search(line.text):
            yield from _names(keyed["who"], line, "page", 0.85)
    if who := signing(number):
        yield Found(who, "number", 0.75)
    for line in front:
        yield from _leading(line, _NEWS.sub("", line.text.strip(), count=1), (_TOLD,), "lead", 0.7)


def _leading(
    line: Line, text: str, verbs: Sequence[re.Pattern[str]], how: How, sure: float
) -> Iterator[Found]:
    """The organisations with which a text begins, up to the first verb that they stand before."""
    for pattern in verbs:
        for verb in pattern.finditer(text, 0, _LONGEST):
            if found := list(_names(text[: verb.start()], line, how, sure)):
                yield from found
                return


def _signed(around: Sequence[Line]) -> Iterator[Found]:
    """The organisations directly above a date, or before it on its line."""
    for at, line in enumerate(around):
        text = line.text.strip()
        if line.kind != "front_matter":
            continue
        if (match := _SIGNED.match(text)) and not _DATED.match(text):
            yield from _names(match["who"], line, "signature", 0.95)
        elif _DATED.match(text) and len(text) < 24:
            above = list[Line]()
            for before in reversed(around[:at]):
                near = before.kind == "front_matter" and line.number - before.number == len(above) + 1
                if not near or not _parted(before.text):
                    break
                above.insert(0, before)
            if above:
                who = "、".join(one.text for one in above)
                first = above[0]._replace(end=above[-1].end)
                yield from _names(who, first, "signature", 0.95)


def _parted(text: str) -> list[str]:
    """The organisations of a line that holds nothing else; none where it holds more."""
    text = _GLUED.sub("、", text.strip())
    parts = [part for part in re.split(r"[\s、，,]+", text) if part]
    if parts and all(_ONE.match(part) for part in parts):
        return parts
    solid = re.sub(r"\s", "", text)  # 某 某 市 人 民 政 府
    return [solid] if _ONE.match(solid) else []


def _names(who: str, line: Line, how: How, sure: float) -> Iterator[Found]:
    if parts := _parted(who):
        yield Found("、".join(dict.fromkeys(parts)), how, sure, line.start, line.end)
