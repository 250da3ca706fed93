"""Foreign text made harmless for a terminal.

Every string that the program did not write itself (documents, names, notes, file names, errors) passes
through here before it is shown: control characters would reach the terminal raw, and bidirectional and
invisible ones could forge what a reader sees. The replacement is one for one, so offsets hold.
"""

# The characters that Unicode calls formats: they are obeyed and not seen.
_FORMATS = [
    0xAD, *range(0x600, 0x606), 0x61C, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x180E, *range(0x200B, 0x2010),
    *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), 0x110BD, 0x110CD,
    *range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), 0xE0001,
    *range(0xE0020, 0xE0080),
]  # fmt: skip
_HARMFUL = {c: 0x2400 + c for c in range(32)} | {127: 0x2421} | dict.fromkeys(range(128, 160), 0xFFFD)
_HARMFUL |= dict.fromkeys([0x2028, 0x2029, *range(0xD800, 0xE000), *_FORMATS], 0xFFFD)
_HARMFUL |= {0x09: 0x20, 0xA0: 0x20}

_LEFT_OUT = {c: by if by == 0x20 else None for c, by in _HARMFUL.items()}
_LEFT_OUT |= dict.fromkeys([0x0A, 0x0D, 0x2028, 0x2029], 0x0A)


def plain(text: str) -> str:
    """`text` with nothing in it that a terminal obeys; as long as it was. Line breaks are shown."""
    # Nothing harmful is printable, and most texts are: asking is a hundred times faster.
    return text if text.isprintable() else text.translate(_HARMFUL)


def plain_lines(text: str) -> str:
    """As `plain`, but a line feed stays one."""
    return "\n".join(plain(line) for line in text.split("\n"))


def pasted(text: str) -> str:
    """What a person meant to paste: what a terminal would obey is left out, every line ends in a line feed."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_LEFT_OUT)


def typed(name: str) -> str:
    """A name as it is typed on a command line."""
    if all(character.isalnum() or character in "._-/" for character in name) and name[:1] != "-":
        return name
    from shlex import quote  # noqa: PLC0415  (few names need it)

    return quote(name)
