"""SVG as text: elements with their attributes, and how wide a text is."""

from collections.abc import Sequence
from html import escape

from annotator.words.plain import plain

TEXT = 13
"""Height of a text in pixels; a hanzi is as wide, a Latin letter about 0.55 of it."""


def element(name: str, *inside: str, **attributes: object) -> str:
    """An element; `inside` is markup already. In names an underscore is a hyphen, the last one nothing."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_number(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{''.join(inside)}</{name}>"


def words(text: str, x: float, y: float, **attributes: object) -> str:
    """A text at a place; it may be anybody's, and comes out harmless."""
    return element("text", escape(plain(text)), x=x, y=y, **attributes)


def drawing(width: float, height: float, title: str, parts: Sequence[str]) -> str:
    """A whole drawing that shrinks with its page; `title` is what a screen reader says of it."""
    named = element("title", escape(plain(title)))
    return element(
        "svg", named, *parts, viewBox=f"0 0 {_number(width)} {_number(height)}", width=width, role="img"
    )


def width_of(text: str) -> float:
    """About how wide a text is, in pixels."""
    return sum(TEXT if ord(character) > 0x2E7F else TEXT * 0.56 for character in plain(text))


def fitting(text: str, width: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if width_of(text) <= width:
        return text
    kept = text
    while kept and width_of(kept + "…") > width:
        kept = kept[:-1]
    return kept + "…"


def _number(value: object) -> str:
    """A number as SVG likes it: short."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
