"""What is the same on many lines, as JSON that is written once."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import orjson

from annotator.model.answer import Answer
from annotator.model.codebook import Field
from annotator.model.place import Places
from annotator.tools.release.evidence import Evidence, evidence
from annotator.tools.release.ground import Ground
from annotator.tools.release.labels import labels
from annotator.tools.release.remembered import Remembered

NOWHERE = Places((0, 0), (0, 0), Ground("", ()).clean)
"""For what points nowhere."""


class Placed(Protocol):
    """What gives the places of a clause when it is asked for them: most clauses never are."""

    @property
    def places(self) -> Places:
        """They."""


class Constants:
    """Tells the parts of a record. What points into the clause is told anew for each, as values; the rest are
    fragments of JSON.
    """

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = fields
        self._pointing = [field.id for field in fields if field.kind in ("entity", "span")]
        self._labels = Remembered[Mapping[str, Answer], Any](
            lambda answers: fragment(labels(fields, answers, NOWHERE))
        )
        self._no_evidence = {name: fragment(one) for name, one in evidence(fields, {}, NOWHERE).items()}
        self._seen: dict[frozenset[str], Any] = {}
        self._no_reasons = fragment({field.id: "" for field in fields})

    def labels(self, answers: Mapping[str, Answer], placed: Placed) -> Any:
        """What is said of every field."""
        if any(answers[name].value for name in self._pointing):
            return labels(self._fields, answers, placed.places)
        return self._labels.of(answers)

    def evidence(self, marked: Evidence, placed: Placed) -> dict[str, Any]:
        """{"evidence": the places marked for every field}, or nothing where no field can have any."""
        return evidence(self._fields, marked, placed.places) if marked else self._no_evidence

    def seen(self, prompted: frozenset[str]) -> Any:
        """For which fields a suggestion was seen."""
        if prompted not in self._seen:
            self._seen[prompted] = fragment({field.id: field.id in prompted for field in self._fields})
        return self._seen[prompted]

    def reasons(self, reasons: Mapping[str, str]) -> Any:
        """Why single fields were answered as they were."""
        return {f.id: reasons.get(f.id, "") for f in self._fields} if reasons else self._no_reasons


def fragment(value: Any) -> Any:
    """A value as JSON that is put into others as it is."""
    return orjson.Fragment(orjson.dumps(value))
