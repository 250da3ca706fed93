"""From a source text to its segments: repair what is broken, cut what remains.

    source ─ repair ─► clean text ─ lines ─► frame and outline ─► segments of the source

Everything works on the clean text and, for matching, on a copy of it in simplified script; offsets
return to the source through `annotator.model.mapping.Clean` alone.
"""

from annotator.tools.text.cut import CUTTER, cut, repairs
from annotator.tools.text.script import is_traditional, simplified

__all__ = ["CUTTER", "cut", "is_traditional", "repairs", "simplified"]
