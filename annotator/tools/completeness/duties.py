"""Duties that name nobody, no date, or no quantity."""

from collections.abc import Iterator, Sequence

from annotator.tools.completeness.item import Finding, Item


def bare(items: Sequence[Item]) -> Iterator[Finding]:
    """One finding for each of the three; where no duty of the document has it, that is all to be said."""
    duties = [item for item in items if item.duty]
    lacking = {
        "unit": [item.number for item in duties if not item.unit],
        "date": [item.number for item in duties if not item.dated],
        "quantity": [item.number for item in duties if not item.quantities],
    }
    for what, numbers in lacking.items():
        if numbers:
            every = len(numbers) == len(duties)
            values = {"count": len(numbers), "duties": len(duties)}
            yield Finding(f"no_{what}_at_all" if every else f"no_{what}", values, tuple(numbers))
