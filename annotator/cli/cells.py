"""How much room a text takes on a terminal, and cut to a width; rich, which knows both, is slow to load."""


def cells(text: str) -> int:
    """How many terminal cells a text takes."""
    from unicodedata import east_asian_width  # noqa: PLC0415  (only where something is set in columns)

    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def middle(text: str, width: int) -> str:
    """`text` cut in its middle: names of people that begin alike differ at their end."""
    if cells(text) <= width:
        return text
    head, tail = fitted(text, (width + 1) // 2), ""
    for character in reversed(text):
        if cells(head + character + tail) > width:
            break
        tail = character + tail
    return head + tail


def fitted(text: str, width: int) -> str:
    """`text` cut to that many cells, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    kept = ""
    for character in text:
        if cells(kept + character) >= width:
            break
        kept += character
    return f"{kept}…"
