"""The roles of responsible units."""

WORDS: dict[str, tuple[str, str]] = {
    "lead": ("牵头", "lead"),
    "participant": ("配合", "participant"),
    "responsible": ("责任", "responsible"),
    "supervisor": ("指导", "supervisor"),
    "unspecified": ("未注明", "unspecified"),
}
