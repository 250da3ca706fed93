"""Tables and code in Markdown, whatever foreign text is in them."""

import re
from collections.abc import Iterable


def code(text: str) -> str:
    """A text as code: in more backticks than stand together in it, on one line."""
    line = " ".join(text.split())
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    return f"{fence} {line} {fence}"


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table with a head."""
    names = list(header)
    lines = [names, ["---"] * len(names), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    """A name may hold what Markdown takes for the end of a cell or a row."""
    return " ".join(text.split()).replace("|", "\\|")
