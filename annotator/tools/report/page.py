"""The page that holds it all: nothing is loaded from anywhere; it reads in light, in dark and on paper."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from annotator.words.plain import plain, plain_lines

_STYLE = Path(__file__).with_name("page.css")


class Part(NamedTuple):
    """A part of the page: its heading, the markup below it, how deep it stands (2 or 3)."""

    heading: str
    body: Sequence[str]
    depth: int = 2


def page(title: str, language: str, parts: Sequence[Part]) -> str:
    """The whole file."""
    told = "\n".join(
        f"<h{one.depth}>{escape(plain(one.heading))}</h{one.depth}>\n" + "\n".join(one.body) for one in parts
    )
    name, style = escape(plain(title)), _STYLE.read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{name}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<h1>{name}</h1>\n{told}\n</body>\n</html>\n"
    )


def paragraph(text: str, *, dim: bool = False) -> str:
    """A paragraph of anybody's words; line ends stay."""
    told = escape(plain_lines(text)).replace("\n", "<br>")
    return f'<p class="dim">{told}</p>' if dim else f"<p>{told}</p>"


def table(header: Sequence[str], rows: Sequence[Sequence[str]], numbers: int = 0) -> str:
    """A table whose last `numbers` columns are numbers."""
    first = len(header) - numbers

    def cells(kind: str, row: Sequence[str]) -> str:
        told = (
            f"<{kind}{' class=n' if at >= first else ''}>{escape(plain(cell))}</{kind}>"
            for at, cell in enumerate(row)
        )
        return f"<tr>{''.join(told)}</tr>"

    body = "\n".join(cells("td", row) for row in rows)
    head = cells("th", header)
    return f'<div class="scroll"><table><thead>{head}</thead><tbody>\n{body}\n</tbody></table></div>'
