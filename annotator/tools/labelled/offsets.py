"""Offsets of a tool as code points: the words beside them tell how they were counted."""


def code_points(text: str, start: object, end: object, words: object = None) -> tuple[int, int] | None:
    """The range in code points; None where there is none such in the text.

    Browsers count UTF-16 code units. Where the tool wrote down the words, the count that cuts them is taken;
    else code points, which today's versions write.
    """
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return None
    ranges = [(start, end), _from_utf16(text, start, end)]
    for found in ranges:
        if found and found[1] <= len(text) and (not isinstance(words, str) or text[slice(*found)] == words):
            return found
    return None


def _from_utf16(text: str, start: int, end: int) -> tuple[int, int] | None:
    data = text.encode("utf-16-le")
    if end * 2 > len(data):
        return None
    try:
        before = data[: start * 2].decode("utf-16-le")
        inside = data[start * 2 : end * 2].decode("utf-16-le")
    except UnicodeDecodeError:  # between the halves of a character
        return None
    return len(before), len(before) + len(inside)
