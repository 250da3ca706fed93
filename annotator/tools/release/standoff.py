"""Labels without the texts they are of, for texts that may not travel: the words of documents are left out,
while offsets stay, and hashes that tell whether a text that somebody has is the one that was labelled.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.ids import sha256
from annotator.tools.release.material import Material
from annotator.tools.release.parts import SHA
from annotator.tools.release.shape import ListOf, Shape, Struct
from annotator.tools.release.views.view import Line, View

HASHED = ("text", "tail")
"""Members in whose place stands the hash of what they were."""
WORDS = frozenset((*HASHED, "marker", "path", "duty", "surface"))
"""Members that are words of a document; its title names it, and stays."""


def without_words(shape: Struct) -> Struct:
    """The shape of the same lines without texts."""
    members: dict[str, Shape] = {}
    for name, member in shape.members.items():
        if name not in WORDS:
            members[name] = _inner(member)
        elif name in HASHED and (hashed := f"{name}_sha256") not in shape.members:
            members[hashed] = SHA
    return Struct(members, shape.nullable)


def _inner(shape: Shape) -> Shape:
    if isinstance(shape, Struct):
        return without_words(shape)
    if isinstance(shape, ListOf):
        return ListOf(without_words(shape.item)) if isinstance(shape.item, Struct) else shape
    return shape


def stripped(line: Mapping[str, Any]) -> dict[str, Any]:
    """A line, or a part of one, without texts. What is encoded already has none."""
    told: dict[str, Any] = {}
    for name, value in line.items():
        if name not in WORDS:
            told[name] = _bare(value)
        elif name in HASHED and (hashed := f"{name}_sha256") not in line:
            told[hashed] = sha256(value)
    return told


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return stripped(value)
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return value


Words = Callable[[str, Mapping[str, Any]], Any]
"""Gives the member of a name that a part of a line has lost."""


def joined(shape: Struct, part: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """A line, or a part of one, of the whole `shape` again."""
    return {
        name: _filled(member, part[name], words) if name in part else words(name, part)
        for name, member in shape.members.items()
    }


def _filled(shape: Shape, value: Any, words: Words) -> Any:
    if value is None:
        return None
    if isinstance(shape, Struct):
        return joined(shape, value, words)
    if isinstance(shape, ListOf) and isinstance(shape.item, Struct):
        return [joined(shape.item, one, words) for one in value]
    return value


class StandOff(View):
    """A view without texts."""

    def __init__(self, view: View) -> None:
        super().__init__(view.name, without_words(view.shape), view.field)
        self.whole, self.teaches = view.whole, view.teaches
        self.units, self.timed, self.decides = view.units, view.timed, view.decides
        self.dropped = view.dropped
        self._view = view

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The lines of the view, without texts."""
        made = self._view.lines(material)
        return made if isinstance(made, str) else [stripped(line) for line in made]


def standing_off(every: Sequence[View], names: Sequence[str]) -> list[View]:
    """The views without texts. Raises AnnotatorError where one of those `names` is nothing but text: what
    language models are asked.
    """
    for view in every:
        if view.asks and view.name in names:
            raise AnnotatorError("publishing.nothing_but_text", name=view.name)
    return [StandOff(view) for view in every if not view.asks]
