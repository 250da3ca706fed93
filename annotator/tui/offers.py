"""Queries to choose from: those saved under a name, those asked last, and examples of the language."""

from typing import NamedTuple

from annotator.store import queries
from annotator.tui.asked import asked
from annotator.tui.desk import Desk
from annotator.tui.display import padded
from annotator.tui.examples import examples
from annotator.tui.widgets.row_list import Row
from annotator.words import say

KIND, QUERY = 8, 24
"""Cells for what an offer is, and for its query or name."""


class Offer(NamedTuple):
    """A query as one types it; a saved one has a name."""

    text: str
    row: Row
    name: str = ""


def offers(desk: Desk) -> list[Offer]:
    """Everything that can be asked at a key."""
    saved = queries.listing(desk.project)
    known = {text for _, text in saved}
    used = [text for text in asked(desk) if text not in known]
    return [
        *(Offer(text, _row("saved", name, text), name) for name, text in saved),
        *(Offer(text, _row("asked", text)) for text in used),
        *(Offer(text, _row("example", text, about)) for text, about in examples(desk.reviewing.codebook)),
    ]


def _row(kind: str, words: str, about: str = "") -> Row:
    tone = "" if kind == "example" else "strong"
    first = (padded(f" {say(f'searching.{kind}')}", KIND), "dim")
    return [first, (padded(words, QUERY) if about else words, tone), (f"  {about}", "dim")]
