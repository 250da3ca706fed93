"""A clause's text and tail as one text, in which bracketed units have their place too."""

from collections.abc import Mapping
from typing import Any

from annotator.model.document import Clause


class Joined:
    """`text` is the clause's text, what stands between, and the tail, which begins at `tail_start`."""

    def __init__(self, clause: Clause, joint: str) -> None:
        self.tail_start = len(clause.text) + (len(joint) if clause.tail else 0)
        self.text = f"{clause.text}{joint}{clause.tail}" if clause.tail else clause.text

    def place(self, pointed: Mapping[str, Any]) -> dict[str, Any] | None:
        """Where in the one text stands what a record points at; None for what is in neither of both."""
        if pointed["where"] is None:
            return None
        ahead = self.tail_start if pointed["where"] == "tail" else 0
        return {
            "start": ahead + pointed["start"],
            "end": ahead + pointed["end"],
            "surface": pointed["surface"],
            "source_start": pointed["source_start"],
            "source_end": pointed["source_end"],
        }
