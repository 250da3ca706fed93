"""What marking tells in its two lines: what Enter would mark, and the keys."""

from annotator.model.codebook import Field, name_of
from annotator.tui.keys import row_words
from annotator.tui.marks import Item
from annotator.tui.presenting import span_words, unit_words
from annotator.words import say

_STEPS = ("words_left", "words_right", "line_up", "line_down")


def title(field: Field, words: str, under: Item | None, unit: Item | None) -> str:
    """What the selected `words` are to be; `under` is the mark that they are already, `unit` the unit that
    they would name.
    """
    if field.kind == "span" and under:
        return say("marking.marked", what=span_words(field, under))
    if field.kind == "span":
        return say("marking.title_span", field=name_of(field), words=words)
    if field.kind == "entity" and unit:
        return say("marking.title_unit", unit=unit_words(unit), words=words)
    if field.kind == "entity":
        return say("marking.title_entity", words=words)
    if under:
        return say("marking.marked", what=words)
    return say("marking.title_evidence", field=name_of(field), words=words)


def keys(field: Field, under: Item | None, *, begun: bool) -> list[tuple[str, str, str]]:
    """The keys, the most useful first: (key, what it does, action)."""
    opens, found = under is not None and field.kind == "span", field.kind in ("span", "entity")
    return [
        (_pressed("store"), say("marking.key_open" if opens else "marking.key_store"), "store"),
        (_pressed(*_STEPS), say("marking.key_step"), "words(1)"),
        *(
            [(_pressed("next", "previous"), say(f"marking.key_found_{field.kind}"), "found(1)")]
            if found
            else []
        ),
        (_pressed("begin"), say("marking.key_hold" if begun else "marking.key_begin"), "begin"),
        (_pressed("leave"), say("marking.key_leave"), "dismiss"),
        (_pressed("characters_left", "characters_right"), say("marking.key_character"), "characters(1)"),
        (_pressed("swap"), say("marking.key_swap"), "swap"),
        (_pressed("remove"), say("marking.key_remove"), "remove"),
    ]


def _pressed(*names: str) -> str:
    return row_words(*names, mode="marking")
