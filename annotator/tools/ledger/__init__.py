"""The task ledger (任务台账) as pure values: rows from tasks, a spreadsheet from rows, an edited one back.

`Task` is a row, `book` the XLSX file, `read` what stands in one that people filled in, `compare` what they
changed and what of it cannot be placed. Nothing here knows a project.
"""

from annotator.tools.ledger.changes import Edit, Unplaced, compare
from annotator.tools.ledger.charges import Charge, charged, charges_of
from annotator.tools.ledger.columns import TOLD
from annotator.tools.ledger.reading import Returned, read
from annotator.tools.ledger.task import Document, Task
from annotator.tools.ledger.writing import book

__all__ = [
    "TOLD",
    "Charge",
    "Document",
    "Edit",
    "Returned",
    "Task",
    "Unplaced",
    "book",
    "charged",
    "charges_of",
    "compare",
    "read",
]
