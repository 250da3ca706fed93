"""Who decided what, one line a decision: the long table from which coefficients of agreement are computed.

A field of several codes is a decision on each code, units one on each organisation that anybody who finished
the clause named, targets none: how far marks agree is computed from raw reviews. Who was not asked has no
line.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from annotator.model.answer import JUDGEMENTS, Answer
from annotator.model.codebook import Codebook, Field
from annotator.tools.release.material import Material
from annotator.tools.release.parts import IDS, TEXT, TIME
from annotator.tools.release.reviews import utc
from annotator.tools.release.shape import Struct
from annotator.tools.release.views.view import Line, View

NONE = "-"
"""The label of who found that nothing applies, in a field of one value; no code is called that."""


class Agreement(View):
    """Clauses that somebody finished."""

    teaches = False

    def __init__(self, codebook: Codebook) -> None:
        shape = {"task": TEXT, "worker": TEXT, "label": TEXT, "field": TEXT, **IDS, "submitted_utc": TIME}
        super().__init__("agreement", Struct(shape))
        self._fields = [f for f in codebook.clause_fields if f.kind not in ("span", "text")]
        self._levels = {
            f.id: {c.id: str(c.value) for c in f.codes} for f in self._fields if f.kind == "ordinal"
        }
        self._names = {f.id: [(c.id, f"{f.id}:{c.id}") for c in f.codes] for f in self._fields}

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The decisions on a clause: by field, then by what is decided, then by reviewer."""
        if not material.submitted:
            return "not_submitted"
        return list(self._decisions(material)) or "unset"

    def _decisions(self, material: Material) -> Iterator[dict[str, Any]]:
        clause, accounts = material.clause, material.standing.accounts
        times = {name: accounts[name].submitted_at for name in sorted(material.submitted)}
        stamps = {name: None if at is None else utc(at) for name, at in times.items()}
        for field in self._fields:
            said = {
                name: answer
                for name in stamps
                if (answer := material.submitted[name][field.id]).state in JUDGEMENTS
            }
            for what, labels in self._labels(field, said):
                task = f"{clause.clause_id}|{what}"
                for name, label in labels.items():
                    yield {
                        "task": task,
                        "worker": name,
                        "label": label,
                        "field": what,
                        "id": clause.clause_id,
                        "doc_id": clause.doc_id,
                        "submitted_utc": stamps[name],
                    }

    def _labels(self, field: Field, said: dict[str, Answer]) -> Iterator[tuple[str, dict[str, str]]]:
        """(what was decided, {reviewer: label})."""
        if field.kind == "multi":
            for code, what in self._names[field.id]:
                yield what, {name: "1" if code in one.value else "0" for name, one in said.items()}
        elif field.kind == "entity":
            named = {
                name: {unit["org_id"] or unit["name"] for unit in one.value} for name, one in said.items()
            }
            for unit in sorted(set[str]().union(*named.values())):
                what = f"{field.id}:{unit}"
                yield what, {name: "1" if unit in units else "0" for name, units in named.items()}
        else:
            levels = self._levels.get(field.id, {})
            # With points: readers that guess at types make a time of 2027-06-30.
            given = {
                name: one.value[0].replace("-", ".") if one.value else NONE for name, one in said.items()
            }
            yield field.id, {name: levels.get(value, value) for name, value in given.items()}
