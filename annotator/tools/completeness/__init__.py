"""What a document leaves open or does not keep: duties without a unit, annexes that are not there, numbers
that are missing, sums and counts that do not come out.

Pure functions from the document's segments, in simplified characters, to findings. All of it is a question to
a reader, never an error of the document: a convention of the issuer may answer it.
"""

from collections.abc import Iterator, Sequence

from annotator.tools.completeness.annexes import absent
from annotator.tools.completeness.duties import bare
from annotator.tools.completeness.item import Finding, Item, Quantity
from annotator.tools.completeness.numbering import irregular
from annotator.tools.completeness.promises import broken
from annotator.tools.completeness.sums import apart

__all__ = ["Finding", "Item", "Quantity", "findings"]


def findings(items: Sequence[Item]) -> Iterator[Finding]:
    """Everything that is open in a document, kind by kind."""
    for look in (bare, absent, irregular, apart, broken):
        yield from look(items)
