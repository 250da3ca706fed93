"""The table of figures, and whether a limit was passed."""


class Figures:
    """Prints a table row by row, and remembers whether a limit was passed."""

    def __init__(self) -> None:
        self.over = False
        print("| what | annotator | baseline | ratio | limit |\n|---|---|---|---|---|")

    def row(self, what: str, unit: str, ours: float, base: float, limit: float | None) -> None:
        """One figure; without a limit it is only told."""
        wanted = "told" if limit is None else f"≤ {limit:g} ×"
        self._print(
            what,
            [f"{one:.1f} {unit}" for one in (ours, base)],
            ours / base,
            wanted,
            limit is not None and ours > limit * base,
        )

    def ceiling(self, what: str, unit: str, ours: float, base: float, limit: float) -> None:
        """One figure whose limit is not a ratio, but so many of `unit`."""
        self._print(
            what,
            [f"{one:.1f} {unit}" for one in (ours, base)],
            ours / base,
            f"≤ {limit:g} {unit}",
            ours > limit,
        )

    def _print(self, what: str, both: list[str], ratio: float, wanted: str, over: bool) -> None:
        self.over |= over
        print(
            f"| {what} | {' | '.join(both)} | {ratio:.2f} × | {wanted}{', passed' if over else ''} |",
            flush=True,
        )
