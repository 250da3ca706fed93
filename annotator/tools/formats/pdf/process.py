"""The process that reads a PDF: bytes come in, one line of JSON goes out."""

import json
import sys
from contextlib import suppress
from typing import Any

from annotator.tools.formats.pdf.glyphs import sheets
from annotator.tools.formats.pdf.text import text_of

_MOST_PAGES = 3000
_MOST_BYTES = 2_000_000_000
# Of characters for which the file does not say what they are, the share with which a text is of no use.
_UNKNOWN = 0.2


def main() -> None:
    """Read standard input, answer on standard output; the argument is how many seconds it may take."""
    _limit(int(sys.argv[1]))
    answer = answered(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(answer))


def answered(data: bytes) -> dict[str, Any]:
    """`text` and `notes`, or `refused` (a sentence of the catalogue) and its `values`."""
    import pypdfium2  # noqa: PLC0415  (a tenth of a second, and this module is imported by tests too)

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        return _refused("pdf_encrypted" if locked else "pdf_damaged")
    if pages > _MOST_PAGES:
        return _refused("pdf_too_long", pages=pages, most=_MOST_PAGES)
    text = text_of(sheets(document))
    if not text.characters:
        return _refused("pdf_scanned" if text.pictures else "pdf_damaged" if text.notes else "empty")
    if text.unknown > _UNKNOWN * text.characters:
        return _refused("pdf_garbled")
    return {"text": text.text, "notes": text.notes}


def _refused(key: str, **values: object) -> dict[str, Any]:
    return {"refused": key, "values": values}


def _limit(seconds: int) -> None:
    """A file that asks for more ends the process; not every system keeps to it."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (not on Windows)

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))


if __name__ == "__main__":
    main()
