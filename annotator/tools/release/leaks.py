"""How far a division is from what was asked for, and what would have leaked, counted on the way."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from annotator.model.codebook import Codebook
from annotator.model.split import Part, Scheme
from annotator.tools.release.material import Material
from annotator.tools.release.views.classification import learnt
from annotator.words import both

ALL, NO_CODE = "*", "-"
"""What is counted beside codes; no code is called so."""


class Leaks:
    """Counts over the documents and clauses added so far; nothing of a release that no `scheme` divides."""

    def __init__(self, codebook: Codebook, scheme: Scheme | None) -> None:
        self.scheme, self._field = scheme, learnt(codebook)
        self._documents: Counter[Part | None] = Counter()
        self._counts = defaultdict[str, Counter[Part]](Counter)
        self._texts, self._left_out = set[str](), 0

    def document(self, part: Part | None) -> None:
        """Count a document; None for one that has no part yet."""
        if self.scheme:
            self._documents[part] += 1

    def add(self, material: Material) -> None:
        """Count a clause: once as such, and by its codes where they are settled."""
        if not self.scheme:
            return
        if material.split == "none":
            if material.apart == "repeated":
                self._texts.add(material.alike or material.clause.clause_id)
                self._left_out += 1
            return
        part: Part = material.split if material.fold is None else material.fold
        self._counts[ALL][part] += 1
        if self._field:
            answer = material.verdict.answers[self._field.id]
            if answer.state in ("set", "none"):
                for code in answer.value or (NO_CODE,):
                    self._counts[code][part] += 1

    def told(self) -> dict[str, Any]:
        """For the manifest: the scheme, how many documents each part has, how many texts stood in several
        parts and how many clauses went to none for that, what share of everything each part has, and what is
        furthest from its target. Empty where nothing is divided.
        """
        if not self.scheme:
            return {}
        targets = self.scheme.shares
        rows = [self._row(name, said, targets) for name, said in self._names().items() if self._counts[name]]
        far = [
            (abs(share / targets[part] - 1), -at, row, part)
            for at, row in enumerate(rows)
            for part, share in zip(targets, row["shares"].values(), strict=True)
        ]
        _, _, row, part = max(far, key=lambda one: one[:2], default=(0, 0, {}, ""))
        worst = {"name": row["name"], "part": str(part), "share": row["shares"][str(part)]} if row else {}
        return {
            "scheme": self.scheme._asdict(),
            "field": self._field.id if self._field else "",
            "target": {str(part): round(share, 4) for part, share in targets.items()},
            "documents": {str(part): self._documents[part] for part in targets},
            "undivided": self._documents[None],
            "shared": {"texts": len(self._texts), "clauses_left_out": self._left_out},
            "shares": rows,
            "worst": worst,
        }

    def _names(self) -> dict[str, tuple[str, str]]:
        codes = {code.id: (code.zh, code.en) for code in self._field.codes} if self._field else {}
        return {ALL: both("splits.clauses"), **codes, NO_CODE: both("splits.no_code")}

    def _row(self, name: str, said: tuple[str, str], targets: Mapping[Part, float]) -> dict[str, Any]:
        counts = self._counts[name]
        total = counts.total()
        return {
            "name": name, "zh": said[0], "en": said[1], "count": total,
            "counts": {str(part): counts[part] for part in targets},
            "shares": {str(part): round(counts[part] / total, 4) for part in targets},
        }  # fmt: skip
