"""The canonical record: everything about a clause in one object of a fixed shape."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from annotator.model.answer import Answer, answers
from annotator.model.codebook import Codebook
from annotator.model.ids import sha256
from annotator.tools.release.evidence import evidence, speaking
from annotator.tools.release.labels import labels
from annotator.tools.release.material import Material
from annotator.tools.release.shape import SCHEMA_VERSION, schema_id

_UNSET = Answer("unset")
_EPOCH = datetime(1970, 1, 1)


class Records:
    """Makes the canonical records of a codebook; `annotator.tools.release.shape` has their shape."""

    def __init__(self, codebook: Codebook) -> None:
        self._fields = codebook.clause_fields
        self._origin = {"codebook": codebook.digest, "schema": schema_id(codebook)}

    def record(self, material: Material) -> dict[str, Any]:
        """The record of one clause. `seq` counts the document's clauses from 0."""
        clause, document = material.clause, material.document
        return {
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
            "status": material.verdict.status,
            "labels": labels(self._fields, material.verdict.answers, material.places),
            **evidence(self._fields, speaking(self._fields, material), material.places),
            "reviews": list(self._reviews(material)),
            "suggestions": list(self._suggestions(material)),
            "provenance": {
                "source_sha256": document.source_sha256,
                "source_name": document.file_name,
                **self._origin,
            },
        }

    def _reviews(self, material: Material) -> Iterator[dict[str, Any]]:
        for reviewer, account in sorted(material.standing.accounts.items()):
            review = account.review
            yield {
                "reviewer": reviewer,
                "state": review.state,
                "labels": labels(self._fields, answers(self._fields, review.values), material.places),
                **evidence(self._fields, review.evidence, material.places),
                "flagged": review.flagged,
                "question": review.question,
                "note": review.note,
                "reasons": {field.id: review.reasons.get(field.id, "") for field in self._fields},
                "submitted_utc": None if account.submitted_at is None else utc(account.submitted_at),
                "seconds": account.seconds,
            }

    def _suggestions(self, material: Material) -> Iterator[dict[str, Any]]:
        """One entry a source and version. What it is silent on is unset, whatever the rules say."""

        def origin(one: Any) -> tuple[str, str]:
            return one.source, one.version

        for (source, version), group in groupby(sorted(material.suggestions, key=origin), key=origin):
            said = {one.field: one for one in group}
            given = {
                field.id: Answer("set" if said[field.id].value else "none", said[field.id].value)
                if field.id in said
                else _UNSET
                for field in self._fields
            }
            # Four decimals are printed alike by every writer of JSON.
            scores = {f.id: round(said[f.id].score, 4) if f.id in said else None for f in self._fields}
            yield {
                "source": source,
                "version": version,
                "labels": labels(self._fields, given, material.places),
                "scores": scores,
            }


def utc(milliseconds: int) -> str:
    """A time as `2026-11-10T08:28:00.000Z`, the spelling that every reader of JSON leaves alone."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).isoformat(timespec="milliseconds") + "Z"
