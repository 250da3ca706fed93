"""Label Studio: a task a clause, with each reviewer's annotation and the suggestions as predictions."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from xml.sax.saxutils import quoteattr

from annotator.model.answer import Answer
from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.cutting import ROLES
from annotator.model.palette import colour
from annotator.tools.release.interop.tool import Made, Tool, encoded
from annotator.tools.release.labels import LISTS, labels
from annotator.tools.release.material import Material
from annotator.words import both

TEXT, REVIEWER = "clause-text", "reviewer-name"
"""Names of what belongs to no field; no field's id has a hyphen."""


class LabelStudio(Tool):
    """Offsets are code points of text and tail as one text, as Label Studio has counted since 2021. Who made
    an annotation stands in an answer of its own: an import refuses users that it does not know.
    """

    name = "label_studio"
    array = True

    def __init__(self, codebook: Codebook) -> None:
        super().__init__()
        self._codebook = codebook
        self._values = {
            field.id: {code.value: code.id for code in field.codes} for field in codebook.clause_fields
        }

    def lines(self, material: Material) -> Made:
        """The task of a clause, but for one that was decided to be left out."""
        clause = material.clause
        if material.standing.discarded:
            self.dropped["discarded"] += 1
            return
        task = {
            "data": {
                "id": clause.clause_id,
                "doc_id": clause.doc_id,
                "title": material.document.title,
                "path": " / ".join(clause.path),
                "text": material.joined.text,
            },
            "annotations": list(self._annotations(material)),
            "predictions": list(self._predictions(material)),
        }
        yield f"{material.split}.json", encoded(task)

    def around(self, counts: Mapping[str, int]) -> Made:
        """What it shows and asks."""
        yield "config.xml", config(self._codebook).encode()

    def _annotations(self, material: Material) -> Iterator[dict[str, Any]]:
        for number, review in enumerate(material.reviews):
            if review["state"] not in ("submitted", "skipped"):
                self.dropped["unfinished"] += 1
                continue
            skipped = review["state"] == "skipped"
            said = labels(material.fields, material.answered[review["reviewer"]], material.places)
            result = [] if skipped else list(self._results(material, said, f"r{number}"))
            value = {"text": [review["reviewer"]]}
            result.append(_result(REVIEWER, "textarea", value, f"r{number}-name"))
            yield {"was_cancelled": skipped, "ground_truth": False, "result": result}

    def _predictions(self, material: Material) -> Iterator[dict[str, Any]]:
        found = sorted(material.suggestions, key=lambda one: (one.source, one.version))
        for (source, version), group in groupby(found, key=lambda one: (one.source, one.version)):
            said = {one.field: one for one in group}
            fields = [field for field in material.fields if field.id in said]
            answers = {one.field: Answer("set", one.value) for one in said.values()}
            told = labels(fields, answers, material.places)
            model = f"{source} {version}".strip()
            score = round(min(one.score for one in said.values()), 4)
            result = list(self._results(material, told, f"p-{model}"))
            yield {"model_version": model, "score": score, "result": result}

    def _results(self, material: Material, told: Mapping[str, Any], begin: str) -> Iterator[dict[str, Any]]:
        """The answers of one person, or one model, as regions and choices."""
        for field in material.fields:
            given = told.get(field.id)
            items = (given or []) if field.kind in LISTS else [] if given is None else [given]
            if field.kind in ("entity", "span"):
                yield from self._regions(material, field, items, f"{begin}-{field.id}")
            elif items and field.kind in CODED:
                codes = [self._values[field.id][one] if field.kind == "ordinal" else one for one in items]
                yield _result(field.id, "choices", {"choices": codes}, f"{begin}-{field.id}")
            elif items:
                words = [_date(items[0]) if field.kind == "date" else items[0]]
                yield _result(field.id, "textarea", {"text": words}, f"{begin}-{field.id}")

    def _regions(
        self, material: Material, field: Field, items: Sequence[Mapping[str, Any]], begin: str
    ) -> Iterator[dict[str, Any]]:
        for number, item in enumerate(items):
            place = material.joined.place(item)
            if place is None:
                self.dropped["not_named_in_the_clause"] += 1
                continue
            value = {
                "start": place["start"],
                "end": place["end"],
                "text": place["surface"],
                "labels": [item["role"] if field.kind == "entity" else field.id],
            }
            region = _result(field.id, "labels", value, f"{begin}-{number}")
            if field.kind == "entity":
                region["meta"] = {"text": [item["org_id"] or item["name"]]}
            yield region


def _result(name: str, kind: str, value: Mapping[str, Any], identity: str) -> dict[str, Any]:
    return {"id": identity, "from_name": name, "to_name": TEXT, "type": kind, "value": value}


def _date(parts: Mapping[str, int | None]) -> str:
    """A date in its parts as it is written: 2027, 2027-06, 2027-06-30."""
    numbers = (parts["year"], parts["month"], parts["day"])
    return "-".join(f"{one:02}" for one in numbers if one is not None)


def config(codebook: Codebook) -> str:
    """What Label Studio shows and asks under a codebook. Answers are kept by the ids of codes."""
    return "\n".join(["<View>", *("  " + line for line in _config(codebook)), "</View>", ""])


def _config(codebook: Codebook) -> Iterator[str]:
    yield '<Header value="$title"/>'
    yield '<Header value="$path" size="5"/>'
    fields = codebook.clause_fields
    for field in fields:
        if field.kind in ("entity", "span"):
            yield from _asked(field, "Labels", "")
    yield f'<Text name="{TEXT}" value="$text" granularity="symbol"/>'
    for field in fields:
        if field.kind in CODED:
            yield from _asked(field, "Choices", f' choice="{_choice(field)}" showInline="true"')
        elif field.kind not in ("entity", "span"):
            yield f'<Header value={quoteattr(field.zh)} size="4"/>'
            yield f'<TextArea name="{field.id}" toName="{TEXT}" maxSubmissions="1" editable="true"/>'
    yield f'<Header value={quoteattr(both("interop.reviewer")[0])} size="4"/>'
    yield f'<TextArea name="{REVIEWER}" toName="{TEXT}" maxSubmissions="1" editable="true"/>'


def _choice(field: Field) -> str:
    return "multiple" if field.kind == "multi" else "single-radio"


def _asked(field: Field, tag: str, told: str) -> Iterator[str]:
    yield f'<Header value={quoteattr(field.zh)} size="4"/>'
    yield f'<{tag} name="{field.id}" toName="{TEXT}"{told}>'
    if tag == "Choices":
        for code in field.codes:
            yield f"  <Choice value={quoteattr(code.zh)} alias={quoteattr(code.id)}/>"
    else:
        names = [(role, both(f"roles.{role}")[0]) for role in ROLES]
        for number, (name, zh) in enumerate(names if field.kind == "entity" else [(field.id, field.zh)]):
            shown = f'value={quoteattr(zh)} alias={quoteattr(name)} background="{colour(number)}"'
            yield f"  <Label {shown}/>"
    yield f"</{tag}>"
