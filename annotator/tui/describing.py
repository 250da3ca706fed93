"""What is known of a document, in words."""

from collections.abc import Iterator, Mapping

from annotator.model.metadata import CHOICES, SURE, Found, counted, shown
from annotator.words import say

_IN_A_LINE = ("issuer", "number", "date", "level", "stage")


def about(known: Mapping[str, Found]) -> str:
    """What is known, in one line."""
    told = counted(known)
    return say("library.dot").join(shown(field, told[field]) for field in _IN_A_LINE if field in told)


def hints(known: Mapping[str, Found]) -> Iterator[str]:
    """What is only thought of the document, and what its fields take."""
    for field, one in known.items():
        if one.sure < SURE:
            how = say(f"metadata.how_{one.how}")
            yield say("metadata.perhaps", field=name(field), value=shown(field, one.value), how=how)
    for field in ("stage", "level"):
        choices = say("metadata.or").join(shown(field, one) for one in CHOICES[field])
        yield say("metadata.form_choices", field=name(field), choices=choices)


def name(field: str) -> str:
    """What a field is called."""
    return say(f"metadata.{field}")
