"""What adjudication found, for people and for programs."""

from typing import Any

from annotator.cli.cells import fitted
from annotator.cli.options import show, table
from annotator.flows.adjudicating import Feedback, Found
from annotator.model.answer import Answer
from annotator.model.codebook import CODED, Codebook, Field, name_of
from annotator.model.document import Document
from annotator.store import documents, people
from annotator.store.project import Project
from annotator.words import say

QUOTED = 80
"""Cells of a clause that are quoted: some forty hanzi."""

MOST = 10
"""Confusions that are told."""


def case_record(found: Found) -> dict[str, Any]:
    """A clause to be decided, for programs: each field at odds with what everyone said."""
    case = found.case
    return {
        "clause": case.clause_id,
        "doc": found.doc_id,
        "seq": found.ord,
        "state": case.state,
        "reviewers": case.finished,
        "stale": list(case.stale),
        "fields": [
            {
                "field": name,
                "differs": point.differs,
                "open": point in case.open,
                "said": {one: _answer(answer) for one, answer in point.said.items()},
                "decided": list(point.decision.value or ()) if point.decision else None,
                "how": point.decision.how if point.decision else None,
                "stale": list(point.stale),
            }
            for name, point in case.points.items()
            if point.differs or point.decision
        ],
        "returned": {one: given.reason for one, given in case.returns.items()},
    }


def tell_case(found: Found, title: str) -> None:
    """The same on a line for people."""
    case = found.case
    names = say("review.comma").join(name_of(point.field) for point in case.open)
    stale = bool(case.stale) or any(point.stale for point in case.points.values())
    what = names or say(f"adjudication.state_{case.state}")
    what += say("adjudication.because", reason=say("adjudication.stale")) if stale else ""
    line = say("adjudication.line", clause=case.clause_id, title=title, number=found.ord + 1, what=what)
    show(line)


def feedback_record(project: Project, found: Feedback, *, anonymous: bool) -> dict[str, Any]:
    """What a reviewer can learn, for programs; `anonymous` hides who decided."""
    listed = {one.doc_id: one for one in documents.listing(project)}
    names = {one.id: one.name for one in people.people(project)}
    return {
        "fields": [
            {"field": name, "right": one.right, "decided": one.decided, "share": one.right / one.decided}
            for name, one in found.shares.items()
        ],
        "confusions": [
            {
                "field": one.field,
                "how": one.how,
                "said": list(one.said),
                "decided": list(one.decided),
                "n": count,
            }
            for one, count in found.confusions
        ],
        "clauses": [
            {
                "clause": one.clause_id,
                "doc": one.doc_id,
                "title": listed[one.doc_id].title,
                "seq": one.ord,
                "text": _text(project, listed[one.doc_id], one.ord),
                "field": one.field,
                "said": list(one.said.value),
                "decided": list(one.decision.value or ()),
                "how": one.decision.how if one.decision.by else None,  # a bundle does not tell
                "reason": one.decision.reason,
                "by": None if anonymous else names.get(one.decision.by, one.decision.by) or None,
            }
            for one in found.differences
        ],
    }


def _text(project: Project, document: Document, number: int) -> str:
    clause = documents.clause(project, document, number)
    return clause.text if clause else ""


def tell_feedback(codebook: Codebook, reviewer: str, record: dict[str, Any]) -> None:
    """The same for people: shares, then what was taken for what, then clause by clause."""
    fields = {field.id: field for field in codebook.clause_fields}
    if not record["fields"]:
        show(say("adjudication.no_feedback", reviewer=reviewer))
        return
    table(
        [
            [name_of(fields[one["field"]]), f"{one['right']}/{one['decided']}", f"{one['share']:.0%}"]
            for one in record["fields"]
        ]
    )
    for one in record["confusions"][:MOST]:
        show(_confusion(fields[one["field"]], one))
    for one in record["clauses"]:
        field = fields[one["field"]]
        told = {"title": one["title"], "number": one["seq"] + 1, "field": name_of(field)}
        said, decided = _words(field, one["said"]), _words(field, one["decided"])
        by = say("adjudication.by", name=one["by"]) if one["by"] else ""
        show(say("adjudication.quoted", text=fitted(" ".join(one["text"].split()), QUOTED), **told))
        show(say("adjudication.told", said=said, decided=decided, reason=one["reason"], by=by))


def _confusion(field: Field, one: dict[str, Any]) -> str:
    """What was taken for what; of sets, what one alone has."""
    said, decided = _words(field, one["said"]), _words(field, one["decided"])
    key = "confusion"
    if one["how"] == "primary":
        key = "confusion_primary"
    elif one["how"] == "codes":
        key = "confusion_both" if one["said"] and one["decided"] else "too_many" if one["said"] else "missing"
    times = "once" if one["n"] == 1 else "times"
    count = say(f"adjudication.{times}", n=one["n"])
    return say(f"adjudication.{key}", field=name_of(field), said=said, decided=decided, times=count)


def _answer(answer: Answer) -> Any:
    return list(answer.value) if answer.state in ("set", "none") else answer.state


def _words(field: Field, value: list[Any]) -> str:
    """A value as it is said on a line."""
    if not value:
        return say("review.none")
    if field.kind in CODED:
        return say("review.comma").join(name_of(code) for code in map(field.code, value) if code)
    names = (
        str(one.get("name") or one.get("surface")) if isinstance(one, dict) else str(one) for one in value
    )
    return say("review.comma").join(names)
