"""Bodies for whom a person stands in a list of members: 成员：公安部、财政部有关负责人。"""

import re
from collections.abc import Iterator

from annotator.tools.gazetteer.wording import UNIT_END

_LINE = re.compile(
    r"(?:^|(?<=[。；;\n]))[ \t\u3000]*(?:副?总指挥|副?指挥长?|副?[组局]长|副?主任|副?召集人|成员)"
    r"[：:](?P<list>[^。；;：:\n]+)"
)
_PERSON = (
    r"(?:主要|有关|相关|分管|常务)*(?:负责人员?|负责同志|领导(?:同志)?)|(?:有关|相关)人员"
    r"|副?[局厅部署市区县]长|副?主任"
)
_LAST = re.compile(rf"(?:{_PERSON})\s*$")
_ITEM = re.compile(rf"\s*(?P<body>[一-龥（）()]{{2,30}}?(?:{UNIT_END}))(?:{_PERSON})?\s*")
_BETWEEN = re.compile("[、，,和及]")
_LONGEST_PERSON = 20


def persons(text: str) -> Iterator[tuple[int, int]]:
    """The bodies in the lists of members of `text`, if all their members are bodies' persons."""
    for line in _LINE.finditer(text):
        start, end = line.span("list")
        if not _LAST.search(text, max(start, end - _LONGEST_PERSON), end):
            continue
        items = []
        for between in [*_BETWEEN.finditer(text, start, end), None]:
            stop = between.start() if between else end
            items.append(_ITEM.fullmatch(text, start, stop))
            start = between.end() if between else end
        if all(items):
            yield from (item.span("body") for item in items if item)
