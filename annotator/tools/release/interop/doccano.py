"""doccano: a project of categories or of spans for each field."""

from collections.abc import Iterable, Mapping

import orjson

from annotator.model.codebook import Codebook
from annotator.model.cutting import ROLES
from annotator.model.palette import colour
from annotator.tools.release.interop.tool import Made, Tool, coded, codes_of, encoded, label_of, pointing
from annotator.tools.release.material import Material
from annotator.tools.release.views.view import Chosen, View

_KEYS = "1234567890abcdefghijklmnopqrstuvwxyz"
LABELS = "labels.json"
"""The file that doccano takes labels from, with their keys and colours."""


class Doccano(Tool):
    """`id` and `doc_id` become metadata there, and come back with what doccano exports."""

    name = "doccano"

    def __init__(self, codebook: Codebook, chosen: Chosen) -> None:
        super().__init__([*coded(codebook, chosen), *pointing(codebook, chosen)])

    def lines(self, material: Material) -> Made:
        """Categories by code; spans by role, or by field where they are no units."""
        for view, line in self.told(material):
            if "spans" in line:
                spans = ((span["start"], span["end"], label_of(span)) for span in line["spans"])
                labels: list[object] = [list(span) for span in dict.fromkeys(spans)]
            else:
                labels = list(codes_of(line))
            record = {"id": line["id"], "doc_id": line["doc_id"], "text": line["text"], "label": labels}
            yield f"{view.name}/{material.split}.jsonl", encoded(record)

    def around(self, counts: Mapping[str, int]) -> Made:
        """The labels of each project."""
        for view in self._views:
            if any(path.startswith(f"{view.name}/") for path in counts):
                data = orjson.dumps(
                    _labels(_names(view)), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
                )
                yield f"{view.name}/{LABELS}", data


def _names(view: View) -> Iterable[str]:
    """All labels that lines of a view can have."""
    if view.field is None:
        return ()
    if view.field.codes:
        return [code.id for code in view.field.codes]
    return ROLES if view.field.kind == "entity" else [view.field.id]


def _labels(names: Iterable[str]) -> list[dict[str, str | None]]:
    return [
        {
            "text": name,
            "suffix_key": _KEYS[number] if number < len(_KEYS) else None,
            "background_color": colour(number),
            "text_color": "#FFFFFF",
        }
        for number, name in enumerate(names)
    ]
