"""The text that a reader made of a file."""

from collections.abc import Mapping
from typing import NamedTuple

from annotator.model.ids import sha256

_NOTHING: Mapping[str, str] = {}


class Source(NamedTuple):
    """`text` as the reader gave it, untouched; `reader` names the reader, its version and the
    encoding, such as `txt/1 gb18030`. `notes` are sentences for the user (bytes that were no text …).
    `metadata` is what the file says of its document beside the text: title, issuer, number, date (ISO),
    address.
    """

    text: str
    reader: str
    notes: tuple[str, ...] = ()
    metadata: Mapping[str, str] = _NOTHING

    @property
    def sha256(self) -> str:
        """64 hex digits of the SHA-256 of the text as UTF-8."""
        return sha256(self.text)
