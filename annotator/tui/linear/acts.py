"""What each command does, in lines: with the desk alone where it needs no more."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.model.cutting import ROLES
from annotator.store import documents, reviews
from annotator.tui import going, presenting
from annotator.tui.desk import Desk
from annotator.tui.linear import telling
from annotator.tui.linear.speech import Meant, word
from annotator.words import both, say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk

Act = Callable[["Talk", Meant], Iterator[str]]

MOST_FOUND = 9
"""Units told for a search: one digit each."""


def _on_desk(act: Callable[[Desk], object], notice: str = "") -> Act:
    """A command that needs no more than the desk."""

    def done(talk: "Talk", _: Meant) -> Iterator[str]:
        act(talk.desk)
        if notice:
            yield say(notice)

    return done


def _going_back(act: Callable[[Desk], str], key: str) -> Act:
    def done(talk: "Talk", _: Meant) -> Iterator[str]:
        yield say(key, what=act(talk.desk))

    return done


def _accept(desk: Desk) -> None:
    if desk.accept():
        going.step(desk, 1)


def _skip(desk: Desk) -> None:
    left = desk.review.state != "skipped"
    desk.skip()
    if left:
        going.step(desk, 1)


def _turn_by(by: int) -> Callable[[Desk], None]:
    return lambda desk: desk.turn_to((desk.focus + by) % len(desk.fields))


def _pick(talk: "Talk", meant: Meant) -> Iterator[str]:
    desk = talk.desk
    if meant.field != desk.focus:
        desk.turn_to(meant.field)
    desk.pick(meant.choice)
    yield from ()


def _turn(talk: "Talk", meant: Meant) -> Iterator[str]:
    if talk.desk.focus == meant.field:
        yield from telling.focus(talk.desk, codes=False)
    talk.desk.turn_to(meant.field)


def _finish(talk: "Talk", _: Meant) -> Iterator[str]:
    """Finish and go on; decisions still to make ask for a second word, as on the screens."""
    desk = talk.desk
    if talk.sure != desk.clause.clause_id and (missing := desk.missing()):
        talk.sure = desk.clause.clause_id
        yield say("linear.sure", fields=presenting.names_of(missing))
        return
    desk.finish()
    going.step(desk, 1)


# ---------------------------------------------------------------- writing


def _note(talk: "Talk", meant: Meant) -> Iterator[str]:
    return _write(meant, talk.desk.review.note, talk.desk.note)


def _question(talk: "Talk", meant: Meant) -> Iterator[str]:
    return _write(meant, talk.desk.review.question, talk.desk.ask)


def _reason(talk: "Talk", meant: Meant) -> Iterator[str]:
    desk, field = talk.desk, talk.desk.field.id
    return _write(meant, desk.review.reasons.get(field, ""), lambda text: desk.note(text, field))


def _write(meant: Meant, before: str, store: Callable[[str], object]) -> Iterator[str]:
    """Store a text, nothing for `-`; without a text, tell the one that stands."""
    if meant.text:
        store("" if meant.text == "-" else meant.text)
    else:
        yield before or say("linear.nothing")


# ---------------------------------------------------------------- units


def _find_unit(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Look for units by name; a number then takes one. In a field of text, the text is the answer."""
    desk = talk.desk
    if desk.field.kind in ("text", "date"):
        desk.answer(meant.text)
        return
    number = next((n for n, field in enumerate(desk.fields) if field.kind == "entity"), None)
    if number is None:
        raise Refused("linear.no_units")
    if desk.field.kind != "entity":
        desk.turn_to(number)
    from annotator.tui.units import Units  # noqa: PLC0415  (with the gazetteer, which not every talk needs)

    talk.units = Units(desk, desk.focus)
    talk.units.role = talk.role
    rows, _ = talk.units.rows(meant.text)
    new = [row for row in rows if row.mark in ("close", "new")]
    talk.found = [*[row for row in rows if row not in new][: MOST_FOUND - len(new)], *new]
    if not talk.found:
        raise Refused("linear.none_found", words=meant.text)
    for place, row in enumerate(talk.found, start=1):
        unit = say("review.unit", name=row.unit["name"], role=say(f"roles.{row.unit['role']}"))
        about = [say("picker.written", name=row.unit["surface"])] if row.unit["stated"] else []
        about += [say(f"picker.mark_{row.mark}")] if row.mark else []
        yield say("linear.found", number=place, unit=unit, about=" ".join(["", *about]))


