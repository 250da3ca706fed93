"""The places that were marked as evidence for labels."""

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.model.codebook import Field
from annotator.model.place import Places
from annotator.model.value import EVIDENCED
from annotator.tools.release.labels import pointed

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
