"""Foreign text made harmless for a terminal.

Every string that the program did not write itself (documents, names, notes, file names, errors) passes
through here before it is shown: control characters would reach the terminal raw, and bidirectional ones
could forge what a reader sees. The replacement is one for one, so offsets hold.
"""

_HARMFUL = {c: 0x2400 + c for c in range(32)} | {127: 0x2421} | dict.fromkeys(range(128, 160), 0xFFFD)
_HARMFUL |= dict.fromkeys(
    [0x61C, *range(0x200B, 0x2010), 0x2028, 0x2029, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
    0xFFFD,
)
_HARMFUL |= dict.fromkeys([0xFEFF, *range(0xD800, 0xE000), *range(0xFFF9, 0xFFFC)], 0xFFFD)
_HARMFUL |= {0x09: 0x20, 0xA0: 0x20}


def plain(text: str) -> str:
    """`text` with nothing in it that a terminal obeys; as long as it was. Line breaks are shown."""
    # Nothing harmful is printable, and most texts are: asking is a hundred times faster.
    return text if text.isprintable() else text.translate(_HARMFUL)


def plain_lines(text: str) -> str:
    """As `plain`, but a line feed stays one."""
    return "\n".join(plain(line) for line in text.split("\n"))
