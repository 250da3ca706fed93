"""Names that are the same on every machine, because they are hashes of what they name."""

import json

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256(data: bytes | str) -> str:
    """64 hex digits of the SHA-256 of `data`; text is hashed as UTF-8."""
    import hashlib  # noqa: PLC0415  (loads a whole cryptography library; the first screen needs none)

    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def canonical(value: object) -> str:
    """`value` as JSON with one spelling: sorted keys, no spaces, characters as they are."""
    return _ENCODER.encode(value)


def document_id(file_bytes: bytes) -> str:
    """A document is its bytes."""
    return "doc-" + sha256(file_bytes)[:12]


def clause_id(source_sha256: str, start: int, end: int) -> str:
    """A clause is a range of a source; offsets are code points, half open."""
    return "cl-" + sha256(f"{source_sha256}:{start}:{end}")[:16]
