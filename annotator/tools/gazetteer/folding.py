"""One spelling for the many ways in which an organisation's name is written.

市发展和改革委员会 and 市发展改革委, 区人民政府 and 区政府 are the same words, long and short. Folding both
sides of a comparison keeps such pairs out of the table, which then lists real abbreviations only.
"""

import unicodedata
from functools import lru_cache

SHORTER = (
    ("中华人民共和国", ""),
    ("中国共产党", "中共"),
    ("委员会", "委"),
    ("管委会", "管理委"),
    ("办公室", "办"),
    ("人民政府", "政府"),
    ("和", ""),
)
"""Long forms and what stands for them, in the order in which they are applied: 管理委员会 and 管委会 meet in
管理委."""


@lru_cache(8192)
def fold(surface: str) -> str:
    """`surface` (simplified) as a key for comparison, never for showing.

    Brackets and letters become half-width, spaces go, 委员会, 办公室, 人民政府 take their short forms.
    """
    key = "".join(unicodedata.normalize("NFKC", surface).split())
    for long, short in SHORTER:
        key = key.replace(long, short)
    return key
