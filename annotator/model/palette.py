"""Colours for codes where another tool shows them: told apart on white, and stable by their number."""

PALETTE = (
    "#1F77B4", "#D62728", "#2CA02C", "#9467BD", "#FF7F0E", "#17BECF",
    "#8C564B", "#E377C2", "#BCBD22", "#7F7F7F", "#003F5C", "#A05195",
)  # fmt: skip


def colour(number: int) -> str:
    """The colour of the code of that number, as #RRGGBB; the thirteenth has the first one's."""
    return PALETTE[number % len(PALETTE)]
