"""Values in words: what a review, a clause and a codebook look like to a reader. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.model import spans, units
from annotator.model.codebook import CODED, Code, Field, name_of
from annotator.model.review import Review, Suggestion
from annotator.model.value import ASKED, remarks, state_of
from annotator.tui.keys import row_words
from annotator.tui.panel import Choice, FieldLine, Panel
from annotator.words import say

SOURCES = ("import", "codebook")
"""Where suggestions of this program come from; others bear the name of a user's model."""

UNIT_KEYS = "abcdefghilmnopqrstuvwxyz"
"""The keys of units and spans, in their order; those behind have none."""


def names_of(fields: Sequence[Field]) -> str:
    """The names of fields in a sentence."""
    return say("review.comma").join(map(name_of, fields))


def unit_words(unit: Mapping[str, Any]) -> str:
    """A unit with its role, such as 市数据局（牵头）, as the clause writes it where it does."""
    name = unit["surface"] if unit["stated"] else unit["name"]
    return say("review.unit", name=name, role=say(f"roles.{unit['role']}"))


def span_words(field: Field, span: Mapping[str, Any]) -> str:
    """A marked range with what its words do not say themselves, such as 20个以上（智能体，2027）."""
    beside = remarks(field, span)
    if not beside:
        return str(span["surface"])
    return say("review.span", surface=span["surface"], told=say("review.pause").join(beside))


def value_words(field: Field, value: Sequence[Any]) -> str:
    """A set value as a reader says it."""
    if field.kind in CODED:
        codes = [field.code(item) for item in value]
        names = [name_of(code) if code else str(item) for code, item in zip(codes, value, strict=True)]
        if field.kind == "multi" and len(names) > 1:
            names[0] = say("review.primary", name=names[0])
        return say("review.comma").join(names)
    if field.kind == "entity":
        return say("review.comma").join(unit_words(unit) for unit in value)
    if field.kind == "span":
        return say("review.comma").join(span_words(field, span) for span in value)
    return say("review.comma").join(str(item) for item in value)


def field_line(field: Field, review: Review, suggestion: Suggestion | None, focused: bool) -> FieldLine:
    """One field with its value; the state is told by words, and by style beside."""
    state = state_of(field, review.values)
    name = name_of(field)
    if state == "set":
        return FieldLine(name, value_words(field, review.values[field.id] or ()), "set", focused)
    if state == "none":
        return FieldLine(name, say("review.none"), "none", focused)
    if state == "n/a":
        return FieldLine(name, say("review.not_applicable"), "na", focused)
    if suggestion:
        words = say("review.suggested", value=value_words(field, suggestion.value))
        return FieldLine(name, words, "suggested", focused)
    words = say("review.unset" if field.kind in ASKED else "review.unset_optional")
    return FieldLine(name, words, "unset", focused)


def choices(field: Field, value: Sequence[Any], suggested: Sequence[Any]) -> list[Choice]:
    """What can be chosen in a field: its codes, or the units chosen and suggested."""
    if field.kind == "entity":
        chosen = {units.same_unit(unit) for unit in value}
        return [
            Choice(
                UNIT_KEYS[n : n + 1],
                unit_words(unit),
                units.same_unit(unit) in chosen,
                True,
            )
            for n, unit in enumerate(units.choices(value, suggested))
        ]
    if field.kind == "span":
        return [
            Choice(UNIT_KEYS[n : n + 1], span_words(field, span), n < len(value), True)
            for n, span in enumerate(spans.choices(value, suggested))
        ]
    ordered = list(value) if field.kind == "multi" and len(value) > 1 else []
    return [
        Choice(
            c.key,
            name_of(c),
            c.id in value,
            c.id in suggested,
            ordered.index(c.id) + 1 if c.id in ordered else 0,
        )
        for c in field.codes
    ]


def about(field: Field, code: Code | None) -> str:
    """What a code means, or how the field is to be answered."""
    if code is None:
        return field.tie_break or field.help
    parts = [f"{name_of(code)}：{code.definition}"]
    if code.include:
        parts.append(say("review.include", text=code.include))
    if code.exclude:
        parts.append(say("review.exclude", text=code.exclude))
    return "\n".join(parts)


def _with_evidence(words: str, places: Sequence[Mapping[str, Any]]) -> str:
    """What is told of a field, below the words that were marked for its answer."""
    if not places:
        return words
    quoted = (say("marking.quoted", words=place["surface"]) for place in places)
    return say("marking.evidence", words=say("review.comma").join(quoted)) + f"\n{words}"


