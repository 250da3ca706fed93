"""The rows of the unit picker in words, and what is known of the unit under the cursor."""

from collections.abc import Sequence
from functools import cache

from rich.cells import cell_len

from annotator.model.cutting import ROLES, Role
from annotator.tui.display import fitted, middle, padded
from annotator.tui.units import Row, Units
from annotator.tui.widgets.row_list import Row as Parts
from annotator.words import language, say
from annotator.words.plain import plain

_CONTEXT = 12  # cells of the words around a context
_REMARKS = 0.42
"""The share of a row that its remarks may have: how the clause writes the name, where it is, what it was."""


def row_words(row: Row, units: Units, width: int) -> Parts:
    """A row of `width` cells: taken or not, role, stated or assigned, full name, remarks."""
    roles, grounds = _heads(language())
    role, ground = roles[row.unit["role"]], grounds[row.unit["stated"]]
    sign = "✓" if row.taken else "+" if row.mark == "new" else " "
    head = f" {sign} {role} {ground} "
    room = width - cell_len(head) - 1
    words = _remarks(row, units)
    while len(words) > 1 and cell_len(plain(" ".join(words))) > int(room * _REMARKS):
        words.pop()
    name, remarks = _columns(plain(row.unit["name"]), plain(" ".join(words)), room)
    strength, urgency = "strong" if row.taken else "", "warn" if row.mark else "dim"
    return [(head, "good" if row.taken else "dim"), (name, strength), (remarks, urgency)]


def all_words(rows: Sequence[Row], width: int) -> Parts:
    """The row that stands for several units: how many they are, and which, by role."""
    roles = dict.fromkeys(row.unit["role"] for row in rows)
    groups = [
        say(
            "picker.group",
            role=say(f"roles.{role}"),
            names=say("review.comma").join(_short(row) for row in rows if row.unit["role"] == role),
        )
        for role in roles
    ]
    sign = "✓" if all(row.taken for row in rows) else " "
    head = f" {sign} {say('picker.all', count=len(rows))}  "
    names = say("picker.then").join(groups)
    return [(head, "strong"), (fitted(plain(names), width - cell_len(head) - 1), "dim")]


def _short(row: Row) -> str:
    """A unit as the clause writes it, where it does."""
    return str(row.unit["surface"] or row.unit["name"])


def roles_words(now: Role | None) -> str:
    """The roles with their keys; that of the unit under the cursor, or of what is taken next, in brackets."""
    return " ".join(
        f"[{n} {say(f'roles.{role}')}]" if role == now else f"{n} {say(f'roles.{role}')}"
        for n, role in enumerate(ROLES, 1)
    )


def about_words(row: Row, units: Units, width: int) -> str:
    """What is known of the unit under the cursor: the words of the clause, else its other names."""
    unit = row.unit if row.unit["stated"] else row.offered
    if row.mark == "new":
        return fitted(plain(say("picker.about_new", name=row.unit["name"])), width)
    side = max(2, (width - cell_len(unit["surface"]) - _CONTEXT) // 4)
    if unit["start"] is not None and (words := units.context(unit, side)):
        before, name, after = words
        return fitted(plain(say("picker.context", before=before, name=name, after=after)), width)
    if row.organisation and row.organisation.forms:
        forms = say("review.comma").join(row.organisation.forms)
        return fitted(plain(say("picker.forms", forms=forms)), width)
    return ""


@cache
def _heads(_: str) -> tuple[dict[str, str], dict[bool, str]]:
    """The words for a role, and for stated or assigned, each as wide as the widest, in a language."""
    roles = {role: say(f"roles.{role}") for role in ROLES}
    grounds = {True: say("picker.stated"), False: say("picker.assigned")}
    wide = [max(map(cell_len, words.values())) for words in (roles, grounds)]
    return (
        {role: padded(words, wide[0]) for role, words in roles.items()},
        {stated: padded(words, wide[1]) for stated, words in grounds.items()},
    )


def _remarks(row: Row, units: Units) -> list[str]:
    """Beside the name: what waits or is unknown, how the clause writes it, its place, earlier names."""
    one, unit = row.organisation, row.unit
    words = [say(f"picker.mark_{row.mark}")] if row.mark else []
    surface = "" if row.mark == "new" else unit["surface"] or row.offered["surface"]
    words += [say("picker.written", name=surface)] if surface not in ("", unit["name"]) else []
    if one and one.jurisdiction not in ("", *units.places[:1]) and one.jurisdiction not in unit["name"]:
        words.append(one.jurisdiction)
    if one and one.former:
        words.append(say("picker.former", names=say("review.comma").join(one.former)))
    return words


def _columns(name: str, remarks: str, room: int) -> tuple[str, str]:
    """A name and its remarks, each in a column of its own; a long name reaches as far as remarks allow."""
    if not remarks:
        return middle(name, room), ""
    column = room - int(room * _REMARKS)
    left = max(column, min(cell_len(name) + 2, room - cell_len(remarks)))
    return padded(middle(name, max(2, left - 2)), left), fitted(remarks, room - left)
