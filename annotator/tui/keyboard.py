"""Keys as they are meant: a Chinese input method turns them into full-width and Chinese characters."""

import unicodedata

# What the keys of a keyboard give while a Chinese input method is on.
_KEYS = str.maketrans("。、‘’“”【】《》·￥", "./''\"\"[]<>`$")


_NAMES = {
    ";": "semicolon", "'": "apostrophe", "=": "equals_sign", "-": "minus", ",": "comma", "/": "slash",
    "?": "question_mark", ".": "full_stop", " ": "space",
}  # fmt: skip
"""What Textual calls the characters that are bound here."""


def typed(character: str) -> str:
    """The character that a key means, whatever the input method made of it: １ is 1, 。 is a full stop."""
    return unicodedata.normalize("NFKC", character.translate(_KEYS))


def key_named(character: str) -> str:
    """What Textual calls the key of a character; empty where no key here has it."""
    return _NAMES.get(character) or (character if character.isascii() else "")
