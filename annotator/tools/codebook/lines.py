"""Where things stand in a TOML text.

The standard library's parser gives values without their lines, and a person who wrote forty codes
needs the line of the one that is wrong. This reads just enough of the text to know where its tables
and keys begin; the text is known to be valid TOML.
"""

import re
from collections.abc import Iterator

Place = tuple[str | int, ...]

_OPAQUE = re.compile(
    r'"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)
_HEADER = re.compile(r"\s*\[(\[)?\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*\]")
_KEY = re.compile(r"\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")


class Lines:
    """The lines of a valid TOML text by place, such as ("field", 1, "code", 0, "id")."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {}
        for place, line in _places(_OPAQUE.sub(_blank, text)):
            for depth in range(1, len(place) + 1):
                self._lines.setdefault(place[:depth], line)

    def of(self, place: Place) -> int:
        """The line of a place, from 1, or of the nearest thing around it that has a line of its own."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1)


def _blank(match: re.Match[str]) -> str:
    """A string or comment emptied, its line ends kept: no bracket or `=` in it means anything."""
    return "".join("\n" if character == "\n" else " " for character in match[0])


def _places(text: str) -> Iterator[tuple[Place, int]]:
    """Every table and key of a text without strings and comments, in order."""
    counts: dict[Place, int] = {}
    table: Place = ()
    depth = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if depth == 0 and (header := _HEADER.match(line)):
            table = _resolved(_parts(header[2]), counts, counted=header[1] is not None)
            yield table, number
            continue
        if depth == 0 and (key := _KEY.match(line)):
            yield table + _parts(key[1]), number
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")


def _resolved(parts: Place, counts: dict[Place, int], *, counted: bool) -> Place:
    """The place of a table header: an array of tables goes by the number of its latest table."""
    place: Place = ()
    for at, part in enumerate(parts):
        place += (part,)
        if counted and at == len(parts) - 1:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place += (counts[place],)
    return place


def _parts(dotted: str) -> Place:
    return tuple(re.split(r"\s*\.\s*", dotted))
