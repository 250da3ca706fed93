"""Labels and suggestions from files: our own lines, stored all or none, and what other tools write."""

from annotator.flows.filing.foreign import Taken, Whose, take
from annotator.flows.filing.lines import Filed, Filing, Unresolved, file_labels, file_suggestions

__all__ = ["Filed", "Filing", "Taken", "Unresolved", "Whose", "file_labels", "file_suggestions", "take"]
