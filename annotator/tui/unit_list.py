"""The list in a picker of units: the units found, above them one row for all that are suggested."""

from collections.abc import Callable, Sequence

from annotator.model.cutting import Role
from annotator.tui.unit_rows import all_words, row_words
from annotator.tui.units import Row, Units
from annotator.tui.widgets.row_list import Row as Parts


class UnitList:
    """Rows by their numbers. `query` is what was searched for last, `found` the units for it, `together` the
    units of the row for all; without them there is no such row.
    """

    def __init__(self, units: Units) -> None:
        self.units = units
        self.query = ""
        self.found: Sequence[Row] = ()
        self.together: Sequence[Row] = ()

    def search(self, query: str) -> int:
        """Have the units that match, those of the clause first; on which row to begin."""
        (self.found, cursor), self.query = self.units.rows(query), query
        self.together = () if query else self.units.together
        return cursor

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._above + len(self.found)

    @property
    def _above(self) -> int:
        return 1 if self.together else 0

    def is_all(self, at: int) -> bool:
        """Whether a row is the one for all that are suggested."""
        return bool(self.together) and at == 0

    def row(self, at: int) -> Row | None:
        """The unit of a row; None on the row for all, and where there is no row."""
        number = at - self._above
        return self.found[number] if 0 <= number < len(self.found) else None

    def meant(self, at: int) -> Row | None:
        """The unit that a key for roles is about: that of the row, or the first to come of all."""
        return (
            next((row for row in self.together if not row.taken), None) if self.is_all(at) else self.row(at)
        )

    def role(self, at: int) -> Role | None:
        """The role of the unit of a row; None on the row for all, until one is chosen for all."""
        row = self.row(at)
        return row.unit["role"] if row else self.units.role if self.is_all(at) else self.units.desk.role

    def parts(self, first: int, count: int, cursor: int, width: int) -> list[Parts]:
        """So many rows from number `first` on in `width` cells. What was chosen for the unit that is taken
        next is seen where that is: under the cursor.
        """
        above, unchosen = self._above, self.units.unchosen
        found = self.found[max(0, first - above) : first - above + count]
        rows = [
            row_words(row if at == cursor else unchosen(row), self.units, width)
            for at, row in enumerate(found, max(first, above))
        ]
        if not above or first:
            return rows
        together = self.together if cursor == 0 else [*map(unchosen, self.together)]
        return [all_words(together, width), *rows]

    def after(self, act: Callable[[], object]) -> list[int]:
        """Do something to the units; the numbers of the rows that are others then, wherever the cursor is."""
        before = [*map(self.units.unchosen, self.found)]
        act()
        self.found = [*map(self.units.again, self.found)]
        self.together = [*map(self.units.again, self.together)]
        pairs = zip(before, map(self.units.unchosen, self.found), strict=True)
        changed = [at for at, (old, new) in enumerate(pairs, self._above) if old != new]
        return [*range(self._above), *changed]
