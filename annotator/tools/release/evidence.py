"""The places that were marked as evidence for labels."""

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.model.answer import answers, comparable
from annotator.model.codebook import Field
from annotator.model.place import Places
from annotator.model.value import EVIDENCED
from annotator.tools.release.labels import pointed
from annotator.tools.release.material import Material

Evidence = Mapping[str, Sequence[Mapping[str, Any]]]


def evidence(fields: Sequence[Field], marked: Evidence, places: Places) -> dict[str, Any]:
    """{"evidence": {field: its places}}, for every field whose values have no places of their own; empty
    for a codebook that has no such field.
    """
    found = {
        field.id: [pointed(place, places) for place in marked.get(field.id, ())]
        for field in fields
        if field.kind in EVIDENCED
    }
    return {"evidence": found} if found else {}


def speaking(fields: Sequence[Field], material: Material) -> Evidence:
    """What speaks for the labels of a clause: the evidence of the submitted reviews that say the same.

    Places are in the order of the source, each once. A field that is not set has none.
    """
    found: dict[str, dict[tuple[int, int], Mapping[str, Any]]] = {}
    for account in material.standing.accounts.values():
        review = account.review
        if review.state != "submitted" or not review.evidence:
            continue
        said = answers(fields, review.values)
        for field in fields:
            label, own = material.verdict.answers[field.id], said[field.id]
            if label.state == own.state == "set" and comparable(field, label.value) == comparable(
                field, own.value
            ):
                for place in review.evidence.get(field.id, ()):
                    found.setdefault(field.id, {})[place["start"], place["end"]] = place
    return {name: [places[at] for at in sorted(places)] for name, places in found.items()}
