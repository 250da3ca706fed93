"""What another tool is given: its own spelling of lines that views of the release make."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from annotator.model.codebook import Codebook
from annotator.tools.release.material import Material
from annotator.tools.release.views.classification import classifications
from annotator.tools.release.views.ner import ners
from annotator.tools.release.views.ordinal import ordinals
from annotator.tools.release.views.targets import targets
from annotator.tools.release.views.view import Chosen, Line, View

Made = Iterator[tuple[str, bytes]]
"""Paths in the folder of a tool, each with what is to stand there."""


class Tool(ABC):
    """`name` is that of its folder. `array` says that its lines are items of one JSON array, not lines.
    The views make what it spells; `dropped` counts by reason what the tool cannot hold.
    """

    name: str
    array = False

    def __init__(self, views: Sequence[View] = ()) -> None:
        self._views = views
        self.dropped: Counter[str] = Counter()

    def left_out(self) -> dict[str, int]:
        """What stands in no line of a clause that has one, by reason."""
        return dict(sorted(sum((view.dropped for view in self._views), +self.dropped).items()))

    @abstractmethod
    def lines(self, material: Material) -> Made:
        """The lines of a clause, each with the file that it stands in, without the end of the line."""

    def around(self, counts: Mapping[str, int]) -> Made:
        """What stands beside the lines when all are written; `counts` tells how many each file has."""
        yield from ()

    def told(self, material: Material) -> Iterator[tuple[View, Line]]:
        """The lines that its views make of a clause; a repeat that would stand in two parts has none."""
        for view in self._views:
            made = () if material.split == "none" and view.teaches else view.lines(material)
            if not isinstance(made, str):
                yield from ((view, line) for line in made)


def coded(codebook: Codebook, chosen: Chosen) -> list[View]:
    """The views of codes: classes, then levels."""
    return [*classifications(codebook, chosen), *ordinals(codebook, chosen)]


def pointing(codebook: Codebook, chosen: Chosen) -> list[View]:
    """The views of places in the text: units, then spans."""
    return [*ners(codebook, chosen), *targets(codebook, chosen)]


def codes_of(line: Line) -> list[str]:
    """The codes of a line of such a view."""
    return list(line["labels"]) if "labels" in line else [line["label"]]


def label_of(span: Mapping[str, Any]) -> str:
    """What a span is called where it can have one name: a unit by its role, any other by its field."""
    return str(span.get("role") or span["label"])


def flat(spans: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those that can stand beside each other, in the order of the text: the longest first."""
    found: list[Mapping[str, Any]] = []
    for span in sorted(spans, key=lambda one: (one["start"] - one["end"], one["start"])):
        if all(span["end"] <= other["start"] or other["end"] <= span["start"] for other in found):
            found.append(span)
    return sorted(found, key=lambda one: one["start"])


def encoded(value: object) -> bytes:
    """A value as JSON."""
    return orjson.dumps(value)
