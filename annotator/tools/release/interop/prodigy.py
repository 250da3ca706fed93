"""Prodigy: choices and spans, answered, as its recipes and its trainer take them."""

from typing import Any

from annotator.model.codebook import Codebook
from annotator.tools.release.interop.tool import Made, Tool, coded, codes_of, encoded, label_of, pointing
from annotator.tools.release.material import Material
from annotator.tools.release.views.view import Chosen


class Prodigy(Tool):
    """Spans have no tokens: Prodigy adds those of whichever model it is started with."""

    name = "prodigy"

    def __init__(self, codebook: Codebook, chosen: Chosen) -> None:
        super().__init__([*coded(codebook, chosen), *pointing(codebook, chosen)])

    def lines(self, material: Material) -> Made:
        """An example for each field."""
        for view, line in self.told(material):
            if "spans" in line:
                asked: dict[str, Any] = {
                    "spans": [
                        {"start": span["start"], "end": span["end"], "label": label_of(span)}
                        for span in line["spans"]
                    ]
                }
            else:
                codes = view.field.codes if view.field else ()
                options = [{"id": code.id, "text": code.zh} for code in codes]
                asked = {"options": options, "accept": codes_of(line)}
            meta = {"id": line["id"], "doc_id": line["doc_id"]}
            record = {"text": line["text"], **asked, "answer": "accept", "meta": meta}
            yield f"{view.name}/{material.split}.jsonl", encoded(record)
