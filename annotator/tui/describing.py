"""What is known of a document, in words."""

from collections.abc import Iterable, Iterator, Mapping

from annotator.model.metadata import CHOICES, SURE, Found, counted, shown
from annotator.words import say

_IN_A_LINE = ("issuer", "number", "date", "level", "stage")


def about(known: Mapping[str, Found]) -> str:
    """What is known, in one line."""
    told = counted(known)
    return say("library.dot").join(shown(field, told[field]) for field in _IN_A_LINE if field in told)


def hint(field: str, known: Mapping[str, Found]) -> str:
    """How the value of a field came, or what is only thought of it; what it takes."""
    return "\n".join(_hints(field, known))


def _hints(field: str, known: Mapping[str, Found]) -> Iterator[str]:
    if one := known.get(field):
        how = say(f"metadata.how_{one.how}")
        if one.sure < SURE:
            yield say("metadata.perhaps", field=name(field), value=shown(field, one.value), how=how)
        else:
            yield say("metadata.form_how", field=name(field), how=how)
    if choices := CHOICES.get(field):
        told = say("metadata.or").join(shown(field, one) for one in choices)
        yield say("metadata.form_choices", field=name(field), choices=told)


def changed(fields: Iterable[str]) -> str:
    """That fields are other ones now."""
    return say("library.described", fields=say("review.comma").join(map(name, fields)))


def name(field: str) -> str:
    """What a field is called."""
    return say(f"metadata.{field}")
