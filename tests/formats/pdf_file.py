"""Small PDF files for the tests, set as official documents are."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib import pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, PITCH, SIZE = 75.0, 760.0, 28.0, 16.0
PER_LINE = 28
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

Draw = Callable[[Canvas], object]


def pdf(*pages: Draw, password: str = "", rotation: int = 0) -> bytes:
    """A PDF whose pages these functions draw."""
    buffer = BytesIO()
    lock: Any = pdfencrypt.StandardEncryption(password, ownerPassword="x", strength=128) if password else None
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), encrypt=lock, invariant=1)
    for draw in pages:
        if rotation:
            canvas.setPageRotation(rotation)
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def wrapped(text: str, per_line: int = PER_LINE, indent: int = 2) -> list[str]:
    """The lines of a paragraph, its first one set in."""
    first = per_line - indent
    rest = [text[at : at + per_line] for at in range(first, len(text), per_line)]
    return ["\u3000" * indent + text[:first], *rest]


def lines(
    texts: Sequence[str], x: float = LEFT, y: float = TOP, size: float = SIZE, pitch: float = PITCH
) -> Draw:
    """Lines of text one below the other; an empty one leaves half a line."""

    def draw(canvas: Canvas) -> None:
        at = y
        canvas.setFont(FONT, size)
        for text in texts:
            plain = text.lstrip("\u3000")
            canvas.drawString(x + size * (len(text) - len(plain)), at, plain)
            at -= pitch if text else pitch / 2

    return draw


def table(
    rows: Sequence[Sequence[str | None]], widths: Sequence[float], y: float = TOP, row: float = 30
) -> Draw:
    """A ruled table; a None cell belongs to the one on its left."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 12)
        right = LEFT + sum(widths)
        for at in range(len(rows) + 1):
            canvas.line(LEFT, y - at * row, right, y - at * row)
        for at, cells in enumerate(rows):
            top, x = y - at * row, LEFT
            canvas.line(right, top, right, top - row)
            for text, width in zip(cells, widths, strict=True):
                if text is not None:
                    canvas.line(x, top, x, top - row)
                    for number, line in enumerate(text.split("\n")):
                        canvas.drawString(x + 2, top - 12 - 13 * number, line)
                x += width

    return draw


def together(*draws: Draw) -> Draw:
    """Several things on one page."""
    return lambda canvas: [draw(canvas) for draw in draws]


def raw(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them the root."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """The object of a stream."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)
