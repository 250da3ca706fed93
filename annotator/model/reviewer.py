"""What can be the name of a reviewer."""

import unicodedata

MOST = 60
"""Characters of a name."""


def proper(name: str) -> str:
    """The name as it is kept; empty where it is empty, too long or could forge a screen."""
    name = unicodedata.normalize("NFC", name).strip()
    return name if name.isprintable() and len(name) <= MOST else ""
