"""Known names where they stand in a text, in any spelling, without folding the text.

A tree of the folded names is walked along the text, which is folded on the way, sign by sign. A place at
which no name begins costs one look.
"""

import unicodedata
from collections.abc import Iterable

from annotator.tools.gazetteer.folding import SHORTER

Node = dict[str, "Node"]

_END = ""  # the key by which a node says that a name ends there
_LONG = {
    sign: tuple(pair for pair in SHORTER if pair[0][0] == sign) for sign in {long[0] for long, _ in SHORTER}
}


class Spellings:
    """Where names end, whichever of their spellings the text has."""

    def __init__(self, keys: Iterable[str]) -> None:
        """`keys` are folded names."""
        self._tree: Node = {}
        for key in keys:
            node = self._tree
            for sign in key:
                node = node.setdefault(sign, {})
            node[_END] = {}
        # Wide signs and words that folding leaves out can begin a name, too.
        self.beginnings = frozenset(self._tree) | {"（", *(long[0] for long, _ in SHORTER)} - {"和"}

    def end(self, text: str, start: int) -> int:
        """Where the longest name that begins at `start` ends; `start` if none does."""
        node, at, best = self._tree, start, start
        if text[start : start + 1] not in self.beginnings:
            return start
        while at < len(text):
            step = text[at]
            if step in _LONG:
                long, step = next(
                    (pair for pair in _LONG[step] if text.startswith(pair[0], at)), (step, step)
                )
                at += len(long)
            else:
                at += 1
            for sign in step:
                found = node.get(sign)
                if found is None:
                    plain = unicodedata.normalize("NFKC", sign) if sign > "\u3000" else sign
                    found = node if sign.isspace() and node is not self._tree else node.get(plain)
                if found is None:
                    return best
                node = found
            # 和 and spaces are passed over inside a name, and neither begin nor end one.
            if not step and node is self._tree and at == start + 1:
                return best
            if _END in node and step and not step.isspace() and at > start + 1:
                best = at
        return best
