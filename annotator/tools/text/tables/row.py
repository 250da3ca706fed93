"""What a row is, and what the headings of columns say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_SERIAL = re.compile(r"(?:序|编)\s*号$|No\.?$", re.IGNORECASE)
_UNITS = re.compile(r"单位|部门|责任人|牵头|配合|责任主体|负责")
_HEADING = re.compile(
    r"序号|编号|任务|内容|单位|部门|事项|项目|指标|时限|时间|措施|备注|名称|类别|目标|责任|领域|要求|成果|进度|属性|数值|现状"
    r"|基准|比例|地点|规模|投资|产量|产值|数量|总量|增长|增速|占比|比重|年份|地区|绝对数|(?:19|20)\d\d年"
)
_MEASURES = re.compile(r"指标|数值|20\d\d年")
_STOP = re.compile("[。；，]")
_SPACE = re.compile(r"\s+")
_LONGEST = 12

RowKind = Literal["header", "group", "row"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is, and the clean ranges of its text and tail (an empty tail stands at its end).

    The tail lies inside the text where the cells of units are not the last ones. `lines` counts the
    lines that it takes.
    """

    kind: RowKind
    text: tuple[int, int]
    tail: tuple[int, int]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds the serial numbers (None: none does), and which ones name units."""

    serial: int | None
    units: tuple[int, ...]


def columns(names: Sequence[str]) -> Columns | None:
    """What the columns under these headings hold; None where the names are no headings."""
    names = [_SPACE.sub("", name) for name in names]
    if any(len(name) > _LONGEST or _STOP.search(name) for name in names):
        return None
    if sum(_HEADING.search(name) is not None for name in names) < 2:
        return None
    serial = next((place for place, name in enumerate(names) if _SERIAL.match(name)), None)
    # Beside figures, 单位 is what they are counted in.
    measured = any(_MEASURES.search(name) for name in names)
    units = (
        place
        for place, name in enumerate(names)
        if _UNITS.search(name) and not (measured and name in ("单位", "计量单位"))
    )
    return Columns(serial, tuple(units))


def unmarked(kind: RowKind, start: int, end: int) -> Row:
    """A row of one line that has no tail."""
    return Row(kind, (start, end), (end, end))
