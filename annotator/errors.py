"""One exception for everything a user can mend.

Its text is a sentence that names the thing and the remedy, taken from the catalogue, so that the
command line and the screens can show it as it is. Whatever is not an AnnotatorError is a defect.
"""

from errno import errorcode

from annotator.words import say
from annotator.words.system import WORDS as SYSTEM


class AnnotatorError(Exception):
    """A sentence for the user: what is wrong with which thing, and what to do.

    `key` names a sentence of the catalogue; `values` fill its gaps. The text is made when it is
    shown, in the language in force then.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return say(self.key, **self.values)


class UnreadableFile(AnnotatorError):
    """A file that no reader can turn into text; the files beside it are still imported."""


class Refused(AnnotatorError):
    """An act that the data do not allow now (an undo whose value has changed since, say)."""


class Busy(AnnotatorError):
    """Another process holds the project for longer than a person waits; nothing was stored."""


def reason(error: Exception) -> str:
    """Why the system refused, in words of the catalogue; a rare reason in the system's own."""
    name = errorcode.get(getattr(error, "errno", None) or 0, "")
    return say(f"system.{name}") if name in SYSTEM else getattr(error, "strerror", None) or str(error)
