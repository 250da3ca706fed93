"""The shipped table of organisations.

Ids and pinyin are written in the file and never computed: an id must mean the same for ever, and a
reading that was checked by eye (重庆 chong, 参事 can, 闵行 hang) must not change with a library.
"""

from functools import cache
from pathlib import Path

from annotator.model.organisation import Organisation

COLLECTIVE = "集合"
PLACE = "地名"


@cache
def shipped() -> tuple[Organisation, ...]:
    """Every row of gazetteer.tsv in its order, places included."""
    # importlib.resources would cost more than the reading itself.
    text = Path(__file__).with_name("gazetteer.tsv").read_text(encoding="utf-8")
    return tuple(_row(line) for line in text.splitlines()[1:])


def _row(line: str) -> Organisation:
    # The columns after these say how well a row is attested; they are for the table's editors.
    org_id, name, forms, jurisdiction, kind, pinyin, initials, former, *_ = line.split("\t")
    return Organisation(
        org_id=org_id,
        name=name,
        forms=tuple(forms.split(";")) if forms else (),
        jurisdiction=jurisdiction,
        kind=kind,
        pinyin=pinyin,
        initials=initials,
        collective=kind == COLLECTIVE,
        former=tuple(former.split(";")) if former else (),
    )
