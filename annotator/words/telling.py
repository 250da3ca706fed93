"""What an event says, in words."""

WORDS: dict[str, tuple[str, str]] = {
    "taken_back": ("（收回）", "(taken back)"),
    "yes": ("是", "yes"),
    "about": ("{field} · {kind}", "{field} · {kind}"),
}
