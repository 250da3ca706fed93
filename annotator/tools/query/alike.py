"""Whether two names may be one person's, written otherwise: 张三, 张 三, 張三, Ｚhang San, zhangsan."""

import unicodedata

from annotator.tools.query.folding import folded


def key(name: str) -> str:
    """A name without what may differ in one name: the script, width and case of its signs, blanks, marks."""
    plain = folded(unicodedata.normalize("NFKC", name)).casefold()
    return "".join(sign for sign in plain if sign.isalnum()) or plain
