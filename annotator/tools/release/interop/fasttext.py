"""fastText: labels and characters on one line."""

from annotator.model.codebook import Codebook
from annotator.tools.release.interop.tool import Made, Tool, coded, codes_of
from annotator.tools.release.material import Material
from annotator.tools.release.views.view import Chosen

_LABEL = "__label__"


class FastText(Tool):
    """Characters stand apart, because it knows words by the space between them. It cannot be told of a clause
    without a label, and those are counted; beside each file stand the clauses' ids.
    """

    name = "fasttext"

    def __init__(self, codebook: Codebook, chosen: Chosen) -> None:
        super().__init__(coded(codebook, chosen))

    def lines(self, material: Material) -> Made:
        """The line of a clause for each field in which it has a label."""
        for view, line in self.told(material):
            codes = codes_of(line)
            if not codes:
                self.dropped["no_label"] += 1
                continue
            words = [*(f"{_LABEL}{code}" for code in codes), *"".join(line["text"].split())]
            yield f"{view.name}/{material.split}.txt", " ".join(words).encode()
            yield f"{view.name}/{material.split}.ids", line["id"].encode()
