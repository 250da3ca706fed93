"""The text that a reader made of a file."""

from typing import NamedTuple

from annotator.model.ids import sha256


class Source(NamedTuple):
    """`text` as the reader gave it, untouched; `reader` names the reader, its version and the
    encoding, such as `txt/1 gb18030`. `notes` are sentences for the user (bytes that were no text …).
    """

    text: str
    reader: str
    notes: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """64 hex digits of the SHA-256 of the text as UTF-8."""
        return sha256(self.text)
