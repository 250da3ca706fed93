"""How help is set: lines as wide as the terminal, hanzi counted as two cells, headings of the catalogue."""

import re
from collections.abc import Iterable, Iterator

import click

from annotator.cli.cells import cells
from annotator.words import say

_PIECE = re.compile(r"\s+|(?:[!-~]+|.)[，。；：、！？）”》]*", re.DOTALL)
"""What stays on one line: a word, or a hanzi with the marks that may not begin a line."""


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text, none wider than `width` cells, if no word alone is."""
    line = ""
    for piece in _PIECE.findall(text):
        if line and cells(line) + cells(piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield line.rstrip()


class Layout(click.HelpFormatter):
    """The formatter of every help page."""

    def write_heading(self, heading: str) -> None:
        """What a list is of."""
        self.write(f"{say('usage.heading', name=heading)}\n")

    def write_text(self, text: str) -> None:
        """A paragraph."""
        indent = " " * self.current_indent
        for line in wrapped(text, self.width - self.current_indent):
            self.write(f"{indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 24, col_spacing: int = 2) -> None:
        """Terms and what they mean, side by side; a term that is too wide has a line of its own. A term
        without a meaning is a heading.
        """
        rows, indent = list(rows), " " * self.current_indent
        wide = [cells(term) for term, about in rows if about and cells(term) <= col_max]
        column = max(wide, default=0) + col_spacing
        for term, about in rows:
            lines = list(wrapped(about, self.width - self.current_indent - column))
            if not about or cells(term) > column - col_spacing:
                self.write(f"{indent}{term}\n")
            else:
                self.write(f"{indent}{term}{' ' * (column - cells(term))}{lines.pop(0)}\n")
            for line in lines if about else ():
                self.write(f"{indent}{' ' * column}{line}\n")


class Context(click.Context):
    """The context of every command: help is set by Layout."""

    formatter_class = Layout
