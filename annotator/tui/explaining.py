"""What a code means, or how a field is to be answered, told in full. Pure."""

from collections.abc import Collection, Iterator, Sequence

from annotator.model.codebook import Code, Field, name_of
from annotator.tui.passage import Passage
from annotator.words import say
from annotator.words.plain import plain_lines

HIGHLIGHTS = ("unit", "target", "deadline", "hit", "doubt")
"""What a clause may have marked in it that wants a legend."""


def explanation(
    fields: Sequence[Field], focus: int, code: Code | None, marked: Collection[str]
) -> list[Passage]:
    """The definition of a code with its borders, examples and the tie-break of its field; without a code,
    the field in focus. At the end, how what is `marked` in the clause is written.
    """
    field = next((one for one in fields if code in one.codes), fields[focus])
    told = list(_code(field, code) if code else _field(field))
    if field.tie_break:
        told.append(_named("views.tie_break", field.tie_break))
    if legend := _legend(marked):
        told.append(legend)
    return told


def _code(field: Field, code: Code) -> Iterator[Passage]:
    place = say("views.place", field=name_of(field), number=field.codes.index(code) + 1, all=len(field.codes))
    yield _headed(f"{name_of(code)}  {code.key}", place)
    yield _plain(code.definition)
    if code.include:
        yield _named("views.include", code.include)
    if code.exclude:
        yield _named("views.exclude", code.exclude)
    for example in code.examples:
        yield _named("views.example", example)


def _field(field: Field) -> Iterator[Passage]:
    yield _headed(name_of(field), "")
    if field.help:
        yield _plain(field.help)


def _headed(name: str, place: str) -> Passage:
    text = plain_lines(f"{name}\n{place}" if place else name)
    return Passage(text, [(0, len(name), "name"), (len(name), len(text), "note")])


def _plain(text: str) -> Passage:
    return Passage(plain_lines(text), gap=True)


def _named(key: str, text: str) -> Passage:
    name = say(key)
    return Passage(plain_lines(f"{name}{text}"), [(0, len(name), "label")], gap=True)


def _legend(marked: Collection[str]) -> Passage | None:
    """Each kind of mark, written as it is in the clause."""
    text, marks = say("views.legend"), [(0, len(say("views.legend")), "label")]
    for name in (name for name in HIGHLIGHTS if name in marked):
        word = say(f"views.mark_{name}")
        marks.append((len(text), len(text) + len(word), name))
        text += f"{word}  "
    return Passage(text.rstrip(), marks) if len(marks) > 1 else None
