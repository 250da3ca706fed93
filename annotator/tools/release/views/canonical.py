"""Every clause with all that is known of it: the record from which every other view could be made."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from annotator.model.answer import Answer, same
from annotator.model.codebook import Codebook
from annotator.model.document import Document
from annotator.model.ids import sha256
from annotator.model.review import Suggestion
from annotator.tools.release.constants import NOWHERE, fragment
from annotator.tools.release.evidence import Evidence
from annotator.tools.release.labels import labels
from annotator.tools.release.material import Material
from annotator.tools.release.parts import (
    CLAUSE,
    DOCUMENT,
    MAYBE_CLAUSE,
    MAYBE_TEXT,
    SHA,
    SPLIT,
    STATUS,
    TEXT,
    TIME,
    WHOLE,
    evidence_shape,
    labels_shape,
    review_shape,
    votes_shape,
)
from annotator.tools.release.reviews import utc
from annotator.tools.release.shape import SCHEMA_VERSION, ListOf, Scalar, Shape, Struct, schema_id
from annotator.tools.release.verdict import ANSWER_STATES
from annotator.tools.release.views.view import Line, View
from annotator.tools.release.votes import Poll

_UNSET = Answer("unset")
_HOW = ("agreed", "accept", "combine", "anew", "discard")


class Canonical(View):
    """All clauses, those included that nobody has looked at."""

    units = timed = decides = True
    teaches = False

    def __init__(self, codebook: Codebook) -> None:
        super().__init__("canonical", Struct(_members(codebook)))
        self._fields = codebook.clause_fields
        self._origin = {"codebook": codebook.digest, "schema": schema_id("canonical", codebook)}
        self._known = {field.id: field for field in self._fields}
        self._unset = labels(self._fields, dict.fromkeys(self._known, _UNSET), NOWHERE)
        self._no_scores: dict[str, float | None] = dict.fromkeys(self._known)
        self._poll = Poll(self._fields)
        self._document: Document | None = None
        self._said_of_none: dict[str, Any] = {}

    def lines(self, material: Material) -> Sequence[Line]:
        """The record of one clause. `seq` counts the document's clauses from 0."""
        clause, document = material.clause, material.document
        if document is not self._document:
            self._document = document
            about = {"source_sha256": document.source_sha256, "source_name": document.file_name}
            self._provenance = fragment({**about, **self._origin})
        record = {
            "schema_version": SCHEMA_VERSION,
            "id": clause.clause_id,
            "doc_id": clause.doc_id,
            "seq": clause.ord,
            "title": document.title,
            "marker": clause.marker,
            "path": clause.path,
            "text": clause.text,
            "tail": clause.tail,
            "text_sha256": sha256(clause.text),
            "anchor": {"start": clause.start, "end": clause.end},
            "lead": clause.lead,
            "split": material.split,
            "alike": material.alike,
            "status": material.verdict.status,
            **self._said(material),
            "suggestions": list(self._suggestions(material)),
            "provenance": self._provenance,
        }
        return (record,)

    def _said(self, material: Material) -> dict[str, Any]:
        """What people said. It is the same of every clause of which nobody said anything: written once."""
        if not material.untouched:
            return self._told(material)
        if not self._said_of_none:
            told = self._told(material)
            self._said_of_none = {name: fragment(one) for name, one in told.items()}
        return self._said_of_none

    def _told(self, material: Material) -> dict[str, Any]:
        constants = material.constants
        return {
            "labels": constants.labels(material.verdict.answers, material),
            **constants.evidence(speaking(material), material),
            **self._poll.counted(material),
            "adjudication": list(_adjudication(material)),
            "reviews": material.reviews,
        }

    def _suggestions(self, material: Material) -> Iterator[dict[str, Any]]:
        """One entry a source and version. What it is silent on is unset, whatever the rules say."""
        if not material.suggestions:
            return
        for (source, version), group in groupby(sorted(material.suggestions, key=_origin), key=_origin):
            said = {one.field: one for one in group}
            given = {name: Answer("set" if one.value else "none", one.value) for name, one in said.items()}
            # Four decimals are printed alike by every writer of JSON.
            scores = {name: round(one.score, 4) for name, one in said.items()}
            told = {**self._unset, **labels([self._known[name] for name in said], given, material.places)}
            yield {
                "source": source,
                "version": version,
                "labels": told,
                "scores": {**self._no_scores, **scores},
            }


def _origin(one: Suggestion) -> tuple[str, str]:
    return one.source, one.version


def speaking(material: Material) -> Evidence:
    """What speaks for the labels of a clause: the evidence of the submitted reviews that say the same.

    Places are in the order of the source, each once. A field that is not set has none.
    """
    found: dict[str, dict[tuple[int, int], Mapping[str, Any]]] = {}
    for reviewer, said in material.submitted.items():
        marked = material.standing.accounts[reviewer].review.evidence
        for field in material.fields if marked else ():
            label = material.verdict.answers[field.id]
            if label.state == "set" and same(field, label, said[field.id]):
                for place in marked.get(field.id, ()):
                    found.setdefault(field.id, {})[place["start"], place["end"]] = place
    return {name: [places[at] for at in sorted(places)] for name, places in found.items()}


def _adjudication(material: Material) -> Iterator[dict[str, Any]]:
    """The decisions, in the order of the codebook; the field of a discard is null."""
    for name in ("", *(field.id for field in material.fields)):
        if one := material.decisions.get(name):
            yield {
                "field": name or None,
                "method": one.how,
                "adjudicator": one.by,
                "decided_utc": utc(one.at) if one.at else None,
                "from": list(one.sources),
                "reason": one.reason,
                "codebook": one.codebook,
            }


def _members(codebook: Codebook) -> dict[str, Shape]:
    fields = codebook.clause_fields
    scores = Struct({field.id: Scalar("float64", nullable=True) for field in fields})
    said = labels_shape(codebook, ("unset", "none", "set"))
    return {
        "schema_version": Scalar("string", choices=(SCHEMA_VERSION,)),
        "id": CLAUSE,
        "doc_id": DOCUMENT,
        "seq": WHOLE,
        "title": TEXT,
        "marker": TEXT,
        "path": ListOf(TEXT),
        "text": TEXT,
        "tail": TEXT,
        "text_sha256": SHA,
        "anchor": Struct({"start": WHOLE, "end": WHOLE}),
        "lead": WHOLE,
        "split": SPLIT,
        "alike": MAYBE_CLAUSE,
        "status": STATUS,
        "labels": labels_shape(codebook, ANSWER_STATES),
        **evidence_shape(codebook),
        **votes_shape(codebook),
        "adjudication": ListOf(
            Struct(
                {
                    "field": MAYBE_TEXT,
                    "method": Scalar("string", choices=_HOW),
                    "adjudicator": TEXT,
                    "decided_utc": TIME,
                    "from": ListOf(TEXT),
                    "reason": TEXT,
                    "codebook": SHA,
                }
            )
        ),
        "reviews": ListOf(Struct(review_shape(codebook))),
        "suggestions": ListOf(Struct({"source": TEXT, "version": TEXT, "labels": said, "scores": scores})),
        "provenance": Struct(
            {
                "source_sha256": SHA,
                "source_name": TEXT,
                "codebook": SHA,
                "schema": Scalar("string", choices=(schema_id("canonical", codebook),)),
            }
        ),
    }
