"""The body of a Word file becomes lines.

Elements are known by their names without namespace: text in formulas and drawings has the same ones.
Recursive, which is safe: the parser refuses XML that is nested deeper than 256.
"""

import re
from collections.abc import Iterator
from typing import Any

from annotator.tools.formats.numbering import Numbering
from annotator.tools.formats.package import W, is_on, local, value, whole
from annotator.tools.formats.table import Cell, row_lines

# Around blocks, rows and cells; they say where the content came from, and it counts as if bare.
_WRAPPERS = frozenset((
    "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice",
))  # fmt: skip
# Settings, what a change deleted or moved away, the older drawing of the same thing, and ruby readings.
_SILENT = frozenset((
    "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "rubyPr", "del", "moveFrom", "Fallback", "rt",
))  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BREAKING = re.compile(r"[\t\r\n]+")
_MOST_COLUMNS = 50


class WordText:
    """The text of a document in `lines`; the rest tells what is not in it.

    footnotes   references to footnotes and endnotes, which were left out
    symbols     characters of symbol fonts, which stand as U+FFFD
    embeds      whether another file is built in, whose text is missing
    """

    def __init__(self, document: Any, numbering: Numbering, hidden: frozenset[str] = frozenset()) -> None:
        self.footnotes = 0
        self.symbols = 0
        self.embeds = False
        self._numbering = numbering
        self._hidden = hidden  # character styles whose text is not shown
        self._fields: list[bool] = []  # for each open field, whether its instruction is being read
        self.lines = self._blocks(document.find(f"{W}body"))

    def _blocks(self, parent: Any) -> list[str]:
        """The lines of the paragraphs and tables in a body, cell or text box."""
        lines: list[str] = []
        carried = ""
        for block in () if parent is None else _unwrapped(parent):
            name = local(block)
            if name == "p":
                text, boxes = self._paragraph(block)
                if is_on(block, "pPr/rPr/vanish"):
                    # With its end hidden it runs on, under its own number; all hidden, it counts for nothing.
                    marker = self._numbering.marker(block.find(f"{W}pPr")) if text else ""
                    carried += marker + text
                    lines += boxes
                    continue
                if is_on(block, "pPr/rPr/del") or is_on(block, "pPr/rPr/moveFrom"):
                    # With its mark deleted, a paragraph runs on into the next, which numbers both.
                    carried += text
                    lines += boxes
                    continue
                text, carried = carried + text, ""
                marker = self._numbering.marker(block.find(f"{W}pPr"))
                # Drawn in front of an empty paragraph too, which matters in a table's first column.
                shown = text.strip() or local(parent) == "tc"
                lines += (marker + text if shown else text).split("\n")
                lines += boxes
            elif name == "tbl":
                for row in _unwrapped(block):
                    lines += self._row(row)
            elif name == "altChunk":
                self.embeds = True
        return lines + carried.split("\n") if carried else lines

    def _row(self, row: Any) -> list[str]:
        if local(row) != "tr" or is_on(row, "trPr/del"):
            return []
        before = whole(value(row, "trPr/gridBefore"), 0)
        cells = [Cell(columns=min(before, _MOST_COLUMNS))] if before else []
        for cell in _unwrapped(row):
            if local(cell) != "tc" or is_on(cell, "tcPr/cellDel"):
                continue
            lines = self._blocks(cell)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            covered = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            columns = min(max(whole(value(cell, "tcPr/gridSpan"), 1), 1), _MOST_COLUMNS)
            layout = any(local(block) == "tbl" for block in _unwrapped(cell))
            # What lies under the cell that reaches down is not shown.
            cells.append(Cell(() if covered else lines, columns, layout=layout, covered=covered))
        return row_lines(cells)

    def _paragraph(self, paragraph: Any) -> tuple[str, list[str]]:
        """The text of a paragraph, and the lines of the text boxes that are anchored in it."""
        pieces: list[str] = []
        boxes: list[str] = []
        self._inline(paragraph, pieces, boxes)
        # An instruction ends with its paragraph, even where a damaged file does not say so.
        self._fields = [False] * len(self._fields)
        return "".join(pieces), boxes

    def _inline(self, parent: Any, pieces: list[str], boxes: list[str]) -> None:
        for element in parent:
            name = local(element)
            if name in _SILENT or (name == "r" and self._is_hidden(element)):
                continue
            if name == "fldChar":
                self._field(element.get(f"{W}fldCharType", ""))
            elif name == "txbxContent":
                boxes += self._blocks(element)
            elif name in ("footnoteReference", "endnoteReference"):
                self.footnotes += 1
            elif len(element):
                self._inline(element, pieces, boxes)
            elif not any(self._fields):
                pieces.append(self._sign(name, element))

    def _is_hidden(self, run: Any) -> bool:
        return is_on(run, "rPr/vanish") or (
            value(run, "rPr/rStyle") in self._hidden and run.find(f"{W}rPr/{W}vanish") is None
        )

    def _sign(self, name: str, element: Any) -> str:
        """The characters that one element without children stands for."""
        if name == "t":
            return _BREAKING.sub(" ", element.text or "")
        if name == "sym":
            self.symbols += 1
            return "\ufffd"
        return _SIGNS.get(name, "")

    def _field(self, step: str) -> None:
        """A field is its instruction, then its result, of which only the result is shown."""
        if step == "begin":
            self._fields.append(True)
        elif self._fields and step == "separate":
            self._fields[-1] = False
        elif self._fields and step == "end":
            self._fields.pop()


def _unwrapped(parent: Any) -> Iterator[Any]:
    for element in parent:
        if local(element) in _WRAPPERS:
            yield from _unwrapped(element)
        else:
            yield element


def hidden_styles(styles: Any) -> frozenset[str]:
    """The ids of the character styles that hide their text; `styles` is the part or None."""
    found = () if styles is None else styles.iterfind(f"{W}style")
    return frozenset(style.get(f"{W}styleId", "") for style in found if is_on(style, "rPr/vanish"))
