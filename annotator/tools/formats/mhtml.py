"""Web pages saved as one file (MHTML): a message, one part of which is the page."""

from email import message_from_bytes
from email.errors import MessageError

from annotator.errors import UnreadableFile
from annotator.model.source import Source
from annotator.tools.formats import html


def read(data: bytes, name: str) -> Source:
    """The text of the first page in the file, which is the one that was saved.

    Raises UnreadableFile where there is none, or its bytes are no text.
    """
    try:
        message = message_from_bytes(data)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        page = pages[0].get_payload(decode=True) if pages else None
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableFile("reading.damaged_page", name=name) from error
    if not isinstance(page, bytes) or not page.strip():
        raise UnreadableFile("reading.damaged_page", name=name)
    source = html.read(page, name, pages[0].get_content_charset("") or "")
    address = str(message.get("Snapshot-Content-Location") or pages[0].get("Content-Location") or "")
    if address.startswith(("http://", "https://")):
        source = source._replace(metadata={"address": address, **source.metadata})
    return source
