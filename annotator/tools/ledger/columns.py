"""The columns of a ledger: what each is called, how wide it is, and which come back from an edited sheet."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.model.progress import WRITTEN
from annotator.words import both, say


class Column(NamedTuple):
    """A column by its name in the catalogue (`ledger.<name>`); `width` in characters of the standard font, 0
    for one that is hidden.
    """

    name: str
    width: float
    centred: bool = False


COLUMNS = (
    Column("number", 5, centred=True),
    Column("task", 18),
    Column("measures", 51),
    Column("targets", 14),
    Column("lead", 15),
    Column("others", 18),
    Column("due", 10, centred=True),
    Column("progress", 17),
    Column("status", 7, centred=True),
    Column("updated", 10, centred=True),
    Column("remark", 10),
    Column("basis", 6, centred=True),
    Column("source", 9, centred=True),
    Column("place", 0),
    Column("key", 0),
)
"""The customary eight (序号 工作任务 具体举措 目标指标 牵头单位 配合单位 完成时限 备注), among them what
people fill in as the work goes on; then on what the row rests and where it stands.
"""
VISIBLE = tuple(column for column in COLUMNS if column.width)
NAMES = tuple(column.name for column in COLUMNS)

UNITS = ("lead", "others")
"""The columns that name who is charged."""

TOLD = WRITTEN
"""The columns whose words are kept as they were written."""

FIXED = ("task", "measures", "targets")
"""What the text itself says: nobody changes it in a ledger."""

COMPARED = (*FIXED, *UNITS, *TOLD)
"""The columns whose words a row's key remembers."""

STATUSES = ("waiting", "going", "done", "late", "changed", "closed")


def header(name: str) -> str:
    """What a column is called in the language in force."""
    return say(f"ledger.{name}")


def meant(written: str) -> str | None:
    """The column that a head names, in either language; None for any other word."""
    plain = "".join(written.split()).casefold()
    for name in NAMES:
        if plain in {"".join(word.split()).casefold() for word in both(f"ledger.{name}")}:
            return name
    return None


def statuses() -> Sequence[str]:
    """The words offered for how far a task is; any other may be written."""
    return [say(f"ledger.status_{one}") for one in STATUSES]
