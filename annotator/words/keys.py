"""Names of keys, and what is said of a key file."""

WORDS: dict[str, tuple[str, str]] = {
    "enter": ("回车", "Enter"),
    "space": ("空格", "Space"),
    "backspace": ("退格", "Bksp"),
    "choose": ("选中", "choose"),
    "write": ("填写", "write"),
}
