"""How many clauses stand in which state, for each reviewer and field."""

from collections import Counter

from annotator.model.codebook import Codebook
from annotator.model.document import Document
from annotator.model.value import State, state_of
from annotator.store import reviews
from annotator.store.project import Project

Counts = dict[str, dict[str, dict[State, int]]]


def field_states(project: Project, codebook: Codebook, document: Document) -> Counts:
    """{reviewer: {field: {state: clauses}}} over the clauses of a document that the reviewer touched.

    The four states never blur: `none` was looked at, `unset` was not, `n/a` the codebook rules out.
    """
    counted: dict[str, dict[str, Counter[State]]] = {}
    for _, said in reviews.by_clause(project, document):
        for reviewer, review in said.items():
            if review.state == "untouched":
                continue
            fields = counted.setdefault(reviewer, {field.id: Counter() for field in codebook.clause_fields})
            for field in codebook.clause_fields:
                fields[field.id][state_of(field, review.values)] += 1
    return {
        name: {field: dict(states) for field, states in fields.items()} for name, fields in counted.items()
    }
