"""What the values of events look like, kind by kind, as far as readers take it for granted.

Whether a codebook knows a code is another question: what it cannot read stands for no answer.
"""

from collections.abc import Callable, Mapping
from typing import Any

from annotator.model.edit import EDIT_STATES
from annotator.model.metadata import FIELDS
from annotator.model.split import PARTS

STATES = ("submitted", "skipped", "reopened", None)


BY_FIELD = ("metadata", "person", "round", "split", "unit")
"""The kinds whose values are others for one field than for another."""


def fits(kind: str, field: str, value: Any) -> bool:
    """Whether an event of a kind can have a value; the field is looked at only for kinds of BY_FIELD."""
    if kind in BY_FIELD and (shape := _OF_FIELDS.get((kind, field))):
        return shape(value)
    return _SHAPES[kind](value)


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _named_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_text, value.values()))


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _whole(value: Any) -> bool:
    return type(value) is int


def _count(value: Any) -> bool:
    return _whole(value) and value >= 0


def _any(value: Any) -> bool:
    return True


def _has(value: Any, parts: Mapping[str, Callable[[Any], bool]]) -> bool:
    return isinstance(value, dict) and all(name in value and fit(value[name]) for name, fit in parts.items())


def _tasks(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, list) and len(one) == 2 and _text(one[0]) and type(one[1]) is int for one in value
    )


def _finds(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(one, list) and len(one) == 5 and _texts(one[:2]) and all(map(_number, one[2:]))
        for one in value.values()
    )


def _or_null(fit: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or fit(value)


def _parts(**parts: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: _has(value, parts)


_list = _or_null(lambda value: isinstance(value, list))
_object = _or_null(lambda value: isinstance(value, dict))
_true = _or_null(lambda value: value is True)

_SHAPES: Mapping[str, Callable[[Any], bool]] = {
    "label": _list,
    "evidence": _list,
    "submit": lambda value: value in STATES,
    "flag": _true,
    "reject": _true,
    "retire": _true,
    "question": _or_null(_text),
    "note": _or_null(_text),
    "query": _or_null(_text),
    "progress": _or_null(_text),
    "heard": _or_null(_text),
    "reply": _or_null(_text),
    "import": _object,
    "cut": _text,
    "codebook": _text,
    "metadata": _any,
    "edit": _or_null(
        _parts(
            source=_text,
            start=_whole,
            end=_whole,
            rule=_text,
            before=_text,
            after=_text,
            confidence=_number,
            state=lambda value: value in EDIT_STATES,
        )
    ),
    "unit": _or_null(_parts(name=_text, place=_text, forms=_texts)),
    "person": _parts(name=_text, roles=_texts),
    "setting": _or_null(_text),
    "hold": _parts(share=_number, seed=_number),
    "split": _or_null(lambda value: value in PARTS if _text(value) else _count(value)),
    "round": _or_null(_parts(name=_text, kind=_text, drawn=lambda value: isinstance(value, dict))),
    "assignment": _or_null(_tasks),
    "check": _or_null(_texts),
    "decision": _or_null(_parts(how=_text, reason=_text, seen=_named_texts, **{"from": _texts})),
    "return": _or_null(_parts(reason=_text, fields=_texts)),
}

_OF_FIELDS: Mapping[tuple[str, str], Callable[[Any], bool]] = {
    **{("metadata", field): _or_null(_text) for field in FIELDS},
    ("metadata", "places"): _or_null(_texts),
    ("metadata", "found"): _or_null(_finds),
    ("person", "alias"): _or_null(_text),
    ("round", "closed"): _true,
    ("split", "scheme"): _or_null(
        lambda value: (
            _has(value, {**dict.fromkeys(("train", "validation", "test", "folds"), _count), "seed": _whole})
            and _text(value.get("by"))
            and (value["folds"] > 0 or value["train"] + value["validation"] + value["test"] > 0)
        )
    ),
    ("unit", "settled"): _or_null(_parts(state=_text, into=_text, into_name=_text)),
}
