"""A query for answers, asked of the suggestions instead: what it would find were they all accepted."""

import re

from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook, Field, name_of
from annotator.tools.query import names
from annotator.tools.query.answers import answer
from annotator.tools.query.parsing import parse
from annotator.tools.query.tokens import Token, tokens
from annotator.tools.query.value import Suggested
from annotator.words import say

_PLAIN = re.compile(r"[^\s,，\"＂“”「」]+")


def suggested_instead(text: str, codebook: Codebook) -> str | None:
    """The query that asks for suggestions wherever `text` asks for codes or units; None where it never
    does. `text` is a query that can be parsed.
    """
    keys, found, other = names.keys(codebook), list[str](), False
    for token in tokens(text):
        field = keys.one(token.key, "query.unknown_key", typed=token.typed) if token.key else None
        term = _term(field, token, codebook) if isinstance(field, Field) and not token.negated else ""
        found.append(term or token.typed)
        other = other or bool(term)
    return " ".join(found) if other else None


def _term(field: Field, token: Token, codebook: Codebook) -> str:
    """The term that asks for the same of suggestions; empty where none does."""
    if not (values := _values(field, token)):
        return ""
    key = say("query.key_suggested").partition(say("query.comma"))[0]
    term = f"{key}:{','.join(map(_quoted, values))}"
    try:
        wanted = parse(term, codebook).terms[0].condition
    except AnnotatorError:  # part of a unit's name that is too short, or could mean a code
        return ""
    about = wanted.codes + tuple(unit[:2] for unit in wanted.units) if isinstance(wanted, Suggested) else ()
    return term if len([one for one, _ in about if one == field.id]) == len(values) else ""


def _values(field: Field, token: Token) -> list[str]:
    """The codes or units that a term asks for, as one types them; none where it asks for a state."""
    asked = answer(field, token)
    if asked.states or asked.kind == "words":
        return []
    if asked.kind == "unit":
        return [value.strip() for value in token.values]
    codes = (field.code(item) for item, _ in asked.items)
    return [name_of(code) for code in codes if code]


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else f'"{value}"'
