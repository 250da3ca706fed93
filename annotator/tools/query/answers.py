"""Terms that ask for the answer to a field: `category:数据要素`, `priority>=加快`, `unit:无`."""

import operator
from collections.abc import Callable

from annotator.errors import AnnotatorError
from annotator.model.codebook import CODED, Field, FieldKind
from annotator.model.cutting import ROLES
from annotator.model.value import State
from annotator.tools.query import names
from annotator.tools.query.folding import folded
from annotator.tools.query.tokens import Token
from annotator.tools.query.value import Answer, AnswerKind, Comparison

_HOLDS: dict[Comparison, Callable[[int, int], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_KINDS: dict[FieldKind, AnswerKind] = {"entity": "unit", **dict.fromkeys(CODED, "code")}
_STATES: dict[str, State] = {"none": "none", "unset": "unset", "na": "n/a", "any": "set"}
_ROLE = "@＠"


def answer(field: Field, token: Token) -> Answer:
    """The condition that a term about `field` means. Raises AnnotatorError for a name that is none."""
    if token.comparison != "=":
        return _compared(field, token)
    states, items = list[State](), list[tuple[str, str]]()
    named, codes = names.catalogued(_STATES, "query.answer_"), names.codes(field)
    for value in token.values:
        if codes.exact(value) is None and (state := named.exact(value)):
            states.append(_STATES[state])
        elif field.kind in CODED:
            items.append((codes.one(value, "query.unknown_value", term=token.key), ""))
        elif field.kind == "entity":
            items.append(unit(value, token))
        else:
            items.append((folded(value), ""))
    return Answer(field.id, _KINDS.get(field.kind, "words"), tuple(items), tuple(states))


def _compared(field: Field, token: Token) -> Answer:
    """The codes of an ordinal that stand so to one of them."""
    if field.kind != "ordinal":
        raise AnnotatorError("query.not_ordered", term=token.key, comparison=token.comparison)
    if len(token.values) > 1:
        raise AnnotatorError("query.one_value", typed=token.typed)
    limit = names.codes(field).one(token.values[0], "query.unknown_value", term=token.key)
    order = [code.id for code in field.codes]
    holds, at = _HOLDS[token.comparison], order.index(limit)
    return Answer(field.id, "code", tuple((one, "") for n, one in enumerate(order) if holds(n, at)))


def unit(value: str, token: Token) -> tuple[str, str]:
    """Part of a unit's name, and the role behind an @, if there is one. Raises AnnotatorError for no role."""
    for sign in _ROLE:
        name, found, role = value.rpartition(sign)
        if found:
            roles = names.catalogued(ROLES, "roles.")
            return folded(name.strip()), roles.one(role, "query.unknown_value", term=token.key)
    return folded(value), ""
