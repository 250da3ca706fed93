"""What a model is asked about a clause: a text with named places, filled from the clause and its codebook."""

import re
from collections.abc import Set
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.cutting import ROLES
from annotator.tools.release.material import Material
from annotator.words import both

_PLACES = {
    "文件": "title", "章节": "path", "条款": "text", "括注": "tail", "各项": "fields",
    "title": "title", "path": "path", "text": "text", "tail": "tail", "fields": "fields",
}  # fmt: skip
_PLACE = re.compile(r"\{(\w+)\}")
_RULE = re.compile(r"(?m)^---[ \t]*\n?")


class Prompt:
    """A template: what stands above a line of three hyphens is told as the system, the rest by the user.

    Raises AnnotatorError where it names a place that there is none of, where it never gives the clause, and
    where it has more than one such line.
    """

    def __init__(self, template: str, codebook: Codebook, name: str = "") -> None:
        self.template = template
        parts = _RULE.split(template.replace("\r\n", "\n").removeprefix("\ufeff"))
        places = [place for part in parts for place in _PLACE.findall(part)]
        for place in places:
            if place not in _PLACES:
                raise AnnotatorError("release.bad_place", name=name, place=place, places="、".join(_PLACES))
        if "text" not in map(_PLACES.__getitem__, _PLACE.findall(parts[-1])):
            raise AnnotatorError("release.no_text", name=name)
        if len(parts) > 2:
            raise AnnotatorError("release.two_rules", name=name)
        self._asked = {field.id: asked(field) for field in codebook.clause_fields}
        self._parts = [_PLACE.split(part.strip("\n")) for part in parts]

    def messages(self, material: Material, fields: Set[str]) -> list[dict[str, str]]:
        """The beginning of a conversation about a clause, in which these fields are asked."""
        roles = ("system", "user")[-len(self._parts) :]
        told = self._told(material, fields)
        return [{"role": role, "content": words} for role, words in zip(roles, told, strict=True)]

    def whole(self, material: Material, fields: Set[str]) -> str:
        """The same as one text."""
        return "\n\n".join(self._told(material, fields))

    def _told(self, material: Material, fields: Set[str]) -> list[str]:
        clause = material.clause
        given = {
            "title": material.document.title,
            "path": " / ".join(clause.path),
            "text": clause.text,
            "tail": f"{material.joint}{clause.tail}" if clause.tail else "",
            "fields": "\n".join(words for name, words in self._asked.items() if name in fields),
        }
        return [
            "".join(given[_PLACES[piece]] if at % 2 else piece for at, piece in enumerate(part))
            for part in self._parts
        ]


def default() -> str:
    """The template that is used where none is given."""
    return Path(__file__).with_name("prompt.txt").read_text(encoding="utf-8")


def asked(field: Field) -> str:
    """A field as a question: what it is called, and what may answer it."""
    if field.kind in CODED:
        codes = "、".join(code.zh for code in field.codes)
        many = both(f"release.asked_{field.kind}")[0]
        return f"{field.zh}（{many}）：{codes}"
    roles = "、".join(both(f"roles.{role}")[0] for role in ROLES)
    attributes = "、".join(one.zh for one in field.attributes)
    return f"{field.zh}：{both(f'release.asked_{field.kind}', roles=roles, attributes=attributes)[0]}"
