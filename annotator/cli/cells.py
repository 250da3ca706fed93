"""How much room a text takes on a terminal; rich, which knows it too, is slow to load."""


def cells(text: str) -> int:
    """How many terminal cells a text takes."""
    from unicodedata import east_asian_width  # noqa: PLC0415  (only where something is set in columns)

    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
