"""The names of the looks."""

WORDS: dict[str, tuple[str, str]] = {
    "dark": ("深色", "dark"),
    "light": ("浅色", "light"),
    "contrast": ("高对比", "high contrast"),
    "none": ("无颜色", "no colour"),
    "turned": ("配色：{theme}", "Colours: {theme}"),
}
