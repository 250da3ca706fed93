"""CoNLL: a character and its BIO tag a line, a blank line behind each clause."""

from collections.abc import Mapping

from annotator.model.codebook import Codebook
from annotator.tools.release.interop.tool import Made, Tool, flat, label_of, pointing
from annotator.tools.release.material import Material
from annotator.tools.release.views.view import Chosen, Line

BLANK = "␣"
"""What stands for white space, which would end the column, so that every character has its line."""


class Conll(Tool):
    """Of spans that lie over each other the longest is told. Beside each file stand the clauses' ids."""

    name = "conll"

    def __init__(self, codebook: Codebook, chosen: Chosen) -> None:
        super().__init__(pointing(codebook, chosen))

    def lines(self, material: Material) -> Made:
        """The characters of a clause in one piece, and its id."""
        for view, line in self.told(material):
            tags = self._tags(line)
            rows = (
                f"{BLANK if one.isspace() else one}\t{tag}"
                for one, tag in zip(line["text"], tags, strict=True)
            )
            yield f"{view.name}/{material.split}.conll", ("\n".join(rows) + "\n").encode()
            yield f"{view.name}/{material.split}.ids", line["id"].encode()

    def _tags(self, line: Line) -> list[str]:
        tags = ["O"] * len(line["text"])
        spans: list[Mapping[str, int]] = flat(line["spans"])
        for span in spans:
            name = label_of(span)
            tags[span["start"] : span["end"]] = [f"I-{name}"] * (span["end"] - span["start"])
            tags[span["start"]] = f"B-{name}"
        self.dropped["overlapping"] += len(line["spans"]) - len(spans)
        return tags
