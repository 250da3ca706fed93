"""From what was typed to a query, or to a sentence that names the word and the remedy."""

import math
import re
from collections.abc import Iterable
from typing import Literal

from annotator.errors import AnnotatorError
from annotator.model.codebook import CODED, Codebook, Field
from annotator.model.review import ClauseState
from annotator.tools.query import names
from annotator.tools.query.answers import answer, unit
from annotator.tools.query.folding import folded
from annotator.tools.query.tokens import Token, tokens
from annotator.tools.query.value import (
    Answer,
    Condition,
    Decided,
    Differs,
    Doubt,
    Flagged,
    InState,
    OfDocument,
    Proposed,
    Query,
    Remark,
    Repaired,
    Repeated,
    Returned,
    Suggested,
    Term,
    Text,
    Under,
)

MOST = 100
"""So many words and values a query may have: SQLite nests conditions no deeper than a thousand."""

_SHORTEST = 2
"""Characters of a unit's name that stand for it among suggestions, where names of codes can stand, too."""

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_HALF = re.compile("[\ud800-\udfff]")
_STATES: dict[str, tuple[ClauseState, ...]] = {
    "untouched": ("untouched",), "draft": ("draft",), "submitted": ("submitted",), "skipped": ("skipped",),
    "unfinished": ("untouched", "draft"),
}  # fmt: skip
_REMARKS: dict[str, Literal["question", "note"]] = {"question": "question", "note": "note"}
_PLAIN: dict[str, Condition] = {
    "flag": Flagged(), "decided": Decided(), "returned": Returned(), "proposed": Proposed(),
    "repaired": Repaired(), "repeat": Repeated(),
}  # fmt: skip
"""Conditions that hold or do not."""
_OR = ("or", "或", "或者", "|", "||")
"""What people write between words of which one is enough; in quotes it is a word like others."""
_LABELLED = InState(("draft", "submitted"))
"""What is meant where a reviewer is named and nothing is asked of what they said: what they labelled."""
_SAID = {"yes": True, "no": False}


def parse(text: str, codebook: Codebook) -> Query:
    """The query that `text` means under a codebook; every clause meets an empty one.

    Raises AnnotatorError for a key, a name or a number that is none, and for a query too long to ask.
    """
    if half := _HALF.search(text):
        raise AnnotatorError("query.broken", place=half.start() + 1)
    typed = list(tokens(_CONTROL.sub(" ", text)))
    count = sum(len(token.values) for token in typed)
    if count > MOST:
        raise AnnotatorError("query.too_long", count=count, most=MOST)
    keys = names.keys(codebook)
    terms, reviewer = list[Term](), ""
    for token in typed:
        if not token.key:
            if len(typed) > 1 and token.typed.casefold() in _OR:
                raise AnnotatorError("query.no_or", typed=token.typed)
            words = folded(token.values[0])
            terms += [Term(Text(words), token.negated)] if words.strip() else []
            continue
        key = keys.one(token.key, "query.unknown_key", typed=token.typed)
        if not any(value.strip() for value in token.values):
            raise AnnotatorError("query.no_value", typed=token.typed)
        if isinstance(key, Field):
            terms.append(Term(answer(key, token), token.negated))
        elif key == "reviewer":
            if reviewer or token.negated or len(token.values) > 1:
                raise AnnotatorError("query.one_reviewer", typed=token.typed)
            reviewer = token.values[0].strip()
        else:
            terms.append(_own(key, token, codebook))
    if reviewer and not any(_of_reviewer(term) for term in terms):
        terms.append(Term(_LABELLED))
    return Query(tuple(terms), reviewer)


def _of_reviewer(term: Term) -> bool:
    """Whether a term says itself which clauses of a reviewer are meant."""
    said = (Answer, Differs, Flagged, Remark, Returned, Suggested)
    return isinstance(term.condition, InState) or (not term.negated and isinstance(term.condition, said))


def _own(key: str, token: Token, codebook: Codebook) -> Term:
    """A term with a key of the query language itself."""
    if key == "doubt":
        return Term(_doubt(token), token.negated)
    if token.comparison != "=":
        raise AnnotatorError("query.not_ordered", term=token.key, comparison=token.comparison)
    if key in ("state", "doc", "path"):
        return Term(_place(key, token), token.negated)
    said = _said(token)
    return Term(_spoken(key, token, codebook, said), token.negated != (said is False))


def _place(key: str, token: Token) -> Condition:
    if key == "state":
        known = names.catalogued(_STATES, "query.state_")
        found = [_STATES[known.one(v, "query.unknown_value", term=token.key)] for v in token.values]
        return InState(tuple(dict.fromkeys(state for states in found for state in states)))
    if key == "doc":
        return OfDocument(tuple(map(folded, token.values)))
    steps = ([step.strip() for step in folded(value).split("/")] for value in token.values)
    paths = tuple(tuple(step for step in path if step) for path in steps)
    if not all(paths):
        raise AnnotatorError("query.no_value", typed=token.typed)
    return Under(paths)


def _spoken(key: str, token: Token, codebook: Codebook, said: bool | None) -> Condition:
    """What a reviewer or a suggestion says; `said` is a plain yes or no."""
    if key in _PLAIN:
        if said is None:
            raise AnnotatorError("query.yes_or_no", typed=token.typed)
        return _PLAIN[key]
    if key in _REMARKS:
        return Remark(
            _REMARKS[key], () if said is not None else tuple(folded(value) for value in token.values)
        )
    every = tuple(field.id for field in codebook.clause_fields)
    if key == "suggested":
        return Suggested(every) if said is not None else _suggested(token, codebook)
    if said is not None:
        return Differs(every)
    known = names.fields(codebook)
    return Differs(
        tuple(known.one(value, "query.unknown_value", term=token.key).id for value in token.values)
    )


def _suggested(token: Token, codebook: Codebook) -> Suggested:
    """Fields and codes by their names, units by parts of theirs where those are none; what several fields
    may have is looked for in all of them.
    """
    known, fields, codes = names.fields(codebook), list[str](), list[tuple[str, str]]()
    units, entities = list[tuple[str, str, str]](), [f for f in codebook.clause_fields if f.kind == "entity"]
    coded = [field for field in codebook.clause_fields if field.kind in CODED]
    for value in token.values:
        meant = [(field.id, code) for field in coded if (code := names.codes(field).exact(value))]
        meant = meant or [(f.id, found[0]) for f in coded if len(found := names.codes(f).all(value)) == 1]
        if known.exact(value) is None and meant:
            codes += meant
        elif entities and len(value.strip()) >= _SHORTEST and not _named(known, coded, value):
            units += [(field.id, *unit(value, token)) for field in entities]
        else:
            fields.append(known.one(value, "query.unknown_value", term=token.key).id)
    return Suggested(tuple(fields), tuple(codes), tuple(units))


def _named(known: names.Names[Field], coded: Iterable[Field], value: str) -> bool:
    """Whether a value is, or may be, the name of a field or a code."""
    return bool(known.all(value)) or any(names.codes(field).all(value) for field in coded)


def _doubt(token: Token) -> Doubt:
    if len(token.values) > 1:
        raise AnnotatorError("query.one_value", typed=token.typed)
    try:
        limit = float(folded(token.values[0]))
    except ValueError:
        limit = math.nan
    if math.isnan(limit):
        raise AnnotatorError("query.not_a_number", word=token.values[0])
    return Doubt(token.comparison, limit)


def _said(token: Token) -> bool | None:
    """A plain yes or no, or None for anything else."""
    found = names.catalogued(_SAID, "query.said_").exact(token.values[0])
    return _SAID[found] if found and len(token.values) == 1 else None
