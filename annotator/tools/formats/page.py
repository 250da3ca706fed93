"""A parsed page becomes lines: blocks, breaks, tables, numbered lists, and what the markup hides."""

import re
from html import unescape
from typing import Any

from lxml import etree

from annotator.tools.formats.lines import Lines
from annotator.tools.formats.numerals import numeral
from annotator.tools.formats.table import Cell, Table

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
# No text of the document: code, settings, controls, and the reading that <ruby> sets above a word.
_SILENT = frozenset((
    "head", "title", "script", "style", "noscript", "template", "xml", "svg", "iframe", "object",
    "select", "datalist", "textarea", "rt", "rp", "noframes",
))  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = ("td", "th")
_BULLETED = ("ul", "menu", "dir")
_HIDING = re.compile(r"display:none|visibility:(?:hidden|collapse)|font-size:0+(?:px|pt|em|%)?(?:;|$)")
_BLOCK = re.compile(r"display:(?:block|flex|grid|list-item|table(?:;|$|!))")
_LIST_STYLE = re.compile(r"list-style(?:-type)?:[^;]*?\b(none|cjk-ideographic|simp-chinese-informal)\b")
# Signs that went through an editor twice, such as &amp;nbsp;.
_DOUBLED = re.compile(
    r"&(?:nbsp|[lr][ds]quo|[mn]dash|e[nm]sp|hellip|middot|bull|times|quot|amp|[lg]t|#\d{2,5});"
)
_COUNTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
# Browsers cap what a page may ask for; no real table goes so far.
_MOST_COLUMNS = 50
_MOST_ROWS = 1000


def page_text(root: Any) -> tuple[str, int, int]:
    """The text of a page, how many characters its markup marks as navigation or hidden, and how many of its
    signs were encoded twice.
    """
    page = _Page()
    left_out = 0
    skipped = None
    # Not recursive: a page may nest two thousand deep.
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            if element is not skipped:
                page.end(element)
            page.add(element.tail)
        elif element.tag in _SILENT or _hidden(element):
            if element.tag not in _SILENT:
                left_out += sum(len("".join(text.split())) for text in element.itertext())
            skipped = element
            walker.skip_subtree()
        else:
            page.start(element)
            page.add(element.text)
    text = page.lines[0].text()
    title = " ".join(root.xpath("string(//title[not(ancestor::svg)])").split())
    if text and title and not _repeats(text, title):
        text = f"{title}\n{text}"
    text, doubled = _DOUBLED.subn(lambda found: unescape(found[0]), text)
    return text, left_out, doubled


def _hidden(element: Any) -> bool:
    if element.tag in ("html", "body"):
        # Scripts show a body that is hidden while it loads.
        return False
    return (
        element.tag == "nav"
        or element.get("hidden") is not None
        or _HIDING.search(_style(element)) is not None
        or (element.tag == "dialog" and element.get("open") is None)
    )


def _style(element: Any) -> str:
    """The element's own style, without white space."""
    return "".join(element.get("style", "").lower().split())


def _repeats(text: str, title: str) -> bool:
    """Whether the page says its title itself; the site's name behind _ or - does not count."""
    main = max(re.split(r"[_|—–-]", title), key=len)
    return "".join(main.split()) in "".join(text.split())


class _Page:
    """The state of one walk through a page."""

    def __init__(self) -> None:
        self.lines = [Lines()]  # of the page, then of each open cell
        self._layout: list[bool] = []  # for each open cell, whether the table only places texts
        self._tables: list[Table] = []
        self._lists: list[tuple[str, int] | None] = []  # format and next number, None for bullets
        self._verbatim = 0

    def start(self, element: Any) -> None:
        tag = element.tag
        if tag == "br":
            self.lines[-1].break_line()
        elif _is_block(element):
            self.lines[-1].block()
        if tag in _CELLS:
            self.lines.append(Lines())
            self._layout.append(False)
        elif tag in _HEADINGS:
            self._layout = [True] * len(self._layout)
        elif tag == "table":
            self._layout = [True] * len(self._layout)
            self._tables.append(Table())
        elif tag == "ol":
            self._lists.append(_counting(element))
        elif tag in _BULLETED:
            self._lists.append(None)
        elif tag == "li":
            self._mark_item(element)
        elif tag == "pre":
            self._verbatim += 1

    def end(self, element: Any) -> None:
        tag = element.tag
        if _is_block(element):
            self.lines[-1].block()
        if tag in _CELLS:
            self._end_cell(element)
        elif tag in ("tr", "table") and self._tables:
            self.lines[-1].done += self._tables[-1].end_row()
            if tag == "table":
                self._tables.pop()
        elif tag == "ol" or tag in _BULLETED:
            self._lists.pop()
        elif tag == "li":
            self.lines[-1].marker = ""
        elif tag == "pre":
            self._verbatim -= 1

    def add(self, text: str | None) -> None:
        first, *rest = re.split(r"\r\n|\r|\n", text or "") if self._verbatim else [text or ""]
        self.lines[-1].add(first)
        for line in rest:
            self.lines[-1].break_line()
            self.lines[-1].add(line)

    def _mark_item(self, element: Any) -> None:
        if self._lists and self._lists[-1]:
            count, following = self._lists[-1]
            number = _number(element, "value", following)
            self._lists[-1] = (count, number + 1)
            self.lines[-1].marker = numeral(count, number) + ("、" if count == "chineseCounting" else ". ")

    def _end_cell(self, element: Any) -> None:
        lines = self.lines.pop()
        lines.block()
        columns = min(_number(element, "colspan", 1), _MOST_COLUMNS)
        rows = min(_number(element, "rowspan", 1), _MOST_ROWS)
        cell = Cell(lines.done, max(columns, 1), max(rows, 1), self._layout.pop())
        if self._tables:
            self._tables[-1].add(cell)
        else:
            self.lines[-1].done += cell.lines


def _is_block(element: Any) -> bool:
    return element.tag in _BLOCKS or _BLOCK.search(_style(element)) is not None


def _counting(element: Any) -> tuple[str, int] | None:
    """How a numbered list counts, and from where; None where it shows no numbers."""
    styled = _LIST_STYLE.search(_style(element))
    if styled and styled[1] == "none":
        return None
    count = "chineseCounting" if styled else _COUNTS.get(element.get("type", "1"), "decimal")
    return count, _number(element, "start", 1)


def _number(element: Any, attribute: str, otherwise: int) -> int:
    """The number in an attribute, or `otherwise`; pages write anything there."""
    value = element.get(attribute, "").strip()
    return int(value) if re.fullmatch(r"[0-9]{1,6}", value) else otherwise