def explained(field: Field, cursor: int, last: Code | None) -> Code | None:
    """The code that is explained: the one under the cursor, else the one `last` chosen."""
    return field.codes[cursor] if 0 <= cursor < len(field.codes) else last


def hints(
    field: Field, suggestion: Suggestion | None, choices: Sequence[Choice], *, open_: bool
) -> list[str]:
    """One line above the choices, in fewer and fewer words: which field, how many may be chosen, where the
    suggestion comes from and, where the field is `open_`, what takes it alone; or that it was not taken.
    """
    whole, name = hint(field), name_of(field)
    if suggestion is None:
        return [whole]
    if any(choice.passed_over for choice in choices):
        told = say("review.not_taken")
    else:
        known = suggestion.source in SOURCES
        source = say(f"review.source_{suggestion.source}") if known else suggestion.source
        told = say("review.suggested_by", source=source, score=round(suggestion.score * 100))
    pressed = row_words("accept_field") if open_ else ""  # and a person may have taken the key away
    more = say("review.take_field", told=told, pressed=pressed) if pressed else told
    return [f"{whole}  {more}", f"{name}  {more}", more, told]


def hint(field: Field) -> str:
    """Which field is in focus, and how many may be chosen."""
    if field.kind == "multi":
        key = "review.hint_multi" if field.maximum else "review.hint_multi_open"
        return say(key, field=name_of(field), maximum=field.maximum)
    if field.kind == "entity":
        return say("review.hint_entity", field=name_of(field), pressed=row_words("find_unit"))
    if field.kind in CODED:
        return say("review.hint_single", field=name_of(field))
    if field.kind in ASKED:
        return say("review.hint_text", field=name_of(field), pressed=row_words("find_unit"))
    return say("review.hint_span", field=name_of(field), pressed=row_words("mark"))


def panel(
    fields: Sequence[Field],
    review: Review,
    suggestions: Mapping[str, Suggestion],
    *,
    focus: int,
    cursor: int,
    last: Code | None,
) -> Panel:
    """The label panel for a clause. `last` is the code last chosen, explained where no cursor is."""
    field = fields[focus]
    suggestion = suggestions.get(field.id)
    value, suggested = review.values.get(field.id), suggestion.value if suggestion else ()
    offered = [
        choice._replace(passed_over=value is not None and choice.suggested and not choice.chosen)
        for choice in choices(field, value or (), suggested)
    ]
    lines = [field_line(f, review, suggestions.get(f.id), n == focus) for n, f in enumerate(fields)]
    for number in range(focus + 1, len(fields)):
        if lines[number].state == "unset" and (keys := _direct_keys(field, fields[number])):
            lines[number] = lines[number]._replace(value=keys)
    return Panel(
        fields=lines,
        choices=offered,
        grids=tuple(tuple(map(name_of, f.codes)) for f in fields if f.codes),
        cursor=cursor,
        hints=hints(field, suggestion, offered, open_=state_of(field, review.values) == "unset"),
        about=_with_evidence(
            about(field, explained(field, cursor, last)), review.evidence.get(field.id) or ()
        ),
    )


FEW = 6
"""Codes of a field at most, for its keys to be told beside it."""


def _direct_keys(focus: Field, later: Field) -> str:
    """The keys that pick a code of a later field at once, where the field in focus has none of them."""
    taken = {code.key for code in focus.codes}
    if not 0 < len(later.codes) <= FEW or any(not code.key or code.key in taken for code in later.codes):
        return ""
    return "  ".join(f"{code.key} {name_of(code)}" for code in later.codes)


def letters(fields: Sequence[Field], review: Review) -> list[str]:
    """What the lead said to the reviewer about the clause, in lines."""
    said = []
    if review.returned:
        named = say("review.comma").join(name_of(one) for one in fields if one.id in review.returned.fields)
        key = "rounds.returned_fields" if named else "rounds.returned_whole"
        said.append(say(key, fields=named, reason=review.returned.reason))
    if review.reply:
        said.append(say("rounds.replied", question=review.question, reply=review.reply))
    return said


def repair_words(undecided: int, made: int) -> list[str]:
    """Of how many clauses of the document a repair is to be decided, and how many were made in this one."""
    words = [say("views.undecided", count=undecided, pressed=row_words("repair"))] if undecided else []
    return [*words, *([say("views.repairs", count=made)] if made else [])]


def state_words(review: Review) -> str:
    """Where a clause stands: 已完成 · 存疑 · 有提问 · 有备注."""
    words = [say("rounds.returned_state" if review.returned else f"review.state_{review.state}")]
    words += [say("review.flagged")] if review.flagged else []
    words += [say("review.asked")] if review.question else []
    words += [say("review.noted")] if review.note else []
    return " · ".join(words)
