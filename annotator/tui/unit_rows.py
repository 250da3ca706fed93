"""The rows of the unit picker in words, and what is known of the unit under the cursor."""

from functools import cache

from rich.cells import cell_len

from annotator.model.cutting import ROLES
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
    name, remarks = _columns(plain(row.unit["name"]), _remarks(row, units), room)
    strength, urgency = "strong" if row.taken else "", "warn" if row.mark else "dim"
    return [(head, "good" if row.taken else "dim"), (name, strength), (remarks, urgency)]


def roles_words(units: Units, row: Row | None) -> str:
    """The roles with their keys; that of the unit under the cursor, or of the next one, in brackets."""
    now = row.unit["role"] if row else units.role or units.desk.role
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


def _remarks(row: Row, units: Units) -> str:
    """Beside the name: what waits or is unknown, how the clause writes it, its place, an earlier name."""
    one, unit = row.organisation, row.unit
    words = [say(f"picker.mark_{row.mark}")] if row.mark else []
    surface = "" if row.mark == "new" else unit["surface"] or row.offered["surface"]
    words += [say("picker.written", name=surface)] if surface not in ("", unit["name"]) else []
    if one and one.former:
        words.append(say("picker.former", names=say("review.comma").join(one.former)))
    if one and one.jurisdiction not in ("", *units.places[:1]) and one.jurisdiction not in unit["name"]:
        words.append(one.jurisdiction)
    return plain(" ".join(words))


def _columns(name: str, remarks: str, room: int) -> tuple[str, str]:
    """A name and its remarks, each in a column of its own; a long name reaches as far as remarks allow."""
    if not remarks:
        return middle(name, room), ""
    column = room - int(room * _REMARKS)
    left = max(column, min(cell_len(name) + 2, room - cell_len(remarks)))
    return padded(middle(name, max(2, left - 2)), left), fitted(remarks, room - left)
