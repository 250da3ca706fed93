"""From files to clauses in the store: read, repair, cut, resolve the units; then put in.

`segmented` is the road for one document's bytes and touches nothing (`document`). `import_files` takes it for
many files and what they hold (`many`): each becomes rows (`making`), here or in several processes
(`workers`), and one process stores them in the order of the files.
"""

from annotator.flows.importing.document import Cut, segmented
from annotator.flows.importing.labelled import choose
from annotator.flows.importing.many import files, import_files
from annotator.flows.importing.outcome import STATES, Outcome, Stopped, report

__all__ = [
    "STATES",
    "Cut",
    "Outcome",
    "Stopped",
    "choose",
    "files",
    "import_files",
    "report",
    "segmented",
]
