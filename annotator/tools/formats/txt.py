"""Plain text and Markdown: the text as it stands, line ends and all.

Markdown stays as it is: its `#` marks are repairs that a reviewer can see and undo.
"""

from annotator.model.source import Source
from annotator.tools.formats.encoding import decode

READER = "txt/1"


def read(data: bytes, name: str) -> Source:
    """The text of the bytes of a file, without byte order mark.

    Raises UnreadableFile where they are no text.
    """
    decoded = decode(data, name)
    return Source(decoded.text, f"{READER} {decoded.encoding}", decoded.notes)