def _take(talk: "Talk", meant: Meant) -> Iterator[str]:
    if talk.units:
        talk.units.take(talk.found[meant.choice])
    yield from ()


def _role(talk: "Talk", meant: Meant) -> Iterator[str]:
    """In which role the units looked for next are taken."""
    for role in ROLES:
        if meant.text.casefold() in (role, *both(f"roles.{role}")):
            talk.role = role
            yield say("linear.role_now", role=say(f"roles.{role}"))
            return
    roles = say("review.comma").join(say(f"roles.{role}") for role in ROLES)
    raise Refused("linear.roles", role=say(f"roles.{talk.role or talk.desk.role}"), roles=roles)


# ---------------------------------------------------------------- asking and going


def _again(talk: "Talk", _: Meant) -> Iterator[str]:
    return talk.begin()


def _codes(talk: "Talk", _: Meant) -> Iterator[str]:
    return telling.focus(talk.desk, codes=True)


def _meaning(talk: "Talk", meant: Meant) -> Iterator[str]:
    """What a code means; without one, how the field is to be answered."""
    desk, field, code = talk.desk, talk.desk.field, None
    if meant.text:
        said = word(meant.text, desk.focus, desk.fields, desk.choices())
        if said is None or said.what != "pick" or not desk.fields[said.field].codes:
            raise Refused("linear.not_understood", words=meant.text)
        field = desk.fields[said.field]
        code = field.codes[said.choice]
    yield from presenting.about(field, code).split("\n")


def _go(talk: "Talk", meant: Meant) -> Iterator[str]:
    desk = talk.desk
    desk.go_to(_number(meant.text, desk.document.clauses) - 1)
    yield from ()


def _library(talk: "Talk", _: Meant) -> Iterator[str]:
    """The documents with their progress."""
    desk = talk.desk
    for number, document in enumerate(documents.listing(desk.project), start=1):
        mine = reviews.progress(desk.project, document).get(desk.reviewing.reviewer)
        done = mine.submitted if mine else 0
        yield say("linear.document", number=number, title=document.title, done=done, count=document.clauses)


def _open(talk: "Talk", meant: Meant) -> Iterator[str]:
    every = documents.listing(talk.desk.project)
    talk.desk.open_at_work(every[_number(meant.text, len(every)) - 1])
    yield from ()


def _number(text: str, most: int) -> int:
    if not text.isdecimal() or not 0 < int(text) <= most:
        raise Refused("linear.no_number", most=most)
    return int(text)


def _help(_: "Talk", __: Meant) -> Iterator[str]:
    return telling.help_lines()


def _quit(talk: "Talk", _: Meant) -> Iterator[str]:
    talk.over = True
    yield say("linear.left")


ACTS: Mapping[str, Act] = {
    "pick": _pick, "turn": _turn, "take": _take, "again": _again, "codes": _codes, "meaning": _meaning,
    "finish": _finish, "accept": _on_desk(_accept), "none": _on_desk(lambda desk: desk.put([])),
    "clear": _on_desk(lambda desk: desk.put(None)), "next_field": _on_desk(_turn_by(1)),
    "previous_field": _on_desk(_turn_by(-1)), "find_unit": _find_unit, "role": _role,
    "repeat": _on_desk(Desk.repeat, "bulk.repeated"), "skip": _on_desk(_skip), "flag": _on_desk(Desk.flag),
    "undo": _going_back(Desk.undo, "review.undone"), "redo": _going_back(Desk.redo, "review.redone"),
    "note": _note, "reason": _reason, "question": _question,
    "next": _on_desk(lambda desk: going.step(desk, 1)),
    "previous": _on_desk(lambda desk: going.step(desk, -1)), "unfinished": _on_desk(going.next_unfinished),
    "first": _on_desk(lambda desk: going.go_to(desk, 0)),
    "last": _on_desk(lambda desk: going.go_to(desk, -1)),
    "go": _go, "library": _library, "open": _open, "help": _help, "quit": _quit,
}  # fmt: skip
"""Every command by its name, and what a word that names a code, a field or a unit does."""
