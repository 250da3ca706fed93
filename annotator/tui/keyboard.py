"""Keys as they are meant: a Chinese input method turns them into full-width and Chinese characters."""

import unicodedata

# What the keys of a keyboard give while a Chinese input method is on.
_KEYS = str.maketrans("。、‘’“”【】《》·￥×", "./''\"\"[]<>`$*")


PUNCTUATION = {
    "comma": ",", "full_stop": ".", "semicolon": ";", "apostrophe": "'", "slash": "/", "minus": "-",
    "equals_sign": "=", "question_mark": "?", "colon": ":", "asterisk": "*", "exclamation_mark": "!",
    "less_than_sign": "<", "greater_than_sign": ">", "left_square_bracket": "[",
    "right_square_bracket": "]", "grave_accent": "`", "plus": "+", "quotation_mark": '"', "at": "@",
    "number_sign": "#", "percent_sign": "%", "ampersand": "&", "left_parenthesis": "(",
    "right_parenthesis": ")", "underscore": "_", "vertical_line": "|", "tilde": "~", "space": " ",
}  # fmt: skip
"""What Textual calls the keys of punctuation."""

_NAMES = {sign: name for name, sign in PUNCTUATION.items()}


def typed(character: str) -> str:
    """The character that a key means, whatever the input method made of it: １ is 1, 。 is a full stop."""
    return unicodedata.normalize("NFKC", character.translate(_KEYS))


def key_named(character: str) -> str:
    """What Textual calls the key of a character; empty where no key here has it."""
    return _NAMES.get(character) or (character if character.isascii() else "")
