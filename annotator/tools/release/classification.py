"""The view for text classifiers: one field's codes for every clause on which they are settled."""

from typing import Any

from annotator.model.codebook import Codebook, Field
from annotator.model.value import state_of
from annotator.tools.release.material import Material

_ANSWERED = ("set", "none")


def learnt(codebook: Codebook) -> Field | None:
    """The field that the view is about: the first `multi`, else the first `single`, else none."""
    for kind in ("multi", "single"):
        for field in codebook.clause_fields:
            if field.kind == kind:
                return field
    return None


def exclusion(field: Field, material: Material) -> str:
    """Why a clause is not in the view; empty where it is. Looked at and empty is in: a negative."""
    state = material.verdict.answers[field.id].state
    if state in _ANSWERED:
        return ""
    status = material.verdict.status
    return status if state == "unset" and status in ("discarded", "unreviewed", "draft", "skipped") else state


def row(field: Field, material: Material) -> dict[str, Any]:
    """The line of a clause. `votes` counts, code by code, the submitted reviews that chose it, out of
    the `n_reviews` that answered the field.
    """
    codes = list(material.verdict.answers[field.id].value)
    said = [
        account.review.values[field.id] or ()
        for account in material.standing.accounts.values()
        if account.review.state == "submitted" and state_of(field, account.review.values) in _ANSWERED
    ]
    clause = material.clause
    return {
        "id": clause.clause_id,
        "doc_id": clause.doc_id,
        "title": material.document.title,
        "path": clause.path,
        "text": clause.text,
        "labels": codes,
        "primary": codes[0] if codes else None,
        "status": material.verdict.status,
        "n_reviews": len(said),
        "votes": [sum(code.id in value for value in said) for code in field.codes],
    }
