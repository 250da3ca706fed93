"""A source cut into segments: the frame around each body, the outline within, laid back on the source."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from annotator.model.cutting import Kind, Segment
from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.tools.text import forms, markers, tables
from annotator.tools.text.frame import Frame
from annotator.tools.text.lines import Line
from annotator.tools.text.outline import Outline, Piece
from annotator.tools.text.reading import Reading, read
from annotator.tools.text.spans import has_lines, line_breaks
from annotator.tools.text.titles import Title

_POINTS = re.compile(r"(?:要点|须知|注意事项|原则|规范|规定)$")
_SHORT = 200
_PROSE_DOUBT = 0.3
# A program's data about a text, at its head: the name of a field in Latin letters, and its value.
_KEYED, _HEAD, _FEWEST_KEYS = re.compile(r"(?:[-*+]\s{0,3})?[A-Za-z][A-Za-z\d_-]{1,30}\s?[:：]\s?\S"), 30, 3
# The sign of a quotation in Markdown; where few lines have it, they are notes on the text.
_QUOTE, _NOTES = ">", 0.4


def segments(source: str) -> tuple[Segment, ...]:
    """The segments of `source`, in order; they partition it. Any text will do; the empty one has none."""
    if not source:
        return ()
    reading = read(source)
    pieces = list(_pieces(reading))
    pieces.sort(key=lambda piece: piece.first.raw)
    if not pieces:
        return (Segment("boilerplate", 0, "", (), 0, len(source), "", 0, 0, edits=reading.edits),)
    starts = [0, *(piece.first.raw for piece in pieces[1:]), len(source)]
    layout = _Layout(reading)
    return tuple(
        layout.segment(piece, start, end)
        for piece, start, end in zip(pieces, starts, starts[1:], strict=False)
    )


def _pieces(reading: Reading) -> Iterator[Piece]:
    """All pieces: lines without words, the frame, and the outline of each body."""
    worded: list[Line] = []
    tables.mark_cells(reading.lines)
    labelled = False
    quoted = sum(line.plain.startswith(_QUOTE) for line in reading.lines)
    noted = quoted < _NOTES * len(reading.lines)
    keyed = _keyed(reading.lines)
    for line in reading.lines:
        label = line.marker is None and forms.TEXT_LABEL.match(line.plain) is not None
        label = label or (noted and line.plain.startswith(_QUOTE))
        empty = label or line.number in keyed or _is_wordless(line) or (_is_caption(line) and not labelled)
        labelled = len(line.plain) <= _SHORT and forms.ATTACHMENT_LABEL.match(line.plain) is not None
        if empty and not line.cell:
            yield Piece("boilerplate", line, (line.start, line.end), (line.end, line.end))
        else:
            worded.append(line)
    frame = Frame(worded)
    for line, kind in zip(worded, frame.kinds, strict=True):
        if kind and kind != "title":
            start = _attached(line) if kind == "attachment" else line.body
            yield Piece(kind, line, (start, line.end), (line.end, line.end), doubt=_doubt(kind, line))
    for section in frame.sections():
        if section.title:
            yield _title(worded, section.title)
        body = frame.body(section.start, section.end)
        points = _has_points(section.headline, body)
        yield from Outline(body, reading.clean.text, reading.plain, points=points).pieces


def _keyed(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines at the head of a text that are data which a program wrote: source_url: …."""
    head = lines[:_HEAD]
    keyed = [line.number for line in head if _KEYED.match(line.plain[:_SHORT])]
    return frozenset(keyed if len(keyed) >= _FEWEST_KEYS else ())


def _is_wordless(line: Line) -> bool:
    """Whether a line has no words of its own: emptied, a rule, a page number, a number left alone."""
    if len(line.plain) > _SHORT:
        return False
    return not line.plain or forms.is_blank_form(line.plain) or not line.words


def _is_caption(line: Line) -> bool:
    """Whether a line stands under a picture; behind the label of an annex it is a title."""
    return line.marker is None and len(line.plain) <= _SHORT and forms.CAPTION.match(line.plain) is not None


def _doubt(kind: Kind, line: Line) -> float:
    """How unsure a line of the frame is: furniture that is written in sentences may be text."""
    prose = forms.is_prose(line.plain) and not forms.is_page_furniture(line.plain)
    return _PROSE_DOUBT if kind == "boilerplate" and prose and not forms.is_rights_notice(line.plain) else 0.0


def _attached(line: Line) -> int:
    """Where the name in a line of an 附件 list begins."""
    label = forms.ATTACHMENTS.match(line.plain)
    if label is None or label.end() == len(line.plain):
        return line.body
    marker = markers.parse(line.plain, label.end())
    return line.start + (marker.end if marker and marker.end < len(line.plain) else label.end())


def _title(lines: Sequence[Line], title: Title) -> Piece:
    end = lines[title.line].end
    return Piece("title", lines[title.first], (title.start, end), (end, end), doubt=title.doubt)


def _has_points(headline: str, body: Sequence[Line]) -> bool:
    """Whether the items 一、 are articles: sentences, or labels with sentences below them, of a document that
    calls itself 本要点.
    """
    genre = _POINTS.search(headline)
    if genre is None:
        return False
    itself = f"本{genre[0]}"
    items = [line.plain for line in body if line.marker and line.marker.style == "hanzi"]
    if any(itself in text and forms.is_prose(text) for text in items):
        return True
    ended = sum(forms.is_ended(text) for text in items)
    return 2 * ended > len(items) and any(itself in line.plain for line in body)


class _Layout:
    """Lays pieces of the clean text back on the source."""

    def __init__(self, reading: Reading) -> None:
        self._source, self._clean, self._edits = reading.source, reading.clean, reading.edits
        self._edit_starts = [edit.start for edit in reading.edits]

    def segment(self, piece: Piece, start: int, end: int) -> Segment:
        """The segment source[start:end] that a piece makes."""
        edits = self._edits[bisect_left(self._edit_starts, start) : bisect_left(self._edit_starts, end)]
        text = self._range(piece.text)
        tail = self._range(piece.tail) if piece.tail[0] < piece.tail[1] else (text[1], text[1])
        several = max(piece.text[1], piece.tail[1]) > piece.first.end
        if several:
            spans = (piece.text, piece.tail)
            breaks = {edit for span in spans for edit in line_breaks(self._source, self._clean, span)}
            edits = tuple(sorted((*edits, *breaks), key=lambda edit: edit.start))
        level = len(piece.path) + 1 if piece.kind in ("heading", "clause") else 0
        return Segment(
            kind=piece.kind,
            level=level,
            marker=self._clean.text[piece.first.start : piece.text[0]].strip(),
            path=piece.path,
            start=start,
            end=end,
            text=self._text(piece.text, text, edits) if several else self._clean.text[slice(*piece.text)],
            text_start=text[0],
            text_end=text[1],
            tail=self._text(piece.tail, tail, edits) if several else self._clean.text[slice(*piece.tail)],
            tail_start=tail[0],
            tail_end=tail[1],
            lead=piece.lead,
            doubt=piece.doubt,
            edits=edits,
        )

    def _range(self, clean: tuple[int, int]) -> tuple[int, int]:
        return self._clean.to_source(*clean)

    def _text(self, clean: tuple[int, int], raw: tuple[int, int], edits: Sequence[Edit]) -> str:
        """The clean text of a range; one of several lines as its line breaks were made."""
        text = self._clean.text[slice(*clean)]
        return Clean(self._source, *raw, edits).text if has_lines(text) else text
