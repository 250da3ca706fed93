"""Queries to choose from: those saved under a name, those asked last, and examples of the language."""

from typing import Literal, NamedTuple

from annotator.store import asked, queries
from annotator.tui.desk import Desk
from annotator.tui.examples import examples


class Offer(NamedTuple):
    """A query as one types it. A saved one has a name; `about` says what it asks for."""

    kind: Literal["saved", "asked", "example"]
    text: str
    about: str = ""
    name: str = ""


def offers(desk: Desk) -> list[Offer]:
    """Everything that can be asked at a key."""
    saved = queries.listing(desk.project)
    known = {text for _, text in saved}
    used = [text for text in asked.asked(desk.project, desk.reviewing.reviewer) if text not in known]
    return [
        *(Offer("saved", text, text, name) for name, text in saved),
        *(Offer("asked", text) for text in used),
        *(Offer("example", text, about) for text, about in examples(desk.reviewing.codebook)),
    ]
