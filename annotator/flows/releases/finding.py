"""What does not hold in a release."""

from collections.abc import Mapping
from typing import NamedTuple

from annotator.words import say


class Finding(NamedTuple):
    """A fault of a file, at one of its lines (0: of the whole file): a key of the catalogue, and values."""

    file: str
    line: int
    key: str
    values: Mapping[str, object] = {}

    def sentence(self) -> str:
        """The same for people, with its place in front."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return say("releases.finding", place=place, fault=say(self.key, **self.values))
