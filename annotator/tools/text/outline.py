"""The body of one document: its headings, clauses and the path of each.

Lines are read in order with a stack of the items that are open, whose order is learned (`nesting`).
Whether a numbered line alone is a heading or a clause is told by its wording and by what stands below.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.cutting import Kind
from annotator.tools.text import alternating, forms, tables, units
from annotator.tools.text.lines import Line
from annotator.tools.text.nesting import BOX, Nesting
from annotator.tools.text.opened import BARE, DIVISIONS, GROUP, Open, Opened
from annotator.tools.text.wording import LEFT_OPEN, lead_sentence, phrase_doubt

_ARTICLE = "条"
# The paragraphs of an article that have numbers, as in Taiwan's laws.
_SUBSECTION = "arabic_space"
_ROW_KINDS: dict[str, Kind] = {"header": "boilerplate", "group": "heading", "row": "clause"}
_HAN = re.compile("[\u4e00-\u9fff]")
_PUNCTUATION = re.compile(r"[，。；：！？,;:!?、]")
# What an item ends in whose list is not numbered.
_LISTING = ("：", ":", "—")
# The name of a table, and a note below one.
_TABLE = re.compile("附?表")
_NOTE = re.compile(r"[（(]?(?:备?注|说明|资料来源)")
_BARE_LONGEST, _PHRASE_LONGEST = 30, 60
_BARE_DOUBT, _LAST_DOUBT = 0.3, 0.4
# So many of a body's paragraphs with a title sentence make it its way of writing.
_LEADING_SHARE = 0.25


@dataclass(slots=True)
class Piece:
    """A segment in the making; ranges count code points of the clean text, half open.

    It begins with the line `first`; `text` and `tail` may span several lines.
    """

    kind: Kind
    first: Line
    text: tuple[int, int]
    tail: tuple[int, int]
    path: tuple[str, ...] = ()
    lead: int = 0
    doubt: float = 0.0


class Outline:
    """Reads the lines of one body; `pieces` is the result, in order. `text` is the whole clean text, `plain`
    the same in simplified script. With `points` the items 一、 are articles, as in a Taiwan 要點.
    """

    def __init__(self, lines: Sequence[Line], text: str, plain: str, *, points: bool = False) -> None:
        self.lines, self.text, self.plain, self.points = lines, text, plain, points
        self.pieces: list[Piece] = []
        self._article: Piece | None = None
        self._rows = tables.rows(lines)
        self._covered = {
            number for first, row in self._rows.items() for number in range(first, first + row.lines)
        }
        inside = self._covered.difference(self._rows)
        self._content = [n for n in range(len(lines)) if n not in inside and not self._is_unit_line(n)]
        self._place = {number: place for place, number in enumerate(self._content)}
        self._sentences = alternating.headings(lines, self._covered)
        self._styles = {number: style for number in self._content if (style := self._style(number))}
        self._styled = list(self._styles)
        first = next(iter(self._styles), -1)
        bare = sum(style == BARE for style in self._styles.values())
        prefaced = bare == 1 and self._styles[first] == BARE and self._has_text(first)
        self._nesting = Nesting((style, self._number(number)) for number, style in self._styles.items())
        self._opened = Opened(self._nesting, prefaced=prefaced)
        for number in range(len(lines)):
            if number not in inside:
                self._read(number)
        self._drop_lone_leads()

    def _is_unit_line(self, number: int) -> bool:
        line = self.lines[number]
        return line.marker is None and number not in self._rows and units.is_unit_line(line.plain)

    def _style(self, number: int) -> str:
        """The style under which a line takes its place in the order; empty for a paragraph or a row."""
        line = self.lines[number]
        if number in self._rows:
            return ""
        if line.marker:
            return line.marker.style
        if number in self._sentences:
            return f"{BARE}。"
        return f"{BARE}{line.hashes or ''}" if self._is_bare_heading(number) else ""

    def _number(self, number: int) -> int:
        marker = self.lines[number].marker
        return marker.number if marker else 0

    def _is_bare_heading(self, number: int) -> bool:
        """Whether a line without a number is a heading: a short phrase that opens what stands below."""
        if not self._is_bare(number) or number + 1 >= len(self.lines):
            return False
        above = self.lines[number - 1].plain if number else ""
        if above.endswith(LEFT_OPEN):
            return False
        # Of a row of short lines none is a heading, but two may be: a chapter's and its section's.
        if number > 1 and self._is_bare(number - 1) and self._is_bare(number - 2):
            return False
        return self._opens(number + 1) or (
            self._is_bare(number + 1) and number + 2 < len(self.lines) and self._opens(number + 2)
        )

    def _is_bare(self, number: int) -> bool:
        line = self.lines[number]
        if line.marker or number in self._rows or not 2 <= len(line.plain) <= _BARE_LONGEST:
            return False
        return not (
            _PUNCTUATION.search(line.plain)
            or not _HAN.search(line.plain)
            or line.plain.endswith(LEFT_OPEN)
            or forms.DATE_LINE.match(line.plain)
            or forms.CAPTION.match(line.plain)
        )

    def _opens(self, number: int) -> bool:
        """Whether a line is text, or the first of several items."""
        line = self.lines[number]
        if line.marker:
            return line.marker.number <= 1
        return number in self._rows or forms.is_prose(line.plain)

    def _is_article(self, style: str) -> bool:
        return style == _ARTICLE or (self.points and style == "hanzi")

    def _has_text(self, number: int) -> bool:
        """Whether a paragraph stands right below a line."""
        place = self._place[number] + 1
        return place < len(self._content) and not (
            self._content[place] in self._styles or self._content[place] in self._rows
        )

    def _read(self, number: int) -> None:
        if self.lines[number].hashes or (number and not self.lines[number].follows(self.lines[number - 1])):
            self._article = None
        if number not in self._place:
            self._read_units(number)
        elif number in self._rows:
            self._read_row(number)
        else:
            self._opened.leave_groups()
            numbered = self._styles.get(number, "")
            if numbered and not (self._article and numbered == _SUBSECTION):
                self._read_item(number)
            else:
                self._leave_table(number)
                self._read_paragraph(number)

    def _leave_table(self, number: int) -> None:
        """A table and the notes below it are all that a box holds."""
        text = self.lines[number].plain
        if number - 1 in self._covered and _NOTE.match(text):
            self._covered.add(number)
        elif number - 1 in self._covered or (_TABLE.match(self._opened.innermost) and forms.is_prose(text)):
            self._opened.leave_box()

    def _read_units(self, number: int) -> None:
        """A line of units belongs to the item above it."""
        line = self.lines[number]
        apart = not number or not line.follows(self.lines[number - 1])
        if apart or self.pieces[-1].kind == "boilerplate":
            self._read_paragraph(number)
            return
        piece = self.pieces[-1]
        start = piece.tail[0] if piece.tail[0] < piece.tail[1] else line.start
        piece.tail = start, line.end
        self._article = None

    def _read_row(self, number: int) -> None:
        line, row = self.lines[number], self._rows[number]
        self._article = None
        sectioned = line.marker is not None and line.marker.style.startswith("hanzi")
        if row.kind == "group" or sectioned:
            self._opened.leave_groups()
        kind = _ROW_KINDS[row.kind]
        path = () if row.kind == "header" else self._opened.path
        self.pieces.append(Piece(kind, line, row.text, row.tail, path))
        if row.kind == "group":
            self._opened.push(Open(GROUP, 0, self.text[slice(*row.text)], "", 0))

    def _goes_on(self, number: int) -> bool:
        """Whether a paragraph is in the middle of an article's list: it goes on with the item above it."""
        last = self._opened.last
        if last is None or last.heading or not last.number or last.ending in _LISTING or self.pieces[-1].lead:
            return False
        if self._is_article(last.style) or not self._in_article(last.style):
            return False
        place = bisect_right(self._styled, number)
        following = self._styled[place] if place < len(self._styled) else -1
        due = self._styles.get(following) == last.style and self._number(following) == last.number + 1
        return due and not self.lines[number].plain.endswith(LEFT_OPEN)

    def _read_paragraph(self, number: int) -> None:
        line = self.lines[number]
        text, tail = self._without_units(line.start, line.end)
        whole = self.pieces[-1] if self._article is None and self._goes_on(number) else self._article
        if whole is not None:
            whole.text = whole.text[0], text[1]
            whole.tail = tail
            return
        lead = lead_sentence(self.plain[slice(*text)], numbered=False)
        self.pieces.append(Piece("clause", line, text, tail, self._opened.path, lead, line.doubt))

    def _read_item(self, number: int) -> None:
        line, style = self.lines[number], self._styles[number]
        sibling = self._opened.close(style, self._number(number))
        # A box is named by its number (专栏1), which its path keeps.
        text, tail = self._without_units(line.start if style == BOX else line.body, line.end)
        words = self.plain[slice(*text)]
        below = self._below(number, style)
        heading, doubt = self._judge(style, words, sibling, below)
        # Who does it stands behind a task; a heading has such a bracket for the items below it only.
        heading = heading and not (below == "text" and tail[0] < tail[1] and words.endswith("。"))
        in_article = self._in_article(style)
        lead = 0 if heading or in_article else lead_sentence(words, numbered=True)
        kind: Kind = "heading" if heading else "clause"
        piece = Piece(kind, line, text, tail, self._opened.path, lead, max(doubt, line.doubt))
        self.pieces.append(piece)
        self._article = piece if self._is_article(style) else None
        phrase = not (heading or lead or words.endswith(LEFT_OPEN)) and len(words) <= _PHRASE_LONGEST
        clauses = 1 + (sibling.clauses if sibling else 0) if phrase else 0
        name = self.text[slice(*text)] if heading else ""
        self._opened.push(Open(style, self._number(number), name, words[-1:], clauses))

    def _without_units(self, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """The ranges of a text and of its tail; a text that is all units keeps them."""
        tail = start + units.tail(self.plain[start:end])
        stop = start + len(self.plain[start:tail].rstrip())
        if tail == end or stop == start:
            return (start, end), (end, end)
        return (start, stop), (tail, end)

    def _drop_lone_leads(self) -> None:
        """Takes back the title sentences of paragraphs without a number that have no fellow.

        A short first sentence is a title where the paragraphs beside it have one too, or most of the
        body is written so; alone it is a sentence.
        """
        paragraphs = [p for p in self.pieces if p.kind == "clause" and p.text[0] == p.first.start]
        leading = [bool(piece.lead) for piece in paragraphs]
        if sum(leading) >= _LEADING_SHARE * len(paragraphs):
            return
        for place, piece in enumerate(paragraphs):
            beside = (paragraphs[other] for other in (place - 1, place + 1) if 0 <= other < len(paragraphs))
            if not any(other.path == piece.path and other.lead for other in beside):
                piece.lead = 0

    def _in_article(self, style: str) -> bool:
        return self._is_article(style) or any(map(self._is_article, self._opened.styles))

    def _below(self, number: int, style: str) -> str:
        """What stands below an item, units aside: `items` of its own, `text`, or nothing."""
        place = self._place[number] + 1
        if place == len(self._content):
            return ""
        following = self._content[place]
        inner = self._styles.get(following, "")
        if not inner:
            return "items" if following in self._rows else "text"
        open_styles = [*self._opened.styles, style]
        inside = self._nesting.contains(style, inner, self._number(following), open_styles)
        return "items" if inside else ""

    def _judge(self, style: str, words: str, sibling: Open | None, below: str) -> tuple[bool, float]:
        """Whether an item is a heading, and how unsure that is."""
        if style.startswith(BARE):
            return True, 0.0 if style != BARE else _BARE_DOUBT
        if style in DIVISIONS:
            return True, 0.0
        if style == BOX:
            return phrase_doubt(words)
        listed = sibling is not None and not sibling.heading and sibling.ending in ("；", ";")
        if not below or listed or style == "dash" or self._in_article(style):
            return False, 0.0
        heading, doubt = phrase_doubt(words)
        full = words.endswith("。") and sibling is not None and sibling.ending == "。"
        if heading and below == "text" and sibling is not None and sibling.clauses >= (1 if full else 2):
            # The paragraph below the last of some short clauses belongs to all of them.
            return False, _LAST_DOUBT
        return heading, doubt
