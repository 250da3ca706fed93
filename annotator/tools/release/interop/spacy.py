"""spaCy: its own JSON of a document, which it reads and packs as a DocBin.

A DocBin itself would need spaCy, 100 MB, and have other bytes with each release of it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.model.codebook import Codebook
from annotator.tools.release.interop.tool import (
    Made,
    Tool,
    coded,
    codes_of,
    encoded,
    flat,
    label_of,
    pointing,
)
from annotator.tools.release.material import Material
from annotator.tools.release.views.view import Chosen, Line


class Spacy(Tool):
    """Tokens are characters, as `spacy.blank("zh")` makes them. Every span is in the group `sc`; `ents` has
    those that can stand beside each other, the longest of them that lie over each other.
    """

    name = "spacy"

    def __init__(self, codebook: Codebook, chosen: Chosen) -> None:
        super().__init__([*coded(codebook, chosen), *pointing(codebook, chosen)])

    def lines(self, material: Material) -> Made:
        """A document for each field: its categories with 1 and 0, or its spans."""
        for view, line in self.told(material):
            told: dict[str, Any]
            if "spans" in line:
                spans = list(self._aligned(line))
                told = {"ents": flat(spans), "spans": {"sc": spans}}
                self.dropped["overlapping"] += len(spans) - len(told["ents"])
            else:
                given = codes_of(line)
                codes = view.field.codes if view.field else ()
                told = {"cats": {code.id: 1.0 if code.id in given else 0.0 for code in codes}}
            yield f"{view.name}/{material.split}.jsonl", encoded(_document(line, told))

    def _aligned(self, line: Line) -> Iterator[dict[str, Any]]:
        """The spans of a line without white space at their ends, where no token begins or ends."""
        for span in line["spans"]:
            words: str = line["text"][span["start"] : span["end"]]
            start = span["start"] + len(words) - len(words.lstrip())
            if not words.strip():
                self.dropped["white_space"] += 1
                continue
            ids = [one["org_id"] for one in span.get("organisations", ()) if one["org_id"]]
            yield {
                "start": start,
                "end": start + len(words.strip()),
                "label": label_of(span),
                "kb_id": ids[0] if len(ids) == 1 else "",
            }


def _document(line: Line, told: Mapping[str, Any]) -> dict[str, Any]:
    tokens = [{"id": number, "start": a, "end": b} for number, (a, b) in enumerate(_tokens(line["text"]))]
    beside = {"user_data": {"id": line["id"], "doc_id": line["doc_id"]}}
    return {"text": line["text"], "tokens": tokens, **told, **beside}


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """Characters. One space belongs to the token before it, and other white space is one token, as spaCy
    keeps them.
    """
    at = 0
    while at < len(text):
        end = at + 1
        if text[at].isspace():
            while end < len(text) and text[end].isspace():
                end += 1
            yield at, end
        else:
            yield at, end
            end += text[end : end + 1] == " "
        at = end
